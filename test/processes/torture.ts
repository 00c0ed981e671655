import { killWhileAnswering } from '../support/kill-while-answering.ts';
import { tellChannels } from '../support/tell-channels.ts';

/**
 * The long size of a scenario, for `npm run torture`, which starts it as a process. Arguments: its name, how many
 * kills, the seed. Says how it went on stdout, and what did not hold on stderr, a line each.
 */
const [name = '', kills = '', seed = ''] = process.argv.slice(2);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const options = { kills: Number(kills), seed: Number(seed), say };

async function channels(): Promise<readonly string[]> {
  const told = await tellChannels({ ...options, channels: 1_000, latencyMs: 150, takesPerSecond: 50 });
  return [
    ...told.faults,
    ...(told.requestRatio > 1.05 ? ['more requests than 1.05 times the fewest'] : []),
    ...(told.timeRatio > 1.2 ? ['longer than 1.2 times what the requests take at 50 per second'] : []),
  ];
}

const runs: Readonly<Record<string, () => Promise<readonly string[]>>> = {
  channels,
  answers: () => killWhileAnswering(options),
};
const run = runs[name];
if (run === undefined) throw new Error(`One of ${Object.keys(runs).join(', ')}`);
for (const fault of await run()) process.stderr.write(`${fault}\n`);
