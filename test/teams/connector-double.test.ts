import { describe, expect, test } from 'vitest';
import { asa, avdelning24, chatOf, serviceUrl, someone, tenantId } from '../support/activities.ts';
import { seededRandom, troublesBy } from '../support/misbehave.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

const channel = '19:sp@thread.tacv2';

/** A request as the bot makes it: the status, and the error's code where there is one. */
async function request(double: TeamsDouble, method: string, path: string, body?: object) {
  const response = await double.fetch(`${serviceUrl}v3/conversations${path}`, {
    method,
    headers: { authorization: 'Bearer the-bots-own-token' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const answered: unknown = await response.json();
  return { status: response.status, retryAfter: response.headers.get('retry-after'), answered };
}
const run = (seed: number): readonly number[] => Array.from({ length: 20 }, seededRandom(seed));
const text = (said: string): object => ({ type: 'message', text: said });
const begin = (double: TeamsDouble, said: string) =>
  request(double, 'POST', '', {
    isGroup: true,
    tenantId,
    channelData: { channel: { id: channel } },
    activity: text(said),
  });

describe('Teams’ double', () => {
  test('keeps each channel’s threads with their replies and edits', async () => {
    await using double = await startTeamsDouble();
    const { answered } = await begin(double, 'Avbrott');
    const [thread] = double.connector.channelPosts(channel);
    expect(answered).toEqual({ id: `${channel};messageid=${thread?.id}`, activityId: thread?.id });
    const at = `/${encodeURIComponent(`${channel};messageid=${thread?.id}`)}/activities`;
    await request(double, 'POST', at, text('Nytt'));
    await request(double, 'PUT', `${at}/${thread?.id}`, text('Avslutat'));
    expect(double.connector.channelPosts(channel)).toEqual([
      { id: thread?.id, message: text('Avslutat'), edits: 1, replies: [text('Nytt')] },
    ]);
    expect(double.connector.channelPosts('19:annan@thread.tacv2')).toEqual([]);
    expect(double.connector.counts()).toEqual({ thread: 1, message: 1, edit: 1, removal: 0, members: 0 });
  });

  test('knows a message in its own conversation alone', async () => {
    await using double = await startTeamsDouble();
    await begin(double, 'Avbrott');
    const id = double.connector.channelPosts(channel)[0]?.id;
    expect(await request(double, 'PUT', `/a%3Aannan/activities/${id}`, text('x'))).toMatchObject({
      status: 404,
      answered: { error: { code: 'ActivityNotFoundInConversation' } },
    });
  });

  test('lets the bot into a team as long as the app is there', async () => {
    await using double = await startTeamsDouble();
    const { places } = double.connector;
    places.addTeam(avdelning24.id, [channel], [asa, someone(7)]);
    places.removeApp(avdelning24.id);
    const refused = { status: 403, answered: { error: { code: 'BotNotInConversationRoster' } } };
    expect(await begin(double, 'Avbrott')).toMatchObject(refused);
    const members = `/${encodeURIComponent(avdelning24.id)}/members`;
    expect(await request(double, 'GET', members)).toMatchObject(refused);
    places.installApp(avdelning24.id);
    expect(await begin(double, 'Avbrott')).toMatchObject({ status: 201 });
    expect(await request(double, 'GET', members)).toMatchObject({ answered: [asa, someone(7)] });
  });

  test('has no channel that is deleted until it is restored', async () => {
    await using double = await startTeamsDouble();
    double.connector.places.deleteChannel(channel);
    expect(await begin(double, 'Avbrott')).toMatchObject({
      status: 404,
      answered: { error: { code: 'ConversationNotFound' } },
    });
    double.connector.places.restoreChannel(channel);
    expect(await begin(double, 'Avbrott')).toMatchObject({ status: 201 });
  });

  test('keeps a chat that is blocked', async () => {
    await using double = await startTeamsDouble();
    const chat = `/${encodeURIComponent(chatOf(asa))}/activities`;
    double.connector.places.block(chatOf(asa), 'ConversationBlockedByUser');
    expect(await request(double, 'POST', chat, text('x'))).toMatchObject({ status: 403 });
    double.connector.places.unblock(chatOf(asa));
    expect(await request(double, 'POST', chat, text('x'))).toMatchObject({ status: 201 });
    expect(double.connector.messagesIn(chatOf(asa))).toEqual([text('x')]);
  });

  test.each([
    ['of the app', { perApp: 3 }],
    ['of a conversation', { perConversation: 3 }],
  ])('takes no more in a second than the limit %s', async (_case, limit) => {
    await using double = await startTeamsDouble();
    double.connector.enforce(limit);
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => begin(double, `${n}`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.find(({ status }) => status === 429)).toMatchObject({ retryAfter: '1' });
    expect(double.connector.mostPerSecond()).toBe(5);
  });

  test('fails as often as it is told, the same way each time', async () => {
    await using double = await startTeamsDouble();
    double.connector.troubled({ seed: 7, failedBefore: 0.5, failedAfter: 0.5 });
    const statuses = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map((n) => begin(double, `${n}`)));
    expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([502]));
    const kept = double.connector.channelPosts(channel).length;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(8);
    double.connector.troubled(undefined);
    expect(await begin(double, 'Avbrott')).toMatchObject({ status: 201 });
  });
});

describe('troubles by chance', () => {
  test('come in the shares asked for', () => {
    const next = troublesBy({
      seed: 1,
      throttled: 0.1,
      retryAfterSeconds: 2,
      failedBefore: 0.1,
      failedAfter: 0.1,
      droppedBefore: 0.1,
      droppedAfter: 0.1,
    });
    const counts = new Map<string, number>();
    for (let n = 0; n < 10_000; n += 1) {
      const trouble = JSON.stringify(next() ?? 'none');
      counts.set(trouble, (counts.get(trouble) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const [trouble, count] of counts) {
      expect(Math.abs(count - (trouble === '"none"' ? 5_000 : 1_000)), trouble).toBeLessThan(150);
    }
  });

  test('are the same for the same seed, and others for another', () => {
    expect(run(3)).toEqual(run(3));
    expect(run(3)).not.toEqual(run(4));
  });
});
