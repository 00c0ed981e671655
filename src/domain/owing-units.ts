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
    .map((unit) => ({ unit, tasks: owedTasks(outage.log, unit, outage).filter(isOutstanding) }))
    .filter(({ tasks }) => tasks.length > 0);
}
