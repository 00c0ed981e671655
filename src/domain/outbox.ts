import type { DirectoryEvent } from './directory-event.ts';
import { LargeMap } from './large-map.ts';
import type { LargeMapDraft } from './large-map.ts';
import { needlessDeliveries, numbersBefore } from './needless-deliveries.ts';
import { noticeEventSchemas } from './notice-event.ts';
import type { IssuedNotice, NoticeEvent, NoticeStep, Recipient, Root } from './notice-event.ts';
import { deliveryKey, isBlocked, isRepeatable, noticeOf, rootKey, stepsLeft } from './notice-steps.ts';
import type { OutageEvent } from './outage-event.ts';
import { unreachable } from './unreachable.ts';

/** What has become of one notice for one recipient. */
export type Delivery = {
  readonly number: number;
  readonly recipient: Recipient;
  readonly done: readonly NoticeStep[];
  /** `sent` without a step done: nothing was to be said, or a later notice says it. */
  readonly state: 'waiting' | 'sent' | 'given-up';
  /** When the last thing happened to it; of one that waits untried: when it was issued. */
  readonly at: number;
  /** `waiting`: not before. */
  readonly nextTryAt: number;
  readonly awaitsInstallation: boolean;
  /** How many times in a row it failed for want of the app, or otherwise; a step done or a post lost begins anew. */
  readonly failures: number;
  /** A step was begun, or may have reached Teams, and it is not known whether it did. */
  readonly isUnclear: boolean;
  /** Why it waits or was given up. */
  readonly reason?: string;
  readonly status?: number;
};

/** The notices of one stream and how far each has come. A fold of the stream's notice events. */
export type Outbox = {
  readonly notices: LargeMap<number, readonly IssuedNotice[]>;
  /**
   * By thread: the numbers issued on it, in order. Of the units' logs there are none: what is said there stands by
   * itself, and there is much of it.
   */
  readonly threads: ReadonlyMap<string, readonly number[]>;
  /** By number and recipient: `deliveryKey`. In the order they were issued. */
  readonly deliveries: LargeMap<string, Delivery>;
  /** By recipient: the numbers whose deliveries wait, in order; nobody for whom nothing waits. */
  readonly waiting: LargeMap<Recipient, readonly number[]>;
  /** By thread and recipient: `rootKey`. */
  readonly roots: LargeMap<string, Root>;
  /** What the clock has caused, or let pass. */
  readonly keys: LargeMap<string, true>;
  readonly lastNumber: number;
};

/** An outbox that is being folded, within one batch: what is not written to is not copied. */
type Draft = {
  readonly notices: LargeMapDraft<number, readonly IssuedNotice[]>;
  threads: ReadonlyMap<string, readonly number[]>;
  readonly deliveries: LargeMapDraft<string, Delivery>;
  readonly waiting: LargeMapDraft<Recipient, readonly number[]>;
  readonly roots: LargeMapDraft<string, Root>;
  readonly keys: LargeMapDraft<string, true>;
  lastNumber: number;
};

type EventOf<Kind extends NoticeEvent['kind']> = Extract<NoticeEvent, { kind: Kind }>;

export const emptyOutbox: Outbox = {
  notices: new LargeMap(),
  threads: new Map(),
  deliveries: new LargeMap(),
  waiting: new LargeMap(),
  roots: new LargeMap(),
  keys: new LargeMap(),
  lastNumber: 0,
};

const noticeEventKinds = new Set<string>(noticeEventSchemas.map(({ shape }) => shape.kind.value));

/** Whether an event of any stream is one of notices. */
export function isNoticeEvent(event: OutageEvent | DirectoryEvent): event is NoticeEvent {
  return noticeEventKinds.has(event.kind);
}

/**
 * The outbox after the events; other events than those of notices change nothing. The one given stays as it is.
 */
export function evolveOutbox(outbox: Outbox, events: readonly (OutageEvent | DirectoryEvent)[]): Outbox {
  const noticeEvents = events.filter((event) => isNoticeEvent(event));
  if (noticeEvents.length === 0) return outbox;
  const draft: Draft = {
    notices: outbox.notices.draft(),
    threads: outbox.threads,
    deliveries: outbox.deliveries.draft(),
    waiting: outbox.waiting.draft(),
    roots: outbox.roots.draft(),
    keys: outbox.keys.draft(),
    lastNumber: outbox.lastNumber,
  };
  for (const event of noticeEvents) apply(draft, event);
  return {
    notices: draft.notices.done(),
    threads: draft.threads,
    deliveries: draft.deliveries.done(),
    waiting: draft.waiting.done(),
    roots: draft.roots.done(),
    keys: draft.keys.done(),
    lastNumber: draft.lastNumber,
  };
}

function apply(draft: Draft, event: NoticeEvent): void {
  switch (event.kind) {
    case 'noticeIssued':
      return issue(draft, event);
    case 'noticeDropped':
      draft.keys.set(event.key, true);
      return undefined;
    case 'noticeBegun':
      return change(draft, event, { isUnclear: true });
    case 'noticeStepDone':
      return finishStep(draft, event);
    case 'noticeRootLost':
      return loseRoot(draft, event);
    case 'noticeFailed':
      return fail(draft, event);
    default:
      return unreachable(event);
  }
}

function issue(draft: Draft, notice: IssuedNotice): void {
  const { at, key, number, recipients, thread } = notice;
  draft.notices.set(number, [...(draft.notices.get(number) ?? []), notice]);
  if (thread !== 'log') addToThread(draft, thread, number);
  draft.lastNumber = Math.max(draft.lastNumber, number);
  if (key !== undefined) draft.keys.set(key, true);
  const before = numbersBefore(draft, notice);
  for (const recipient of recipients) {
    const needless = needlessDeliveries(draft, notice, [recipient, before]);
    for (const one of needless) put(draft, { ...one, state: 'sent' });
    put(draft, {
      number,
      recipient,
      done: [],
      state: 'waiting',
      at,
      nextTryAt: at,
      awaitsInstallation: false,
      failures: 0,
      isUnclear: false,
    });
    settle(draft, needless.at(-1)?.number ?? number, recipient);
  }
}

/** Several notices may have one number. */
function addToThread(draft: Draft, thread: string, number: number): void {
  const numbers = draft.threads.get(thread) ?? [];
  if (numbers.at(-1) !== number) draft.threads = new Map([...draft.threads, [thread, [...numbers, number]]]);
}

/** Keeps a delivery, and what waits for its recipient. */
function put(draft: Draft, delivery: Delivery): void {
  const { number, recipient, state } = delivery;
  draft.deliveries.set(deliveryKey(number, recipient), delivery);
  const numbers = draft.waiting.get(recipient) ?? [];
  if ((state === 'waiting') === numbers.includes(number)) return;
  const left =
    state === 'waiting'
      ? [...numbers, number].toSorted((one, other) => one - other)
      : numbers.filter((one) => one !== number);
  if (left.length === 0) draft.waiting.delete(recipient);
  else draft.waiting.set(recipient, left);
}

function change(
  draft: Draft,
  { number, recipient, at }: Pick<Delivery, 'number' | 'recipient' | 'at'>,
  changes: Partial<Delivery>,
): void {
  const delivery = draft.deliveries.get(deliveryKey(number, recipient));
  if (delivery !== undefined) put(draft, { ...delivery, at, ...changes });
}

function finishStep(draft: Draft, event: EventOf<'noticeStepDone'>): void {
  const { at, number, recipient, root, step } = event;
  const delivery = draft.deliveries.get(deliveryKey(number, recipient));
  const notice = delivery && noticeOf(draft, delivery);
  if (delivery === undefined || notice === undefined) return;
  // Who was cut off may record late what another has sent again: the thread goes on from what was recorded first.
  if (delivery.done.includes(step)) return;
  const { reason: _reason, status: _status, ...rest } = delivery;
  put(draft, {
    ...rest,
    done: [...delivery.done, step],
    state: 'waiting',
    at,
    nextTryAt: at,
    awaitsInstallation: false,
    failures: 0,
    isUnclear: false,
  });
  // What concludes stands for itself: the thread keeps the post that it began with.
  if (step === 'post' && root !== undefined && notice.manner !== 'conclude') {
    draft.roots.set(rootKey(notice.thread, recipient), root);
  }
  settle(draft, number, recipient);
}

function loseRoot(draft: Draft, event: EventOf<'noticeRootLost'>): void {
  const notice = noticeOf(draft, event);
  if (notice === undefined) return;
  draft.roots.delete(rootKey(notice.thread, event.recipient));
  const { at, reason } = event;
  // The new post has tries of its own.
  change(draft, event, { reason, nextTryAt: at, awaitsInstallation: false, failures: 0, isUnclear: false });
  settle(draft, 1, event.recipient);
}

function fail(draft: Draft, event: EventOf<'noticeFailed'>): void {
  const { awaitsInstallation, nextTryAt, number, reason, recipient, status } = event;
  const delivery = draft.deliveries.get(deliveryKey(number, recipient));
  const notice = delivery && noticeOf(draft, delivery);
  if (delivery === undefined || notice === undefined || delivery.state === 'sent') return;
  // Nothing is tried again that must not be repeated, unless it is certain that it did not go.
  const isKnown = !isRepeatable(notice.notice) && nextTryAt !== undefined;
  const { status: _status, ...rest } = delivery;
  put(draft, {
    ...rest,
    at: event.at,
    state: nextTryAt === undefined ? 'given-up' : 'waiting',
    nextTryAt: nextTryAt ?? event.at,
    awaitsInstallation,
    failures: failuresWith(event, delivery),
    isUnclear: !isKnown && mayHaveArrived(event),
    reason,
    ...(status !== undefined && { status }),
  });
  settle(draft, number, recipient);
}

/** Whether the app is missing or a request fails are two things, and each is counted by itself. */
function failuresWith({ awaitsInstallation }: EventOf<'noticeFailed'>, before: Delivery): number {
  return before.awaitsInstallation === awaitsInstallation ? before.failures + 1 : 1;
}

/** The bot's own words for what was never sent: nowhere to send it, or no way there. */
const neverLeft: ReadonlySet<string> = new Set([
  'disconnected',
  'channel-deleted',
  'app-removed',
  'no-chat',
  'login',
  'host',
  'certificate',
  'unreachable',
  'fault',
]);

/** No answer, a late one or a fault on the other side: the message may be there all the same (platform.md §1.3). */
function mayHaveArrived({ reason, status }: EventOf<'noticeFailed'>): boolean {
  if (status === undefined) return !neverLeft.has(reason);
  return status === 408 || status >= 500;
}

/** From this number on, what waits and has no step left, and is not blocked, is sent: nothing remains to be said. */
function settle(draft: Draft, from: number, recipient: Recipient): void {
  for (const number of draft.waiting.get(recipient) ?? []) {
    const delivery = draft.deliveries.get(deliveryKey(number, recipient));
    if (number < from || delivery === undefined) continue;
    if (stepsLeft(draft, delivery).length > 0 || isBlocked(draft, delivery)) return;
    put(draft, { ...delivery, state: 'sent' });
  }
}
