import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Courier, Place, Sent } from '../../src/delivery/courier.ts';
import type { Root } from '../../src/domain/notice-event.ts';
import { createCourier } from '../../src/teams/courier.ts';
import { asa, chatOf, serviceUrl, tenantId } from '../support/activities.ts';
import { connectorTo } from '../support/connector-to.ts';
import type { Trouble } from '../support/misbehave.ts';
import { outsideWith } from '../support/outside-with.ts';
import { connectorHost, startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

const view = z.object({ title: z.string() });
const show = (stored: unknown) => {
  const { title } = view.parse(stored);
  return { card: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: title }] } };
};

const courierTo = (double: TeamsDouble): Courier =>
  createCourier(connectorTo(outsideWith(double.fetch)), show, { sendBudgetMs: 500 });

/** A courier whose Teams answers with this, whatever is sent. */
const courierAnswered = (body: string): Courier =>
  createCourier(() => Promise.resolve({ status: 201, body }), show, { sendBudgetMs: 500 });

const channelId = '19:sp@thread.tacv2';
const channel: Place = { kind: 'channel', conversation: channelId, serviceUrl, tenant: tenantId };
const chat: Place = { ...channel, kind: 'chat', conversation: chatOf(asa) };
const message = (title = 'Avbrott sedan 03.05') => ({ card: { title }, text: `${title} (1)` });
const posted = (title = 'Avbrott sedan 03.05') => ({
  type: 'message',
  summary: `${title} (1)`,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: title }] },
    },
  ],
});

function rootOf(sent: Sent): Root {
  if (sent.kind !== 'sent' || sent.root === undefined) throw new Error(`No root: ${JSON.stringify(sent)}`);
  return sent.root;
}

describe('a post', () => {
  test('in a channel begins a thread, and is the card alone with what a phone shows of it', async () => {
    await using double = await startTeamsDouble();
    const sent = await courierTo(double).post(channel, message());
    const [thread] = double.connector.channelPosts(channelId);
    expect(thread?.message).toEqual(posted());
    expect(sent).toEqual({
      kind: 'sent',
      root: { conversation: `${channelId};messageid=${thread?.id}`, activity: thread?.id },
    });
    expect(double.connector.calls[0]).toMatchObject({
      method: 'POST',
      path: `/emea/${tenantId}/v3/conversations`,
      body: {
        isGroup: true,
        tenantId,
        channelData: { channel: { id: channelId }, tenant: { id: tenantId } },
      },
    });
  });

  test('in a personal chat is a message there, raised in the activity feed', async () => {
    await using double = await startTeamsDouble();
    const sent = await courierTo(double).post(chat, message());
    expect(double.connector.messagesIn(chatOf(asa))).toEqual([
      { ...posted(), channelData: { notification: { alert: true } } },
    ]);
    expect(rootOf(sent).conversation).toBe(chatOf(asa));
  });

  test.each(['https://smba.trafficmanager.net/emea', 'https://smba.trafficmanager.net/emea//'])(
    'goes to the right address of %s',
    async (address) => {
      await using double = await startTeamsDouble();
      await courierTo(double).post({ ...channel, serviceUrl: address }, message());
      expect(double.called).toEqual(['https://smba.trafficmanager.net/emea/v3/conversations']);
    },
  );

  test('whose view cannot be shown is not sent, and says so', async () => {
    await using double = await startTeamsDouble();
    const sent = await courierTo(double).post(channel, { card: { heading: 'gammal' }, text: 'x' });
    expect(sent).toEqual({ kind: 'failed', failure: { errorCode: 'fault', reached: 'no' } });
    expect(double.called).toEqual([]);
  });
});

describe('a thread', () => {
  test.each([
    ['in a channel', channel],
    ['in a personal chat', chat],
  ])('%s is edited where it began, and replied to in words alone', async (_case, place) => {
    await using double = await startTeamsDouble();
    const courier = courierTo(double);
    const root = rootOf(await courier.post(place, message()));
    expect(await courier.edit(place, root, message('Avslutat 05.10'))).toEqual({ kind: 'sent', root });
    expect(await courier.reply(place, root, 'Klart *nu*')).toEqual({ kind: 'sent' });
    expect(double.connector.messagesIn(root.conversation)).toMatchObject([
      posted('Avslutat 05.10'),
      { type: 'message', text: 'Klart *nu*', textFormat: 'plain', summary: 'Klart *nu*' },
    ]);
  });

  test('whose first post was taken away cannot be edited', async () => {
    await using double = await startTeamsDouble();
    const courier = courierTo(double);
    const root = rootOf(await courier.post(channel, message()));
    double.connector.forget(root.activity);
    expect(await courier.edit(channel, root, message())).toEqual({
      kind: 'failed',
      failure: { errorCode: 'ActivityNotFoundInConversation', status: 404, reached: 'no' },
    });
  });
});

describe('a request that fails is made once, whatever it is', () => {
  test.each<[string, Trouble, object]>([
    [
      'throttled',
      { kind: 'status', status: 429, code: 'Throttled', retryAfter: '17' },
      { errorCode: 'Throttled', status: 429, reached: 'no', retryAfterMs: 17_000 },
    ],
    [
      'another operation under way',
      { kind: 'status', status: 412, code: 'PreconditionFailed' },
      { errorCode: 'PreconditionFailed', status: 412, reached: 'no' },
    ],
    [
      'the app removed',
      { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
      { errorCode: 'BotNotInConversationRoster', status: 403, reached: 'no' },
    ],
    [
      'Teams’ own silence',
      { kind: 'status', status: 408, code: 'RequestTimeout' },
      { errorCode: 'RequestTimeout', status: 408, reached: 'maybe' },
    ],
    ['502', { kind: 'status', status: 502 }, { errorCode: 'ServiceError', status: 502, reached: 'maybe' }],
    ['500', { kind: 'status', status: 500 }, { errorCode: 'ServiceError', status: 500, reached: 'maybe' }],
    ['silence', { kind: 'hang' }, { errorCode: 'timeout', reached: 'maybe' }],
    ['a dropped connection', { kind: 'drop' }, { errorCode: 'broken-off', reached: 'maybe' }],
  ])('%s', async (_case, trouble, failure) => {
    await using double = await startTeamsDouble();
    const courier = courierTo(double);
    const root = rootOf(await courier.post(channel, message()));
    for (const send of [
      () => courier.post(channel, message()),
      () => courier.post(chat, message()),
      () => courier.edit(channel, root, message()),
      () => courier.reply(channel, root, 'Nytt'),
    ]) {
      const before = double.connector.calls.length;
      double.connector.next(trouble);
      expect(await send()).toEqual({ kind: 'failed', failure });
      expect(double.connector.calls.length - before).toBe(1);
    }
  });

  test('nobody there', async () => {
    await using double = await startTeamsDouble();
    double.troubles.set(connectorHost, { kind: 'unreachable' });
    expect(await courierTo(double).post(channel, message())).toEqual({
      kind: 'failed',
      failure: { errorCode: 'unreachable', reached: 'no' },
    });
    expect(double.called).toHaveLength(1);
  });

  test('a host that is not Microsoft’s', async () => {
    await using double = await startTeamsDouble();
    const evil = { ...channel, serviceUrl: 'https://evil.example/' };
    expect(await courierTo(double).post(evil, message())).toEqual({
      kind: 'failed',
      failure: { errorCode: 'host', reached: 'no' },
    });
    expect(double.called).toEqual([]);
  });
});

describe('a success', () => {
  test.each(['', '{}', 'null', '[]', 'OK', '{"id":7}', '{"id":""}'])(
    'that answers %s is one, though nothing can be edited later',
    async (body) => {
      expect(await courierAnswered(body).post(channel, message())).toEqual({ kind: 'sent' });
      expect(await courierAnswered(body).post(chat, message())).toEqual({ kind: 'sent' });
    },
  );

  test.each([
    ['the thread and its first post', { id: `${channelId};messageid=7`, activityId: '7' }],
    ['the thread alone', { id: `${channelId};messageid=7` }],
    ['the channel and the first post', { id: channelId, activityId: '7' }],
    ['the first post alone', { activityId: '7' }],
  ])('that tells %s tells where the thread is', async (_case, ids) => {
    expect(await courierAnswered(JSON.stringify(ids)).post(channel, message())).toEqual({
      kind: 'sent',
      root: { conversation: `${channelId};messageid=7`, activity: '7' },
    });
  });
});
