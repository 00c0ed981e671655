import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import manifest from '../../manifest/manifest.json' with { type: 'json' };
import product from '../../package.json' with { type: 'json' };
import { recognise } from '../../src/intent/recognise.ts';
import type { Intent } from '../../src/intent/recognition.ts';
import { aboutPaths } from '../../src/pages/about-pages.ts';
import { appPackage } from '../../src/tools/app-package.ts';

const root = new URL('../../', import.meta.url).pathname;
const bot = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';
const url = 'https://avbrott.example.se';

/** Runs the command in a process of its own that knows nothing but this environment. */
function pack(env: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, ['src/tools/package.ts'], { cwd: root, encoding: 'utf8', env });
}

async function built(): Promise<Readonly<Record<string, Uint8Array>>> {
  return unzipSync(new Uint8Array(await readFile(`${root}dist/avbrottsbot.zip`)));
}

const manifestIn = (files: Readonly<Record<string, Uint8Array>>): Record<string, unknown> =>
  JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));

/** What Microsoft's own schema of that version finds wrong, without any network. */
async function schemaFaults(subject: { readonly manifestVersion: string }): Promise<readonly string[]> {
  const path = `@microsoft/app-manifest/build/json-schemas/teams/v${subject.manifestVersion}/MicrosoftTeams.schema.json`;
  const schema = await readFile(new URL(import.meta.resolve(path)), 'utf8');
  // The same repair that the package makes of it (a regular expression of .NET's).
  return AppManifestUtils.validateAgainstSchema(
    JSON.parse(JSON.stringify(subject)),
    JSON.parse(schema.replaceAll(String.raw`\\a`, String.raw`\\x07`)),
  );
}

describe('the manifest', () => {
  test('is what Microsoft’s schema asks for', async () => {
    expect(await schemaFaults(manifest)).toEqual([]);
  });

  test('would be told apart from a faulty one by that schema', async () => {
    const faulty = { ...manifest, accentColor: 'blue', name: { short: 'x'.repeat(31) }, unknown: true };
    expect(await schemaFaults(faulty)).toHaveLength(3);
  });

  test('leads to the service’s own pages about privacy and terms', () => {
    const { privacyUrl, termsOfUseUrl } = manifest.developer;
    expect([privacyUrl, termsOfUseUrl].map((one) => new URL(one).pathname)).toEqual([
      aboutPaths.privacy,
      aboutPaths.terms,
    ]);
  });

  test('keeps the app to standard channels', () => {
    expect(manifest).not.toHaveProperty('supportsChannelFeatures');
    expect(manifest).not.toHaveProperty('supportedChannelTypes');
    expect(manifest.bots.map(({ scopes }) => scopes)).toEqual([['team', 'personal']]);
  });
});

const promised: ReadonlyMap<string, Intent> = new Map([
  ['Vem ringer jag?', 'call.who'],
  ['Vad ska jag säga i telefon?', 'handover.what'],
  ['Logga samtal', 'handover.log'],
  ['Visa loggade samtal', 'handover.list'],
  ['Får patienten skrivas ut?', 'discharge.allowed'],
  ['Vad ska registreras i efterhand?', 'reregistration.rules'],
  ['Vad har vi kvar att registrera?', 'reregistration.list'],
  ['Pågår det ett avbrott?', 'outage.status'],
  ['Lifecare SP är nere', 'outage.report'],
  ['Anslut enheten', 'unit.connect'],
  ['Hjälp', 'help'],
]);

describe('the commands that Teams suggests', () => {
  const lists = manifest.bots.flatMap(({ commandLists }) => commandLists);
  const commands = lists.flatMap((list) => list.commands);

  test.each(commands)('“$title” is understood as what it promises', ({ title }) => {
    expect(recognise(title)).toMatchObject({ intent: promised.get(title), asks: false, emergency: false });
  });

  test('are few and short enough for every client', () => {
    expect(lists.every((list) => list.commands.length <= 10)).toBe(true);
    expect(Math.max(...commands.map(({ title }) => title.length))).toBeLessThanOrEqual(32);
    expect(Math.max(...commands.map(({ description }) => description.length))).toBeLessThanOrEqual(128);
  });

  test('are all that is promised, each once in its list', () => {
    expect(new Set(commands.map(({ title }) => title))).toEqual(new Set(promised.keys()));
    for (const list of lists) {
      expect(new Set(list.commands.map(({ title }) => title)).size).toBe(list.commands.length);
    }
  });
});

describe('npm run package', () => {
  test('fills in the bot, the app, the addresses and the version', async () => {
    const { status, stderr, stdout } = pack({
      MicrosoftAppId: bot.toUpperCase(),
      PUBLIC_URL: `${url}/`,
      PRIVACY_URL: 'https://region.example.se/gdpr',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`TERMS_URL: ${url}/villkor är tjänstens förslag`);
    expect(stdout).not.toContain('PRIVACY_URL');
    const filled = manifestIn(await built());
    expect(filled).toMatchObject({
      id: bot,
      version: product.version,
      name: { short: 'Avbrottsboten' },
      developer: {
        websiteUrl: `${url}/`,
        privacyUrl: 'https://region.example.se/gdpr',
        termsOfUseUrl: `${url}/villkor`,
      },
      validDomains: ['avbrott.example.se'],
      bots: [{ botId: bot }],
      composeExtensions: [{ botId: bot }],
    });
    expect(JSON.stringify(filled)).not.toMatch(/\.invalid|0000-0000/);
    expect(await schemaFaults({ ...filled, manifestVersion: manifest.manifestVersion })).toEqual([]);
  });

  test('puts the manifest and the icons side by side, the icons in the sizes that Teams asks for', async () => {
    expect(pack({ MicrosoftAppId: bot, PUBLIC_URL: url }).status).toBe(0);
    const files = await built();
    expect(Object.keys(files)).toEqual(['manifest.json', 'color.png', 'outline.png']);
    expect(sizeOf(files['color.png'])).toEqual([192, 192]);
    expect(sizeOf(files['outline.png'])).toEqual([32, 32]);
  });

  test('makes without an environment a package that says that it is for looking at', async () => {
    const { status, stdout } = pack({});
    expect({ status, stdout }).toMatchObject({ status: 0, stdout: /titta på/ });
    const shown = manifestIn(await built());
    expect(shown).toMatchObject({ name: { short: 'Avbrottsboten (visning)' } });
    expect(await schemaFaults({ ...shown, manifestVersion: manifest.manifestVersion })).toEqual([]);
  });

  test.each([
    ['without the bot’s id', { PUBLIC_URL: url }, /^MicrosoftAppId: saknas; ange till exempel 0b1c/m],
    ['without an address', { MicrosoftAppId: bot }, /^PUBLIC_URL: saknas; ange till exempel https:/m],
    ['with an id that is none', { MicrosoftAppId: 'bot', PUBLIC_URL: url }, /^MicrosoftAppId: är inget id/m],
    [
      'with an address that is not secure',
      { MicrosoftAppId: bot, PUBLIC_URL: 'http://a.se' },
      /^PUBLIC_URL: är ingen/m,
    ],
    [
      'with one thing alone that is not needed',
      { TERMS_URL: url },
      /^MicrosoftAppId: saknas[^]*^PUBLIC_URL: saknas/m,
    ],
  ])('refuses %s, and says what to give', (_what, env, told) => {
    const { status, stderr } = pack(env);
    expect(status).toBe(2);
    expect(stderr).toMatch(told);
  });

  test('makes the same file of the same content', async () => {
    expect(Buffer.from(await appPackage(undefined)).equals(Buffer.from(await appPackage(undefined)))).toBe(
      true,
    );
  });
});

/** Width and height, where a PNG has them. */
function sizeOf(png: Uint8Array = new Uint8Array(24)): readonly [number, number] {
  const bytes = Buffer.from(png);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}
