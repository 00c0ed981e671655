import { callsTo } from '../domain/case-access.ts';
import type { Decision, World } from '../domain/decision.ts';
import { everOn, logOf, markKey, statementsOn } from '../domain/handover-log.ts';
import type { Case, HandoverLog, UnitLog } from '../domain/handover-log.ts';
import { reregistrationTasks } from '../domain/ids.ts';
import { kept } from '../domain/kept.ts';
import type { Outage } from '../domain/outage.ts';
import { writeOn } from '../domain/outage-write.ts';
import { logUnit } from './member.ts';
import type { Member } from './member.ts';
import type { Asked } from './verb.ts';

/** What is read of a unit's log: all of it, or one case. */
export type Reading = { readonly outage: Outage; readonly code?: string };

type Reader = Pick<Asked, 'person' | 'now'> & { readonly member: Member };

/** Records who reads what others wrote (PDL 4 kap. 3 §); nothing where the reader wrote all of it. */
export function readingDecision(reader: Reader, { code, outage: { id } }: Reading, world: World): Decision {
  const outage = world.outages.get(id);
  if (outage === undefined || !isOthersWork(reader, outage, code)) return { kind: 'repeated', outage: id };
  const { member, now, person } = reader;
  const of = { unit: member.unit.id, ...(code !== undefined && { code }) };
  const write = writeOn([outage, world], [{ kind: 'logRead', at: now, by: person, ...of }]);
  return { kind: 'decided', writes: [write], outage: id };
}

/** Whether others than the reader have written in what is read. */
function isOthersWork({ member, person }: Reader, { log }: Outage, code?: string): boolean {
  const own = logOf(log, member.unit.id);
  if (code === undefined) return [...authorsOf(own)].some((id) => id !== person.id);
  const found = log.cases.get(code);
  const marks = reregistrationTasks.flatMap((task) => own.marks.get(markKey(task, code)) ?? []);
  return (
    (found !== undefined && found.owner !== member.unit.id && isHanded(log, found, member)) ||
    [
      ...everOn(log, member.unit.id, code).flatMap(({ versions }) => versions),
      ...statementsOn(log, member.unit.id, code),
      ...(found?.owner === member.unit.id ? found.statements : []),
      ...marks,
    ].some(({ act }) => act.by.id !== person.id)
  );
}

/** The ids of all who have written in a unit's log. */
const authorsOf = kept(({ entries, marks, statements }: UnitLog): ReadonlySet<string> => {
  const calls = [...entries.values()].flatMap(({ versions }) => versions);
  const written = [...calls, ...[...statements.values()].flat(), ...marks.values()];
  return new Set(written.map(({ act }) => act.by.id));
});

/** What the sender's unit has logged as handed over to the reader's is shown beside it. */
function isHanded(log: HandoverLog, found: Case, member: Member): boolean {
  return callsTo(log, found, logUnit(member)).length > 0;
}
