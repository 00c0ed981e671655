import type { Directory, Unit } from './directory.ts';
import { logOf } from './handover-log.ts';
import type { CareSetting } from './ids.ts';
import { kept } from './kept.ts';
import { loggingUnits } from './log-notices.ts';
import type { Outage } from './outage.ts';
import { toldOn, unitRecipient } from './outage-recipients.ts';
import { isDuty, isOutstanding, owedTasks } from './owed-tasks.ts';
import type { OwedTask, OwingUnit } from './owed-tasks.ts';
import { countByTask } from './unit-summary.ts';
import type { TaskCount } from './unit-summary.ts';

/** A unit that owes something after an outage, and what. */
export type Owing = { readonly unit: Unit; readonly tasks: readonly OwedTask[] };

/**
 * The units that an outage concerned: those that were told of it and those that have logged calls in it, connected
 * still or not. A channel without a care setting only hears, and owes nothing.
 */
export function owingUnits(
  { log, outbox }: Outage,
  { units }: Pick<Directory, 'units'>,
): readonly (Unit & OwingUnit)[] {
  const told = toldOn(outbox, 'units');
  const logging = new Set(loggingUnits(log));
  return [...units.values()].flatMap((unit) => {
    const careSetting = owingSetting(log, unit);
    if (careSetting === undefined) return [];
    return told.has(unitRecipient(unit)) || logging.has(unit.id) ? [{ ...unit, careSetting }] : [];
  });
}

/**
 * What a unit owes as; where its channel wants only notices since, what it was when it last logged something: its log
 * is owed for still. Undefined: it only hears, and owes nothing.
 */
export function owingSetting(
  log: Outage['log'],
  { careSetting, id }: Pick<Unit, 'careSetting' | 'id'>,
): CareSetting | undefined {
  if (careSetting !== undefined) return careSetting;
  const { entries, statements } = logOf(log, id);
  return [...entries.values(), ...[...statements.values()].flat()].at(-1)?.as.careSetting;
}

/** What each of them owes still; one that owes nothing is left out. */
export function outstandingByUnit(outage: Outage, directory: Pick<Directory, 'units'>): readonly Owing[] {
  return owingUnits(outage, directory)
    .map((unit) => ({ unit, tasks: dutiesIn(owedTasks(outage.log, unit, outage)).left }))
    .filter(({ tasks }) => tasks.length > 0);
}

/** What asks for something to be done, of all that a unit owes. */
export type Duties = {
  readonly count: number;
  /** Those that are outstanding. */
  readonly left: readonly OwedTask[];
  readonly leftByTask: readonly TaskCount[];
};

/** Counts what somebody has to do, and finds what is left of it. */
export const dutiesIn = kept((tasks: readonly OwedTask[]): Duties => {
  const left = tasks.filter(isOutstanding);
  return { count: tasks.filter(({ level }) => isDuty(level)).length, left, leftByTask: countByTask(left) };
});
