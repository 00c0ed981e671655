import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftOf, noDeliveries } from '../../src/domain/deliveries.ts';
import type { Recipient } from '../../src/domain/notice-event.ts';
import { deliveryKey } from '../../src/domain/notice-steps.ts';
import type { Delivery } from '../../src/domain/outbox.ts';

const toUnit = (number: number, unit: number, at = 0): Delivery => ({
  number,
  recipient: `unit:${unit}`,
  done: [],
  state: 'waiting',
  at,
  nextTryAt: at,
  awaitsInstallation: false,
  failures: 0,
  isUnclear: false,
});

/** Numbers come in rising order, each to some units; what is changed is there or is new. */
const batches = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat({ max: 200 }), fc.nat()), { maxLength: 200 }),
  { maxLength: 8 },
);

test('deliveries are as a map in the order of their numbers, and no reader sees what is written later', () => {
  fc.assert(
    fc.property(batches, (changes) => {
      let deliveries = noDeliveries;
      const expected = new Map<string, Delivery>();
      const seen: (readonly [typeof deliveries, readonly Delivery[]])[] = [];
      for (const batch of changes) {
        const draft = draftOf(deliveries);
        for (const [number, unit, at] of batch) {
          const delivery = toUnit(number, unit, at);
          draft.set(delivery);
          expected.set(deliveryKey(number, delivery.recipient), delivery);
        }
        deliveries = draft.done();
        seen.push([deliveries, [...expected.values()].toSorted((one, other) => one.number - other.number)]);
      }
      for (const [then, there] of seen) {
        const found = there.map(({ number, recipient }) => then.get(deliveryKey(number, recipient)));
        expect(found).toEqual(there);
        expect([...then.values()].toSorted((one, other) => one.number - other.number)).toEqual(there);
        expect(then.size).toBe(there.length);
      }
    }),
    { numRuns: 100 },
  );
});

test('what is not there is not found, and nothing written leaves all as it was', () => {
  const draft = draftOf(noDeliveries);
  draft.set(toUnit(1, 1));
  const one = draft.done();
  const unknown: Recipient = 'person:anna';
  expect(one.get(deliveryKey(1, unknown))).toBeUndefined();
  expect(one.get(deliveryKey(2, 'unit:1'))).toBeUndefined();
  expect(draftOf(one).done()).toBe(one);
});
