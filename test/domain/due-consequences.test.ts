import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { dueWrites, nextDueAt } from '../../src/domain/due.ts';
import {
  aUnit,
  afterCommand,
  anAct,
  day,
  eventsOf,
  minute,
  noon,
  someTerms,
  someUnits,
} from '../support/build-outage.ts';
import {
  report,
  declare,
  plan,
  drill,
  update,
  restored,
  end,
  because,
  after,
  dueIn,
  at,
} from '../support/outage-commands.ts';

describe('a running drill', () => {
  test('is broken off when a real outage is declared, in the name of who declared it', () => {
    const command = declare({ terms: someTerms({ scope: ['timra'] }) });
    const { outages } = after(drill(), command);
    expect(outages.get('drill')).toMatchObject({
      state: 'ended',
      isInterrupted: true,
      endedAt: noon,
      deeds: { ended: command.act },
    });
    const last = outages.get('drill')?.outbox.notices.values().toArray().flat().slice(-2);
    expect(last).toMatchObject([
      { notice: 'end', manner: 'conclude', recipients: ['unit:ward', 'unit:timra', 'unit:lead'] },
      { notice: 'coordination', manner: 'revise' },
    ]);
  });

  test('is broken off by a planned outage that begins', () => {
    const world = after(plan({ startedAt: noon + 10 * minute }), drill());
    expect(eventsOf(dueWrites(world, noon + 10 * minute))).toEqual([
      'plan outageStarted',
      'drill outageEnded',
    ]);
  });

  test('goes on while an outage is only reported', () => {
    expect(after(drill(), report()).outages.get('drill')?.state).toBe('ongoing');
  });
});

/** The same world with more units in it. */
const withUnits = (world: World, ...units: ReturnType<typeof aUnit>[]): World => ({
  ...world,
  directory: {
    ...world.directory,
    units: new Map([...someUnits(), ...units].map((unit) => [unit.id, unit])),
  },
});

describe('a unit that is connected while it lasts', () => {
  const connected = { connected: anAct({ at: noon + minute }) };
  const start = `start post units start:late:${noon + minute} → unit:late`;

  test.each([
    ['an outage', [declare()]],
    ['a restored outage', [declare(), restored()]],
    ['a drill', [drill()]],
  ])('hears of %s, once', (_what, commands) => {
    const world = withUnits(after(...commands), aUnit('late', connected));
    expect(dueIn(world, noon + 2 * minute)).toEqual([start]);
    expect(dueIn(at(world, noon + 2 * minute), noon + 3 * minute)).toEqual([]);
  });

  test('hears of it again when it is connected again', () => {
    const world = at(withUnits(after(declare()), aUnit('late', connected)), noon + 2 * minute);
    const again = aUnit('late', { connected: anAct({ at: noon + 5 * minute }) });
    expect(dueIn(withUnits(world, again), noon + 6 * minute)).toEqual([
      `start post units start:late:${noon + 5 * minute} → unit:late`,
    ]);
  });

  test.each([
    ['is disconnected', aUnit('late', { ...connected, state: 'disconnected' }), [declare()]],
    [
      'is out of its scope',
      aUnit('late', { ...connected, organisation: 'ange' }),
      [declare({ terms: someTerms({ scope: ['timra'] }) })],
    ],
    ['comes after the all clear', aUnit('late', connected), [declare(), end()]],
    ['only a report is there', aUnit('late', connected), [report()]],
  ])('hears nothing when it %s', (_what, unit, commands) => {
    expect(dueIn(withUnits(after(...commands), unit), noon + 2 * minute)).toEqual([]);
  });

  test('hears nothing twice when an update reaches it first', () => {
    const world = withUnits(after(declare()), aUnit('late', connected));
    const updated = afterCommand(world, update(), noon + 2 * minute);
    expect(dueIn(updated, noon + 3 * minute)).toEqual([]);
  });
});

/** The world when every notice has left, and what is due then is done. */
const delivered = (world: World, now: number): World => {
  const outages = [...world.outages].map(([id, outage]) => {
    const deliveries = [...outage.outbox.deliveries].map(
      ([key, delivery]) => [key, { ...delivery, state: 'sent' }] as const,
    );
    return [id, { ...outage, outbox: { ...outage.outbox, deliveries: new Map(deliveries) } }] as const;
  });
  return at({ ...world, outages: new Map(outages) }, now);
};

describe('a closed outage', () => {
  const closed = after(declare(), end(), because('close'));

  test('is put away a day later, so that old buttons are answered', () => {
    expect(delivered(closed, noon + day - 1).outages.has('o1')).toBe(true);
    expect(delivered(closed, noon + day).outages.has('o1')).toBe(false);
  });

  test('stays while a notice of it has not left', () => {
    expect(dueIn(closed, noon + 9 * day)).toEqual([]);
    expect(nextDueAt(closed, noon)).toBeUndefined();
  });

  test('is put away once', () => {
    const settled = delivered(closed, noon + day);
    expect(dueIn({ ...settled, outages: closed.outages }, noon + 2 * day)).toEqual([]);
  });
});
