import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageNames, printablePages } from '../../src/text/printable-pages.ts';
import { question } from '../support/activities.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';
import { startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

let double: TeamsDouble;
let bot: TestBot;
let token: string;
beforeAll(async () => {
  double = await startTeamsDouble();
  bot = await startBot(double, { config: { publicUrl: 'https://avbrott.example' } });
  token = await double.tokenFor(question(''));
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await double[Symbol.asyncDispose]();
});

type Answered = { readonly status: number; readonly head: string; readonly body: string };

/** What is answered to bytes as they stand: every answer until the connection ends. */
async function answersTo(...lines: readonly string[]): Promise<readonly Answered[]> {
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(bot.port, '127.0.0.1', () => socket.write(lines.join('\r\n')));
    let all = '';
    socket.setEncoding('utf8').on('data', (chunk) => (all += String(chunk)));
    socket.on('close', () => resolve(all)).on('error', reject);
  });
  return text
    .split(/(?=^HTTP\/1\.1 )/m)
    .filter((answer) => answer !== '')
    .map((answer) => {
      const [head = '', ...body] = answer.split('\r\n\r\n');
      return { status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: body.join('\r\n\r\n') };
    });
}

/** The one answer to a GET of a target, with more headers. */
async function get(target: string, ...headers: readonly string[]): Promise<Answered> {
  const [only, ...others] = await answersTo(
    `GET ${target} HTTP/1.1`,
    ...(headers.some((header) => /^host:/i.test(header)) ? [] : ['host: avbrott.example']),
    ...headers,
    'connection: close',
    '',
    '',
  );
  expect(others).toEqual([]);
  return only ?? { status: 0, head: '', body: '' };
}

const page = pageNames.numbers.path;
const asked = JSON.stringify(question('vem ringer jag?'));
const postHead = (): readonly string[] => [
  'POST /api/messages HTTP/1.1',
  'host: x',
  'content-type: application/json',
  `authorization: Bearer ${token}`,
];
/** Nothing came as far as a turn. */
const expectNoTurn = (): void => expect(bot.logged()).not.toContain('"turn"');

describe('a page is got at by its path alone', () => {
  test.each([
    '/../etc/passwd',
    '/reservrutin/../../package.json',
    '/reservrutin/..%2f..%2fpackage.json',
    '/reservrutin/%2e%2e/%2e%2e/.env',
    '/reservrutin/..\\..\\.env',
    '/reservrutin%00.html',
    '/reservrutin/%c0%ae%c0%ae/',
    '//reservrutin',
    '//evil.example/reservrutin',
    '/reservrutin;x=1',
    '/RESERVRUTIN',
    '/.git/config',
    '/src/main.ts',
    '/data/directory.jsonl',
    '/__proto__',
    '/constructor',
    '/<script>alert(1)</script>',
    `/${'a'.repeat(8_000)}`,
  ])('%s is not there, and is not repeated', async (target) => {
    const { body, head, status } = await get(target);
    expect([400, 404]).toContain(status);
    expect(body).toMatch(/^\{"error":"(?:not found|not readable as a request)"\}$/);
    expect(head).not.toContain('location:');
  });

  test('a target that is longer than any is refused and the connection closed', async () => {
    expect((await get(`/${'a'.repeat(40_000)}`)).status).toBe(431);
  });

  test.each([
    ['a whole address', 'http://evil.example/reservrutin', []],
    ['another Host', page, ['host: evil.example']],
    [
      'what a proxy may say',
      page,
      [
        'x-forwarded-host: evil.example',
        'x-forwarded-proto: http',
        'x-forwarded-for: 127.0.0.1',
        'x-original-url: /metrics',
        'x-rewrite-url: /metrics',
        'x-http-method-override: DELETE',
        'forwarded: host=evil.example',
      ],
    ],
    ['a query', `${page}?a=<script>&__proto__[x]=1`, []],
    ['cookies and an origin', page, ['cookie: a=<b>', 'origin: https://evil.example']],
  ])('%s changes nothing of what is shown', async (_trick, target, headers) => {
    const usual = await get(page);
    const tricked = await get(target, ...headers);
    expect(tricked.status).toBe(200);
    expect(tricked.body).toBe(usual.body);
    expect(tricked.head).not.toMatch(/evil|access-control|set-cookie|location:/);
  });

  test.each([
    ['a part', 'range: bytes=0-1'],
    ['many parts', `range: bytes=${Array.from({ length: 500 }, (_none, at) => `${at}-`).join(',')}`],
    ['only if it has changed', 'if-none-match: *'],
    ['only if it is newer', 'if-modified-since: Fri, 01 Jan 2100 00:00:00 GMT'],
    ['it compressed', 'accept-encoding: gzip'],
    ['something else than HTML', 'accept: application/json'],
    ['it in another version', 'accept-version: ~9'],
  ])('whoever asks for %s gets all of it', async (_trick, header) => {
    const { body, status } = await get(page, header);
    expect([status, body]).toEqual([200, (await get(page)).body]);
  });

  test.each(['TRACE', 'CONNECT', 'PROPFIND', 'PATCH', 'PURGE', 'HELO'])(
    'by %s nothing is got',
    async (method) => {
      const answers = await answersTo(`${method} ${page} HTTP/1.1`, 'host: x', 'connection: close', '', '');
      // A CONNECT is not answered at all.
      for (const { body, status } of answers) {
        expect([400, 405]).toContain(status);
        expect(body).not.toContain('<html');
      }
    },
  );
});

describe('what every answer says of itself', () => {
  test.each(printablePages.map((id) => pageNames[id].path))(
    '%s is for no frame, no guess and no thief',
    async (path) => {
      const { head } = await get(path);
      for (const line of [
        'x-frame-options: deny',
        'x-content-type-options: nosniff',
        'referrer-policy: no-referrer',
        'strict-transport-security: max-age=31536000',
      ]) {
        expect(head).toContain(line);
      }
      expect(head).toMatch(
        /content-security-policy: default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'/,
      );
      expect(head).not.toMatch(/^(?:server|x-powered-by|etag|access-control-[a-z-]+|set-cookie):/m);
    },
  );

  test.each(['/health', '/ready', '/metrics', '/nothing', '/api/messages'])(
    '%s is not kept, not guessed at and tells no name',
    async (path) => {
      const { head } = await get(path);
      expect(head).toContain('cache-control: no-store');
      expect(head).toContain('x-content-type-options: nosniff');
      expect(head).not.toMatch(/^(?:server|x-powered-by|access-control-[a-z-]+|set-cookie):/m);
    },
  );

  test('a page that is reached without encryption does not claim to have it', async () => {
    await using plain = await startBot(double, { config: { publicUrl: 'http://avbrott.example' } });
    const { headers } = await fetch(`http://127.0.0.1:${plain.port}${page}`);
    expect(headers.has('strict-transport-security')).toBe(false);
    expect(headers.get('x-frame-options')).toBe('DENY');
  });
});

describe('a request within a request', () => {
  const inner = 'GET /metrics HTTP/1.1\r\nhost: x\r\n\r\n';
  test.each<[string, readonly string[]]>([
    [
      'two kinds of length',
      [`content-length: ${inner.length}`, 'transfer-encoding: chunked', '', `0\r\n\r\n${inner}`],
    ],
    ['two lengths in one', ['content-length: 0, 5', '', inner]],
    ['a length with a sign', ['content-length: +5', '', inner]],
    ['a length in hexadecimal', ['content-length: 0x5', '', inner]],
    ['a coding that is none', ['transfer-encoding: xchunked', '', `0\r\n\r\n${inner}`]],
    ['a coding behind a space', ['transfer-encoding : chunked', '', `0\r\n\r\n${inner}`]],
    ['codings that end otherwise', ['transfer-encoding: chunked, identity', '', `0\r\n\r\n${inner}`]],
    ['a header that goes on below', ['transfer-encoding:', ' chunked', 'content-length: 5', '', inner]],
    ['a chunk of no size', ['transfer-encoding: chunked', '', `-1\r\n${inner}`]],
    ['a line that ends in half', ['x: y\nhost: z', 'content-length: x', '', inner]],
  ])('by %s is not answered', async (_trick, rest) => {
    const answers = await answersTo(...postHead(), ...rest);
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(answers.map(({ body }) => body).join()).not.toContain('bot_');
    expectNoTurn();
  });

  test('behind a refused body is not answered', async () => {
    const answers = await answersTo(...postHead(), 'content-length: 999999999', '', inner);
    expect(answers.map(({ status }) => status)).toEqual([413]);
  });
});

describe('headers that come twice', () => {
  const body = [`content-length: ${Buffer.byteLength(asked)}`, 'connection: close', '', asked];
  test('a bad token before the good one is the one that counts', async () => {
    const [head, host, type, authorization] = postHead();
    const [answer] = await answersTo(
      head ?? '',
      host ?? '',
      type ?? '',
      'authorization: Bearer x',
      authorization ?? '',
      ...body,
    );
    expect(answer?.status).toBe(401);
    expectNoTurn();
  });

  test('two hosts are refused, as two types of body are not understood', async () => {
    const [head, , type, authorization] = postHead();
    const [form] = await answersTo(
      head ?? '',
      'host: x',
      'content-type: text/plain',
      type ?? '',
      authorization ?? '',
      ...body,
    );
    expect(form?.status).toBe(415);
    const [hosts] = await answersTo(
      'GET /health HTTP/1.1',
      'host: a',
      'host: b',
      'connection: close',
      '',
      '',
    );
    expect(hosts?.status).toBe(400);
    expectNoTurn();
  });

  test('a token anywhere else than in its header is none', async () => {
    const [answer] = await answersTo(
      `POST /api/messages?access_token=${token} HTTP/1.1`,
      'host: x',
      'content-type: application/json',
      `cookie: authorization=Bearer ${token}`,
      `x-authorization: Bearer ${token}`,
      ...body,
    );
    expect(answer?.status).toBe(401);
    expect(bot.logged()).not.toContain(token);
    expectNoTurn();
  });
});

test('after all of it the bot answers as ever', async () => {
  expect((await double.deliver(bot, question('vem ringer jag i Ånge?'))).status).toBe(200);
  expect(bot.logged()).not.toMatch(/"level":[56]0/);
});
