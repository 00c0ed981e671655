import { z } from 'zod';
import { actSchema, instantSchema } from './act.ts';
import {
  careSettings,
  handoverItems,
  handoverOutcomes,
  handoverParties,
  levels,
  municipalities,
  organisations,
  receivers,
  reregistrationTasks,
} from './ids.ts';
import { personSchema } from './person.ts';
import { caseFactNames } from './reregistration.ts';

const act = actSchema;
/** The unit whose log it is. */
const unit = z.string().min(1);
/** `K7M-3F`. */
const code = z.string().min(1);

/** What is told of a patient's stay, as far as it was filled in. No identity, no diagnosis. */
const stayFactsSchema = z.object({
  admittedAt: instantSchema.exactOptional(),
  /** Whether the inskrivningsmeddelande went out in Lifecare SP before the outage: asked of who came before it (A02). */
  admissionNoticeSent: z.boolean().exactOptional(),
  /** May lie ahead: it is told before it happens. */
  dischargedAt: instantSchema.exactOptional(),
  wentHome: z.boolean().exactOptional(),
  /** The day agreed for the SIP, `YYYY-MM-DD`. */
  sipOn: z.iso.date().exactOptional(),
  /** The routine's paper form is used for the patient. */
  formUsed: z.boolean().exactOptional(),
});
export type StayFacts = z.infer<typeof stayFactsSchema>;
const stayPartSchema = stayFactsSchema.keyof();
/** Something that is told of a patient's stay. */
export type StayPart = z.infer<typeof stayPartSchema>;

/** One telephone call, as the unit that logs it tells it. */
const callSchema = z.object({
  code,
  /** `given`: the unit handed over; `received`: it was handed over to the unit. */
  direction: z.enum(['given', 'received']),
  /** The other side. */
  party: z.enum(handoverParties),
  municipality: z.enum(municipalities).exactOptional(),
  /** Name and role of whoever was talked to; empty where nobody answered. */
  counterpart: z.string(),
  items: z.array(z.enum(handoverItems)),
  outcome: z.enum(handoverOutcomes),
  calledAt: instantSchema,
  facts: stayFactsSchema,
  /** It says no news: the same that others were told already (see `news-of-case.ts`). */
  isSameAsBefore: z.literal(true).exactOptional(),
});
export type Call = z.infer<typeof callSchema>;

/** Whom a patient's information must reach; with the municipality where that is one of them. */
const receiverListSchema = z.object({
  parties: z.array(z.enum(receivers)).min(1),
  municipality: z.enum(municipalities).exactOptional(),
});
export type ReceiverList = z.infer<typeof receiverListSchema>;

/** What a unit was when it logged something: it may be changed later. */
const unitKindSchema = z.object({
  careSetting: z.enum(careSettings),
  organisation: z.enum(organisations),
});
export type UnitKind = z.infer<typeof unitKindSchema>;

/** A task, at which level it was owed, and what was asked then: an answer to one question is none to another. */
const markedTaskSchema = z.object({
  task: z.enum(reregistrationTasks),
  level: z.enum(levels),
  asks: z.array(z.enum(caseFactNames)).exactOptional(),
});

/** Teams did not say at the time whether the person is of the unit's team (design.md §2, promise 6). */
const isUnverified = z.literal(true).exactOptional();

/** What happens in the units' logs: every record carries its unit. Nothing is changed or taken away, only added to. */
export const handoverEventSchemas = [
  /** A code is taken for a patient. Without `receivers` they are not stated yet. */
  z.object({
    kind: z.literal('caseOpened'),
    act,
    unit,
    as: unitKindSchema,
    code,
    receivers: receiverListSchema.exactOptional(),
    isUnverified,
  }),
  z.object({
    kind: z.literal('receiversStated'),
    act,
    unit,
    code,
    receivers: receiverListSchema,
    /** Empty where nothing was stated before. */
    reason: z.string(),
    isUnverified,
  }),
  z.object({
    kind: z.literal('handoverRecorded'),
    act,
    unit,
    as: unitKindSchema,
    entry: z.string().min(1),
    call: callSchema,
    isUnverified,
  }),
  /** The call as it should have been told; `code` may be another case's. */
  z.object({
    kind: z.literal('handoverCorrected'),
    act,
    unit,
    entry: z.string(),
    call: callSchema,
    reason: z.string().min(1),
    isUnverified,
  }),
  z.object({
    kind: z.literal('handoverWithdrawn'),
    act,
    unit,
    entry: z.string(),
    reason: z.string().min(1),
    isUnverified,
  }),
  /** Told of the patient's stay outside any call: "När skrevs patienten ut?" */
  z.object({
    kind: z.literal('factsStated'),
    act,
    unit,
    as: unitKindSchema,
    code,
    facts: stayFactsSchema,
    /** What was told before, and is not known after all. */
    unknown: z.array(stayPartSchema).min(1).exactOptional(),
    isUnverified,
  }),
  /** Tasks are never stored, only what became of them: at which level each was owed then. */
  z.object({
    kind: z.literal('tasksMarked'),
    act,
    unit,
    /** Absent of what the unit owes once, whatever its cases. */
    code: code.exactOptional(),
    tasks: z.array(markedTaskSchema).min(1),
    mark: z.enum(['done', 'dismissed', 'open']),
    note: z.string(),
    isUnverified,
  }),
  /** Somebody read what others wrote (PDL 4 kap. 3 §). */
  z.object({
    kind: z.literal('logRead'),
    at: instantSchema,
    by: personSchema,
    unit,
    code: code.exactOptional(),
  }),
] as const;
const handoverEventSchema = z.discriminatedUnion('kind', handoverEventSchemas);
export type HandoverEvent = z.infer<typeof handoverEventSchema>;

const kinds = new Set<string>(handoverEventSchemas.map(({ shape }) => shape.kind.value));

/** Whether an event of an outage is one of its log. */
export function isLogEvent(event: { readonly kind: string }): event is HandoverEvent {
  return kinds.has(event.kind);
}
