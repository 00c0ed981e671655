import { describe, expect, test } from 'vitest';
import { directoryEventSchema } from '../../src/domain/directory-event.ts';
import type { DirectoryEvent } from '../../src/domain/directory-event.ts';
import { emptyDirectory, evolveDirectory } from '../../src/domain/evolve-directory.ts';
import {
  aTeam,
  added,
  connected,
  directoryOf,
  disconnected,
  seen,
  someFields,
} from '../support/build-directory.ts';
import { aNotice, anAct, hour, noon } from '../support/build-outage.ts';

const installed = (at = noon): DirectoryEvent => ({ kind: 'appInstalled', at, team: aTeam() });
const removed: DirectoryEvent = { kind: 'appRemoved', at: noon, team: 'team' };
const channel = 'channel';
const opened = (outage: string, isDrill: boolean): DirectoryEvent => ({
  kind: 'outageOpened',
  at: noon,
  outage,
  isDrill,
});
/** When and by whom the unit was connected, after the events. */
const since = (...events: readonly DirectoryEvent[]) => directoryOf(...events).units.get('ward')?.connected;
const deleted: DirectoryEvent = { kind: 'channelDeleted', at: noon, channel };
const restored: DirectoryEvent = { kind: 'channelRestored', at: noon, channel };
const profileChosen = (profile: object): DirectoryEvent =>
  directoryEventSchema.parse({ kind: 'profileChosen', act: anAct(), ...profile });

describe('a unit', () => {
  test('is what its channel was connected as', () => {
    const event = connected();
    expect(directoryOf(event).units.get('ward')).toEqual({
      ...someFields(),
      id: 'ward',
      channel: { id: 'channel', name: 'Lifecare' },
      team: 'team',
      state: 'connected',
      connected: event.act,
    });
  });

  test('has the fields of the last connection, and none that was left out of it', () => {
    const again = connected({
      fields: { name: 'Avdelning 13', organisation: 'region', isCoordination: false },
    });
    const unit = directoryOf(
      connected({ fields: someFields({ directNumber: '060-18 10 00' }) }),
      again,
    ).units.get('ward');
    expect(unit).toMatchObject({ name: 'Avdelning 13', state: 'connected' });
    expect(unit).not.toHaveProperty('careSetting');
    expect(unit).not.toHaveProperty('directNumber');
  });

  test('was connected when it first was, or was again: changed fields are no new connection', () => {
    const [first, changed, again] = [connected(), connected(), connected()];
    expect(since(first, changed)).toEqual(first.act);
    expect(since(first, deleted, changed)).toEqual(first.act);
    expect(since(first, disconnected(), again)).toEqual(again.act);
  });

  test('is connected again after it was disconnected', () => {
    expect(directoryOf(connected(), disconnected()).units.get('ward')?.state).toBe('disconnected');
    expect(directoryOf(connected(), disconnected(), connected()).units.get('ward')?.state).toBe('connected');
  });

  test.each([
    ['is out of reach while its channel is deleted', [connected(), deleted], 'channel-deleted'],
    ['is connected when its channel is restored', [connected(), deleted, restored], 'connected'],
    [
      'stays disconnected when its channel is deleted',
      [connected(), disconnected(), deleted],
      'disconnected',
    ],
    [
      'stays disconnected when its channel is restored',
      [connected(), deleted, disconnected(), restored],
      'disconnected',
    ],
  ])('%s', (_what, events, state) => {
    expect(directoryOf(...events).units.get('ward')?.state).toBe(state);
  });

  test('keeps its own name when its channel is renamed', () => {
    const renamed: DirectoryEvent = {
      kind: 'channelRenamed',
      at: noon,
      channel: { id: 'channel', name: 'Avbrott' },
    };
    expect(directoryOf(connected(), renamed).units.get('ward')).toMatchObject({
      name: 'Avdelning 12',
      channel: { id: 'channel', name: 'Avbrott' },
    });
  });

  test('is not touched by what happens to another channel', () => {
    const others: readonly DirectoryEvent[] = [
      { kind: 'channelDeleted', at: noon, channel: 'other' },
      { kind: 'channelRenamed', at: noon, channel: { id: 'other', name: 'Annan' } },
      { kind: 'unitDisconnected', act: anAct(), unit: 'other' },
    ];
    const before = directoryOf(connected());
    expect(evolveDirectory(before, others).units).toEqual(before.units);
  });
});

describe('a team', () => {
  test('is known from the first connection in it, and has the app', () => {
    expect(directoryOf(connected()).teams.get('team')).toEqual({ ...aTeam(), isInstalled: true });
  });

  test('has the app again where somebody connects after it was removed', () => {
    const { teams } = directoryOf(connected(), removed, connected());
    expect(teams.get('team')?.isInstalled).toBe(true);
  });

  test('keeps the name and group that a connection does not tell', () => {
    const { groupId: _groupId, ...nameless } = aTeam({ name: '', serviceUrl: 'https://example.org/new/' });
    expect(directoryOf(connected(), connected({ team: nameless })).teams.get('team')).toMatchObject({
      name: 'Medicin Sundsvall',
      groupId: 'group',
      serviceUrl: 'https://example.org/new/',
    });
  });

  test('remembers when the app was last installed', () => {
    expect(directoryOf(installed(), installed(noon + hour)).teams.get('team')).toMatchObject({
      isInstalled: true,
      installedAt: noon + hour,
    });
  });

  test('has no app after it was removed, also when the team is seen', () => {
    const sighted: DirectoryEvent = { kind: 'teamSeen', at: noon, team: aTeam({ name: 'Kirurgi' }) };
    expect(directoryOf(installed(), removed, sighted).teams.get('team')).toMatchObject({
      isInstalled: false,
      name: 'Kirurgi',
    });
  });

  test('stays confirmed as shared, whatever is learnt of it', () => {
    const act = anAct();
    const confirmed: DirectoryEvent = { kind: 'sharedTeamConfirmed', act, team: 'team' };
    const { teams } = directoryOf(connected(), confirmed, installed(), connected());
    expect(teams.get('team')?.sharingConfirmed).toEqual(act);
  });

  test('that nobody knows cannot lose the app', () => {
    expect(directoryOf(removed).teams.size).toBe(0);
  });
});

describe('a person', () => {
  const chat = { conversation: 'new', serviceUrl: 'https://example.org/new/' };

  test('is known by the newest chat, and keeps the profile', () => {
    const { people } = directoryOf(seen(), profileChosen({ organisation: 'timra' }), seen({ chat }));
    expect(people.get('anna')).toEqual({
      id: 'anna',
      name: 'Anna',
      tenant: 'tenant',
      chat,
      profile: { organisation: 'timra' },
    });
  });

  test('who took the app out has no chat and keeps the profile', () => {
    const left: DirectoryEvent = { kind: 'personLeft', at: noon, person: 'anna' };
    expect(directoryOf(seen(), profileChosen({ organisation: 'timra' }), left).people.get('anna')).toEqual({
      id: 'anna',
      name: 'Anna',
      tenant: 'tenant',
      profile: { organisation: 'timra' },
    });
    expect(directoryOf(left).people.size).toBe(0);
  });

  test('has the profile of the last choice, and nothing of the one before', () => {
    const events = [
      profileChosen({ careSetting: 'primary-care', unit: 'ward' }),
      profileChosen({ organisation: 'ange' }),
    ];
    expect(directoryOf(...events).people.get('anna')?.profile).toEqual({ organisation: 'ange' });
  });
});

test('coordinators are added and removed', () => {
  const removal: DirectoryEvent = { kind: 'coordinatorRemoved', act: anAct(), person: 'bo' };
  const { coordinators } = directoryOf(added('bo', 'Bo'), added('eva', 'Eva'), removal);
  expect([...coordinators].map(([id, { name }]) => [id, name])).toEqual([['eva', 'Eva']]);
});

test('an outage is open until it is settled', () => {
  const events: readonly DirectoryEvent[] = [
    opened('o1', false),
    opened('drill', true),
    { kind: 'outageSettled', at: noon, outage: 'o1' },
  ];
  expect([...directoryOf(...events).openOutages]).toEqual([['drill', { isDrill: true, at: noon }]]);
});

test('every form that somebody filled in is remembered', () => {
  const act = anAct();
  const events: readonly DirectoryEvent[] = [
    connected({ act }),
    { kind: 'unitDisconnected', act: anAct({ form: { id: 'second', digest: '' } }), unit: 'ward' },
  ];
  const { forms } = directoryOf(...events);
  expect([...forms.keys()]).toEqual([act.form.id, 'second']);
  expect(forms.get(act.form.id)).toEqual(act);
});

describe('a batch of events', () => {
  const events = [
    seen(),
    connected(),
    aNotice({ recipients: ['unit:ward'] }),
    deleted,
    disconnected(),
    added('bo'),
  ];

  test('leaves the directory before it as it was', () => {
    evolveDirectory(emptyDirectory, events);
    expect(emptyDirectory).toEqual({
      ...emptyDirectory,
      units: new Map(),
      teams: new Map(),
      people: new Map(),
    });
    const before = directoryOf(connected());
    evolveDirectory(before, [deleted, removed]);
    expect(before.units.get('ward')?.state).toBe('connected');
    expect(before.teams.get('team')?.isInstalled).toBe(true);
  });

  test('comes to the same as its events one by one', () => {
    const oneByOne = events.reduce((directory, event) => evolveDirectory(directory, [event]), emptyDirectory);
    expect(directoryOf(...events)).toEqual(oneByOne);
  });

  test('of notices alone copies nothing but the outbox', () => {
    const before = directoryOf(connected());
    const after = evolveDirectory(before, [aNotice({ recipients: ['unit:ward'] })]);
    expect(after.outbox.lastNumber).toBe(1);
    expect(after.units).toBe(before.units);
    expect(before.outbox.lastNumber).toBe(0);
  });
});
