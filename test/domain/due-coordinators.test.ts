import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { OutageCommand } from '../../src/domain/outage-command.ts';
import {
  aDirectory,
  aPerson,
  aUnit,
  aWorld,
  afterCommand,
  anAct,
  carriedOut,
  minute,
  noon,
  someUnits,
  writesOf,
} from '../support/build-outage.ts';
import {
  report,
  declare,
  plan,
  drill,
  restored,
  end,
  because,
  decide,
  dueIn,
  at,
} from '../support/outage-commands.ts';

const peopleAlone = (ids: readonly string[]): Pick<World['directory'], 'units' | 'people'> => {
  const units = someUnits().filter(({ isCoordination }) => !isCoordination);
  const directory = aDirectory({ units, people: ids.map((id) => aPerson(id)) });
  return { units: directory.units, people: directory.people };
};

/** The world with these people in it, and with no channel of the coordinators' own. */
const withPeople = (world: World, ...people: readonly string[]): World => ({
  ...world,
  directory: {
    ...world.directory,
    ...peopleAlone(people),
  },
  configuredCoordinators: ['anna', 'bo'],
});
const later = noon + minute;
const lead = (since: number) => aUnit('lead', { isCoordination: true, connected: anAct({ at: since }) });

const withLead = (world: World, since: number): World => ({
  ...world,
  directory: { ...world.directory, units: new Map([['lead', lead(since)]]) },
});

describe('a coordinator who can be reached first while it lasts', () => {
  const alone = withPeople(aWorld());
  const among = (...commands: readonly OutageCommand[]): World =>
    commands.reduce((world, command) => afterCommand(world, command, noon), alone);

  test.each([
    ['reported', 'report', [report()]],
    ['reported again', 'report', [report(), report()]],
    ['ongoing', 'coordination', [declare()]],
    ['ongoing, with a report since', 'coordination', [declare(), report()]],
    ['restored', 'coordination', [declare(), restored()]],
    ['a drill', 'coordination', [drill()]],
  ])('hears of what is %s, once', (_state, notice, commands) => {
    const reached = withPeople(among(...commands), 'bo');
    const told = `${notice} post coordinators coordinators:person:bo → person:bo`;
    expect(dueIn(reached, later)).toEqual([told]);
    expect(dueIn(at(reached, later), later + minute)).toEqual([]);
  });

  test('hears of it though the others have heard, and they do not hear it again', () => {
    const first = at(withPeople(among(report()), 'anna'), later);
    expect(dueIn(withPeople(first, 'anna', 'bo'), later)).toEqual([
      'report post coordinators coordinators:person:bo → person:bo',
    ]);
  });

  test('has not heard by a card that was edited for others', () => {
    const heard = at(withPeople(among(report()), 'anna'), later);
    const act = anAct({ at: later });
    const both = withPeople(heard, 'anna', 'bo');
    const again = carriedOut(both, writesOf(decide(report({ act }), both, later)), later);
    expect(dueIn(again, later)).toEqual(['report post coordinators coordinators:person:bo → person:bo']);
  });

  test.each([
    ['only planned', [plan()]],
    ['over', [declare(), end()]],
    ['dismissed', [report(), because('dismiss')]],
  ])('hears nothing of what is %s', (_state, commands) => {
    expect(dueIn(withPeople(among(...commands), 'bo'), later)).toEqual([]);
  });

  test('hears by their channel when it is connected, and again when it is connected again', () => {
    const reached = withLead(among(report()), later);
    const told = `report post coordinators coordinators:unit:lead:${later} → unit:lead`;
    expect(dueIn(reached, later)).toEqual([told]);
    const connectedAgain = withLead(at(reached, later), later + minute);
    expect(dueIn(connectedAgain, later + minute)).toEqual([
      `report post coordinators coordinators:unit:lead:${later + minute} → unit:lead`,
    ]);
  });
});
