import type { Directory } from '../domain/directory.ts';
import type { Recipient } from '../domain/notice-event.ts';
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

/**
 * At most one notice for each recipient that nothing is under way to. Within a stream they go in the order of
 * their numbers, so that one that waits holds back those after it; a drill's go last; else the most urgent, and then
 * the one that became due first.
 */
export function planDeliveries(
  state: DeliveryState,
  now: number,
  isBusy: (recipient: Recipient) => boolean,
): DeliveryPlan {
  const first: Head[] = [];
  let nextAt = Infinity;
  for (const [recipient, heads] of headsByRecipient(state)) {
    if (isBusy(recipient)) continue;
    const from = heldUntil(heads);
    const ready = heads.filter(({ dueAt }) => Math.max(dueAt, from) <= now).toSorted(byTurn);
    if (ready[0] !== undefined) first.push(ready[0]);
    else nextAt = Math.min(nextAt, Math.max(from, Math.min(...heads.map(({ dueAt }) => dueAt))));
  }
  return { due: first.toSorted(byTurn).map(({ due }) => due), nextAt };
}

function headsByRecipient({ directory, streams }: DeliveryState): Map<Recipient, Head[]> {
  const lanes = new Map<Recipient, Head[]>();
  for (const { stream, outbox } of streams) {
    const met = new Set<Recipient>();
    for (const delivery of outbox.deliveries.values()) {
      const { number, recipient, state } = delivery;
      if (state !== 'waiting' || met.has(recipient)) continue;
      met.add(recipient);
      const due = { stream, outbox, directory, number, recipient };
      const head = { due, delivery, dueAt: dueAtOf(delivery, directory) };
      lanes.set(recipient, [...(lanes.get(recipient) ?? []), head]);
    }
  }
  return lanes;
}

function dueAtOf(delivery: Delivery, directory: Directory): number {
  if (!delivery.awaitsInstallation) return delivery.nextTryAt;
  return isWorthATry(delivery, directory) ? delivery.at : Infinity;
}

/**
 * Whether something is new to what waits for the app or the channel: it is back, or why it cannot be reached is
 * another, which is recorded without a request. Where Teams refused while the directory knew of no hindrance, only
 * an installation after that is news.
 */
function isWorthATry({ recipient, reason, at }: Delivery, directory: Directory): boolean {
  const place = placeOf(recipient, directory);
  if (place.kind === 'unreachable') return place.reason !== reason;
  return directoryReasons.has(reason) || installedAtOf(recipient, directory) > at;
}

const directoryReasons: ReadonlySet<string | undefined> = new Set([
  'app-removed',
  'channel-deleted',
  'no-chat',
]);

/** A throttled conversation is left alone until then; where the app is missing, nothing would come through. */
function heldUntil(heads: readonly Head[]): number {
  const holds = heads.map(({ delivery, dueAt }) =>
    delivery.status === 429 || delivery.awaitsInstallation ? dueAt : 0,
  );
  return Math.max(...holds);
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
