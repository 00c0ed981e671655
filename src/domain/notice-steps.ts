import type { IssuedNotice, NoticeKind, NoticeStep, Recipient } from './notice-event.ts';
import type { Delivery, Outbox } from './outbox.ts';
import { unreachable } from './unreachable.ts';

/** An outbox as far as single things are looked up in it, also while it is being folded. */
export type OutboxLookup = {
  readonly notices: Pick<Outbox['notices'], 'get'>;
  readonly deliveries: Pick<Outbox['deliveries'], 'get'>;
  readonly waiting: Pick<Outbox['waiting'], 'get'>;
  readonly roots: Pick<Outbox['roots'], 'has'>;
};

/** Where a delivery is found in `Outbox.deliveries`. */
export function deliveryKey(number: number, recipient: Recipient): string {
  return `${number}:${recipient}`;
}

/** Where the first post of a thread is found in `Outbox.roots`. */
export function rootKey(thread: string, recipient: Recipient): string {
  return `${thread}:${recipient}`;
}

/** Whether a notice is sent again after an unclear result: what is only said ahead or again is not (design.md §2). */
export function isRepeatable(kind: NoticeKind): boolean {
  return kind !== 'planned-ahead' && kind !== 'reminder';
}

/** The notice that a delivery brings: under one number, each recipient may have a card of its own. */
export function noticeOf(
  outbox: Pick<OutboxLookup, 'notices'>,
  { number, recipient }: Pick<Delivery, 'number' | 'recipient'>,
): IssuedNotice | undefined {
  const notices = outbox.notices.get(number);
  return notices?.length === 1
    ? notices[0]
    : notices?.find(({ recipients }) => recipients.includes(recipient));
}

/**
 * The requests that a delivery still needs, in their order: none where all is said. Of one that is blocked: what
 * it would need if it were its turn now.
 */
export function stepsLeft(
  outbox: Pick<OutboxLookup, 'notices' | 'roots'>,
  delivery: Delivery,
): readonly NoticeStep[] {
  const notice = noticeOf(outbox, delivery);
  if (notice === undefined || delivery.done.includes('post')) return [];
  const hasRoot = outbox.roots.has(rootKey(notice.thread, delivery.recipient));
  return stepsOf(notice.manner, hasRoot).filter((step) => !delivery.done.includes(step));
}

function stepsOf(manner: IssuedNotice['manner'], hasRoot: boolean): readonly NoticeStep[] {
  switch (manner) {
    case 'post':
      return ['post'];
    case 'revise':
      return hasRoot ? ['edit', 'reply'] : ['post'];
    case 'conclude':
      return hasRoot ? ['edit', 'post'] : ['post'];
    case 'amend':
      return hasRoot ? ['edit'] : [];
    default:
      return unreachable(manner);
  }
}

/** Notices reach a recipient in their order: one waits until each earlier one is sent or given up. */
export function isBlocked(
  { waiting }: Pick<OutboxLookup, 'waiting'>,
  { number, recipient }: Pick<Delivery, 'number' | 'recipient'>,
): boolean {
  const [first = number] = waiting.get(recipient) ?? [];
  return first < number;
}
