import { describe, expect, test } from 'vitest';
import type { Decision, World } from '../../src/domain/decision.ts';
import { decideDirectory, unconfirmedSharedTeams } from '../../src/domain/decide-directory.ts';
import type { DirectoryCommand } from '../../src/domain/directory-command.ts';
import type { DirectoryEvent } from '../../src/domain/directory-event.ts';
import { directoryEventSchema } from '../../src/domain/directory-event.ts';
import { evolveDirectory } from '../../src/domain/evolve-directory.ts';
import {
  aTeam,
  add,
  added,
  choose,
  connect,
  connected,
  directoryOf,
  disconnected,
  eventsOf,
  noticesOf,
  recordOf,
  remove,
  seen,
  someFields,
} from '../support/build-directory.ts';
import { aWorld, anAct, noon } from '../support/build-outage.ts';
import { after, declare, faultsOf, refusalsOf } from '../support/outage-commands.ts';

const worldOf = (...events: readonly DirectoryEvent[]): World =>
  aWorld({ directory: directoryOf(...events) });
const decide = (command: DirectoryCommand, world: World = worldOf()): Decision =>
  decideDirectory(command, world);
const faults = (command: DirectoryCommand, world?: World): readonly string[] =>
  faultsOf(decide(command, world));
/** The world after commands that must succeed. */
const done = (world: World, ...commands: readonly DirectoryCommand[]): World =>
  commands.reduce(
    (then, command) => ({
      ...then,
      directory: evolveDirectory(then.directory, eventsOf(decide(command, then))),
    }),
    world,
  );
/** Another channel of the same team is a unit. */
const neighbour = (fields: Partial<ReturnType<typeof someFields>> = {}): DirectoryEvent =>
  connected({
    unit: 'neighbour',
    channel: { id: 'channel-2', name: 'Andra' },
    fields: someFields({ name: 'Avdelning 13', ...fields }),
  });
const other = { id: 'channel-3', name: 'Tredje' };
const deleted: DirectoryEvent = { kind: 'channelDeleted', at: noon, channel: 'channel' };

const unconfirmed = (world: World) => unconfirmedSharedTeams(world.directory).map(({ id }) => id);
const ids = (world: World) => [...world.directory.coordinators.keys()];

describe('connecting a channel', () => {
  test('makes it a unit under the new id', () => {
    const command = connect();
    const { act, channel, fields, team } = command;
    expect(eventsOf(decide(command))).toEqual([
      { kind: 'unitConnected', act, unit: 'new', channel, team, fields },
    ]);
  });

  test('writes what can be read back', () => {
    const events = eventsOf(decide(connect()));
    expect(events.map((event) => directoryEventSchema.parse(event))).toEqual(events);
  });

  test.each([
    ['connected', [connected()]],
    ['disconnected', [connected(), disconnected()]],
    ['deleted', [connected(), deleted]],
  ])('keeps the id of the unit that it is or was: %s', (_state, events) => {
    const changed = connect({ fields: someFields({ name: 'Avdelning 14' }) });
    const { units } = done(worldOf(...events), changed).directory;
    expect([...units.values()]).toMatchObject([{ id: 'ward', name: 'Avdelning 14', state: 'connected' }]);
  });

  test('keeps the name without the spaces around it', () => {
    const command = connect({ fields: someFields({ name: '  Avdelning 12 ' }) });
    expect(eventsOf(decide(command))).toMatchObject([{ fields: { name: 'Avdelning 12' } }]);
  });

  test.each([
    ['no name', { name: ' ' }, ['name missing']],
    ['a name of 81 characters', { name: 'x'.repeat(81) }, ['name too-long']],
    ['a name of 80 characters', { name: 'x'.repeat(80) }, []],
    ['municipal care in the region', { careSetting: 'municipality' }, ['careSetting other-organisation']],
    ['a ward in a municipality', { organisation: 'timra' }, ['careSetting other-organisation']],
    ['municipal care in a municipality', { careSetting: 'municipality', organisation: 'timra' }, []],
    [
      'no name and a wrong organisation',
      { name: '', organisation: 'ange' },
      ['name missing', 'careSetting other-organisation'],
    ],
  ] as const)('is judged by its fields: %s', (_what, fields, expected) => {
    expect(faults(connect({ fields: someFields(fields) }))).toEqual(expected);
  });

  test('needs no care setting', () => {
    const fields = { name: 'Jouren', organisation: 'timra', isCoordination: false } as const;
    expect(decide(connect({ fields })).kind).toBe('decided');
  });
});

describe('one organisation per team', () => {
  const municipal = { careSetting: 'municipality', organisation: 'timra' } as const;

  test('a unit of another organisation is refused', () => {
    expect(faults(connect(), worldOf(neighbour(municipal)))).toEqual(['other-organisation-in-team']);
  });

  test('a unit of the same organisation is welcome', () => {
    expect(decide(connect(), worldOf(neighbour())).kind).toBe('decided');
  });

  test('a unit that is disconnected is in nobody’s way', () => {
    expect(decide(connect(), worldOf(neighbour(municipal), disconnected('neighbour'))).kind).toBe('decided');
  });

  test('a unit whose channel is deleted counts: the channel may be restored', () => {
    const world = worldOf(connected({ fields: someFields(municipal) }), deleted);
    expect(faults(connect({ channel: other }), world)).toEqual(['other-organisation-in-team']);
  });

  test('the team’s only unit may change its organisation', () => {
    expect(decide(connect({ fields: someFields(municipal) }), worldOf(connected())).kind).toBe('decided');
  });

  test('units of other teams are of no concern', () => {
    const team = aTeam({ id: 'other' });
    const elsewhere = connected({ unit: 'other', channel: other, team, fields: someFields(municipal) });
    expect(decide(connect(), worldOf(elsewhere)).kind).toBe('decided');
  });
});

describe('the coordination channel', () => {
  const fields = someFields({ isCoordination: true });
  const lead = connected({ fields });

  test('is made by a coordinator only', () => {
    expect(faults(connect({ fields }))).toEqual(['not-coordinator']);
    expect(faults(connect({ fields }), worldOf(connected()))).toEqual(['not-coordinator']);
    expect(decide(connect({ fields, isCoordinator: true })).kind).toBe('decided');
  });

  test('may have its fields changed by its members while it is connected', () => {
    expect(decide(connect({ fields }), worldOf(lead)).kind).toBe('decided');
  });

  test('takes a coordinator to become it again after it was disconnected', () => {
    expect(faults(connect({ fields }), worldOf(lead, disconnected()))).toEqual(['not-coordinator']);
  });

  test('may be more than one', () => {
    const second = connect({ fields, isCoordinator: true, channel: other });
    expect(decide(second, worldOf(lead)).kind).toBe('decided');
  });
});

describe('what a connection tells', () => {
  const lead = connected({
    unit: 'lead',
    channel: { id: 'lead', name: 'Samordning' },
    team: aTeam({ id: 'lead-team' }),
    fields: someFields({ isCoordination: true }),
  });

  test.each([
    ['new', []],
    ['back after it was disconnected', [connected({ unit: 'new' }), disconnected('new')]],
  ])('a test to the unit, and news to the coordinators, where it is %s', (_what, events) => {
    expect(noticesOf(decide(connect(), worldOf(lead, ...events)))).toEqual([
      'test post test → unit:new',
      'coordination post coordinators → unit:lead',
    ]);
  });

  test('a test and nothing else where only its fields are changed', () => {
    expect(noticesOf(decide(connect(), worldOf(lead, connected())))).toEqual(['test post test → unit:ward']);
  });

  test('a test and nothing else where no coordinator can be reached', () => {
    const world = { ...worldOf(), configuredCoordinators: ['anna'] };
    expect(noticesOf(decide(connect(), world))).toEqual(['test post test → unit:new']);
  });

  test('of the first coordination channel: news to the coordinators’ own chats', () => {
    const world = { ...worldOf(seen()), configuredCoordinators: ['anna'] };
    const command = connect({ fields: someFields({ isCoordination: true }), isCoordinator: true });
    expect(noticesOf(decide(command, world))).toEqual([
      'test post test → unit:new',
      'coordination post coordinators → person:anna',
    ]);
  });
});

describe('disconnecting a unit', () => {
  const disconnect: DirectoryCommand = { kind: 'disconnect', act: anAct(), unit: 'ward' };

  test.each([
    ['connected', [connected()]],
    ['deleted', [connected(), deleted]],
  ])('is done where it is %s, and told nobody', (_state, events) => {
    const { events: written, notices } = recordOf(decide(disconnect, worldOf(...events)));
    expect(written).toEqual([{ kind: 'unitDisconnected', act: disconnect.act, unit: 'ward' }]);
    expect(notices).toEqual([]);
  });

  test('is refused where there is no such unit, or it is done already', () => {
    expect(faults(disconnect)).toEqual(['no-such-unit']);
    expect(refusalsOf(decide(disconnect, worldOf(connected(), disconnected())))).toEqual([
      { kind: 'unit-disconnected-already' },
    ]);
  });
});

describe('a team that units share', () => {
  const confirm: DirectoryCommand = { kind: 'confirm-shared-team', act: anAct(), team: 'team' };

  test('waits for a coordinator’s word, and is confirmed once', () => {
    const world = worldOf(connected(), neighbour());
    expect(unconfirmed(world)).toEqual(['team']);
    expect(unconfirmed(done(world, confirm))).toEqual([]);
  });

  test('waits anew where a unit comes that the coordinator did not know of, not where fields are changed', () => {
    const world = done(worldOf(connected(), neighbour()), confirm);
    expect(unconfirmed(done(world, connect()))).toEqual([]);
    expect(unconfirmed(done(world, connect({ channel: other })))).toEqual(['team']);
  });

  test('is not agreed to before there are two', () => {
    expect(faults(confirm, worldOf(neighbour()))).toEqual(['no-such-unit']);
  });

  test.each([
    ['one unit', [connected()]],
    ['one unit that is connected still', [connected(), neighbour(), disconnected()]],
    ['no unit', []],
  ])('is none with %s', (_what, events) => {
    expect(unconfirmed(worldOf(...events))).toEqual([]);
  });

  test('that nobody knows cannot be confirmed', () => {
    expect(faults(confirm)).toEqual(['no-such-unit']);
  });
});

describe('choosing where one works', () => {
  test('is kept of the one who chose', () => {
    const chosen = { careSetting: 'inpatient-somatic', organisation: 'region', unit: 'ward' } as const;
    const { people } = done(worldOf(connected()), choose(chosen)).directory;
    expect(people.get('anna')?.profile).toEqual(chosen);
  });

  test('of nothing is a choice too', () => {
    const world = done(worldOf(), choose({ organisation: 'timra' }), choose({}));
    expect(world.directory.people.get('anna')?.profile).toEqual({});
  });

  test.each([
    [
      'a ward in a municipality',
      { careSetting: 'inpatient-somatic', organisation: 'timra' },
      ['careSetting other-organisation'],
    ],
    [
      'municipal care in the region',
      { careSetting: 'municipality', organisation: 'region' },
      ['careSetting other-organisation'],
    ],
    [
      'a ward and another organisation than its own',
      { organisation: 'timra', unit: 'ward' },
      ['unit other-organisation'],
    ],
    ['a unit that nobody knows', { unit: 'other' }, ['unit missing']],
    ['a unit that is disconnected', { unit: 'gone' }, ['unit missing']],
    [
      'two things wrong',
      { careSetting: 'municipality', organisation: 'region', unit: 'gone' },
      ['careSetting other-organisation', 'unit missing'],
    ],
  ] as const)('is refused: %s', (_what, chosen, expected) => {
    const gone = connected({ unit: 'gone', channel: { id: 'gone', name: 'Borta' } });
    expect(faults(choose(chosen), worldOf(connected(), gone, disconnected('gone')))).toEqual(expected);
  });
});

describe('coordinators', () => {
  test('are added and removed', () => {
    const world = done(worldOf(), add('bo'), add('eva'));
    expect(ids(world)).toEqual(['bo', 'eva']);
    expect(ids(done(world, remove('bo')))).toEqual(['eva']);
  });

  test('are not added twice, nor where the configuration names them', () => {
    expect(faults(add('bo'), worldOf(added('bo')))).toEqual(['coordinator-already']);
    expect(faults(add('bo'), { ...worldOf(), configuredCoordinators: ['BO'] })).toEqual([
      'coordinator-already',
    ]);
  });

  test.each([
    ['somebody who is none', 'eva', [], [added('bo'), added('anna')], 'no-such-coordinator'],
    ['one of the configuration', 'bo', ['bo'], [added('anna')], 'configured-coordinator'],
    [
      'one of the configuration who was added too',
      'bo',
      ['bo'],
      [added('bo'), added('anna')],
      'configured-coordinator',
    ],
    ['the last one', 'bo', [], [added('bo')], 'last-coordinator'],
  ])('are not removed: %s', (_what, person, configured, events, refusal) => {
    const world = { ...worldOf(...events), configuredCoordinators: configured };
    expect(faults(remove(person), world)).toEqual([refusal]);
  });

  test('may all be removed who were added while the configuration names one', () => {
    const world = { ...worldOf(added('bo')), configuredCoordinators: ['anna'] };
    expect(ids(done(world, remove('bo')))).toEqual([]);
  });
});

describe('a form that was sent before', () => {
  const act = anAct({ form: { id: 'once', digest: 'this' } });
  const other = anAct({ form: { id: 'once', digest: 'that' } });

  test('is not carried out again, also where it would be refused now', () => {
    const world = done(worldOf(), connect({ act }));
    expect(decide(connect({ act }), world)).toEqual({ kind: 'repeated' });
    const disconnect: DirectoryCommand = { kind: 'disconnect', act, unit: 'new' };
    expect(decide(disconnect, done(world, { ...disconnect, act: anAct() }))).toEqual({ kind: 'repeated' });
  });

  test('is refused with other content, whatever it was used for', () => {
    expect(refusalsOf(decide(connect({ act: other }), done(worldOf(), connect({ act }))))).toEqual([
      { kind: 'form-used', act },
    ]);
    expect(refusalsOf(decide(connect({ act: other }), after(declare({ act }))))).toEqual([
      { kind: 'form-used', act },
    ]);
  });
});
