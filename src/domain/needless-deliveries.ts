import type { IssuedNotice, Recipient } from './notice-event.ts';
import { deliveryKey, noticeOf } from './notice-steps.ts';
import type { OutboxLookup } from './notice-steps.ts';
import type { Delivery, Outbox } from './outbox.ts';

/** The numbers of a notice's thread before it, latest first; none where it begins the thread anew. */
export function numbersBefore(
  { threads }: Pick<Outbox, 'threads'>,
  { manner, number, thread }: IssuedNotice,
): readonly number[] {
  if (manner === 'post') return [];
  return (threads.get(thread) ?? []).filter((one) => one < number).toReversed();
}

/**
 * What waits to be said to a recipient, and need not be when this notice of the same thread is. An amendment that
 * was not tried: the post is edited once, to what is true now. Of what is over: a beginning that did not come
 * through and what was new since, so that nobody is told of it months later, when the app is back. What may have
 * arrived is not needless: its post is to be edited.
 */
export function needlessDeliveries(
  outbox: OutboxLookup,
  notice: IssuedNotice,
  [recipient, numbers]: readonly [Recipient, readonly number[]],
): readonly Delivery[] {
  const since = sinceLastPost(outbox, notice, [recipient, numbers]);
  const first = since.at(-1);
  if (notice.notice === 'end' && first?.manner === 'post' && isUnsaid(first.delivery)) {
    return since.map(({ delivery }) => delivery).filter((delivery) => isUnsaid(delivery));
  }
  return since
    .filter(({ delivery, manner }) => manner === 'amend' && isUnsaid(delivery) && delivery.failures === 0)
    .map(({ delivery }) => delivery);
}

type Before = { readonly manner: IssuedNotice['manner']; readonly delivery: Delivery };

/** What concerns the thread's present first post: it, and what followed it; latest first. */
function sinceLastPost(
  outbox: OutboxLookup,
  { thread }: IssuedNotice,
  [recipient, numbers]: readonly [Recipient, readonly number[]],
): readonly Before[] {
  const since: Before[] = [];
  for (const number of numbers) {
    const delivery = outbox.deliveries.get(deliveryKey(number, recipient));
    const issued = delivery && noticeOf(outbox, delivery);
    if (delivery === undefined || issued?.thread !== thread) continue;
    since.push({ manner: issued.manner, delivery });
    if (issued.manner === 'post') break;
  }
  return since;
}

/** It waits, no step of it is done, and none may have reached Teams. */
function isUnsaid({ done, isUnclear, state }: Delivery): boolean {
  return state === 'waiting' && done.length === 0 && !isUnclear;
}
