import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoticeEvent, NoticeManner, NoticeStep, Recipient } from '../../src/domain/notice-event.ts';
import { isBlocked, stepsLeft } from '../../src/domain/notice-steps.ts';
import type { Delivery, Outbox } from '../../src/domain/outbox.ts';
import { emptyOutbox, evolveOutbox } from '../../src/domain/outbox.ts';
import { aNotice } from '../support/build-outage.ts';
import { after, done, failed, lost, root, second, ward } from '../support/notice-facts.ts';

/** All that is in an outbox, as it is now. */
const snapshot = ({ deliveries, keys, lastNumber, notices, roots, threads, waiting }: Outbox): object => {
  const maps = [deliveries, keys, notices, roots, threads, waiting].map((map) => [...map]);
  return structuredClone([lastNumber, ...maps]);
};

test('what was folded before stays as it was, and leads to the same again', () => {
  const outbox = after(aNotice());
  const before = snapshot(outbox);
  const events = [done('post', { root }), second('amend'), lost(1), failed()];
  const once = evolveOutbox(outbox, events);
  expect(snapshot(outbox)).toEqual(before);
  expect(snapshot(evolveOutbox(outbox, events))).toEqual(snapshot(once));
});

const recipients = fc.constantFrom<Recipient>(ward, 'unit:timra', 'person:anna');
const toSome = { number: fc.integer({ min: 1, max: 6 }), recipient: recipients, at: fc.nat() };
const step = fc.constantFrom<NoticeStep>('post', 'edit', 'reply');
type Maker = (number: number) => NoticeEvent;
const anyEvent = fc.oneof(
  fc
    .record({
      manner: fc.constantFrom<NoticeManner>('post', 'revise', 'conclude', 'amend'),
      thread: fc.constantFrom('units', 'coordinators'),
      recipients: fc.uniqueArray(recipients),
    })
    .map(
      (notice): Maker =>
        (number) =>
          aNotice({ ...notice, number }),
    ),
  fc.record({ ...toSome, step }).map(
    (event): Maker =>
      () =>
        done(event.step, { ...event, root }),
  ),
  fc.record({ ...toSome, step }).map(
    (event): Maker =>
      () =>
        failed(event),
  ),
  fc.record({ ...toSome, step, nextTryAt: fc.nat() }).map(
    (event): Maker =>
      () =>
        failed(event),
  ),
  fc.record(toSome).map((event): Maker => () => ({ kind: 'noticeRootLost', reason: 'gone', ...event })),
  fc.record(toSome).map((event): Maker => () => ({ kind: 'noticeBegun', ...event })),
);
const anyHistory = fc.array(anyEvent, { maxLength: 40 }).map((makers) => {
  let number = 0;
  return makers.map((make) => {
    const event = make(number + 1);
    if (event.kind === 'noticeIssued') number += 1;
    return event;
  });
});

test('whatever happens, what waits and is not blocked has a step left, and the rest has none', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const outbox = evolveOutbox(emptyOutbox, events);
      const deliveries = [...outbox.deliveries.values()];
      const isDone = (delivery: Delivery): boolean => stepsLeft(outbox, delivery).length === 0;
      const inTurn = deliveries.filter(
        (delivery) => delivery.state === 'waiting' && !isBlocked(outbox, delivery),
      );
      expect(inTurn.filter((delivery) => isDone(delivery))).toEqual([]);
      const posted = deliveries.filter(({ done, state }) => state === 'sent' && done.includes('post'));
      expect(posted.filter((delivery) => !isDone(delivery))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('the indexes are what the deliveries and notices say', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      const { deliveries, notices, threads, waiting } = evolveOutbox(emptyOutbox, events);
      const inWait = [...deliveries.values()].filter(({ state }) => state === 'waiting');
      const numbers = Map.groupBy(inWait, ({ recipient }) => recipient);
      expect(new Map(waiting)).toEqual(
        new Map([...numbers].map(([recipient, those]) => [recipient, those.map(({ number }) => number)])),
      );
      for (const [thread, those] of threads) {
        const issued = [...notices.values()].flat().filter((notice) => notice.thread === thread);
        expect(those).toEqual([...new Set(issued.map(({ number }) => number))]);
      }
    }),
    { numRuns: 500 },
  );
});

test('events folded one by one lead where they lead together', () => {
  fc.assert(
    fc.property(anyHistory, (events) => {
      let outbox = emptyOutbox;
      const passed: (readonly [Outbox, object])[] = [];
      for (const event of events) {
        outbox = evolveOutbox(outbox, [event]);
        passed.push([outbox, snapshot(outbox)]);
      }
      expect(snapshot(outbox)).toEqual(snapshot(evolveOutbox(emptyOutbox, events)));
      for (const [then, asItWas] of passed) expect(snapshot(then)).toEqual(asItWas);
    }),
    { numRuns: 500 },
  );
});
