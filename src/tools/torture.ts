import { parseArgs } from 'node:util';
import type { TortureRun } from './torture-run.ts';
import { tortureScenario } from './torture-scenario.ts';
import { tortureStore } from './torture-store.ts';

/**
 * `npm run torture`: what the product promises, while its processes are killed.
 * `-- --only <run>` for one of them, `--kills N` for how often, `--seed N` for the choices of an earlier time.
 */
const runs: readonly TortureRun[] = [
  { name: 'store', kills: 500, run: tortureStore },
  tortureScenario('channels', 3),
  tortureScenario('answers', 50),
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    kills: { type: 'string' },
    seed: { type: 'string', default: String(process.hrtime.bigint() % 1_000_000n) },
  },
});
const chosen = runs.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`--only: one of ${runs.map(({ name }) => name).join(', ')}`);
for (const { name, kills: usual, run } of chosen) {
  const kills = Number(values.kills ?? usual);
  say(`${name}: ${kills} kills, seed ${values.seed}`);
  const faults = await run({ kills, seed: Number(values.seed), say });
  for (const fault of faults) say(`  ${fault}`);
  say(`${name}: ${faults.length === 0 ? 'held' : 'BROKEN'}`);
  if (faults.length > 0) process.exitCode = 1;
}
