import { callsTo } from '../domain/case-access.ts';
import type { Decision, World } from '../domain/decision.ts';
import { everOn, logOf, statementsOn } from '../domain/handover-log.ts';
import type { Case, HandoverLog } from '../domain/handover-log.ts';
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
  const { entries, marks, statements } = logOf(log, member.unit.id);
  const found = code === undefined ? undefined : log.cases.get(code);
  const told = code === undefined ? [...statements.values()].flat() : statementsOn(log, member.unit.id, code);
  const calls = code === undefined ? [...entries.values()] : everOn(log, member.unit.id, code);
  const done = [...marks].filter(([key]) => code === undefined || key.startsWith(`${code}:`));
  return (
    (found !== undefined && found.owner !== member.unit.id && isHanded(log, found, member)) ||
    [
      ...calls.flatMap(({ versions }) => versions),
      ...told,
      ...(found?.owner === member.unit.id ? found.statements : []),
      ...done.map(([, mark]) => mark),
    ].some(({ act }) => act.by.id !== person.id)
  );
}

/** What the sender's unit has logged as handed over to the reader's is shown beside it. */
function isHanded(log: HandoverLog, found: Case, member: Member): boolean {
  return callsTo(log, found, logUnit(member)).length > 0;
}
