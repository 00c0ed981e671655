import { z } from 'zod';

/** Who did something: the Entra object id, and the name that Teams showed at the time. */
export const personSchema = z.object({ id: z.string().min(1), name: z.string() });
export type Person = z.infer<typeof personSchema>;
