import { caseAnswer } from '../cards/case-answer.ts';
import { outstandingAnswer } from '../cards/outstanding-answer.ts';
import { taskListAnswer } from '../cards/task-list-answer.ts';
import { unitLogAnswer } from '../cards/unit-log-answer.ts';
import { evolveOutage } from '../domain/evolve-outage.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import { unitSummary } from '../domain/unit-summary.ts';
import { readKnowledge } from '../routine/knowledge.ts';
import type { Routine } from '../routine/routine.ts';
import { median } from './bench-run.ts';
import type { Row } from './bench-run.ts';
import { sampleLog } from './sample-log.ts';
import type { SampleLog } from './sample-log.ts';

/** How many calls are in the log. */
const sizes = [100, 100_000] as const;

/** What a log of that many calls costs: one more call, a case, a unit's lists, and what concerns all units. */
export async function benchLogs({ rounds }: { readonly rounds: number }) {
  const knowledge = await readKnowledge({});
  if (knowledge.kind === 'faulty') throw new Error(knowledge.faults.join('\n'));
  const { routine } = knowledge.value;
  const logs = sizes.map((size) => sampleLog(size));
  const things = thingsWith(routine);
  const table = things.map(([name, run]): Row => {
    const times = measured(
      logs.map((log) => () => run(log)),
      rounds,
    );
    return [name, ...times.map((time) => time.toFixed(3))];
  });
  return { table: [['ms, median', ...sizes.map((size) => `${size} calls`)] as Row, ...table], goals: [] };
}

type Thing = readonly [name: string, run: (log: SampleLog) => unknown];

function thingsWith(routine: Routine): readonly Thing[] {
  const of = ({ context }: SampleLog) => ({ ...context, routine });
  return [
    ['one more call of a known case', ({ call, outage }) => evolveOutage(outage, call)],
    ['one more call of a new case', ({ outage, newCase }) => evolveOutage(outage, newCase)],
    ['a case with its gate', (log) => caseAnswer({ ...of(log), code: log.code })],
    ['a unit’s log', (log) => unitLogAnswer({ ...of(log), page: 1 })],
    ['a unit’s list of tasks', (log) => taskListAnswer({ ...of(log), page: 1 })],
    [
      'all units’ summaries at the end',
      ({ outage, units }) => units.map((unit) => unitSummary(outage, unit)),
    ],
    ['the coordinators’ list', (log) => outstandingAnswer({ ...of(log), page: 1 })],
    ['statistics', ({ context, outage }) => outageStatistics(outage, context.directory)],
  ];
}

/** By turns, so that what else the machine does hits them alike; the first round only warms up. */
function measured(runs: readonly (() => unknown)[], rounds: number): readonly number[] {
  const times = runs.map((): number[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [at, run] of runs.entries()) {
      const begun = performance.now();
      run();
      if (round > 0) times[at]?.push(performance.now() - begun);
    }
  }
  return times.map(median);
}
