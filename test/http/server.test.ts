import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { activity, question } from '../support/activities.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';
import { messagesUrl, startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

let double: TeamsDouble;
let bot: TestBot;
let token: string;
beforeAll(async () => {
  double = await startTeamsDouble();
  bot = await startBot(double, { http: { body: { bytes: 64 * 1024, depth: 40, timeoutMs: 200 } } });
  token = await double.tokenFor(question(''));
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await double[Symbol.asyncDispose]();
});

async function get(path: string): Promise<[status: number, type: string | null, body: string]> {
  const response = await fetch(`http://127.0.0.1:${bot.port}${path}`);
  return [response.status, response.headers.get('content-type'), await response.text()];
}

/** Sends raw bytes, gives all that comes back until the bot closes. */
function raw(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(bot.port, '127.0.0.1', () => socket.write(text));
    const chunks: string[] = [];
    socket.setEncoding('utf8').on('data', (chunk) => chunks.push(String(chunk)));
    socket.on('close', () => resolve(chunks.join(''))).on('error', reject);
  });
}

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const asked = JSON.stringify(question('vem ringer jag?'));
const json = { 'content-type': 'application/json' };

type Odd = [
  body: string,
  status: number,
  text: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
];
const odd: Odd[] = [
  ['nothing', 400, '', json],
  ['half an object', 400, '{"type":', json],
  ['null', 400, 'null', json],
  ['a number', 400, '7', json],
  ['a text', 400, '"message"', json],
  ['a list', 400, `[${asked}]`, json],
  ['an empty object', 400, '{}', json],
  ['no conversation', 400, JSON.stringify(activity({ conversation: undefined })), json],
  ['a conversation without id', 400, JSON.stringify(activity({ conversation: { id: '' } })), json],
  ['an empty type', 400, JSON.stringify(activity({ type: '' })), json],
  ['a number for type', 400, JSON.stringify(activity({ type: 7 })), json],
  ['an object for text', 400, JSON.stringify(question('', { text: { a: 1 } })), json],
  ['a list for channel', 400, JSON.stringify(activity({ channelId: ['msteams'] })), json],
  ['an object for service URL', 400, JSON.stringify(activity({ serviceUrl: {} })), json],
  ['a text for entities', 400, JSON.stringify(activity({ entities: 'x' })), json],
  ['a text for tenant', 400, JSON.stringify(activity({ channelData: { tenant: 'x' } })), json],
  ['an id of a book’s length', 400, JSON.stringify(activity({ id: 'x'.repeat(3000) })), json],
  ['more levels than any card', 400, nested(42), json],
  ['twenty thousand levels', 400, nested(20_000), json],
  ['levels in a value', 400, JSON.stringify(activity({ value: JSON.parse(nested(60)) })), json],
  ['bytes that are no text', 400, new Uint8Array([0x22, 0xff, 0xfe, 0x22]), json],
  ['another prototype', 400, '{"__proto__":{"type":"message","conversation":{"id":"x"}}}', json],
  ['more than fits', 413, JSON.stringify('x'.repeat(70_000)), json],
  ['a form', 415, 'type=message&text=hej', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a form with files', 415, asked, { 'content-type': 'multipart/form-data; boundary=x' }],
  ['plain text', 415, asked, { 'content-type': 'text/plain' }],
  ['another alphabet', 415, asked, { 'content-type': 'application/json; charset=utf-16' }],
  ['something like JSON', 415, asked, { 'content-type': 'application/jsonp' }],
  ['something compressed', 415, new Uint8Array(gzipSync(asked)), { ...json, 'content-encoding': 'gzip' }],
  ['something said to be compressed', 415, asked, { ...json, 'content-encoding': 'gzip' }],
];

describe('a body is JSON, within bounds, and an activity', () => {
  test.each(odd)('%s is refused with %i though the token is good', async (_body, status, body, headers) => {
    const response = await fetch(messagesUrl(bot), {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...headers },
      body,
    });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/^\{"error":"[\w /]+"\}$/);
    expect(bot.logged()).not.toContain('"turn"');
    expect(double.connector.calls).toEqual([]);
  });

  test('of unknown length is refused when it is too long', async () => {
    const chunk = `8000\r\n${'x'.repeat(0x8000)}\r\n`;
    const answer = await raw(
      `POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n${chunk.repeat(3)}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('that does not come is waited for no longer than its time', async () => {
    const answer = await raw(
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"ty',
    );
    expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*\{"error":"too slow"\}$/);
  });

  test('that is broken off disturbs nobody', async () => {
    const socket = connect(bot.port, '127.0.0.1');
    socket.end(
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{"ty',
    );
    await new Promise((resolve) => socket.resume().on('close', resolve));
    expect((await fetch(`http://127.0.0.1:${bot.port}/health`)).status).toBe(200);
  });

  test.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'is taken as %s',
    async (type) => {
      const response = await fetch(messagesUrl(bot), {
        method: 'POST',
        headers: { 'content-type': type },
        body: asked,
      });
      expect(response.status).toBe(401);
    },
  );
});

describe('what the server tells of itself', () => {
  test.each<[string, string, number]>([
    ['GET', '/api/messages', 405],
    ['HEAD', '/api/messages', 405],
    ['PUT', '/api/messages', 405],
    ['DELETE', '/api/messages', 405],
    ['OPTIONS', '/api/messages', 405],
    ['POST', '/health', 405],
    ['GET', '/', 404],
    ['GET', '/api', 404],
    ['GET', '/API/messages', 404],
    ['POST', '/api/messages/', 404],
    ['GET', '/package.json', 404],
    ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404],
    ['GET', '/%', 404],
    ['GET', '/health?x=%', 200],
  ])('%s %s: %i', async (method, path, status) => {
    const response = await fetch(`http://127.0.0.1:${bot.port}${path}`, { method });
    const body = await response.text();
    expect(response.status).toBe(status);
    expect(`${[...response.headers].join('\n')}\n${body}`).not.toMatch(
      /restify|node|botbuilder|zod|jose|stack|\bat \/|\.[jt]s\b|express|server:|powered/i,
    );
  });

  test.each([
    ['not HTTP at all', 'hej\r\n\r\n'],
    [
      'two lengths',
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n',
    ],
    [
      'a length and chunks',
      'POST /api/messages HTTP/1.1\r\nhost: x\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['headers without end', `GET / HTTP/1.1\r\n${'x: y\r\n'.repeat(5000)}\r\n`],
  ])('%s is answered with 4xx and closed', async (_case, text) => {
    expect(await raw(text)).toMatch(/^HTTP\/1\.1 4\d\d /);
  });

  test.each(['[', 'a b', '%', '<x>', 'x:99999'])(
    'a Host of "%s" is refused and harms nobody',
    async (host) => {
      const answer = await raw(`GET /health HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect((await get('/health'))[0]).toBe(200);
    },
  );

  test.each(['http://[', 'http://', 'http://a b/'])(
    'a target of "%s" is refused and harms nobody',
    async (target) => {
      const answer = await raw(`GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect((await get('/health'))[0]).toBe(200);
    },
  );

  test('a connection that wants to become something else is closed', async () => {
    const upgrade =
      'GET /api/messages HTTP/1.1\r\nhost: x\r\nconnection: Upgrade\r\nupgrade: websocket\r\n\r\n';
    expect(await raw(upgrade)).toBe('');
  });

  test('it lives, it is ready, and what it counts is no person', async () => {
    expect(await get('/health')).toEqual([200, 'application/json; charset=utf-8', '{"status":"alive"}']);
    expect(await get('/ready')).toEqual([
      200,
      'application/json; charset=utf-8',
      '{"status":"ready","store":"ok","oldestUndeliveredNotice":null,"failedNotices":0}',
    ]);
    const [status, type, metrics] = await get('/metrics');
    expect([status, type]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(metrics).toMatch(/process_resident_memory_bytes \d+/);
    expect(metrics).not.toMatch(/personal|Öberg|ssk|a:|19:|[0-9a-f]{8}-/);
  });
});
