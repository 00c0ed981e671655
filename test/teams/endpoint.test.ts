import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import pino from 'pino';
import { describe, expect, test } from 'vitest';
import type { Bot } from '../../src/app/bot.ts';
import { connectTeams, createEndpoint } from '../../src/teams/endpoint.ts';
import { activity, execute, question, searchFor, tenantId } from '../support/activities.ts';
import { outsideWith } from '../support/outside-with.ts';
import { startBot } from '../support/start-bot.ts';
import { connectorHost, messagesUrl, post, startTeamsDouble } from '../support/teams-double.ts';

const hear = (): never => {
  throw new RangeError('a text that no log may have');
};
/** A bot that fails at everything it is asked. */
const failing: Bot = { hear, press: hear, greet: hear, search: hear, sighted: () => Promise.resolve() };
/** A connector that accepts everything, and keeps what it is told. */
const takeInto =
  (sent: string[]): typeof fetch =>
  (_url, init) => {
    sent.push(JSON.stringify(init?.body));
    return Promise.resolve(Response.json({ id: '1' }));
  };
const at = (conversation: string, changes = {}) =>
  question('hjälp', {
    conversation: { id: conversation, conversationType: 'personal', tenantId },
    ...changes,
  });

describe('an activity that comes again', () => {
  test('is answered as the first time, and nothing is done twice', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    const asked = question('hjälp');
    const answers = [await double.deliver(bot, asked), await double.deliver(bot, asked)];
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(double.connector.messages()).toHaveLength(1);
  });

  test('while the first is under way waits for it', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    const release = double.connector.hold();
    const asked = question('hjälp');
    const both = Promise.all([double.deliver(bot, asked), double.deliver(bot, asked)]);
    await double.connector.reached(1);
    release();
    expect((await both).map(({ status }) => status)).toEqual([200, 200]);
    expect(double.connector.messages()).toHaveLength(1);
  });

  test('is handled anew when nothing of the first time can have arrived', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits: { sendBudgetMs: 50 } });
    const asked = question('hjälp');
    double.troubles.set(connectorHost, { kind: 'unreachable' });
    await double.deliver(bot, asked);
    double.troubles.delete(connectorHost);
    await double.deliver(bot, asked);
    await double.deliver(bot, asked);
    expect(double.connector.messages()).toHaveLength(1);
  });

  test('after ten minutes is a new one', async () => {
    await using double = await startTeamsDouble();
    let minutes = 0;
    await using bot = await startBot(double, { now: () => new Date(Date.now() + minutes * 60_000) });
    const asked = question('hjälp');
    await double.deliver(bot, asked);
    minutes = 11;
    await double.deliver(bot, asked);
    expect(double.connector.messages()).toHaveLength(2);
  });

  test('in another conversation is another one', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    await double.deliver(bot, at('a:1', { id: 'same' }));
    await double.deliver(bot, at('a:2', { id: 'same' }));
    expect(double.connector.messages()).toHaveLength(2);
  });

  test('is forgotten when too many others have come', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits: { rememberMost: 2 } });
    for (const id of ['1', '2', '3', '1', '3']) await double.deliver(bot, question('hjälp', { id }));
    expect(double.connector.messages()).toHaveLength(4);
  });

  test('without an id cannot be known', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    const asked = question('hjälp', { id: undefined });
    await double.deliver(bot, asked);
    await double.deliver(bot, asked);
    expect(double.connector.messages()).toHaveLength(2);
  });
});

describe('turns', () => {
  test('of one conversation are taken one at a time, those of others beside them', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    const release = double.connector.hold();
    const all = ['a:1', 'a:1', 'a:1', 'a:2'].map((id) => double.deliver(bot, at(id)));
    await double.connector.reached(2);
    expect(new Set(double.connector.calls.map(({ path }) => decodeURIComponent(path).split('/')[5]))).toEqual(
      new Set(['a:1', 'a:2']),
    );
    release();
    await Promise.all(all);
    expect(double.connector.calls).toHaveLength(4);
  });

  test('that wait in too great a number for one conversation are refused, and may come again', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, { limits: { waitingMost: 1 } });
    const release = double.connector.hold();
    const first = double.deliver(bot, at('a:1'));
    await double.connector.reached(1);
    const others = [at('a:1'), at('a:1')].map((one) => double.deliver(bot, one));
    expect((await Promise.race(others)).status).toBe(429);
    release();
    const statuses = (await Promise.all([first, ...others])).map(({ status }) => status);
    expect(statuses.toSorted((one, other) => one - other)).toEqual([200, 200, 429]);
    expect((await double.deliver(bot, at('a:1'))).status).toBe(200);
  });

  test('that send nothing are answered at once, whatever is being sent', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    const release = double.connector.hold();
    const asked = double.deliver(bot, question('hjälp'));
    await double.connector.reached(1);
    expect((await double.deliver(bot, execute('help.choose', { intent: 'call.who' }))).status).toBe(200);
    release();
    await asked;
  });

  test('that fail do not hold up the next', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double);
    double.connector.next({ kind: 'drop' });
    await double.deliver(bot, at('a:1'));
    await double.deliver(bot, at('a:1'));
    expect(double.connector.messages()).toHaveLength(1);
  });
});

describe('a fault of the bot’s own', () => {
  test('is told to the one who asked, and logged by its place alone', async () => {
    await using double = await startTeamsDouble();
    const lines: string[] = [];
    const log = pino({}, { write: (line) => void lines.push(line) });
    const outside = outsideWith(double.fetch, { log });
    const here = { serviceUrl: 'http://localhost:1/' };
    const sent: string[] = [];
    const listening = { ...outside, fetch: takeInto(sent) };
    const identity = { kind: 'anonymous' } as const;
    const callConnector = connectTeams(identity, listening);
    const { receive } = createEndpoint(
      { identity, tenants: 'anyone', bot: failing, callConnector },
      listening,
    );
    expect(await receive(undefined, question('hjälp', here))).toEqual({ status: 200 });
    expect(sent.join('')).toContain('Det blev fel hos mig');
    expect(await receive(undefined, { ...execute('help.choose', { intent: 'help' }), ...here })).toEqual({
      status: 200,
      body: {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringMatching(/^Det blev fel hos mig/),
      },
    });
    expect(await receive(undefined, { ...searchFor('ånge'), ...here })).toEqual({
      status: 200,
      body: { composeExtension: { type: 'message', text: expect.stringMatching(/^Det blev fel hos mig/) } },
    });
    expect(lines.join('')).toMatch(/"fault":"RangeError","at":\["at Object.hear/);
    expect(lines.join('')).not.toContain('a text that');
  });
});

describe('stopping', () => {
  test('does not begin what waits: it may come again', async () => {
    await using double = await startTeamsDouble();
    const bot = await startBot(double);
    const release = double.connector.hold();
    const first = double.deliver(bot, at('a:1'));
    await double.connector.reached(1);
    const waiting = [double.deliver(bot, at('a:1')), double.deliver(bot, at('a:1'))];
    // Answered without being sent, so the two before it are through the door and in line.
    await double.deliver(bot, execute('help.choose', { intent: 'help' }));
    const stopped = bot[Symbol.asyncDispose]();
    release();
    expect((await first).status).toBe(200);
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([429, 429]);
    await stopped;
    expect(double.connector.messages()).toHaveLength(1);
  });

  test('finishes the turn under way and answers it, and takes no more', async () => {
    await using double = await startTeamsDouble();
    const bot = await startBot(double);
    const release = double.connector.hold();
    const asked = double.deliver(bot, question('hjälp'));
    await double.connector.reached(1);
    const stopped = bot[Symbol.asyncDispose]();
    await expect(fetch(messagesUrl(bot))).rejects.toThrow('fetch failed');
    release();
    expect((await asked).status).toBe(200);
    await stopped;
    expect(double.connector.messages()).toHaveLength(1);
    expect(bot.logged()).toMatch(/"turn"[^]*"stopped"/);
  });

  test('finishes the turn of one who has hung up', async () => {
    await using double = await startTeamsDouble();
    const bot = await startBot(double);
    const release = double.connector.hold();
    const asked = question('hjälp');
    const hangUp = new AbortController();
    const request = fetch(messagesUrl(bot), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await double.tokenFor(asked)}`,
      },
      body: JSON.stringify(asked),
      signal: hangUp.signal,
    });
    await double.connector.reached(1);
    hangUp.abort();
    await expect(request).rejects.toThrow('aborted');
    const stopped = bot[Symbol.asyncDispose]();
    release();
    await stopped;
    expect(bot.logged()).toContain('"outcome":"answered"');
  });
});

describe('tenants', () => {
  test('those that are listed are let in, in any case of letters', async () => {
    await using double = await startTeamsDouble();
    const id = 'abcdefab-cdef-4bcd-8fab-cdefabcdefab';
    await using bot = await startBot(double, { config: { tenants: new Map([[id, []]]) } });
    const tenant = { id: id.toUpperCase() };
    const conversation = { id: 'a:1', conversationType: 'personal' };
    expect((await double.deliver(bot, activity({ conversation, channelData: { tenant } }))).status).toBe(200);
    expect((await double.deliver(bot, question('hjälp'))).status).toBe(403);
  });

  test('a tenant’s one organisation is its people’s: whose part of the routine is answered from', async () => {
    await using double = await startTeamsDouble();
    const tenants = new Map([[tenantId, ['ange'] as const]]);
    await using bot = await startBot(double, { config: { tenants } });
    await using anyones = await startBot(double);
    await double.deliver(bot, question('vad ska jag lämna över?'));
    await double.deliver(anyones, question('vad ska jag lämna över?'));
    const [ofAnge, ofAnyone] = double.connector.messages();
    expect(ofAnge?.attachments).not.toEqual(ofAnyone?.attachments);
  });
});

describe('a bot without identity, on a developer’s own machine', () => {
  const anonymous = { config: { identity: { kind: 'anonymous' }, tenants: 'anyone' } } as const;

  test('answers whoever is on the machine, without any token', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, anonymous);
    const asked = question('hjälp', { serviceUrl: 'http://localhost:56150/_connector' });
    expect((await post(bot, asked)).status).toBe(200);
    expect(double.called).toHaveLength(1);
    expect(double.called[0]).toMatch(/^http:\/\/localhost:56150\/_connector\/v3\//);
  });

  test('turns away a web page that had its own name lead to this machine', async () => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, anonymous);
    const asked = JSON.stringify(question('hjälp', { serviceUrl: 'http://localhost:56150/_connector' }));
    const request = httpRequest({
      host: '127.0.0.1',
      port: bot.port,
      path: '/api/messages',
      method: 'POST',
      headers: { host: 'evil.example:3978', 'content-type': 'application/json' },
    });
    request.end(asked);
    const [response] = await once(request, 'response');
    expect(response.statusCode).toBe(403);
    expect(double.called).toEqual([]);
  });

  test.each([
    'https://smba.trafficmanager.net/emea/',
    'https://evil.example/',
    'http://10.0.0.1/',
    'http://localhost.evil.example/',
  ])('sends nothing to %s', async (serviceUrl) => {
    await using double = await startTeamsDouble();
    await using bot = await startBot(double, anonymous);
    expect((await post(bot, question('hjälp', { serviceUrl }))).status).toBe(403);
    expect(double.called).toEqual([]);
  });
});
