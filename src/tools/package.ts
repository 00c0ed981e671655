import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { environmentWith } from '../config.ts';
import { aboutPaths } from '../pages/about-pages.ts';
import type { AboutPageId } from '../pages/about-pages.ts';
import { load } from '../routine/loaded.ts';
import type { Loaded } from '../routine/loaded.ts';
import { appPackage } from './app-package.ts';
import type { PackageIds } from './app-package.ts';

/** `npm run package`: the Teams app package, `dist/avbrottsbot.zip`, filled in from the environment. */

const usage = `Så gör du apppaketet för Teams:
  MicrosoftAppId=<botens app-id> PUBLIC_URL=https://<boten> npm run package
Frivilligt: TEAMS_APP_ID (appens eget id i Teams, annars botens), WEBSITE_URL (annars PUBLIC_URL), PRIVACY_URL och
TERMS_URL (organisationens egna sidor om integritet och villkor, annars tjänstens ${aboutPaths.privacy} och ${aboutPaths.terms}, som är förslag).
Utan något av dem blir det ett paket att titta på, som inte går att använda.`;

const exampleId = '0b1c2d3e-4f50-4617-8293-a4b5c6d7e8f9';
const exampleUrl = 'https://avbrott.example.se';
const isMissing = { error: 'saknas' };
const guid = z.string(isMissing).pipe(z.guid({ error: 'är inget id' }).toLowerCase());
const address = z
  .string(isMissing)
  .pipe(
    z.url({ protocol: /^https$/, hostname: z.regexes.domain, error: 'är ingen webbadress med https://' }),
  );

const variables = z.object({
  MicrosoftAppId: guid,
  PUBLIC_URL: address,
  TEAMS_APP_ID: guid.optional(),
  WEBSITE_URL: address.optional(),
  PRIVACY_URL: address.optional(),
  TERMS_URL: address.optional(),
});
const names = variables.keyof().options;

/** Undefined where none of it is given, which makes a package for looking at. */
function readIds(env: NodeJS.ProcessEnv): Loaded<PackageIds | undefined> {
  if (names.every((name) => env[name] === undefined)) return { kind: 'loaded', value: undefined };
  const read = load(variables, env);
  if (read.kind === 'faulty') {
    const example = (fault: string) => (/_URL:/.test(fault) ? exampleUrl : exampleId);
    return { ...read, faults: read.faults.map((fault) => `${fault}; ange till exempel ${example(fault)}`) };
  }
  const { MicrosoftAppId, PRIVACY_URL, PUBLIC_URL, TEAMS_APP_ID, TERMS_URL, WEBSITE_URL } = read.value;
  const ids = {
    botId: MicrosoftAppId,
    appId: TEAMS_APP_ID ?? MicrosoftAppId,
    publicUrl: PUBLIC_URL,
    websiteUrl: WEBSITE_URL ?? PUBLIC_URL,
    privacyUrl: PRIVACY_URL ?? aboutUrl(PUBLIC_URL, 'privacy'),
    termsOfUseUrl: TERMS_URL ?? aboutUrl(PUBLIC_URL, 'terms'),
  };
  return { kind: 'loaded', value: ids };
}

const aboutUrl = (publicUrl: string, page: AboutPageId): string =>
  `${publicUrl.replace(/\/+$/, '')}${aboutPaths[page]}`;

async function run(): Promise<number> {
  const ids = readIds(environmentWith({}));
  if (ids.kind === 'faulty') {
    process.stderr.write(`Inget paket är gjort:\n${ids.faults.join('\n')}\n\n${usage}\n`);
    return 2;
  }
  const folder = join(import.meta.dirname, '../../dist');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'avbrottsbot.zip'), await appPackage(ids.value));
  process.stdout.write(`${doneText(ids.value)}\n`);
  return 0;
}

function doneText(ids: PackageIds | undefined): string {
  if (ids === undefined) {
    return `dist/avbrottsbot.zip är ett paket att titta på: ”Avbrottsboten (visning)”. Teams kan inte använda det.\n\n${usage}`;
  }
  const { appId, botId, privacyUrl, publicUrl, termsOfUseUrl } = ids;
  const proposals = [
    ...(privacyUrl === aboutUrl(publicUrl, 'privacy') ? [`PRIVACY_URL: ${privacyUrl}`] : []),
    ...(termsOfUseUrl === aboutUrl(publicUrl, 'terms') ? [`TERMS_URL: ${termsOfUseUrl}`] : []),
  ];
  return [
    `dist/avbrottsbot.zip är klart: bot ${botId}, app ${appId}. Ladda upp det i Teams administrationscenter.`,
    ...proposals.map(
      (one) => `${one} är tjänstens förslag. Läs och komplettera det, eller ange en egen sida.`,
    ),
  ].join('\n');
}

process.exitCode = await run();
