import { describe, expect, test } from 'vitest';
import { runningOutage } from '../../src/domain/current-outage.ts';
import { dueWrites, nextDueAt } from '../../src/domain/due.ts';
import { newOutage } from '../../src/domain/evolve-outage.ts';
import { aWorld, hour, minute, noon } from '../support/build-outage.ts';
import {
  report,
  declare,
  plan,
  end,
  after,
  decide,
  faultsOf,
  eventsFrom,
  at,
} from '../support/outage-commands.ts';

test('a stream that is opened and empty is no outage', () => {
  const world = aWorld({ outages: new Map([['o1', newOutage('o1')]]) });
  expect(runningOutage(world)).toBeUndefined();
  expect(dueWrites(world, noon)).toEqual([]);
  expect(eventsFrom(declare({ newOutage: 'o2' }), world)).toContain('o2 outageDeclared');
  expect(faultsOf(decide(end(), world))).toEqual(['no-such-outage']);
});

describe('the next moment', () => {
  test('is none where only people can change anything', () => {
    expect(nextDueAt(aWorld(), noon)).toBeUndefined();
    expect(nextDueAt(after(report()), noon)).toBeUndefined();
  });

  test('is the earliest of all outages', () => {
    const world = after(declare(), plan({ startedAt: noon + 90 * minute }));
    expect(nextDueAt(world, noon)).toBe(noon + 30 * minute);
    expect(nextDueAt(at(world, noon + 30 * minute), noon + 30 * minute)).toBe(noon + hour);
  });
});
