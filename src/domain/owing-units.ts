import type { Directory, Unit } from './directory.ts';
import { logOf } from './handover-log.ts';
import type { CareSetting } from './ids.ts';
import { loggingUnits } from './log-notices.ts';
import type { Outage } from './outage.ts';
import { toldOn, unitRecipient } from './outage-recipients.ts';
import { isOutstanding, owedTasks } from './owed-tasks.ts';
import type { OwedTask, OwingUnit } from './owed-tasks.ts';

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
    const careSetting = unit.careSetting ?? lastSetting(log, unit.id);
    if (careSetting === undefined) return [];
    return told.has(unitRecipient(unit)) || logging.has(unit.id) ? [{ ...unit, careSetting }] : [];
  });
}

/** What it was when it last logged something: its log is owed for, though its channel wants only notices since. */
function lastSetting(log: Outage['log'], unit: string): CareSetting | undefined {
  const { entries, statements } = logOf(log, unit);
  return [...entries.values(), ...statements].at(-1)?.as.careSetting;
}

/** What each of them owes still; one that owes nothing is left out. */
export function outstandingByUnit(outage: Outage, directory: Pick<Directory, 'units'>): readonly Owing[] {
  return owingUnits(outage, directory)
    .map((unit) => ({ unit, tasks: owedTasks(outage.log, unit, outage).filter(isOutstanding) }))
    .filter(({ tasks }) => tasks.length > 0);
}
