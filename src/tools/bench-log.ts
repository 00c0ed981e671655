import { caseAnswer } from '../cards/case-answer.ts';
import { outstandingAnswer } from '../cards/outstanding-answer.ts';
import { taskListAnswer } from '../cards/task-list-answer.ts';
import { unitLogAnswer } from '../cards/unit-log-answer.ts';
import { evolveOutage } from '../domain/evolve-outage.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import { unitSummary } from '../domain/unit-summary.ts';
import { readKnowledge } from '../routine/knowledge.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { cpuMs, median } from './bench-run.ts';
import type { Goal, Row } from './bench-run.ts';
import { startSampleBot } from './sample-bot.ts';
import type { SampleBot } from './sample-bot.ts';
import { sampleLead, sampleLog, sampleNurse } from './sample-log.ts';
import type { SampleLog } from './sample-log.ts';

/** How many calls are in the log. */
const sizes = [100, 100_000] as const;
const few = sampleLog(sizes[0]);
const many = sampleLog(sizes[1]);

/**
 * What a log costs with few and with many calls, in CPU: what somebody says or presses, with all that runs because of
 * it; and the parts: one more call, a case, a unit's lists, what concerns all units.
 */
export async function benchLogs({ rounds }: { readonly rounds: number }) {
  const knowledge = await readKnowledge({});
  if (knowledge.kind === 'faulty') throw new Error(knowledge.faults.join('\n'));
  const turns = await benchTurns(knowledge.value, rounds);
  const firsts = firstsOf(knowledge.value);
  const parts = partsOf(knowledge.value);
  const measured = [...turns, ...parts.map(([name, run]) => measuredPart(name, run, rounds)), ...firsts];
  const table = measured.map(({ name, times: [one, other] }): Row => {
    return [name, one.toFixed(3), other.toFixed(3), (other / one).toFixed(2)];
  });
  const heading: Row = ['CPU, ms, median', ...sizes.map((size) => `${size} calls`), 'ratio'];
  return { table: [heading, ...table], goals: goalsOf(measured) };
}

/** Milliseconds of CPU with few calls, and with many. */
type Measured = {
  readonly name: string;
  readonly times: readonly [number, number];
  readonly mostRatio?: number;
};

function goalsOf(measured: readonly Measured[]): readonly Goal[] {
  const [list = Number.NaN] = measured.filter(({ name }) => name === listName).map(({ times }) => times[1]);
  return [
    ...measured.flatMap(({ mostRatio: most, name, times: [one, other] }) =>
      most === undefined || most === Infinity
        ? []
        : [{ what: `${name}, ratio`, measured: other / one, most }],
    ),
    { what: `${listName} at ${sizes[1]} calls, ms`, measured: list, most: 20 },
  ];
}

type Turn = readonly [
  name: string,
  act: (bot: SampleBot, log: SampleLog, count: number) => Promise<unknown>,
  mostRatio?: number,
];
/** A question may cost so much more with many calls than with few. */
const mostRatio = 1.1;

/** As long as the outage goes on. */
const turnsDuring: readonly Turn[] = [
  ['“vem ringer jag i Ånge?”', (bot) => bot.says(sampleNurse, 'vem ringer jag i Ånge?')],
  ['“får vi skriva ut patienten?”', (bot) => bot.says(sampleNurse, 'får vi skriva ut patienten?')],
  ['“är det avbrott?”', (bot) => bot.says(sampleNurse, 'är det avbrott?')],
  ['a case is shown', (bot, { code }) => bot.says(sampleNurse, `visa ${code}`)],
  ['the unit’s log is shown', (bot) => bot.says(sampleNurse, 'visa loggen')],
  [
    'a call is logged',
    (bot, log, count) => bot.presses(sampleNurse, 'handover.record', callForm(log, count)),
  ],
];

const listName = '“visa utestående”, coordinator';
/** When it is over. */
const turnsAfter: readonly Turn[] = [
  ['“visa utestående”, unit', (bot) => bot.says(sampleNurse, 'visa utestående')],
  [listName, (bot) => bot.says(sampleLead, 'visa utestående')],
  ['“statistik”, coordinator', (bot) => bot.says(sampleLead, 'visa statistik'), Infinity],
];

function callForm({ codes }: SampleLog, count: number): object {
  return {
    whole: '1',
    code: codes[count % codes.length],
    party: 'municipality',
    municipality: 'ange',
    counterpart: 'Lisa',
    items: 'planningBasis',
    outcome: 'given',
    calledOn: '2026-11-24',
    calledAt: `13:${`${count % 60}`.padStart(2, '0')}`,
  };
}

async function benchTurns(knowledge: Knowledge, rounds: number): Promise<readonly Measured[]> {
  await using oneBot = await startSampleBot(few, knowledge);
  await using otherBot = await startSampleBot(many, knowledge);
  const bots = [
    [oneBot, few],
    [otherBot, many],
  ] as const;
  const measure = async (turns: readonly Turn[]): Promise<readonly Measured[]> => {
    const measured: Measured[] = [];
    for (const turn of turns) measured.push(await measuredTurn(turn, bots, rounds));
    return measured;
  };
  const during = await measure(turnsDuring);
  for (const [bot] of bots) await bot.end();
  return [...during, ...(await measure(turnsAfter))];
}

/** So many turns are measured at a time: a single one is shorter than the clock of the CPU is fine. */
const turnsAtOnce = 50;

async function measuredTurn(
  [name, act, most = mostRatio]: Turn,
  bots: readonly (readonly [SampleBot, SampleLog])[],
  rounds: number,
): Promise<Measured> {
  const times = bots.map((): number[] => []);
  let count = 0;
  for (let round = -2; round < rounds; round += 1) {
    for (const [at, [bot, log]] of bots.entries()) {
      await bot.idle();
      const ms = await cpuMs(async () => {
        for (let turn = 0; turn < turnsAtOnce; turn += 1) {
          const spoken = await act(bot, log, (count += 1));
          if (spoken === undefined) throw new Error(`${name}: not answered`);
          await bot.idle();
        }
      });
      // The first rounds only warm up, and count what is counted once.
      if (round >= 0) times[at]?.push(ms / turnsAtOnce);
    }
  }
  const [one = Number.NaN, other = Number.NaN] = times.map(median);
  return { name, times: [one, other], mostRatio: most };
}

type Part = readonly [name: string, run: (log: SampleLog) => unknown];

function partsOf({ routine }: Knowledge): readonly Part[] {
  const of = ({ context }: SampleLog) => ({ ...context, routine });
  return [
    ['part: one more call of a known case', ({ call, outage }) => evolveOutage(outage, call)],
    ['part: one more call of a new case', ({ outage, newCase }) => evolveOutage(outage, newCase)],
    ['part: a case with its gate', (log) => caseAnswer({ ...of(log), code: log.code })],
    ['part: a unit’s log', (log) => unitLogAnswer({ ...of(log), page: 1 })],
    [
      'part: a unit’s list, another call after each',
      (log) => taskListAnswer({ ...oneMore(of(log), log), page: 1 }),
    ],
    [
      'part: the coordinators’ list, another call after each',
      (log) => outstandingAnswer({ ...oneMore(of(log), log), page: 1 }),
    ],
    ['part: statistics', ({ context, outage }) => outageStatistics(outage, context.directory)],
  ];
}

/** Nothing that was kept of the first unit holds any more. */
function oneMore<Context extends { readonly outage: SampleLog['outage'] }>(
  context: Context,
  { call }: SampleLog,
) {
  return { ...context, outage: evolveOutage(context.outage, call) };
}

/** What is counted for the first time after a start, and at the end: of another outage each, of which nothing is kept. */
function firstsOf({ routine }: Knowledge): readonly Measured[] {
  const firsts: readonly Part[] = [
    ['first: the coordinators’ list', (log) => outstandingAnswer({ ...log.context, page: 1 })],
    ['first: all units’ summaries', ({ outage, units }) => units.map((unit) => unitSummary(outage, unit))],
    ['first: statistics', ({ context, outage }) => outageStatistics(outage, context.directory)],
    ['first: a unit’s list', (log) => taskListAnswer({ ...log.context, routine, page: 1 })],
  ];
  return firsts.map(([name, run]) => {
    const once = (size: number): number => {
      const log = sampleLog(size);
      return cpuMsOf(() => run(log));
    };
    return { name, times: [median([1, 2, 3].map(() => once(sizes[0]))), once(sizes[1])] };
  });
}

/** By turns, so that what else the machine does hits them alike; the first round only warms up. */
function measuredPart(name: string, run: Part[1], rounds: number): Measured {
  const times = [few, many].map((): number[] => []);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, log] of [few, many].entries()) {
      const ms = cpuMsOf(() => {
        for (let turn = 0; turn < turnsAtOnce; turn += 1) run(log);
      });
      if (round > 0) times[at]?.push(ms / turnsAtOnce);
    }
  }
  const [one = Number.NaN, other = Number.NaN] = times.map(median);
  return { name, times: [one, other] };
}

function cpuMsOf(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / 1000;
}
