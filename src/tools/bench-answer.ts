import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { median } from './bench-run.ts';
import type { Row } from './bench-run.ts';

const run = promisify(execFile);
const test = join(import.meta.dirname, '../../test');
const answersPerRound = 4_000;
const mostRounds = 7;

const measured = z.object({
  name: z.string(),
  /** Of each start, in milliseconds. */
  readyMs: z.array(z.number()).min(1),
  peakKib: z.number(),
  /** CPU per answer in milliseconds, by round. */
  costs: z.array(z.number()).min(1),
});
type Measured = z.infer<typeof measured>;

/**
 * What a full answer costs beside an echo on Microsoft's SDKs: CPU, memory at its highest, and how long a start takes.
 * The yardsticks are installed the first time (`test/yardsticks`). Neither they nor Microsoft's double may be imported
 * here: `test/processes/answer-cost.ts` is started as a process.
 */
export async function benchAnswers({ rounds }: { readonly rounds: number }) {
  await installYardsticks();
  const file = join(test, 'processes/answer-cost.ts');
  const times = Math.min(rounds, mostRounds);
  const { stdout } = await run(process.execPath, [file, `${times}`, `${answersPerRound}`], { env: {} });
  const bots = stdout
    .trim()
    .split('\n')
    .map((line) => measured.parse(JSON.parse(line)));
  const named = (name: string): Measured => {
    const found = bots.find((bot) => bot.name === name);
    if (found === undefined) throw new Error(`${name} was not measured`);
    return found;
  };
  const ours = named('this bot');
  const agents = named('agents-hosting, echo');
  const botbuilder = named('botbuilder, echo');
  return {
    table: [
      ['CPU per answer, 32 at once', 'ms', `of ${agents.name}`, 'peak MB', 'ready ms'] as Row,
      ...bots.map((bot) => rowOf(bot, agents)),
    ],
    goals: [
      { what: 'CPU beside the agents-hosting echo', measured: ratio(ours, agents), most: 0.6 },
      { what: 'memory beside the botbuilder echo', measured: ours.peakKib / botbuilder.peakKib, most: 1 },
      {
        what: 'start beside the botbuilder echo',
        measured: median(ours.readyMs) / median(botbuilder.readyMs),
        most: 1.3,
      },
    ],
  };
}

/** Round by round, so that what the machine did besides is in both. */
function ratio({ costs }: Measured, yardstick: Measured): number {
  return median(costs.map((cost, round) => cost / (yardstick.costs[round] ?? Number.NaN)));
}

function rowOf(bot: Measured, yardstick: Measured): Row {
  const { name, costs, peakKib, readyMs } = bot;
  const peak = ((peakKib * 1_024) / 1e6).toFixed(0);
  return [name, median(costs).toFixed(3), ratio(bot, yardstick).toFixed(2), peak, median(readyMs).toFixed(0)];
}

async function installYardsticks(): Promise<void> {
  const directory = join(test, 'yardsticks');
  try {
    await access(join(directory, 'node_modules'));
  } catch {
    await run('npm', ['ci'], { cwd: directory });
  }
}
