import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fuzzRun } from '../support/fuzz-run.ts';
import { identityFaults, identityTable } from '../support/identity-table.ts';
import { killWhileAnswering } from '../support/kill-while-answering.ts';
import { loadRun } from '../support/load-run.ts';
import { measureIdentity } from '../support/measure-identity.ts';
import { startPostgresServer } from '../support/postgres-server.ts';
import { tellChannels } from '../support/tell-channels.ts';

/**
 * The long size of a scenario, for `npm run torture`, which starts it as a process. Arguments: its name, how many
 * kills, minutes or inputs, the seed, and the echo. Says how it went on stdout, and what did not hold on stderr, a line each.
 */
const [name = '', size = '', seed = '', echo = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const options = { kills: Number(size), seed: Number(seed), say };

async function channels(): Promise<readonly string[]> {
  const told = await tellChannels({ ...options, channels: 1_000, latencyMs: 150, takesPerSecond: 50 });
  return [
    ...told.faults,
    ...(told.requestRatio > 1.05 ? ['more requests than 1.05 times the fewest'] : []),
    ...(told.timeRatio > 1.2 ? ['longer than 1.2 times what the requests take at 50 per second'] : []),
  ];
}

/** Each of 200 people does something every ten seconds; the echo is Microsoft's, where its packages are installed. */
async function load(databaseUrl?: string): Promise<readonly string[]> {
  const yardsticks = join(import.meta.dirname, '../yardsticks');
  const isInstalled = existsSync(join(yardsticks, 'node_modules'));
  const usual = isInstalled ? join(yardsticks, 'agents-hosting-echo.mjs') : undefined;
  const beside = echo === '' ? usual : echo;
  if (beside === undefined) say('No echo beside it: npm ci --prefix test/yardsticks');
  const { faults } = await loadRun({
    seconds: Number(size) * 60,
    perSecond: 20,
    echo: beside,
    databaseUrl,
    say,
  });
  return faults;
}

async function loadPostgres(): Promise<readonly string[]> {
  await using server = await startPostgresServer();
  return await load(server.url);
}

/** The table of figures that SECURITY.md quotes. */
function identity(): Promise<readonly string[]> {
  const figures = measureIdentity({ perKind: Number(size), seed: Number(seed) });
  for (const line of identityTable(figures)) say(line);
  return Promise.resolve(identityFaults(figures));
}

const runs: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  channels,
  answers: () => killWhileAnswering(options),
  load: () => load(),
  'load-postgres': loadPostgres,
  fuzz: () => fuzzRun({ inputs: Number(size), seed: Number(seed), say }),
  identity,
};
const run = runs[name];
if (run === undefined) throw new Error(`One of ${Object.keys(runs).join(', ')}`);
for (const fault of await run()) process.stderr.write(`${fault}\n`);
