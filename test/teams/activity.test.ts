import { describe, expect, test } from 'vitest';
import { activitySchema } from '../../src/teams/activity.ts';
import { activity, avdelning24, channelQuestion, spChannel, tenantId } from '../support/activities.ts';
import { read } from '../support/read-activity.ts';

describe('what is kept of an activity', () => {
  test('is who acts, and the team and channel it is in', () => {
    expect(read(channelQuestion('hjälp'))).toMatchObject({
      from: { name: 'Åsa Öberg', aadObjectId: '33333333-3333-4333-8333-000000000001' },
      channelData: { tenant: { id: tenantId }, team: avdelning24, channel: spChannel },
    });
  });

  test('is nothing that nobody reads', () => {
    const odd = { note: 'fritext', name: 'x' };
    const kept = read(
      activity({
        from: { id: '29:x', name: 'X', email: 'fritext' },
        conversation: { id: 'a:1', topic: 'fritext' },
        membersAdded: [{ id: '29:y', ...odd }],
        membersRemoved: [{ id: '29:z', ...odd }],
        summary: 'fritext',
        channelData: {
          team: { id: 't', description: 'fritext' },
          channel: { id: 'c', topic: 'fritext' },
          settings: { selectedChannel: { id: 'c', ...odd }, theme: 'fritext' },
          onBehalfOf: 'fritext',
        },
      }),
    );
    expect(JSON.stringify(kept)).not.toContain('fritext');
    expect(kept.membersAdded).toEqual([{ id: '29:y' }]);
  });

  test('is of a name as much as a name can be long', () => {
    const kept = read(
      activity({
        channelData: { team: { id: 't', name: ` ${'å'.repeat(5_000)}` }, channel: { id: 'c', name: ' ' } },
      }),
    );
    expect(kept.channelData?.team?.name).toBe('å'.repeat(300));
    expect(kept.channelData?.channel).toEqual({ id: 'c', name: undefined, type: undefined });
  });

  test('is of a name nothing that is a patient’s identity, and no half of a character', () => {
    const kept = read(
      activity({
        from: { id: '29:x', name: 'Åsa 811218-9876 \ud800' },
        conversation: { id: 'a:1', name: 'Om 19811218-9876' },
        channelData: {
          team: { id: 't', name: 'Pat 811218 9876' },
          channel: { id: 'c', name: '811218-9876' },
          settings: { selectedChannel: { id: 'c', name: '811218-9876' } },
        },
        locale: 'sv-19811218-9876',
      }),
    );
    expect(JSON.stringify(kept)).not.toMatch(/811218|\\ud800/);
    expect(kept.from?.name).toBe('Åsa •••• \uFFFD');
    expect(kept.channelData?.team?.name).toBe('Pat ••••');
  });
});

test.each(['en-GB', 'sv', 'sv-SE', 'zh-Hant-TW', 'es-419'])('the language %s is one', (locale) => {
  expect(read(activity({ locale })).locale).toBe(locale);
});

test.each([
  ['half a character', '\udc00'],
  ['a line break', 'a\nb'],
  ['a sign that turns the text around', 'a\u202Eb'],
  ['what a card’s template would look for', 'a${title}'],
])('an id with %s in it is none', (_case, odd) => {
  const inPlaces = [{ id: odd }, { conversation: { id: odd } }, { from: { id: odd } }, { replyToId: odd }];
  for (const changes of inPlaces) expect(activitySchema.safeParse(activity(changes)).success).toBe(false);
});

test.each<[string, object]>([
  ['a team that is a text', { channelData: { team: 'Avdelning 24' } }],
  ['a team without id', { channelData: { team: { name: 'Avdelning 24' } } }],
  ['a channel of null', { channelData: { channel: null } }],
  ['a channel whose name is a number', { channelData: { channel: { id: 'c', name: 24 } } }],
  ['settings that are a list', { channelData: { settings: [] } }],
  ['members that are an object', { membersAdded: {}, membersRemoved: 'alla' }],
  ['a member without id', { membersRemoved: [{}] }],
  ['an Entra id that is a number', { from: { id: '29:x', aadObjectId: 7 } }],
  ['an Entra id that is a list', { from: { id: '29:x', aadObjectId: 'a,b,,c' } }],
  ['a conversation whose name is a list', { conversation: { id: 'a:1', name: [] } }],
])('a message with %s is read all the same, without it', (_case, changes) => {
  expect(activitySchema.safeParse(activity({ text: 'hjälp', ...changes })).data?.text).toBe('hjälp');
});
