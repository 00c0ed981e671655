import { reregistrationTasks } from './ids.ts';
import type { ReregistrationTask } from './ids.ts';
import { callOf, logOf, standing } from './handover-log.ts';
import { keptBy } from './kept.ts';
import type { Outage } from './outage.ts';
import { isOutstanding, owedTasks } from './owed-tasks.ts';
import type { OwedTask, OwingUnit } from './owed-tasks.ts';
import { isConfirmed } from './receipts.ts';
import { unitReceipts } from './unit-receipts.ts';

/** How many of a task somebody has to do something about. */
export type TaskCount = { readonly task: ReregistrationTask; readonly count: number };

/** A unit's part of an outage in numbers: nothing of any one case. */
export type UnitSummary = {
  readonly cases: number;
  readonly calls: number;
  /** Calls that nobody answered, by how they stand. */
  readonly unanswered: number;
  /** Things handed over that nobody has confirmed, or not as they are now. */
  readonly unconfirmed: number;
  /** By kind, in the table's order; none that is zero. */
  readonly outstanding: readonly TaskCount[];
  readonly outstandingCount: number;
  readonly doneCount: number;
  /** Cases for which the form is used. */
  readonly forms: number;
};

/** What a unit's channel is told when it is over: counts alone. */
export function unitSummary(outage: Outage, unit: OwingUnit): UnitSummary {
  const { endedAt = '', log, startedAt } = outage;
  const key = `${unit.careSetting} ${startedAt} ${endedAt}`;
  return keep(logOf(log, unit.id), key, () => summaryOf(outage, unit));
}

const keep = keptBy<UnitSummary>();

function summaryOf(outage: Outage, unit: OwingUnit): UnitSummary {
  const calls = standing(logOf(outage.log, unit.id)).map(callOf);
  const receipts = unitReceipts(outage.log, unit.id);
  const tasks = owedTasks(outage.log, unit, outage);
  const outstanding = tasks.filter(isOutstanding);
  return {
    cases: new Set(calls.map(({ code }) => code)).size,
    calls: calls.length,
    unanswered: calls.filter(({ outcome }) => outcome === 'no-answer').length,
    unconfirmed: receipts.filter(({ receipt }) => !isConfirmed(receipt)).length,
    outstanding: countByTask(outstanding),
    outstandingCount: outstanding.length,
    doneCount: tasks.filter(({ mark }) => mark?.kind === 'done').length,
    forms: tasks.filter(({ level, task }) => task === 'sendForm' && level === 'mustIfFormUsed').length,
  };
}

/** How many of each kind, in the table's order. */
export function countByTask(tasks: readonly Pick<OwedTask, 'task'>[]): readonly TaskCount[] {
  const counts = new Map<ReregistrationTask, number>();
  for (const { task } of tasks) counts.set(task, (counts.get(task) ?? 0) + 1);
  return reregistrationTasks.flatMap((task) => {
    const count = counts.get(task);
    return count === undefined ? [] : [{ task, count }];
  });
}
