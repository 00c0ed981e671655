import { expect, test } from 'vitest';
import { dueWrites } from '../../src/domain/due.ts';
import { evolveDirectory } from '../../src/domain/evolve-directory.ts';
import type { World } from '../../src/domain/decision.ts';
import { aDirectory, aWorld, noon } from '../support/build-outage.ts';

const first = { version: '1.0', hash: 'a' };
const second = { version: '1.0', hash: 'b' };

/** A world whose bot has answered from one routine, and answers from another now. */
function worldWith(known: typeof first | undefined, routine: typeof first | undefined): World {
  const seen = known === undefined ? [] : [{ kind: 'routineSeen' as const, at: noon, ...known }];
  return aWorld({ directory: evolveDirectory(aDirectory(), seen), routine });
}

/** What is due, in short: whether it is noted, and who is told. */
const dueIn = (world: World) =>
  dueWrites(world, noon).map(({ events, notices }) => ({
    events: events.map(({ kind }) => kind),
    told: notices.map(({ notice, recipients }) => [notice, ...recipients]),
  }));

test('the first routine is noted, and is no news', () => {
  expect(dueIn(worldWith(undefined, first))).toEqual([{ events: ['routineSeen'], told: [] }]);
});

test('another routine is told to coordinators, also when it calls itself by the same version', () => {
  expect(dueIn(worldWith(first, second))).toEqual([
    { events: ['routineSeen'], told: [['routine', 'unit:lead']] },
  ]);
});

test('what was told is not told again, nor where nobody serves a routine', () => {
  expect(dueIn(worldWith(second, second))).toEqual([]);
  expect(dueIn(worldWith(first, undefined))).toEqual([]);
});

test('as long as no coordinator is reached, it waits', () => {
  const world = worldWith(first, second);
  const unreached = { ...world, directory: { ...world.directory, units: new Map() } };
  expect(dueIn(unreached)).toEqual([]);
});

test('going back to the routine before is a change as well', () => {
  const world = worldWith(first, second);
  const [write] = dueWrites(world, noon);
  if (write?.stream !== 'directory') throw new Error('It is not a record of the directory');
  const directory = evolveDirectory(world.directory, write.events);
  expect(dueIn({ ...world, directory })).toEqual([]);
  expect(dueIn({ ...world, directory, routine: first })).toHaveLength(1);
});
