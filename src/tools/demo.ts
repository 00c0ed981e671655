import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { load } from '../routine/loaded.ts';
import { startFromEnvironment } from '../service.ts';
import { startPlayground } from './start-playground.ts';

/** `npm run demo`: the bot and the Agents Playground on this machine alone, without any account. */

const directory = 'data/demo';

/** Whatever identity the environment gives, the demo has none. */
const withoutIdentity = {
  ALLOW_ANONYMOUS: 'true',
  HOST: '127.0.0.1',
  MicrosoftAppId: undefined,
  MicrosoftAppPassword: undefined,
  MicrosoftAppTenantId: undefined,
  MicrosoftAppType: undefined,
  CertificateThumbprint: undefined,
  CertificatePrivateKey: undefined,
  ALLOWED_TENANTS: undefined,
  LOG_LEVEL: 'warn',
};

const toType = (port: number): string =>
  `Öppna http://localhost:${port} och skriv något av detta till boten (Ctrl-C avslutar):
  vem ringer jag i Ånge?
  vad ska jag lämna över till kommunen?
  får vi skriva ut patienten?
`;

const taken = (port: number): string =>
  `Port ${port} är upptagen av ett annat program; stäng det eller ange en annan, till exempel npm run demo -- --playground-port 56151`;

const options = z.strictObject({
  'playground-port': z
    .string()
    .regex(/^[1-9]\d{0,4}$/, { error: 'är inget portnummer; ange till exempel 56151' })
    .default('56150'),
});

function portFrom(args: string[]): number {
  const known = { 'playground-port': { type: 'string' } } as const;
  const { values } = parseArgs({ args, options: known, strict: false });
  const read = load(options, { ...values });
  if (read.kind === 'faulty') throw new Error(read.faults.join('\n'));
  return Number(read.value['playground-port']);
}

async function main(): Promise<void> {
  const port = portFrom(process.argv.slice(2));
  const stopped = Promise.race(['SIGTERM', 'SIGINT', 'SIGHUP'].map((signal) => once(process, signal)));
  await mkdir(directory, { recursive: true });
  await using bot = await startFromEnvironment(withoutIdentity);
  const logFile = `${directory}/playground.log`;
  await using playground = await startPlayground({ botPort: bot.port, port, logFile });
  if (playground.port !== port) throw new Error(taken(port));
  process.stdout.write(toType(port));
  const ended = await Promise.race([stopped.then(() => 'stopped'), playground.ended.then(() => 'by itself')]);
  if (ended === 'by itself') throw new Error(`Agents Playground avslutades; varför står i ${logFile}`);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
