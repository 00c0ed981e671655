import { z } from 'zod';
import { personSchema } from './person.ts';

/** A moment: milliseconds since 1970, UTC. Shown as Swedish time. */
export const instantSchema = z.int();

/**
 * That somebody did something, once: the form's id (or, where there was no form, the activity's) and a digest
 * of what was filled in, so that a repeat is told from another wish under the same id.
 */
export const actSchema = z.object({
  by: personSchema,
  at: instantSchema,
  form: z.object({ id: z.string().min(1), digest: z.string() }),
});
export type Act = z.infer<typeof actSchema>;
