import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import { evolveOutage } from '../../src/domain/evolve-outage.ts';
import type { NoticeEvent } from '../../src/domain/notice-event.ts';
import { isBlocked } from '../../src/domain/notice-steps.ts';
import { dueWrites, nextDueAt } from '../../src/domain/due.ts';
import {
  aDirectory,
  aUnit,
  aWorld,
  afterCommand,
  anAct,
  day,
  eventsOf,
  hour,
  minute,
  noon,
  someTerms,
  someUnits,
  withAllSent,
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

type NoticeFailed = Extract<NoticeEvent, { kind: 'noticeFailed' }>;

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
const delivered = (world: World, now: number): World => at(withAllSent(world), now);

/** The world where this came of each first notice that waits for a recipient. */
const failing = (world: World, fault: Partial<NoticeFailed>): World => {
  const outages = [...world.outages].map(([id, outage]) => {
    const heads = [...outage.outbox.deliveries.values()].filter(
      (delivery) => delivery.state === 'waiting' && !isBlocked(outage.outbox, delivery),
    );
    const events = heads.map(({ number, recipient }): NoticeFailed => ({
      kind: 'noticeFailed',
      at: noon,
      number,
      recipient,
      step: 'post',
      reason: 'app-removed',
      awaitsInstallation: true,
      nextTryAt: noon,
      ...fault,
    }));
    return [id, evolveOutage(outage, events)] as const;
  });
  return { ...world, outages: new Map(outages) };
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

  test('is put away though a team still lacks the app: its channel has no use of the word any more', () => {
    const waiting = failing(closed, {});
    expect(dueIn(waiting, noon + day - 1)).toEqual([]);
    expect(nextDueAt(waiting, noon)).toBe(noon + day);
    expect(dueIn(waiting, noon + day)).toEqual(['directory outageSettled']);
  });

  test('stays while a notice that failed is tried again by itself', () => {
    expect(dueIn(failing(closed, { awaitsInstallation: false, reason: 'timeout' }), noon + day)).toEqual([]);
  });

  test('is put away once', () => {
    const settled = delivered(closed, noon + day);
    expect(dueIn({ ...settled, outages: closed.outages }, noon + 2 * day)).toEqual([]);
  });
});

describe('an outage that was announced and never written', () => {
  const announced: World = {
    ...aWorld(),
    directory: { ...aDirectory(), openOutages: new Map([['o1', { isDrill: false, at: noon }]]) },
  };

  test('is put away after an hour, once', () => {
    expect(dueIn(announced, noon + hour - 1)).toEqual([]);
    expect(nextDueAt(announced, noon)).toBe(noon + hour);
    expect(dueIn(announced, noon + hour)).toEqual(['directory outageSettled']);
    expect(dueIn(at(announced, noon + hour), noon + 2 * hour)).toEqual([]);
  });

  test('is none once it is written', () => {
    const { outages } = after(report());
    expect(dueIn({ ...announced, outages }, noon + 2 * hour)).toEqual([]);
  });
});
