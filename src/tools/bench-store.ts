import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bareFile, jsonFile, ownStore } from './bench-store-contenders.ts';
import type { Contender } from './bench-store-contenders.ts';
import { median } from './bench-run.ts';
import type { Goal, Row } from './bench-run.ts';

const few = 100;
const many = 100_000;
/** Writes under way at once: one nurse, and a whole region at the same minute. */
const concurrencies = [1, 50] as const;

/** Milliseconds per write, a number per round, for each concurrency. */
type Measured = { readonly contender: Contender; readonly times: Readonly<Record<1 | 50, number[]>> };

/**
 * One durable write in a short and in a long stream, beside a bare line appended and synced, and beside lowdb's own
 * file, which is not synced. Those that a goal compares take turns, so that what else the machine does hits them alike;
 * lowdb's file has its rounds after them, for they would have to wait for its garbage.
 */
export async function benchStore({ rounds }: { readonly rounds: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'bench-store-'));
  const compared = await measure(rounds, [
    await ownStore(join(directory, 'few'), few),
    await ownStore(join(directory, 'many'), many),
    await bareFile(join(directory, 'bare'), few),
  ]);
  const shown = await measure(Math.min(rounds, 5), [
    await jsonFile(join(directory, 'json-few'), few),
    await jsonFile(join(directory, 'json-many'), many),
  ]);
  await rm(directory, { recursive: true });
  return { table: tableOf([...compared, ...shown]), goals: goalsOf(compared) };
}

async function measure(rounds: number, contenders: readonly Contender[]): Promise<readonly Measured[]> {
  const measured = contenders.map((contender): Measured => ({ contender, times: { 1: [], 50: [] } }));
  for (let round = 0; round <= rounds; round++) await measureRound(measured, round);
  for (const contender of contenders) await contender[Symbol.asyncDispose]();
  return measured;
}

/** The first round only warms up. Who is first changes with the round. */
async function measureRound(measured: readonly Measured[], round: number): Promise<void> {
  for (const at of measured.keys()) {
    const one = measured[(at + round) % measured.length];
    if (one === undefined) continue;
    for (const concurrency of concurrencies) {
      await one.contender.begin();
      const took = await timePerWrite(one.contender, concurrency);
      if (round > 0) one.times[concurrency].push(took);
    }
  }
}

async function timePerWrite({ write, writes }: Contender, concurrency: number): Promise<number> {
  const each = Math.max(1, Math.ceil(writes / (concurrency === 1 ? 1 : 10)));
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let count = 0; count < each; count++) await write();
    }),
  );
  return (performance.now() - begun) / (each * concurrency);
}

function tableOf(measured: readonly Measured[]): readonly Row[] {
  const times = ({ times: taken }: Measured) =>
    concurrencies.map((concurrency) => median(taken[concurrency]).toFixed(4));
  return [
    ['ms per write, median', '1 at a time', '50 at once'],
    ...measured.map((one): Row => [one.contender.name, ...times(one)]),
  ];
}

function goalsOf(measured: readonly Measured[]): readonly Goal[] {
  const [short, long, bare] = measured.map(({ times }) => times);
  return [
    {
      what: `${many} records against ${few}, 1 at a time`,
      measured: ratio(long?.[1], short?.[1]),
      most: 1.2,
    },
    {
      what: `${many} records against ${few}, 50 at once`,
      measured: ratio(long?.[50], short?.[50]),
      most: 1.2,
    },
    { what: 'against a bare line, 1 at a time', measured: ratio(short?.[1], bare?.[1]), most: 1.3 },
    { what: 'against a bare line, 50 at once', measured: ratio(short?.[50], bare?.[50]), most: 1.3 },
  ];
}

/** Round by round, and of these the middle one: what the machine does meanwhile has hit both. */
function ratio(one: readonly number[] = [], other: readonly number[] = []): number {
  return median(one.map((time, round) => time / (other[round] ?? Number.NaN)));
}
