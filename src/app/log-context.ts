import type { CaseContext } from '../cards/case-context.ts';
import { isCurrent } from '../domain/current-outage.ts';
import type { World } from '../domain/decision.ts';
import { logOf } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import { isOpen } from '../domain/log-target.ts';
import type { Outage } from '../domain/outage.ts';
import { isOutstanding, owedTasks } from '../domain/owed-tasks.ts';
import { valueOf } from './form-values.ts';
import type { MemberAsked } from './member-verb.ts';

/** What a case is shown with. */
export function caseContext(
  { knowledge, member, now }: MemberAsked,
  world: World,
  { code, outage }: { readonly code: string; readonly outage: Outage },
): CaseContext {
  const { routine } = knowledge;
  return { outage, unit: member.unit, code, now, routine, knowledge, directory: world.directory };
}

/** The call that a form led to. */
export function entryUnder({ act, member }: MemberAsked, { log }: Outage): Entry | undefined {
  const { entries } = logOf(log, member.unit.id);
  return [...entries.values()].findLast(({ versions, withdrawn }) =>
    [...versions, ...(withdrawn === undefined ? [] : [withdrawn])].some(
      (told) => told.act.form.id === act.form.id,
    ),
  );
}

/**
 * The outage whose log a unit means: the one that is named; else the one that goes on, a real one before a drill; else
 * of those that are over the latest where it owes something still, and then the latest.
 */
export function logOutage(asked: MemberAsked, world: World): Outage | undefined {
  const named = world.outages.get(valueOf(asked.values, 'outage'));
  if (named !== undefined) return named;
  const open = [...world.outages.values()]
    .filter(isOpen)
    .toSorted((one, other) => other.startedAt - one.startedAt);
  const real = open.filter(({ kind }) => kind !== 'drill');
  const { unit } = asked.member;
  return (
    real.find(isCurrent) ??
    open.find(isCurrent) ??
    real.find((outage) => owedTasks(outage.log, unit, outage).some(isOutstanding)) ??
    real[0] ??
    open[0] ??
    // A report that was no outage: the log is kept, and can be read while it is not put away.
    [...world.outages.values()].find(({ log }) => log.units.has(unit.id))
  );
}
