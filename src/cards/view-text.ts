import { z } from 'zod';

/** A text of a view; empty where the card shows nothing. Whoever makes the view has cleaned it. */
export const viewText = z
  .string()
  .refine((text) => !text.includes('${'), { error: 'holds ${, which a template would leave standing' });

/** A text of a view that always shows. */
export const filledText = viewText.min(1);
