import { noticeOf } from '../domain/notice-steps.ts';
import type { DeliveryStream } from './delivery-stream.ts';

/** What `/ready` and `/metrics` tell of deliveries. */
export type DeliveryHealth = {
  /** Of those that are to go by themselves, when the oldest was issued. */
  readonly oldestUndeliveredAt?: number;
  /** Given up, or waiting until somebody installs the app or restores the channel. */
  readonly failedCount: number;
};

/** Counts what did not come through and finds what has waited longest. Drills do not count. */
export function deliveryHealth(streams: readonly DeliveryStream[]): DeliveryHealth {
  const issued: number[] = [];
  let failedCount = 0;
  for (const { stream, outbox } of streams) {
    if (stream.startsWith('drills/')) continue;
    for (const delivery of outbox.deliveries.values()) {
      if (delivery.state === 'sent') continue;
      if (delivery.state === 'given-up' || delivery.awaitsInstallation) failedCount += 1;
      else issued.push(noticeOf(outbox, delivery)?.at ?? delivery.at);
    }
  }
  const oldest = issued.reduce((first, at) => Math.min(first, at), Infinity);
  return { failedCount, ...(issued.length > 0 && { oldestUndeliveredAt: oldest }) };
}
