import { z } from 'zod';
import { actSchema, instantSchema } from './act.ts';
import { handoverEventSchemas } from './handover-event.ts';
import { organisations } from './ids.ts';
import { logErasedSchema } from './log-erased.ts';
import { noticeEventSchemas } from './notice-event.ts';

/** What a coordinator says of an outage, and may change while it lasts. */
const termsSchema = z.object({
  /** The organisations that it concerns; empty: all. */
  scope: z.array(z.enum(organisations)),
  expectedEndAt: instantSchema.optional(),
  nextUpdateAt: instantSchema.optional(),
  /** In the coordinator's own words; empty: none. Free of patient identity. */
  message: z.string(),
});
export type Terms = z.infer<typeof termsSchema>;

const act = actSchema;

/** What happens to an outage; design.md §3 has the states that these lead between. */
export const outageEventSchema = z.discriminatedUnion('kind', [
  /** Somebody says that it does not work: nothing is announced. The first one opens the outage. */
  z.object({
    kind: z.literal('outageReported'),
    act,
    message: z.string(),
    /** Where it was said: the unit's id, where a connected channel or a profile tells it. */
    unit: z.string().optional(),
  }),
  /** A coordinator says that there is an outage, or a drill: begun already. Takes over a reported one. */
  z.object({
    kind: z.literal('outageDeclared'),
    act,
    outageKind: z.enum(['unplanned', 'planned', 'drill']),
    startedAt: instantSchema,
    terms: termsSchema,
  }),
  /** A coordinator plans one: it begins by itself, and its end is asked for. */
  z.object({ kind: z.literal('outagePlanned'), act, startsAt: instantSchema, terms: termsSchema }),
  /** The planned time came. */
  z.object({ kind: z.literal('outageStarted'), at: instantSchema }),
  /** The planned time came while another outage ran: this one is part of that from now on. */
  z.object({ kind: z.literal('outageJoined'), at: instantSchema, into: z.string() }),
  z.object({
    kind: z.literal('outageUpdated'),
    act,
    startedAt: instantSchema,
    terms: termsSchema,
  }),
  /** The system answers again and is checked; staff are not told yet (domain.md E23). */
  z.object({ kind: z.literal('outageRestored'), act, restoredAt: instantSchema }),
  /** It fell again while it was checked. */
  z.object({ kind: z.literal('outageResumed'), act, resumedAt: instantSchema }),
  /** All clear. */
  z.object({
    kind: z.literal('outageEnded'),
    act,
    endedAt: instantSchema,
    message: z.string(),
    /** A drill that a real outage broke off. */
    isInterrupted: z.boolean(),
  }),
  /** A report that was no outage. */
  z.object({ kind: z.literal('outageDismissed'), act, reason: z.string() }),
  /** A planned one that does not come. */
  z.object({ kind: z.literal('outageCancelled'), act, reason: z.string() }),
  z.object({ kind: z.literal('outageClosed'), act, reason: z.string() }),
  /** An organisation's part of the log was taken away by a decision: all before it is a new chain. */
  logErasedSchema,
  ...handoverEventSchemas,
  ...noticeEventSchemas,
]);
export type OutageEvent = z.infer<typeof outageEventSchema>;
