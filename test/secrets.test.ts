import { generateKeyPairSync } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readServiceConfig } from '../src/config.ts';
import { startFromEnvironment } from '../src/service.ts';
import { megan, question } from './support/activities.ts';
import { freePort } from './support/free-port.ts';
import { createTestKey } from './support/microsoft-tokens.ts';
import { newPostgresPlace } from './support/postgres-place.ts';
import { filledInByCoordinator } from './support/press.ts';
import { runTool } from './support/run-tool.ts';
import { startServiceProcess } from './support/service-process.ts';
import { startBot } from './support/start-bot.ts';
import { connectorHost, loginHost, post, startTeamsDouble, tokenHost } from './support/teams-double.ts';
import type { TeamsDouble } from './support/teams-double.ts';

const secret = 'Abc8Q~ytterst.hemligt/ä+=';
const databaseSecret = 'ett lösenord';
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ format: 'pem', type: 'pkcs8' })
  .toString();

/** Every way to write a text that the service may have come to. */
const writtenOf = (text: string): readonly string[] => [
  text,
  encodeURIComponent(text),
  new URLSearchParams({ text }).toString().slice('text='.length),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(text).toString('base64'),
];
const found = (texts: readonly string[], secrets: readonly string[]): readonly string[] =>
  secrets.flatMap(writtenOf).filter((written) => texts.some((text) => text.includes(written)));

const crash = join(import.meta.dirname, 'processes/crash-on-signal.ts');

const metricsOf = async (port: number): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

/** All that left the process for Teams, and what was said on its pages for operations. */
async function shownBy(double: TeamsDouble, port: number): Promise<readonly string[]> {
  const pages = ['metrics', 'ready', 'health'].map(async (page) =>
    (await fetch(`http://127.0.0.1:${port}/${page}`)).text(),
  );
  return [JSON.stringify(double.connector.calls.map(({ body }) => body)), ...(await Promise.all(pages))];
}

test('whatever goes wrong, and whoever says it back, no secret is in a log, an answer, a message or the metrics', async () => {
  await using place = await newPostgresPlace();
  await using double = await startTeamsDouble();
  const name = `&application_name=${place.schema}`;
  await using service = await startServiceProcess({
    double,
    storage: { DATABASE_URL: place.url + name },
    coordinators: [megan],
    env: { MicrosoftAppPassword: secret, LOG_LEVEL: 'trace' },
    loaded: crash,
  });
  const answers: string[] = [];
  const ask = async (): Promise<void> => {
    answers.push(await (await double.deliver(service, question('vem ringer jag i Ånge?'))).text());
  };
  const declare = async (): Promise<void> => {
    const fields = { kind: 'unplanned', message: 'Nere' };
    const response = await double.deliver(service, filledInByCoordinator('outage.declare', fields));
    answers.push(await response.text());
  };

  // Each try of one and the same answer meets another who says back what it is shown.
  double.troubles.set(tokenHost, { kind: 'echo' });
  const asked = ask();
  await expect.poll(() => metricsOf(service.port)).toContain('status="login"} 1');
  double.troubles.clear();
  double.troubles.set(connectorHost, { kind: 'echo' });
  await asked;
  await service.saying('"status":400');
  double.troubles.set(loginHost, { kind: 'echo' });
  const strange = await createTestKey('strange').sign({ iss: secret });
  for (const authorization of [`Bearer ${secret}`, secret, `Bearer ${strange}`]) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    answers.push(
      await (await post(service, question(secret), { authorization: encodeURI(authorization) })).text(),
    );
  }
  double.troubles.clear();

  await place.run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1`, [
    place.schema,
  ]);
  await place.run('alter table bot_records rename to gone');
  await declare();
  await service.saying('"fault"');
  await place.run('alter table gone rename to bot_records');

  const shown = [...answers, ...(await shownBy(double, service.port))];
  expect(await service.crash('SIGUSR2')).toBe(1);
  expect(service.logged()).toContain('Tjänsten avbröts av ett fel');
  expect(
    found([service.logged(), ...shown], [secret, databaseSecret, place.url, 'the-bots-own-token']),
  ).toEqual([]);
});

test('a certificate’s key is in no log, though login says back what was signed with it', async () => {
  await using double = await startTeamsDouble();
  double.troubles.set(tokenHost, { kind: 'echo' });
  const thumbprint = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b';
  const read = readServiceConfig(
    { MicrosoftAppId: '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9', MicrosoftAppType: 'SingleTenant' },
    {
      MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
      CertificateThumbprint: thumbprint,
      CertificatePrivateKey: privateKey,
    },
  );
  if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
  await using bot = await startBot(double, { config: { identity: read.value.identity } });
  await double.deliver(bot, question('vem ringer jag i Ånge?'));
  expect(bot.logged()).toContain('"failed":"login"');
  const lines = privateKey.split('\n').filter((line) => line.length > 40);
  expect(lines.length).toBeGreaterThan(20);
  expect(found([bot.logged(), ...(await shownBy(double, bot.port))], [...lines, 'eyJ'])).toEqual([]);
});

const variables = [
  'PORT',
  'HOST',
  'ALLOW_ANONYMOUS',
  'MicrosoftAppId',
  'MicrosoftAppPassword',
  'MicrosoftAppType',
  'MicrosoftAppTenantId',
  'CertificateThumbprint',
  'CertificatePrivateKey',
  'ALLOWED_TENANTS',
  'COORDINATORS',
  'DATABASE_URL',
  'PUBLIC_URL',
  'CALL_LINKS',
  'LOG_LEVEL',
];

describe('a start that fails does not say', () => {
  test.each([
    ['the app’s secret', secret],
    ['a private key', privateKey],
    ['half a key', privateKey.slice(0, 600)],
    ['a database’s address', `postgres://bot:${databaseSecret}@db/avbrott`],
  ])('%s, whichever variable it was put into by mistake', (_what, value) => {
    const faults = variables.flatMap((name) => {
      const read = readServiceConfig({ [name]: value }, {});
      return read.kind === 'faulty' ? read.faults : [];
    });
    expect(faults.length).toBeGreaterThan(variables.length);
    expect(found(faults, [value, databaseSecret, privateKey.slice(40, 90)])).toEqual([]);
  });

  test.each([
    ['that nobody listens at', async () => `postgres://bot:hemlis-7@127.0.0.1:${await freePort()}/avbrott`],
    ['of a host that there is not', async () => 'postgres://bot:hemlis-7@finns-inte.invalid/avbrott'],
    ['that is written wrong', async () => 'postgres://bot:hemlis-7%zz@127.0.0.1/avbrott'],
    ['with a port that is none', async () => 'postgres://bot:hemlis-7@127.0.0.1:x/avbrott'],
    [
      'with a certificate that is not there',
      async () => 'postgres://bot:hemlis-7@127.0.0.1/a?sslrootcert=/nix',
    ],
    ['with a password that is wrong', async () => (await sharedServer()).replace(/:[^:@]+@/, ':hemlis-7@')],
  ])('the password in an address of a database %s', async (_what, address) => {
    const changes = { ALLOW_ANONYMOUS: 'true', DATABASE_URL: await address() };
    const said = await startFromEnvironment(changes).then(
      () => 'started',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    expect(said).toMatch(/DATABASE_URL/);
    expect(said).not.toContain('hemlis');
  });
});

async function sharedServer(): Promise<string> {
  await using place = await newPostgresPlace();
  return place.url;
}

test('a command of the operator’s that fails says no password either', async () => {
  const DATABASE_URL = 'postgres://bot:hemlis-7%zz@127.0.0.1/avbrott';
  const { code, stderr, stdout } = await runTool('audit', [], { DATABASE_URL });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(/DATABASE_URL/);
  expect(stderr).not.toContain('hemlis');
});
