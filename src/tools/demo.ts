import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startFromEnvironment } from '../service.ts';
import { startPlayground } from './start-playground.ts';

/** `npm run demo`: the bot and the Agents Playground on this machine alone, without any account. */

const directory = 'data/demo';

/** Whatever identity the environment gives, the demo has none. */
const withoutIdentity = {
  ALLOW_ANONYMOUS: 'true',
  HOST: '127.0.0.1',
  MicrosoftAppId: undefined,
  MicrosoftAppTenantId: undefined,
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

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { 'playground-port': { type: 'string', default: '56150' } } });
  const port = Number(values['playground-port']);
  const stopped = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await mkdir(directory, { recursive: true });
  await using bot = await startFromEnvironment(withoutIdentity);
  const logFile = `${directory}/playground.log`;
  await using playground = await startPlayground({ botPort: bot.port, port, logFile });
  if (playground.port !== port) throw new Error(taken(port));
  process.stdout.write(toType(port));
  await Promise.race([stopped, playground.ended]);
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
