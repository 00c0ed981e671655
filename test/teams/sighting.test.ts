import { describe, expect, test } from 'vitest';
import { readIncoming } from '../../src/teams/incoming.ts';
import { sightingsOf } from '../../src/teams/sighting.ts';
import {
  activity,
  avdelning24,
  botId,
  botRemoved,
  channelQuestion,
  execute,
  generalChannel,
  inChannel,
  inChatOf,
  installInTeam,
  megan,
  placeEvent,
  question,
  serviceUrl,
  spChannel,
  tenantId,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { read } from '../support/read-activity.ts';

const seen = (activity: TestActivity) => sightingsOf(read(activity), readIncoming(read(activity)));
const team = {
  id: avdelning24.id,
  groupId: avdelning24.aadGroupId,
  name: 'Avdelning 24',
  tenant: tenantId,
  serviceUrl,
};
const megansChat = {
  kind: 'person',
  person: { id: megan.aadObjectId, name: 'Megan Samordnare' },
  tenant: tenantId,
  chat: { conversation: `a:${megan.aadObjectId}`, serviceUrl },
};

describe('in a team', () => {
  test.each<[string, TestActivity, readonly object[]]>([
    ['a question', channelQuestion('hjälp'), [{ kind: 'team', team, channel: spChannel }]],
    ['a button', execute('help.choose', {}, inChannel()), [{ kind: 'team', team, channel: spChannel }]],
    [
      'a question in the channel that every team has',
      question('hjälp', inChannel(generalChannel(avdelning24))),
      [{ kind: 'team', team, channel: { id: avdelning24.id, name: 'Allmänt' } }],
    ],
    [
      'a question in a channel that Teams does not name',
      question('hjälp', inChannel({ id: spChannel.id })),
      [{ kind: 'team', team }],
    ],
    ['the app put in', installInTeam('add'), [{ kind: 'installed', team }]],
    ['the app taken out', installInTeam('remove'), [{ kind: 'removed', team: team.id }]],
    ['the app upgraded', installInTeam('add-upgrade'), [{ kind: 'team', team }]],
    ['the bot among those who left', botRemoved(), [{ kind: 'removed', team: team.id }]],
    ['the team deleted', placeEvent('teamDeleted'), [{ kind: 'removed', team: team.id }]],
    ['the team there again', placeEvent('teamRestored'), [{ kind: 'team', team }]],
    [
      'the team renamed',
      placeEvent('teamRenamed', { ...spChannel, team: { ...avdelning24, name: 'Avdelning 25' } }),
      [{ kind: 'team', team: { ...team, name: 'Avdelning 25' } }],
    ],
    [
      'a channel renamed',
      placeEvent('channelRenamed', { id: spChannel.id, name: 'Avbrott' }),
      [
        { kind: 'team', team },
        { kind: 'channel-renamed', channel: { id: spChannel.id, name: 'Avbrott' } },
      ],
    ],
    [
      'a channel renamed, to what Teams does not say',
      placeEvent('channelRenamed', { id: spChannel.id }),
      [{ kind: 'team', team }],
    ],
    [
      'a channel deleted',
      placeEvent('channelDeleted'),
      [
        { kind: 'team', team },
        { kind: 'channel-deleted', channel: spChannel.id },
      ],
    ],
    [
      'a channel there again',
      placeEvent('channelRestored'),
      [
        { kind: 'team', team },
        { kind: 'channel-restored', channel: spChannel.id },
      ],
    ],
    ['a channel made', placeEvent('channelCreated'), [{ kind: 'team', team }]],
  ])('%s', (_case, activity, sightings) => {
    expect(seen(activity)).toEqual(sightings);
  });

  test('a new service URL is told by whatever comes next', () => {
    const moved = 'https://smba.trafficmanager.net/amer/';
    expect(seen(channelQuestion('hjälp', { serviceUrl: moved }))).toMatchObject([
      { kind: 'team', team: { serviceUrl: moved } },
    ]);
  });
});

describe('in a personal chat', () => {
  test.each<[string, TestActivity, readonly object[]]>([
    ['a question', question('hjälp', inChatOf(megan)), [megansChat]],
    ['a button', execute('help.choose', {}, inChatOf(megan)), [megansChat]],
    [
      'the app put in',
      activity({ type: 'installationUpdate', action: 'add', ...inChatOf(megan) }),
      [megansChat],
    ],
    [
      'the app taken out',
      activity({ type: 'installationUpdate', action: 'remove', ...inChatOf(megan) }),
      [{ kind: 'person-left', person: megan.aadObjectId }],
    ],
    ['the bot itself', activity({ type: 'conversationUpdate', from: { id: botId } }), []],
  ])('%s', (_case, activity, sightings) => {
    expect(seen(activity)).toEqual(sightings);
  });
});

test('a group chat tells nothing: nothing can be connected to it', () => {
  const conversation = { conversationType: 'groupChat', isGroup: true, tenantId, id: '19:group@thread.v2' };
  expect(seen(question('hjälp', { conversation }))).toEqual([]);
});
