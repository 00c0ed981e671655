import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { Directory, Unit } from '../../src/domain/directory.ts';
import { outstandingByUnit, owingUnits } from '../../src/domain/owing-units.ts';
import { aDirectory, aUnit, afterCommand, aWorld, hour, noon, someTerms } from '../support/build-outage.ts';
import {
  caseA,
  ended,
  logUnits,
  marks,
  opens,
  outageOf,
  past,
  saved,
  statesFacts,
  timra,
  toAnge,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import { declare } from '../support/outage-commands.ts';

const units = (changes: Readonly<Record<string, Partial<Unit>>> = {}): Directory =>
  aDirectory({
    units: [
      ...logUnits.map(({ id, ...kind }) => aUnit(id, { ...kind, ...changes[id] })),
      aUnit('lead', { organisation: 'region', isCoordination: true }),
    ],
  });
/** An outage of Timrå alone: only its unit and the coordinators are told. */
const timrasOutage = afterCommand(
  aWorld({ directory: units() }),
  declare({ startedAt: noon - hour, terms: someTerms({ scope: ['timra'] }) }),
  noon - hour,
);
const call = opens(ward, past(0), { ...toAnge, items: ['admission'], facts: { admittedAt: past(-5) } });
const owing = (world: World, directory = world.directory) =>
  owingUnits(outageOf(world), directory).map(({ id }) => id);

describe('an outage concerned', () => {
  test('the units that were told of it, and those that logged calls in it', () => {
    expect(owing(timrasOutage)).toEqual(['timra']);
    expect(owing(saved(timrasOutage, call))).toEqual(['ward', 'timra']);
    expect(owing(saved(timrasOutage, call, withdraws(call, past(5))))).toEqual(['timra']);
  });

  test('no channel without a care setting: it only hears', () => {
    const all = afterCommand(aWorld({ directory: units() }), declare(), noon);
    expect(owing(all)).toEqual(logUnits.map(({ id }) => id));
  });

  test('units that are disconnected since, or whose channel is gone', () => {
    const since = units({ ward: { state: 'disconnected' }, timra: { state: 'channel-deleted' } });
    expect(owing(saved(timrasOutage, call), since)).toEqual(['ward', 'timra']);
  });
});

const left = (world: World) =>
  outstandingByUnit(outageOf(world), world.directory).map(({ tasks, unit }) => [
    unit.id,
    tasks.map(({ task }) => task),
  ]);

describe('what is left', () => {
  const over = ended(saved(timrasOutage, call), past(60));

  test('is by unit; a unit without anything left is left out', () => {
    expect(left(over)).toEqual([
      ['ward', ['acknowledgeMessages', 'admissionNotice', 'patientInformation']],
      ['timra', ['acknowledgeMessages']],
    ]);
    const done = saved(over, marks(timra, past(70), { tasks: ['acknowledgeMessages'] }));
    expect(left(done).map(([id]) => id)).toEqual(['ward']);
    const of = { code: caseA, tasks: ['admissionNotice', 'patientInformation'] } as const;
    const all = saved(done, marks(ward, past(71), { ...of, tasks: [...of.tasks] }));
    expect(left(saved(all, marks(ward, past(72), { tasks: ['acknowledgeMessages'] })))).toEqual([]);
  });
});

describe('nothing is lost', () => {
  test('of a unit that has logged calls, though its channel wants only notices since', () => {
    const { careSetting: _careSetting, ...noticesOnly } = aUnit('ward', { organisation: 'region' });
    const { directory, ...world } = saved(timrasOutage, call);
    const since = { ...directory, units: new Map([...directory.units, ['ward', noticesOnly]]) };
    expect(owing({ ...world, directory: since })).toContain('ward');
  });

  test('of a unit on whose cases only what it stated stands', () => {
    const stated = saved(
      timrasOutage,
      call,
      statesFacts(ward, past(1), { admittedAt: past(-5) }),
      withdraws(call, past(2)),
    );
    expect(owing(stated)).toContain('ward');
  });
});
