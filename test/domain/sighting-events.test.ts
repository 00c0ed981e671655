import { describe, expect, test } from 'vitest';
import type { DirectorySighting } from '../../src/domain/directory-command.ts';
import type { DirectoryEvent, Team } from '../../src/domain/directory-event.ts';
import type { Directory } from '../../src/domain/directory.ts';
import { evolveDirectory } from '../../src/domain/evolve-directory.ts';
import { sightingEvents } from '../../src/domain/sighting-events.ts';
import { aTeam, connected, directoryOf, disconnected, seen } from '../support/build-directory.ts';
import { hour, noon } from '../support/build-outage.ts';

const now = noon + hour;
const news = (sighting: DirectorySighting, directory: Directory) => sightingEvents(sighting, directory, now);
const inTeam = (team: Partial<Team> = {}, channelName?: string): DirectorySighting => ({
  kind: 'team',
  team: aTeam(team),
  ...(channelName !== undefined && { channel: { id: 'channel', name: channelName } }),
});
const inChat = (
  overrides: Partial<Extract<DirectorySighting, { kind: 'person' }>> = {},
): DirectorySighting => {
  const { person, tenant, chat } = seen();
  return { kind: 'person', person, tenant, chat, ...overrides };
};
const of = (kind: 'channel-deleted' | 'channel-restored', channel = 'channel'): DirectorySighting => ({
  kind,
  channel,
});
const renamed = (name: string, id = 'channel'): DirectorySighting => ({
  kind: 'channel-renamed',
  channel: { id, name },
});
const removed: DirectoryEvent = { kind: 'appRemoved', at: noon, team: 'team' };
const deleted: DirectoryEvent = { kind: 'channelDeleted', at: noon, channel: 'channel' };
const withoutGroup = ({ groupId: _groupId, ...team }: Team): Team => team;

describe('an activity in a team', () => {
  test('tells of a team that nobody knew', () => {
    expect(news(inTeam(), directoryOf())).toEqual([{ kind: 'teamSeen', at: now, team: aTeam() }]);
  });

  test.each([
    ['all is as it was', inTeam({}, 'Lifecare')],
    ['Teams leaves out the team’s name', inTeam({ name: '' })],
    ['Teams leaves out the group', { kind: 'team', team: withoutGroup(aTeam()) } as const],
    ['Teams leaves out the tenant and the address', inTeam({ tenant: '', serviceUrl: '' })],
    ['Teams leaves out the channel’s name', inTeam({}, '')],
    [
      'it is in a channel that is no unit’s',
      { kind: 'team', team: aTeam(), channel: { id: 'other', name: 'X' } } as const,
    ],
  ])('tells nothing where %s', (_what, sighting) => {
    expect(news(sighting, directoryOf(connected()))).toEqual([]);
  });

  test.each([
    ['name', { name: 'Kirurgi' }],
    ['address', { serviceUrl: 'https://example.org/new/' }],
    ['group', { groupId: 'another' }],
    ['tenant', { tenant: 'another' }],
  ])('tells of a new %s', (_what, change) => {
    expect(news(inTeam(change), directoryOf(connected()))).toEqual([
      { kind: 'teamSeen', at: now, team: aTeam(change) },
    ]);
  });

  test('tells what is new without losing what is left out', () => {
    const sighting: DirectorySighting = {
      kind: 'team',
      team: withoutGroup(aTeam({ name: '', serviceUrl: 'https://example.org/new/' })),
    };
    expect(news(sighting, directoryOf(connected()))).toEqual([
      { kind: 'teamSeen', at: now, team: aTeam({ serviceUrl: 'https://example.org/new/' }) },
    ]);
  });

  test('proves that the app is there, where it was thought to be gone', () => {
    expect(news(inTeam({ name: '' }), directoryOf(connected(), removed))).toEqual([
      { kind: 'appInstalled', at: now, team: aTeam() },
    ]);
  });

  test('tells the new name of a unit’s channel', () => {
    expect(news(inTeam({}, 'Avbrott'), directoryOf(connected()))).toEqual([
      { kind: 'channelRenamed', at: now, channel: { id: 'channel', name: 'Avbrott' } },
    ]);
  });

  test('proves that its channel is there, where it was thought to be deleted', () => {
    expect(news(inTeam({}, 'Lifecare'), directoryOf(connected(), deleted))).toEqual([
      { kind: 'channelRestored', at: now, channel: 'channel' },
    ]);
  });
});

describe('the app', () => {
  test.each([
    ['nobody knew', []],
    ['it was removed', [connected(), removed]],
    ['it was believed to be installed', [connected()]],
  ])('is installed, and it is told, where %s', (_what, events) => {
    const sighting: DirectorySighting = { kind: 'installed', team: aTeam() };
    expect(news(sighting, directoryOf(...events))).toEqual([
      { kind: 'appInstalled', at: now, team: aTeam() },
    ]);
  });

  test('is installed in a team whose name stays known', () => {
    const sighting: DirectorySighting = { kind: 'installed', team: aTeam({ name: '' }) };
    expect(news(sighting, directoryOf(connected()))).toEqual([
      { kind: 'appInstalled', at: now, team: aTeam() },
    ]);
  });

  test.each([
    ['told where it was installed', [connected()], [{ kind: 'appRemoved', at: now, team: 'team' }]],
    ['no news where it was removed already', [connected(), removed], []],
    ['no news of a team that nobody knows', [], []],
  ])('is removed: %s', (_what, events, told) => {
    expect(news({ kind: 'removed', team: 'team' }, directoryOf(...events))).toEqual(told);
  });
});

describe('what becomes of a channel', () => {
  test.each([
    ['deleted', of('channel-deleted'), [connected()], 'channelDeleted'],
    ['restored', of('channel-restored'), [connected(), deleted], 'channelRestored'],
    ['renamed', renamed('Avbrott'), [connected()], 'channelRenamed'],
    ['renamed while it is disconnected', renamed('Avbrott'), [connected(), disconnected()], 'channelRenamed'],
  ])('is told of a unit’s channel: %s', (_what, sighting, events, kind) => {
    expect(news(sighting, directoryOf(...events))).toMatchObject([{ kind, at: now }]);
  });

  test.each([
    ['deleted twice', of('channel-deleted'), [connected(), deleted]],
    ['deleted when disconnected', of('channel-deleted'), [connected(), disconnected()]],
    ['restored while it is there', of('channel-restored'), [connected()]],
    ['renamed to what it is called', renamed('Lifecare'), [connected()]],
    ['renamed to nothing', renamed(''), [connected()]],
    ['deleted, another', of('channel-deleted', 'other'), [connected()]],
    ['restored, another', of('channel-restored', 'other'), [connected(), deleted]],
    ['renamed, another', renamed('Avbrott', 'other'), [connected()]],
  ])('is no news: %s', (_what, sighting, events) => {
    expect(news(sighting, directoryOf(...events))).toEqual([]);
  });
});

describe('somebody in their own chat', () => {
  const chat = { conversation: 'chat-anna', serviceUrl: 'https://example.org/new/' };

  test.each([
    ['nobody knew', inChat(), []],
    ['has a new name', inChat({ person: { id: 'anna', name: 'Anna Berg' } }), [seen()]],
    ['has a chat at a new address', inChat({ chat }), [seen()]],
    ['has another chat', inChat({ chat: { ...chat, conversation: 'chat-2' } }), [seen()]],
    ['is back', inChat(), [seen(), { kind: 'personLeft', at: noon, person: 'anna' } as const]],
  ])('is told of who %s', (_what, sighting, events) => {
    expect(news(sighting, directoryOf(...events))).toEqual([{ ...sighting, kind: 'personSeen', at: now }]);
  });

  test.each([
    ['all is as it was', inChat()],
    ['Teams leaves out the name', inChat({ person: { id: 'anna', name: '' } })],
    ['Teams leaves out the tenant', inChat({ tenant: '' })],
  ])('is no news where %s', (_what, sighting) => {
    expect(news(sighting, directoryOf(seen()))).toEqual([]);
  });

  test('keeps the name that Teams leaves out when the address is new', () => {
    expect(news(inChat({ chat, person: { id: 'anna', name: '' } }), directoryOf(seen()))).toMatchObject([
      { person: { id: 'anna', name: 'Anna' }, chat },
    ]);
  });

  test('who takes the app out is told of once', () => {
    const sighting: DirectorySighting = { kind: 'person-left', person: 'anna' };
    const there = directoryOf(seen());
    const left = news(sighting, there);
    expect(left).toEqual([{ kind: 'personLeft', at: now, person: 'anna' }]);
    expect(news(sighting, evolveDirectory(there, left))).toEqual([]);
    expect(news(sighting, directoryOf())).toEqual([]);
  });
});

test('what was told once is no news any more, but for an installation', () => {
  const sightings: readonly DirectorySighting[] = [
    inTeam({ name: 'Kirurgi' }, 'Avbrott'),
    inChat({ person: { id: 'bo', name: 'Bo' } }),
    { kind: 'channel-deleted', channel: 'channel' },
    { kind: 'removed', team: 'team' },
  ];
  for (const sighting of sightings) {
    const before = directoryOf(connected());
    const told = news(sighting, before);
    expect(told, sighting.kind).not.toEqual([]);
    expect(news(sighting, evolveDirectory(before, told)), sighting.kind).toEqual([]);
  }
});
