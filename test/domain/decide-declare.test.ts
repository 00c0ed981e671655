import { describe, expect, test } from 'vitest';
import type { OutageEvent } from '../../src/domain/outage-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { opened, recorded } from '../support/build-log.ts';
import {
  aDirectory,
  aPerson,
  aUnit,
  aWorld,
  anAct,
  anOutage,
  carriedOut,
  day,
  hour,
  minute,
  noon,
  someTerms,
  writesOf,
} from '../support/build-outage.ts';
import type { CommandOf } from '../support/outage-commands.ts';
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
  decide,
  refusalsOf,
  faultsOf,
  eventsFrom,
  noticesFrom,
} from '../support/outage-commands.ts';

describe('a declaration', () => {
  test('opens an outage and tells the units that it concerns and the coordination channel', () => {
    const timra = declare({ terms: someTerms({ scope: ['timra'] }) });
    expect(eventsFrom(timra, aWorld())).toEqual(['directory outageOpened', 'o1 outageDeclared']);
    expect(noticesFrom(timra, aWorld())).toEqual([
      'start post units → unit:timra unit:lead',
      'coordination post coordinators → unit:lead',
    ]);
  });

  test('takes over the reported outage and may begin long before it', () => {
    const taken = declare({ newOutage: 'o2', startedAt: noon - 3 * day });
    expect(eventsFrom(taken, after(report()))).toEqual(['o1 outageDeclared']);
    expect(noticesFrom(taken, after(report()))).toContain('coordination revise coordinators → unit:lead');
    expect(decide(taken, after(report()))).toHaveProperty('outage', 'o1');
  });

  test.each(['unplanned', 'planned'] as const)('of an %s outage is done already while one runs', (kind) => {
    const first = declare();
    const decision = decide(declare({ newOutage: 'o2', outageKind: kind }), after(first));
    expect(decision).toEqual({
      kind: 'refused',
      outage: 'o1',
      refusals: [{ kind: 'already-done', deed: 'declared', act: first.act }],
    });
  });

  test('of a planned outage that begins now begins it', () => {
    const now = declare({ outageKind: 'planned' });
    expect(eventsFrom(now, aWorld())).toEqual(['directory outageOpened', 'o1 outageDeclared']);
  });

  test('is carried out while a drill runs', () => {
    expect(eventsFrom(declare(), after(drill()))).toEqual(['directory outageOpened', 'o1 outageDeclared']);
  });

  test.each<[string, Partial<CommandOf<'declare'>>, readonly string[]]>([
    ['a start to come', { startedAt: noon + 1 }, ['startedAt in-future']],
    ['a drill to come', { outageKind: 'drill', startedAt: noon + 1 }, ['startedAt in-future']],
    [
      'times that have passed',
      { terms: someTerms({ expectedEndAt: noon, nextUpdateAt: noon }) },
      ['expectedEndAt in-past', 'nextUpdateAt in-past'],
    ],
    [
      'another year by mistake',
      {
        startedAt: noon - 367 * day,
        terms: someTerms({ expectedEndAt: noon - 367 * day, nextUpdateAt: noon + 367 * day }),
      },
      ['startedAt too-far', 'expectedEndAt too-far', 'nextUpdateAt too-far'],
    ],
    ['too many words', { terms: someTerms({ message: 'x'.repeat(1001) }) }, ['message too-long']],
  ])('with %s is refused: all faults at once', (_what, overrides, faults) => {
    expect(faultsOf(decide(declare(overrides), aWorld()))).toEqual(faults);
  });

  test.each([
    ['ended', [end({ outage: 'o0' })]],
    ['closed', [end({ outage: 'o0' }), because('close', '', 'o0')]],
    ['ended, with a report since', [end({ outage: 'o0' }), report()]],
  ])('may not begin before the end of the one before, %s', (_state, commands) => {
    const world = after(declare({ newOutage: 'o0', startedAt: noon - hour }), ...commands);
    for (const outageKind of ['unplanned', 'planned'] as const) {
      const early = declare({ outageKind, startedAt: noon - 1 });
      expect(faultsOf(decide(early, world))).toEqual(['startedAt before-last-end']);
      expect(decide(declare({ outageKind }), world).kind).toBe('decided');
    }
    expect(decide(declare({ outageKind: 'drill', startedAt: noon - 1 }), world).kind).toBe('decided');
  });

  test('may begin before the end of a drill', () => {
    const world = after(drill(), end({ outage: 'drill' }));
    expect(decide(declare({ startedAt: noon - 1 }), world).kind).toBe('decided');
  });

  test('reaches each coordinator in person where they have no channel, and who has a chat', () => {
    const people = [aPerson('anna'), aPerson('bo'), aPerson('cy', { tenant: 'other' })];
    const { chat: _chat, ...silent } = aPerson('dan');
    const directory = {
      ...aDirectory({ units: [aUnit('timra')], people: [...people, silent] }),
      coordinators: new Map([
        ['anna', { name: 'Anna', added: anAct() }],
        ['dan', { name: 'Dan', added: anAct() }],
      ]),
    };
    const world = aWorld({ directory, configuredCoordinators: ['bo', 'anna', 'eve'] });
    expect(noticesFrom(declare(), world)).toEqual([
      'start post units → unit:timra',
      'coordination post coordinators → person:bo person:anna',
    ]);
  });

  test('reaches coordinators in person when the app was taken out of their channel', () => {
    const lead = aUnit('lead', { isCoordination: true });
    const team = { id: lead.team, name: '', tenant: '', serviceUrl: '', isInstalled: false };
    const directory = {
      ...aDirectory({ units: [lead], people: [aPerson('anna')] }),
      teams: new Map([[lead.team, team]]),
    };
    const world = aWorld({ directory, configuredCoordinators: ['anna'] });
    expect(noticesFrom(report(), world)).toEqual(['report post coordinators → person:anna']);
  });

  test('causes no notice that nobody receives', () => {
    const world = aWorld({ directory: aDirectory({ units: [aUnit('gone', { state: 'disconnected' })] }) });
    expect(noticesFrom(declare(), world)).toEqual([]);
  });
});

const callAt = (entry: string, calledAt: number) => recorded(entry, { calledAt });
/** A call half an hour before noon opened it. */
const reported = (...events: readonly OutageEvent[]) =>
  anOutage('o1', [opened(), callAt('e1', noon - 30 * minute), ...events]);
const worldOf = (...outages: readonly Outage[]) =>
  aWorld({ outages: new Map(outages.map((one) => [one.id, one])) });
const from = (startedAt: number) => declare({ newOutage: 'o2', startedAt });

describe('a declaration that takes over logged calls', () => {
  test.each([
    [noon - 30 * minute, []],
    [noon - hour, []],
    [noon - 29 * minute, ['startedAt after-first-call']],
    [noon, ['startedAt after-first-call']],
    [noon + 1, ['startedAt in-future']],
  ])('begins no later than the first of them: %d', (startedAt, faults) => {
    expect(faultsOf(decide(from(startedAt), worldOf(reported())))).toEqual(faults);
  });

  test('looks at all of them, in whatever order they were logged and by whom', () => {
    const early = recorded('e2', { calledAt: noon - 50 * minute }, { unit: 'other' });
    const world = worldOf(reported(early));
    expect(faultsOf(decide(from(noon - 40 * minute), world))).toEqual(['startedAt after-first-call']);
    expect(decide(from(noon - 50 * minute), world).kind).toBe('decided');
  });

  test('does not look at what was taken back', () => {
    const withdrawn = { kind: 'handoverWithdrawn', act: anAct(), unit: 'ward', entry: 'e1' } as const;
    const world = worldOf(reported({ ...withdrawn, reason: 'Fel' }));
    expect(decide(from(noon), world).kind).toBe('decided');
  });

  test('tells it together with what else is wrong', () => {
    const terms = someTerms({ nextUpdateAt: noon });
    expect(faultsOf(decide(declare({ terms }), worldOf(reported())))).toEqual([
      'startedAt after-first-call',
      'nextUpdateAt in-past',
    ]);
  });

  test('is possible, whatever calls lie before the end of the outage before', () => {
    const before = after(
      declare({ newOutage: 'o0', startedAt: noon - 3 * hour }),
      end({ outage: 'o0', endedAt: noon - 2 * hour }),
    );
    const stray = reported(callAt('e2', noon - 4 * hour));
    const world = { ...before, outages: new Map([...before.outages, ['o1', stray]]) };
    expect(decide(from(noon - 30 * minute), world).kind).toBe('decided');
    expect(faultsOf(decide(from(noon), world))).toEqual(['startedAt after-first-call']);
    expect(faultsOf(decide(from(noon - 4 * hour), world))).toEqual(['startedAt before-last-end']);
  });

  test('of a drill takes over nothing, and of a plan to come neither', () => {
    const world = worldOf(reported());
    expect(decide(drill(), world).kind).toBe('decided');
    expect(decide(plan(), world).kind).toBe('decided');
  });
});

describe('a plan', () => {
  test('is a stream of its own, and tells the coordinators', () => {
    expect(eventsFrom(plan(), after(report()))).toEqual(['directory outageOpened', 'plan outagePlanned']);
    expect(noticesFrom(plan(), aWorld())).toEqual(['coordination post coordinators → unit:lead']);
  });

  test('may be one of many, and be made while an outage runs', () => {
    const world = after(declare(), plan({ newOutage: 'p1' }), plan({ newOutage: 'p2' }));
    expect(
      world.outages
        .values()
        .map(({ state }) => state)
        .toArray(),
    ).toEqual(['ongoing', 'planned', 'planned']);
  });

  test('made late records what is no longer said ahead', () => {
    const startedAt = noon + 5 * hour;
    expect(eventsFrom(plan({ startedAt }), aWorld())).toEqual([
      'directory outageOpened',
      'plan outagePlanned',
      `plan noticeDropped ahead:7d:${startedAt}`,
      `plan noticeDropped ahead:1d:${startedAt}`,
    ]);
  });

  test('may not be more than a year away', () => {
    expect(faultsOf(decide(plan({ startedAt: noon + 366 * day + 1 }), aWorld()))).toEqual([
      'startedAt too-far',
    ]);
    expect(decide(plan({ startedAt: noon + 366 * day }), aWorld()).kind).toBe('decided');
  });

  test('may not be over before it begins', () => {
    const terms = someTerms({ expectedEndAt: noon + 9 * day });
    expect(faultsOf(decide(plan({ terms }), aWorld()))).toEqual(['expectedEndAt before-start']);
  });

  test('is not over its time when it is changed and moves away from what is past', () => {
    const world = after(plan());
    const startedAt = noon + 2 * hour;
    const moved = update({ outage: 'plan', startedAt });
    expect(eventsFrom(moved, world)).toEqual([
      'plan outageUpdated',
      `plan noticeDropped ahead:7d:${startedAt}`,
      `plan noticeDropped ahead:1d:${startedAt}`,
    ]);
    expect(eventsFrom(update({ outage: 'plan', startedAt: noon + 10 * day }), world)).toEqual([
      'plan outageUpdated',
    ]);
  });

  test('that is cancelled or moved is taken back with those who were told of it, and nobody else', () => {
    const told = { notice: 'planned-ahead', manner: 'post', thread: 'planned' } as const;
    const ahead = {
      stream: 'outage',
      outage: 'plan',
      isDrill: false,
      events: [],
      notices: [{ ...told, recipients: ['unit:timra'] }],
    } as const;
    const world = carriedOut(after(plan()), [ahead], noon);
    expect(noticesFrom(because('cancel', 'Flyttat', 'plan'), world)).toEqual([
      'cancelled revise planned → unit:timra',
      'coordination amend coordinators → unit:lead',
    ]);
    expect(noticesFrom(update({ outage: 'plan', startedAt: noon + 9 * day }), world)).toEqual([
      'update revise planned → unit:timra',
      'coordination amend coordinators → unit:lead',
    ]);
    expect(noticesFrom(because('cancel', 'Flyttat', 'plan'), after(plan()))).toEqual([
      'coordination amend coordinators → unit:lead',
    ]);
  });
});

describe('a drill', () => {
  test.each([
    ['ongoing', [declare()]],
    ['restored', [declare(), restored()]],
  ])('is refused while a real outage is %s', (_state, before) => {
    expect(refusalsOf(decide(drill(), after(...before)))).toEqual([
      { kind: 'another-outage-runs', isDrill: false, since: noon },
    ]);
  });

  test('is done already while one runs', () => {
    expect(faultsOf(decide(drill(), after(drill())))).toEqual(['already-done']);
  });

  test('begins while an outage is reported or planned, and lies apart', () => {
    expect(writesOf(decide(drill(), after(report(), plan())))).toMatchObject([
      { events: [{ kind: 'outageOpened', isDrill: true }] },
      { outage: 'drill', isDrill: true },
    ]);
  });
});
