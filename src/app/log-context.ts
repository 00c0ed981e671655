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
import type { Asked } from './verb.ts';

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
  return entries.findLast(({ versions, withdrawn }) =>
    [...versions, ...(withdrawn === undefined ? [] : [withdrawn])].some(
      (told) => told.act.form.id === act.form.id,
    ),
  );
}

/** The outage that is named; else the one that goes on, or was over last: a real one before a drill. */
export function outageMeant(
  { values }: Pick<Asked, 'values'>,
  { outages }: World,
  /** Of those that are over, which is looked for first. */
  isWanted: (outage: Outage) => boolean = () => false,
): Outage | undefined {
  const named = outages.get(valueOf(values, 'outage'));
  if (named !== undefined) return named;
  const open = [...outages.values()].filter(isOpen).toSorted((one, other) => other.startedAt - one.startedAt);
  const real = open.filter(({ kind }) => kind !== 'drill');
  return real.find(isCurrent) ?? open.find(isCurrent) ?? real.find(isWanted) ?? real[0] ?? open[0];
}

/** The outage whose log a unit means: of those that are over, the latest where it owes something still. */
export function logOutage(asked: MemberAsked, world: World): Outage | undefined {
  const { unit } = asked.member;
  const isOwing = (outage: Outage): boolean => owedTasks(outage.log, unit, outage).some(isOutstanding);
  // A report that was no outage: the log is kept, and can be read while it is not put away.
  return (
    outageMeant(asked, world, isOwing) ??
    [...world.outages.values()].find(({ log }) => log.units.has(unit.id))
  );
}
