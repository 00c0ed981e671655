import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultDeliveryLimits } from '../../src/delivery/delivery-limits.ts';
import { createPace } from '../../src/delivery/pace.ts';
import { mostWithin } from '../support/most-within.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';

const signal = new AbortController().signal;
const to = (conversation: string, tenant = 'tenant-1') => ({ conversation, tenant, urgency: 0 });

describe('the pace to a tenant', () => {
  test('a thousand conversations take 21 seconds, with never 50 or more in a second', async () => {
    const clock = createVirtualClock(0);
    const pace = createPace(defaultDeliveryLimits, clock);
    const times: number[] = [];
    for (let index = 0; index < 1_000; index += 1) {
      void pace.turn(to(`c${index}`), signal).then(() => times.push(clock.at()));
    }
    await clock.passAll();
    expect(times).toHaveLength(1_000);
    expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(50);
    expect(Math.max(...times)).toBeLessThan(21_000);
  });

  test('is one tenant’s own', async () => {
    const clock = createVirtualClock(0);
    const pace = createPace(defaultDeliveryLimits, clock);
    const turns = Array.from({ length: 96 }, (_none, index) =>
      pace.turn(to(`c${index}`, `tenant-${index % 2}`), signal),
    );
    await clock.passAll();
    await Promise.all(turns);
    expect(clock.at()).toBeLessThanOrEqual(1_000);
  });

  test('is kept however late timers fire', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 20, maxLength: 20 }),
        async (delays) => {
          const clock = createVirtualClock(0);
          let count = 0;
          const late = {
            now: clock.now,
            wait: (ms: number, stopped: AbortSignal) =>
              clock.wait(ms + (delays[(count += 1) % delays.length] ?? 0), stopped),
          };
          const pace = createPace(defaultDeliveryLimits, late);
          const times: number[] = [];
          for (let index = 0; index < 150; index += 1) {
            void pace.turn(to(`c${index}`), signal).then(() => times.push(clock.at()));
          }
          await clock.passAll();
          expect(mostWithin(times, 1_000)).toBeLessThanOrEqual(50);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('is not lost by timers that fire a little late', async () => {
    const clock = createVirtualClock(0);
    const late = { now: clock.now, wait: (ms: number, end: AbortSignal) => clock.wait(ms + 3, end) };
    const pace = createPace(defaultDeliveryLimits, late);
    const turns = Array.from({ length: 1_000 }, (_none, index) => pace.turn(to(`c${index}`), signal));
    await clock.passAll();
    await Promise.all(turns);
    expect(clock.at()).toBeLessThan(21_000);
  });

  test('does not stand still when the clock is set back', async () => {
    const clock = createVirtualClock(10_000_000);
    const pace = createPace({ perSecond: 1, perConversation: [{ most: 1, withinMs: 60_000 }] }, clock);
    await pace.turn(to('a'), signal);
    clock.set(1_000_000);
    expect(await pace.turn(to('a'), signal)).toBe(true);
    expect(clock.at()).toBe(1_000_000);
  });
});

describe('the pace to a conversation', () => {
  test('keeps each of Microsoft’s numbers', async () => {
    const clock = createVirtualClock(0);
    const pace = createPace(defaultDeliveryLimits, clock);
    const times: number[] = [];
    const all = (async () => {
      for (let index = 0; index < 2_000; index += 1) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as deliveries are
        await pace.turn(to('a'), signal);
        times.push(clock.at());
      }
    })();
    await clock.passAll();
    await all;
    for (const { most, withinMs } of defaultDeliveryLimits.perConversation) {
      expect(mostWithin(times, withinMs)).toBeLessThanOrEqual(most);
    }
  });

  test('holds back no other', async () => {
    const clock = createVirtualClock(0);
    const pace = createPace({ perSecond: 48, perConversation: [{ most: 1, withinMs: 60_000 }] }, clock);
    await pace.turn(to('a'), signal);
    const waiting = pace.turn(to('a'), signal);
    expect(await pace.turn(to('b'), signal)).toBe(true);
    await clock.passAll();
    expect(await waiting).toBe(true);
    expect(clock.at()).toBe(60_000);
  });
});

test('who is told to stop gets no turn, and takes none from others', async () => {
  const clock = createVirtualClock(0);
  const pace = createPace({ perSecond: 1, perConversation: [] }, clock);
  const stop = new AbortController();
  await pace.turn(to('a'), signal);
  await pace.turn(to('b'), signal);
  const stopped = pace.turn(to('c'), stop.signal);
  const next = pace.turn(to('d'), signal);
  stop.abort();
  expect(await stopped).toBe(false);
  await clock.passAll();
  expect(await next).toBe(true);
  expect(clock.at()).toBe(1_000);
});

test('the more urgent goes first, though it came last', async () => {
  const clock = createVirtualClock(0);
  const pace = createPace(defaultDeliveryLimits, clock);
  const order: string[] = [];
  for (const [conversation, urgency] of Object.entries({ a: 0, b: 0, c: 0, d: 0, e: 2, f: 1, g: 2 })) {
    void pace.turn({ ...to(conversation), urgency }, signal).then(() => order.push(conversation));
  }
  await clock.passAll();
  expect(order.join('')).toBe('egfabcd');
});
