import { createHmac, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appId, question, tenantId } from '../support/activities.ts';
import type { TestActivity } from '../support/activities.ts';
import { createTestKey } from '../support/microsoft-tokens.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';
import { claimsFor, loginHost, post, startTeamsDouble } from '../support/teams-double.ts';
import type { TeamsDouble } from '../support/teams-double.ts';

let double: TeamsDouble;
let bot: TestBot;
const unendorsed = createTestKey('unendorsed', []);
const forOthers = createTestKey('for-others', ['webchat', 'skype']);

const forAll = createTestKey('for-all', ['msteams', 'webchat', '']);

beforeAll(async () => {
  double = await startTeamsDouble();
  double.keys = [...double.keys, unendorsed, forOthers, forAll];
  bot = await startBot(double);
});
afterAll(async () => {
  await bot[Symbol.asyncDispose]();
  await double[Symbol.asyncDispose]();
});

const asked = question('vem ringer jag i Ånge?');
const seconds = (fromNow: number): number => Math.floor(Date.now() / 1000) + fromNow;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const firstKey = () => double.keys[0] ?? unendorsed;

type Authorize = () => Promise<string | undefined> | string | undefined;
type Attack = [attack: string, status: number, authorize: Authorize, activity?: TestActivity];

const withToken =
  (changes: object, activity = asked) =>
  async () =>
    `Bearer ${await double.tokenFor(activity, { ...changes })}`;
/** A token that is right for the very activity that is sent. */
const genuine = (activity: TestActivity): [() => Promise<string>, TestActivity] => [
  withToken({}, activity),
  activity,
];
const signedBy =
  (sign: typeof unendorsed.sign, header = {}) =>
  async () =>
    `Bearer ${await sign(claimsFor(asked), header)}`;

/** Signs with the public key as if it were a shared secret (algorithm confusion). */
function hmacToken(): string {
  const pem = createPublicKey({ key: { ...firstKey().publicJwk }, format: 'jwk' }).export({
    format: 'pem',
    type: 'spki',
  });
  const head = `${part({ alg: 'HS256', kid: 'first' })}.${part(claimsFor(asked))}`;
  return `Bearer ${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`;
}

async function tampered(): Promise<string> {
  const [head, , signature] = (await double.tokenFor(asked)).split('.');
  return `Bearer ${head}.${part({ ...claimsFor(asked), aud: appId, extra: 1 })}.${signature}`;
}

const emulatorClaims = {
  iss: `https://sts.windows.net/${tenantId}/`,
  ver: '1.0',
  appid: appId,
  tid: tenantId,
};

const attacks: Attack[] = [
  ['no token', 401, () => undefined],
  ['an empty header', 401, () => ''],
  ['a user and a password', 401, () => 'Basic Ym90OmJvdA=='],
  ['a word for a token', 401, () => 'Bearer hemligt'],
  ['three dots and nothing', 401, () => 'Bearer ..'],
  ['junk in a token’s shape', 401, () => 'Bearer aGVq.aGVq.aGVq'],
  ['a token in two', 401, async () => `${await withToken({})()} och mer`],
  ['a token without signature', 401, () => `Bearer ${part({ alg: 'none' })}.${part(claimsFor(asked))}.`],
  ['algorithm none', 401, () => `Bearer ${part({ alg: 'none', kid: 'first' })}.${part(claimsFor(asked))}.AA`],
  ['a signature by the public key', 401, hmacToken],
  ['an unknown key', 401, signedBy((...args) => createTestKey('unknown').sign(...args))],
  ['another key under a known id', 401, signedBy((...args) => createTestKey('first').sign(...args))],
  ['a claim changed after signing', 401, tampered],
  [
    'a critical header that nobody knows',
    401,
    () => `Bearer ${part({ alg: 'RS256', kid: 'first', crit: ['x'], x: 1 })}.${part(claimsFor(asked))}.AA`,
  ],
  ['a token that ended ten minutes ago', 401, withToken({ exp: seconds(-600) })],
  ['a token that begins in ten minutes', 401, withToken({ nbf: seconds(600) })],
  ['a token that never ends', 401, withToken({ exp: undefined })],
  ['a token for another bot', 401, withToken({ aud: '99999999-9999-4999-8999-999999999999' })],
  ['a token for nobody', 401, withToken({ aud: undefined })],
  ['the bot’s own token', 401, withToken({ aud: 'https://api.botframework.com', appid: appId })],
  ['an issuer that is not the connector', 401, withToken({ iss: 'https://evil.example' })],
  ['the government’s connector', 401, withToken({ iss: 'https://api.botframework.us' })],
  ['an emulator’s token', 401, withToken(emulatorClaims)],
  [
    'an emulator’s token, version 2',
    401,
    withToken({
      ...emulatorClaims,
      ver: '2.0',
      azp: appId,
      iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    }),
  ],
  ['a token that names no service URL', 401, withToken({ serviceurl: undefined })],
  [
    'a token for another service URL',
    401,
    withToken({ serviceurl: 'https://smba.trafficmanager.net/amer/' }),
  ],
  ['an activity without service URL', 401, withToken({}), question('hej', { serviceUrl: undefined })],
  ['a key that is endorsed for nothing', 403, signedBy(unendorsed.sign)],
  ['a key that is endorsed for other channels', 403, signedBy(forOthers.sign)],
  ['no channel', 403, ...genuine(question('hej', { channelId: undefined }))],
  ['an empty channel', 403, ...genuine(question('hej', { channelId: '' }))],
  ['the emulator’s channel', 403, ...genuine(question('hej', { channelId: 'emulator' }))],
  ['the channel with a validator of its own', 403, ...genuine(question('hej', { channelId: 'AseChannel' }))],
  [
    'another channel, signed for by a key for all',
    403,
    signedBy(forAll.sign),
    question('hej', { channelId: 'webchat' }),
  ],
  ['a foreign service host', 403, ...genuine(question('hej', { serviceUrl: 'https://evil.example/' }))],
  [
    'a host that ends like ours',
    403,
    ...genuine(question('hej', { serviceUrl: 'https://evilbotframework.com/' })),
  ],
  [
    'a host that begins like ours',
    403,
    ...genuine(question('hej', { serviceUrl: 'https://smba.trafficmanager.net.evil.example/' })),
  ],
  [
    'our host as a user’s name',
    403,
    ...genuine(question('hej', { serviceUrl: 'https://smba.trafficmanager.net@evil.example/' })),
  ],
  [
    'our host without encryption',
    403,
    ...genuine(question('hej', { serviceUrl: 'http://smba.trafficmanager.net/' })),
  ],
  [
    'our host on another port',
    403,
    ...genuine(question('hej', { serviceUrl: 'https://smba.trafficmanager.net:8443/' })),
  ],
  ['this machine as the service', 403, ...genuine(question('hej', { serviceUrl: 'http://127.0.0.1:9/' }))],
  [
    'the cloud’s metadata as the service',
    403,
    ...genuine(question('hej', { serviceUrl: 'http://169.254.169.254/' })),
  ],
  ['a file as the service', 403, ...genuine(question('hej', { serviceUrl: 'file:///etc/passwd' }))],
  [
    'a foreign tenant',
    403,
    ...genuine(
      question('hej', { conversation: { id: 'a:1', tenantId: '99999999-9999-4999-8999-999999999999' } }),
    ),
  ],
  [
    'a foreign tenant beside our own',
    403,
    ...genuine(question('hej', { channelData: { tenant: { id: '99999999-9999-4999-8999-999999999999' } } })),
  ],
  ['no tenant', 403, ...genuine(question('hej', { conversation: { id: 'a:1' }, channelData: {} }))],
];

describe('an attack is refused, starts no turn and calls nobody but the key page', () => {
  test.each(attacks)('%s: %i', async (_attack, status, authorize, activity = asked) => {
    const header = await authorize();
    const response = await post(bot, activity, header === undefined ? {} : { authorization: header });
    expect(response.status).toBe(status);
    expect(await response.text()).toMatch(/^\{"error":"[a-z ]+"\}$/);
    expect(double.called.filter((url) => !url.startsWith(`https://${loginHost}/`))).toEqual([]);
    expect(bot.logged()).not.toContain('"turn"');
  });

  test('the same request with the right token is answered', async () => {
    const response = await double.deliver(bot, asked);
    expect(response.status).toBe(200);
    expect(double.connector.messages()).toHaveLength(1);
  });

  test.each([
    ['ended four minutes ago', { exp: seconds(-240) }],
    ['begins in four minutes', { nbf: seconds(240) }],
  ])('clocks may differ by five minutes: a token that %s is good', async (_case, changes) => {
    const activity = question('hjälp');
    const authorization = `Bearer ${await double.tokenFor(activity, changes)}`;
    expect((await post(bot, activity, { authorization })).status).toBe(200);
  });

  test('every refusal is counted by its reason and logged without the token', async () => {
    const metrics = await (await fetch(`http://127.0.0.1:${bot.port}/metrics`)).text();
    expect(metrics).toMatch(/bot_refusals_total\{reason="no-token"\} 1\n/);
    expect(metrics).toMatch(/bot_refusals_total\{reason="service-host"\} 9\n/);
    expect(bot.logged()).not.toMatch(/eyJ|Bearer|evil/);
  });
});
