import { z } from 'zod';

/** The option `--outage`; `missing` says what is told where it is left out. */
export const outageId = (missing?: { readonly error: string }) =>
  z
    .string(missing)
    .regex(/^[a-z0-9-]{1,100}$/, { error: 'är inget id; visa dem med npm run export -- --list' });
