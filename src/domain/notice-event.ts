import { z } from 'zod';
import { instantSchema } from './act.ts';

/** What a notice tells; decides whether it is sent again after an unclear result (design.md §2, promise 3). */
export const noticeKinds = [
  /** To units: it began; it is planned, 7 days, 1 day or 1 hour ahead; what is new; it is over; it does not come. */
  'start',
  'planned-ahead',
  'update',
  'end',
  'cancelled',
  /** To coordinators: somebody reports; asked after an hour, two hours or a promise that passed; what changed. */
  'report',
  'prompt',
  'coordination',
  /** To one unit: what is still to be registered, or whom to ring again; that its channel can be reached. */
  'reminder',
  'test',
  /** To whoever handed over, or the unit: the receiver has confirmed. To units with calls: their log is kept. */
  'receipt',
  'log-kept',
  /** To coordinators: the routine is another than before. */
  'routine',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/**
 * How a notice shows. `post`: a new post that begins a thread. `revise`: the thread's first post is edited, and a
 * short reply says so. `conclude`: the first post is edited to say that it is over, and a new post follows.
 * Where these have no first post to edit, a new one is posted. `amend`: the first post is edited, silently, where
 * there is one; else nothing is said.
 */
const noticeManners = ['post', 'revise', 'conclude', 'amend'] as const;
export type NoticeManner = (typeof noticeManners)[number];

/** One request to Teams. */
const noticeSteps = ['post', 'edit', 'reply'] as const;
export type NoticeStep = (typeof noticeSteps)[number];

/** A unit's channel or a person's own chat: `unit:<id>` or `person:<id>`. */
const recipientSchema = z.templateLiteral([z.enum(['unit', 'person']), ':', z.string()]);
export type Recipient = z.infer<typeof recipientSchema>;

/** Where a thread begins in Teams: what is edited and replied to. */
const rootSchema = z.object({
  /** The conversation of the thread: `19:…@thread.tacv2;messageid=…`, or the personal chat's id. */
  conversation: z.string(),
  activity: z.string(),
});
export type Root = z.infer<typeof rootSchema>;

const noticeIssued = z.object({
  kind: z.literal('noticeIssued'),
  at: instantSchema,
  /** Counts the stream's notices from 1; shown, so that a repeat is seen to be one. */
  number: z.int().positive(),
  notice: z.enum(noticeKinds),
  manner: z.enum(noticeManners),
  /** The thread it belongs to, of each recipient: what is edited later. */
  thread: z.string(),
  /** What the clock causes has one: the notices of a key are issued in one record, and never again. */
  key: z.string().optional(),
  recipients: z.array(recipientSchema),
  /** The card of the thread's first post. Its shape is the cards' business. */
  card: z.unknown(),
  /** `conclude`: the card of the new post. */
  conclusion: z.unknown().optional(),
  /** What a phone shows, and what the reply of `revise` says: what happened, no case data. */
  text: z.string(),
});
const toOne = { number: z.int().positive(), recipient: recipientSchema, at: instantSchema };

/** A notice is issued in the same write as its cause; what becomes of it is written as it becomes known. */
export const noticeEventSchemas = [
  noticeIssued,
  /** The moment of what the clock should have caused had passed: it was not said, and is not. */
  z.object({ kind: z.literal('noticeDropped'), at: instantSchema, key: z.string() }),
  /** Written before a notice that must not be repeated is sent. */
  z.object({ kind: z.literal('noticeBegun'), ...toOne }),
  /** Teams said so. `root` where a thread began. */
  z.object({
    kind: z.literal('noticeStepDone'),
    ...toOne,
    step: z.enum(noticeSteps),
    root: rootSchema.optional(),
  }),
  /** The first post is gone: the next step is a new one. */
  z.object({ kind: z.literal('noticeRootLost'), ...toOne, reason: z.string() }),
  /** It did not go, or nobody knows. Without `nextTryAt` it is not tried again by itself. */
  z.object({
    kind: z.literal('noticeFailed'),
    ...toOne,
    step: z.enum(noticeSteps),
    /** The error code of Teams' answer, or the bot's own word for what happened. */
    reason: z.string(),
    status: z.int().optional(),
    nextTryAt: instantSchema.optional(),
    /** It is tried again when the app is installed again. */
    awaitsInstallation: z.boolean(),
  }),
] as const;
const noticeEventSchema = z.discriminatedUnion('kind', noticeEventSchemas);
export type NoticeEvent = z.infer<typeof noticeEventSchema>;
export type IssuedNotice = z.infer<typeof noticeIssued>;
