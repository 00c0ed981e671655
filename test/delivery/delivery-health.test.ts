import { describe, expect, test } from 'vitest';
import { deliveryHealth } from '../../src/delivery/delivery-health.ts';
import type { NoticeEvent } from '../../src/domain/notice-event.ts';
import { emptyOutbox, evolveOutbox } from '../../src/domain/outbox.ts';
import type { StreamName } from '../../src/storage/store.ts';
import { aNotice, night, outageStream } from '../support/delivery-stage.ts';

const streamOf = (events: readonly NoticeEvent[], stream: StreamName = outageStream) => ({
  stream,
  outbox: evolveOutbox(emptyOutbox, events),
});

const toA = { number: 1, recipient: 'unit:a', at: night + 5_000 } as const;
const sent: NoticeEvent = { kind: 'noticeStepDone', ...toA, step: 'post' };
const retried: NoticeEvent = {
  kind: 'noticeFailed',
  ...toA,
  step: 'post',
  reason: 'ServiceError',
  status: 502,
  nextTryAt: night + 9_000,
  awaitsInstallation: false,
};
const awaiting: NoticeEvent = {
  ...retried,
  reason: 'app-removed',
  nextTryAt: night,
  awaitsInstallation: true,
};
const { nextTryAt: _never, ...givenUp } = retried;

describe('the health of deliveries', () => {
  const later = aNotice({ number: 2, at: night + 60_000 });

  test.each<[string, readonly NoticeEvent[], object]>([
    ['nothing was issued', [], { failedCount: 0 }],
    ['all is sent', [aNotice(), sent], { failedCount: 0 }],
    ['two wait', [aNotice(), later], { failedCount: 0, oldestUndeliveredAt: night }],
    ['the oldest is sent', [aNotice(), sent, later], { failedCount: 0, oldestUndeliveredAt: night + 60_000 }],
    ['one is given up', [aNotice(), givenUp], { failedCount: 1 }],
    ['one waits for the app', [aNotice(), awaiting], { failedCount: 1 }],
  ])('when %s', (_case, events, expected) => {
    expect(deliveryHealth([streamOf(events)])).toEqual(expected);
  });

  test('is not ill by a drill', () => {
    expect(deliveryHealth([streamOf([aNotice(), givenUp], 'drills/d-1')])).toEqual({ failedCount: 0 });
  });
});
