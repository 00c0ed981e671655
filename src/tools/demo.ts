import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { environmentWith, readConfig } from '../config.ts';
import { readKnowledge } from '../routine/knowledge.ts';
import { load } from '../routine/loaded.ts';
import { startFromEnvironment, systemClock } from '../service.ts';
import type { Service } from '../service.ts';
import { openFileStore } from '../storage/file-store.ts';
import { demoCoordinators, seedDemo } from './seed-demo.ts';
import { startPlayground } from './start-playground.ts';

/** `npm run demo`: the bot and the Agents Playground on this machine alone, without any account. */

/** Whatever identity and store the environment gives, the demo has its own. */
const surroundings = {
  ALLOW_ANONYMOUS: 'true',
  HOST: '127.0.0.1',
  MicrosoftAppId: undefined,
  MicrosoftAppPassword: undefined,
  MicrosoftAppTenantId: undefined,
  MicrosoftAppType: undefined,
  CertificateThumbprint: undefined,
  CertificatePrivateKey: undefined,
  ALLOWED_TENANTS: undefined,
  COORDINATORS: demoCoordinators.join(','),
  DATABASE_URL: undefined,
  PUBLIC_URL: `http://127.0.0.1:${environmentWith({})['PORT'] ?? '3978'}`,
  LOG_LEVEL: 'error',
};

const toType = ({ port, directory }: Wanted): string =>
  `Öppna http://localhost:${port} (Ctrl-C avslutar).
Öppna först en kanal i Demoteamet: då läggs boten till i teamet, och beskeden om en övning som pågår kommer dit.
Skriv sedan något av detta till boten i Personal Chat. Du är både sjuksköterska och samordnare här:
  vem ringer jag i Ånge?      (och tryck Logga samtalet)
  ringde Ånge 10.15, pratade med Lisa, inskrivning, upprepat
  visa loggen                 (och koden som du fick, till exempel: visa K7M-3F)
  vad ska jag lämna över till kommunen?
  får vi skriva ut patienten?
  är Lifecare nere?
  Lifecare fungerar inte      (och tryck Anmäl avbrott)
  utlys avbrott
  uppdatera avbrottet
  avsluta avbrottet
  vad är kvar att göra?       (och: klar K7M-3F, med din kod)
  visa statistik
  anslut enheten              (välj var du arbetar, och fråga igen vem du ringer)
I en kanal: skriv @, välj Avbrottsboten och skriv din fråga. Formulär fyller du i i Personal Chat; i kanaler
öppnas de bara i riktiga Teams.
Ladda inte om sidan: då försvinner samtalen ur den. Allt sparas i ${directory}; ta bort mappen för att börja om.
`;

const taken = (port: number): string =>
  `Port ${port} är upptagen av ett annat program; stäng det eller ange en annan, till exempel npm run demo -- --playground-port 56151`;

const options = z.strictObject({
  'playground-port': z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { error: 'är inget portnummer; ange till exempel 56151' })
    .default('56150'),
  /** Where the demo keeps what is done in it. */
  data: z.string().min(1, { error: 'är tom; ange till exempel data/demo' }).default('data/demo'),
});

type Wanted = { readonly port: number; readonly directory: string };

function wantedFrom(args: string[]): Wanted {
  const known = { 'playground-port': { type: 'string' }, data: { type: 'string' } } as const;
  const { values } = parseArgs({ args, options: known, strict: false });
  const read = load(options, { ...values });
  if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
  return { port: Number(read.value['playground-port']), directory: read.value.data };
}

/** The bot on the demo's own store, with something in it. Rejects with every fault that keeps it from starting. */
async function startBot({ port, directory }: Wanted): Promise<Service> {
  const files = readConfig();
  const knowledge = files.kind === 'faulty' ? files : await readKnowledge(files.value);
  if (knowledge.kind === 'loaded') {
    await using store = await openFileStore(directory);
    const serviceUrl = `http://localhost:${port}/_connector`;
    await seedDemo({ store, now: systemClock, routine: knowledge.value.routine, serviceUrl });
  }
  return startFromEnvironment({ ...surroundings, DATA_DIR: directory });
}

async function main(): Promise<void> {
  const wanted = wantedFrom(process.argv.slice(2));
  const { port, directory } = wanted;
  const stopped = Promise.race(['SIGTERM', 'SIGINT', 'SIGHUP'].map((signal) => once(process, signal)));
  await using bot = await startBot(wanted);
  const logFile = `${directory}/playground.log`;
  await using playground = await startPlayground({ botPort: bot.port, port, logFile });
  if (playground.port !== port) throw new Error(taken(port));
  process.stdout.write(toType(wanted));
  const ended = await Promise.race([stopped.then(() => 'stopped'), playground.ended.then(() => 'by itself')]);
  if (ended === 'by itself') throw new Error(`Agents Playground avslutades; varför står i ${logFile}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
