import { z } from 'zod';
import { instantSchema } from './act.ts';
import { organisations } from './ids.ts';

/** All that is left of an organisation's part in an outage's log: counts, and what it takes to check the chain. */
const erasure = {
  at: instantSchema,
  organisation: z.enum(organisations),
  /** The number of the decision in the authority's records (diarienummer). */
  decision: z.string().min(1),
  /** How many of each kind of event were taken away, or emptied of what they told. */
  counts: z.record(z.string(), z.int().positive()),
};

/** The last record of a log that was rewritten. */
export const logErasedSchema = z.object({
  kind: z.literal('logErased'),
  ...erasure,
  /** What the log of the organisation's units came to, as in the statistics. */
  figures: z.record(z.string(), z.number()),
  /** The hashes of the records as they were, from the first: one that is printed somewhere is still known. */
  hashes: z.array(z.string()),
});
export type LogErased = z.infer<typeof logErasedSchema>;

/** The same in the directory, with the hashes that the log ended with before and after. */
export const outageErasedSchema = z.object({
  kind: z.literal('outageErased'),
  ...erasure,
  outage: z.string(),
  headBefore: z.string(),
  headAfter: z.string(),
});
