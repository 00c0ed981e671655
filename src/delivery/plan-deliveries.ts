import type { Directory } from '../domain/directory.ts';
import type { Recipient } from '../domain/notice-event.ts';
import { deliveryKey, stepsLeft } from '../domain/notice-steps.ts';
import type { Delivery, Outbox } from '../domain/outbox.ts';
import type { StreamName } from '../storage/store.ts';
import type { DeliveryState } from './delivery-stream.ts';
import { installedAtOf, placeOf } from './place-of.ts';

/** One notice that may go to one recipient now, and what was known then. */
export type DueDelivery = {
  readonly stream: StreamName;
  readonly outbox: Outbox;
  readonly directory: Directory;
  readonly number: number;
  readonly recipient: Recipient;
};

/** What may be sent now, in order; and when there may be more to do by itself, `Infinity` for never. */
export type DeliveryPlan = { readonly due: readonly DueDelivery[]; readonly nextAt: number };

/** The first notice that waits for a recipient in a stream. */
type Head = { readonly due: DueDelivery; readonly delivery: Delivery; readonly dueAt: number };

/** When it is planned for, and around what. */
type PlanAt = {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Nothing is put off for longer. */
  readonly longestDelayMs: number;
  readonly isBusy: (recipient: Recipient) => boolean;
};

/**
 * At most one notice for each recipient that nothing is under way to. Within a stream they go in the order of
 * their numbers, so that one that waits holds back those after it; a drill's go last; else the most urgent, and then
 * the one that became due first.
 */
export function planDeliveries(state: DeliveryState, at: PlanAt): DeliveryPlan {
  const first: Head[] = [];
  let nextAt = Infinity;
  for (const [recipient, heads] of headsByRecipient(state, at)) {
    if (at.isBusy(recipient)) continue;
    const ready = heads.filter((head) => readyAt(head, heads) <= at.now).toSorted(byTurn);
    if (ready[0] !== undefined) first.push(ready[0]);
    else nextAt = Math.min(nextAt, ...heads.map((head) => readyAt(head, heads)));
  }
  return { due: first.toSorted(byTurn).map(({ due }) => due), nextAt };
}

function headsByRecipient({ directory, streams }: DeliveryState, at: PlanAt): Map<Recipient, Head[]> {
  const lanes = new Map<Recipient, Head[]>();
  for (const { stream, outbox } of streams) {
    for (const recipient of outbox.waiting.keys()) {
      const delivery = firstWaiting(outbox, recipient);
      if (delivery === undefined) continue;
      const due = { stream, outbox, directory, number: delivery.number, recipient };
      const head = { due, delivery, dueAt: dueAtOf(delivery, directory, at) };
      lanes.set(recipient, [...(lanes.get(recipient) ?? []), head]);
    }
  }
  return lanes;
}

/** One of which nothing remains to be said holds back nothing. */
function firstWaiting(outbox: Outbox, recipient: Recipient): Delivery | undefined {
  return outbox.waiting
    .get(recipient)
    ?.map((number) => outbox.deliveries.get(deliveryKey(number, recipient)))
    .find((delivery) => delivery !== undefined && stepsLeft(outbox, delivery).length > 0);
}

/** What was issued or put off later than now was so by a clock that was ahead: it has waited long enough. */
function dueAtOf(delivery: Delivery, directory: Directory, { longestDelayMs, now }: PlanAt): number {
  const { at, nextTryAt } = delivery;
  const dueAt = delivery.awaitsInstallation
    ? dueWithoutApp(delivery, directory)
    : Math.min(nextTryAt, at + longestDelayMs);
  return at > now ? Math.min(dueAt, now) : dueAt;
}

/**
 * Of what waits for the app or the channel. Where the directory knows of a hindrance there is no request: it is due
 * when the hindrance is another, which is recorded, or none. Where Teams alone refused, it is due when the app is
 * installed after that, and slowly without, as nobody may ever say that it is let in again.
 */
function dueWithoutApp(delivery: Delivery, directory: Directory): number {
  const { at, nextTryAt, reason, recipient } = delivery;
  const place = placeOf(recipient, directory);
  if (place.kind === 'unreachable') return place.reason === reason ? Infinity : at;
  return installedAtOf(recipient, directory) > at ? at : nextTryAt;
}

/** When it may go, by itself and by what holds back the recipient. */
function readyAt(head: Head, heads: readonly Head[]): number {
  return Math.max(head.dueAt, ...heads.filter((other) => holds(other, head)).map(({ dueAt }) => dueAt));
}

/**
 * A throttled conversation is left alone until then; where the app is missing nothing would come through, and one
 * request finds that out for all. A drill never holds back what is real, which then finds out for itself.
 */
function holds(one: Head, other: Head): boolean {
  if (isDrill(one) && !isDrill(other)) return false;
  return one.delivery.status === 429 || one.delivery.awaitsInstallation;
}

function byTurn(one: Head, other: Head): number {
  return (
    Number(isDrill(one)) - Number(isDrill(other)) ||
    urgencyOf(other.delivery) - urgencyOf(one.delivery) ||
    one.dueAt - other.dueAt
  );
}

/**
 * What has failed, and may fail again, goes before what has not been tried: as many are told in the same time, and
 * the last of them sooner. What is half said goes on.
 */
export function urgencyOf({ done, failures }: Delivery): number {
  return done.length + failures;
}

function isDrill({ due }: Head): boolean {
  return due.stream.startsWith('drills/');
}
