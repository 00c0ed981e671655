import { describe, expect, test } from 'vitest';
import { whereaboutsOf } from '../../src/teams/whereabouts.ts';
import {
  activity,
  asa,
  avdelning24,
  channelQuestion,
  generalChannel,
  inChannel,
  inChatOf,
  installInTeam,
  megan,
  question,
  serviceUrl,
  spChannel,
  tenantId,
} from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { read } from '../support/read-activity.ts';

const whereabouts = (activity: TestActivity) => whereaboutsOf(read(activity));
const placeOf = (activity: TestActivity) => whereabouts(activity).place;

describe('who acts', () => {
  test('is known by the Entra id, and to the roster by the id of Teams', () => {
    expect(whereabouts(question('hjälp', { ...inChatOf(megan), id: 'the-id' }))).toEqual({
      person: { id: megan.aadObjectId, name: 'Megan Samordnare' },
      userId: megan.id,
      tenant: tenantId,
      activityId: 'the-id',
      serviceUrl,
      place: { kind: 'personal', conversation: `a:${megan.aadObjectId}` },
    });
  });

  test('is the same person however the Entra id is written', () => {
    const aadObjectId = 'ABCDEF00-3333-4333-8333-000000000001';
    expect(whereabouts(activity({ from: { ...asa, aadObjectId } })).person?.id).toBe(
      'abcdef00-3333-4333-8333-000000000001',
    );
  });

  test.each<[string, unknown]>([
    ['the bot itself', { id: '28:bot', name: 'Avbrottsboten' }],
    ['nobody', undefined],
  ])('is no person where Teams names %s', (_case, from) => {
    expect(whereabouts(activity({ from }))).not.toHaveProperty('person');
  });
});

describe('a channel', () => {
  test('is told with its team, the thread being what is answered in', () => {
    expect(placeOf(channelQuestion('hjälp'))).toEqual({
      kind: 'channel',
      conversation: '19:sp@thread.tacv2;messageid=1795373763454',
      channel: { id: '19:sp@thread.tacv2', name: 'Lifecare SP' },
      team: {
        id: avdelning24.id,
        groupId: avdelning24.aadGroupId,
        name: 'Avdelning 24',
        tenant: tenantId,
        serviceUrl,
      },
    });
  });

  test('that Teams does not name is the one that the thread is in', () => {
    const channelData = { tenant: { id: tenantId }, team: { id: avdelning24.id } };
    expect(placeOf(channelQuestion('hjälp', { channelData }))).toMatchObject({
      kind: 'channel',
      channel: { id: '19:sp@thread.tacv2', name: '' },
      team: { name: '' },
    });
  });

  test('that every team has is called what Swedish Teams calls it', () => {
    expect(placeOf(question('hjälp', inChannel(generalChannel(avdelning24))))).toMatchObject({
      channel: { id: avdelning24.id, name: 'Allmänt' },
    });
  });

  test('is the one that was chosen when the app is installed', () => {
    expect(placeOf(installInTeam('add'))).toMatchObject({ channel: spChannel, team: { id: avdelning24.id } });
  });

  test.each([
    ['standard', 'standard'],
    ['private', 'private'],
    ['Shared', 'shared'],
    ['unknownFutureValue', undefined],
    [undefined, undefined],
  ])('of the type %s is %s', (type, channelType) => {
    const place = placeOf(
      question('hjälp', inChannel({ ...spChannel, ...(type !== undefined && { type }) })),
    );
    expect(place.kind === 'channel' ? place.channelType : 'no channel').toBe(channelType);
  });
});

test.each<[string, object]>([
  ['a group chat', { conversationType: 'groupChat', isGroup: true, id: '19:group@thread.v2', tenantId }],
  [
    'a channel whose team is not told',
    { conversationType: 'channel', isGroup: true, id: '19:c@thread.tacv2' },
  ],
  ['a conversation of a new kind', { conversationType: 'något nytt', id: '19:x' }],
])('%s is a group', (_case, conversation) => {
  expect(placeOf(activity({ conversation }))).toMatchObject({ kind: 'group' });
});
