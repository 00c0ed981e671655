import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createConnector } from '../../src/teams/connector.ts';
import { isMicrosoftConnector } from '../../src/teams/service-url.ts';
import { question, serviceUrl } from '../support/activities.ts';
import type { Misbehaviour } from '../support/misbehave.ts';
import { outsideWith } from '../support/outside-with.ts';
import { startBot } from '../support/start-bot.ts';
import { connectorHost, startTeamsDouble, tokenHost } from '../support/teams-double.ts';

const botToken = () => Promise.resolve('the-bots-own-token');
const noToken = () => Promise.reject(new Error('Nobody should ask.'));
const status = (code: number, extra: object = {}): Misbehaviour => ({
  kind: 'status',
  status: code,
  ...extra,
});
const limits = { sendTimeoutMs: 150, sendBudgetMs: 600, loginTimeoutMs: 100 };

describe('posting an answer', () => {
  test('the bot’s own token goes along, fetched once', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    await Promise.all([double.deliver(bot, question('hjälp')), double.deliver(bot, question('hjälp'))]);
    expect(double.connector.calls.map(({ authorization }) => authorization)).toEqual([
      'Bearer the-bots-own-token',
      'Bearer the-bots-own-token',
    ]);
    expect(double.called.filter((url) => url.includes('/oauth2/v2.0/token'))).toHaveLength(1);
    expect(bot.logged()).not.toContain('the-bots-own-token');
  });

  test.each<[string, Misbehaviour[], number]>([
    ['429 that says when', [status(429, { code: 'Throttled', retryAfter: '0' })], 2],
    ['429 that does not say when', [status(429), status(429)], 3],
    ['412, another operation under way', [status(412, { code: 'PreconditionFailed' })], 2],
  ])('is tried again after %s, which did nothing', async (_case, troubles, calls) => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    troubles.forEach(double.connector.next);
    expect((await double.deliver(bot, question('hjälp'))).status).toBe(200);
    expect(double.connector.calls).toHaveLength(calls);
    expect(double.connector.messages()).toHaveLength(1);
  });

  test.each<[string, Misbehaviour]>([
    ['500', status(500)],
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['silence', { kind: 'hang' }],
    ['a dropped connection', { kind: 'drop' }],
  ])('is not repeated after %s: Teams may have taken the message', async (_case, trouble) => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    double.connector.next({ ...trouble, kept: true });
    expect((await double.deliver(bot, question('hjälp'))).status).toBe(200);
    expect(double.connector.calls).toHaveLength(1);
    expect(double.connector.messages()).toHaveLength(1);
    expect(bot.logged()).toMatch(/"failed":"[\w-]+".*"reached":"maybe"/);
  });

  test.each<[string, Misbehaviour]>([
    ['a bad argument', status(400, { code: 'BadArgument' })],
    ['an unknown bot', status(401)],
    ['a blocked conversation', status(403, { code: 'ConversationBlockedByUser' })],
    ['a conversation that is gone', status(404, { code: 'ConversationNotFound' })],
    ['too large a message', status(413, { code: 'MessageSizeTooBig' })],
    ['a wait longer than the turn', status(429, { retryAfter: '3600' })],
  ])('is given up after %s', async (_case, trouble) => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    double.connector.next(trouble);
    expect((await double.deliver(bot, question('hjälp'))).status).toBe(200);
    expect(double.connector.calls).toHaveLength(1);
    expect(bot.logged()).toContain(`"status":${trouble.kind === 'status' ? trouble.status : 0}`);
  });

  test('is given up after four tries', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    for (let n = 0; n < 10; n += 1) double.connector.next(status(429));
    await double.deliver(bot, question('hjälp'));
    expect(double.connector.calls).toHaveLength(4);
  });

  test('a login that is silent costs the answer, not the bot', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    double.troubles.set(tokenHost, { kind: 'hang' });
    expect((await double.deliver(bot, question('hjälp'))).status).toBe(200);
    expect(bot.logged()).toContain('"failed":"login"');
    double.troubles.clear();
    await double.deliver(bot, question('hjälp'));
    expect(double.connector.messages()).toHaveLength(1);
  });

  test('does not follow the connector elsewhere', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    double.connector.next({ kind: 'redirect', to: 'https://evil.example/' });
    await double.deliver(bot, question('hjälp'));
    expect(double.connector.calls).toHaveLength(1);
    expect(double.called.join('\n')).not.toContain('evil');
    expect(bot.logged()).toContain('"failed":"broken-off"');
  });

  test('calls are counted by their result', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits });
    double.connector.next(status(429));
    double.connector.next({ kind: 'hang' });
    await double.deliver(bot, question('hjälp'));
    await double.deliver(bot, question('hjälp'));
    const metrics = await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text();
    expect(metrics).toContain('bot_connector_calls_total{method="POST",status="429"} 1');
    expect(metrics).toContain('bot_connector_calls_total{method="POST",status="timeout"} 1');
    expect(metrics).toContain('bot_connector_calls_total{method="POST",status="201"} 1');
  });

  test('answers go to the service URL that the activity came from', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    await double.deliver(bot, question('hjälp', { id: 'f:1' }));
    expect(double.called.at(-1)).toBe(`${serviceUrl}v3/conversations/a%3Apersonal/activities/f%3A1`);
  });
});

describe('a call to the connector', () => {
  test('to a host that is not allowed is not made, and no token is fetched for it', async () => {
    await using double = await startTeamsDouble();
    const security = { botToken: noToken, isAllowedServiceUrl: isMicrosoftConnector };
    const call = createConnector(security, outsideWith(double.fetch));
    const url = 'https://evil.example/v3/conversations/a/activities';
    await expect(call({ method: 'POST', url, body: '{}' })).rejects.toMatchObject({
      errorCode: 'host',
      reached: 'no',
    });
    expect(double.called).toEqual([]);
  });

  test.each<[string, Misbehaviour]>([
    ['502', status(502)],
    ['503', status(503)],
    ['504', status(504)],
    ['429', status(429)],
    ['412', status(412)],
    ['silence', { kind: 'hang' }],
    ['a dropped connection', { kind: 'drop' }],
  ])('that edits or removes a message is made again after %s: twice is as once', async (_case, trouble) => {
    await using double = await startTeamsDouble();
    const security = { botToken, isAllowedServiceUrl: isMicrosoftConnector };
    const call = createConnector(security, outsideWith(double.fetch));
    const url = `${serviceUrl}v3/conversations/a/activities`;
    const body = JSON.stringify({ type: 'message', text: 'hej' });
    const created = await call({ method: 'POST', url, body });
    const { id } = z.object({ id: z.string() }).parse(JSON.parse(created.body));
    for (const method of ['PUT', 'DELETE']) {
      const before = double.connector.calls.length;
      double.connector.next(trouble);
      const edited = await call({ method, url: `${url}/${id}`, body });
      expect(edited.status).toBe(200);
      expect(double.connector.calls.length - before).toBe(2);
    }
    expect(double.connector.messages()).toEqual([]);
  });

  test('to an address where nobody answers is tried four times, whatever it is', async () => {
    await using double = await startTeamsDouble();
    double.troubles.set(connectorHost, { kind: 'unreachable' });
    const security = { botToken, isAllowedServiceUrl: isMicrosoftConnector };
    const call = createConnector(security, outsideWith(double.fetch));
    const url = `${serviceUrl}v3/conversations/a/activities`;
    await expect(call({ method: 'POST', url, body: '{}' })).rejects.toMatchObject({
      errorCode: 'unreachable',
      reached: 'no',
    });
    expect(double.called).toHaveLength(4);
  });
});

test('Teams’ double splits a text beside a card in two and gives no id, as Teams does', async () => {
  await using double = await startTeamsDouble();
  const response = await double.fetch(`${serviceUrl}v3/conversations/a/activities`, {
    method: 'POST',
    headers: { authorization: 'Bearer the-bots-own-token' },
    body: JSON.stringify({
      type: 'message',
      text: 'hej',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: {} }],
    }),
  });
  expect([response.status, await response.json()]).toEqual([202, {}]);
  expect(double.connector.messages()).toHaveLength(2);
});
