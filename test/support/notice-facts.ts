import type { NoticeEvent, NoticeManner, NoticeStep, Recipient } from '../../src/domain/notice-event.ts';
import { deliveryKey, stepsLeft } from '../../src/domain/notice-steps.ts';
import type { Delivery, Outbox } from '../../src/domain/outbox.ts';
import { emptyOutbox, evolveOutbox } from '../../src/domain/outbox.ts';
import { aNotice, minute, noon } from './build-outage.ts';

/** A notice event of one kind. */
export type NoticeEventOf<Kind> = Extract<NoticeEvent, { kind: Kind }>;

/** The first of the recipients. */
export const ward: Recipient = 'unit:ward';
/** Where its thread began. */
export const root = { conversation: '19:ward;messageid=1', activity: '1' };
/** What concerns the first notice to the ward, a minute after it was issued. */
export const toWard = { recipient: ward, number: 1, at: noon + minute };

/** A step of it is done. */
export const done = (
  step: NoticeStep,
  overrides: Partial<NoticeEventOf<'noticeStepDone'>> = {},
): NoticeEvent => ({
  kind: 'noticeStepDone',
  ...toWard,
  step,
  ...overrides,
});
/** A step of it did not go; without a next try it is given up. */
export const failed = (overrides: Partial<NoticeEventOf<'noticeFailed'>> = {}): NoticeEvent => ({
  kind: 'noticeFailed',
  ...toWard,
  step: 'post',
  reason: 'ServiceError',
  awaitsInstallation: false,
  ...overrides,
});
/** Its first post is gone. */
export const lost = (number: number): NoticeEvent => ({
  kind: 'noticeRootLost',
  ...toWard,
  number,
  reason: 'ActivityNotFoundInConversation',
});
/** The outbox after these events, and nothing else. */
export const after = (...events: readonly NoticeEvent[]): Outbox => evolveOutbox(emptyOutbox, events);
/** A delivery that must be there. */
export const deliveryIn = (outbox: Outbox, number = 1, recipient = ward): Delivery => {
  const delivery = outbox.deliveries.get(deliveryKey(number, recipient));
  if (delivery === undefined) throw new Error(`No delivery ${number} to ${recipient}`);
  return delivery;
};
/** The steps that are left of what goes to the ward. */
export const leftIn = (outbox: Outbox, number = 1): readonly NoticeStep[] =>
  stepsLeft(outbox, deliveryIn(outbox, number));

/** The first post is there. */
export const posted = [aNotice({ recipients: [ward] }), done('post', { root })];
/** The second notice to the ward. */
export const second = (manner: NoticeManner): NoticeEvent =>
  aNotice({ number: 2, manner, notice: 'update', recipients: [ward] });
