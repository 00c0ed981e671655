import { parseArgs } from 'node:util';
import type { TortureRun } from './torture-run.ts';
import { tortureScenario } from './torture-scenario.ts';
import { tortureStore } from './torture-store.ts';

/**
 * `npm run torture`: what the product promises, while its processes are killed, while a whole region uses it, and
 * whatever is sent to it. `-- --only <run>` for one of them, `--kills N`, `--minutes N` and `--inputs N` for how much,
 * `--seed N` for the choices of an earlier time, `--echo <file>` for the bot that the load is compared with.
 */
const runs: readonly TortureRun[] = [
  { name: 'store', of: 'kills', size: 500, run: tortureStore },
  tortureScenario({ name: 'channels', of: 'kills', size: 3 }),
  tortureScenario({ name: 'answers', of: 'kills', size: 50 }),
  tortureScenario({ name: 'load', of: 'minutes', size: 10 }),
  tortureScenario({ name: 'load-postgres', of: 'minutes', size: 10 }),
  tortureScenario({ name: 'fuzz', of: 'inputs', size: 100_000 }),
  tortureScenario({ name: 'identity', of: 'inputs', size: 10_000 }),
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string' },
    minutes: { type: 'string' },
    inputs: { type: 'string' },
    echo: { type: 'string' },
    seed: { type: 'string', default: String(process.hrtime.bigint() % 1_000_000n) },
  },
});
const chosen = runs.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`--only: one of ${runs.map(({ name }) => name).join(', ')}`);
for (const { name, of, size: usual, run } of chosen) {
  const size = Number(values[of] ?? usual);
  say(`${name}: ${size} ${of}, seed ${values.seed}`);
  const faults = await run({ size, seed: Number(values.seed), echo: values.echo, say });
  for (const fault of faults) say(`  ${fault}`);
  say(`${name}: ${faults.length === 0 ? 'held' : 'BROKEN'}`);
  if (faults.length > 0) process.exitCode = 1;
}
