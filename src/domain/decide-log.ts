import { callFaults, factFaults, receiverFaults } from './call-faults.ts';
import { caseFor, caseOf, handedTo } from './case-access.ts';
import type { FoundCase } from './case-access.ts';
import { newCaseCode } from './case-code.ts';
import { decideCorrect, decideWithdraw } from './decide-correction.ts';
import { decideMark } from './decide-mark.ts';
import type { Decision, World, Write } from './decision.ts';
import { newOutage } from './evolve-outage.ts';
import { formDone } from './form-done.ts';
import type { Call, HandoverEvent, ReceiverList } from './handover-event.ts';
import type { Case } from './handover-log.ts';
import type { LogCommand, LogUnit } from './log-command.ts';
import { receiptNotices } from './log-notices.ts';
import { logTarget } from './log-target.ts';
import { codeRefusal, decidedOn, mayLog } from './log-write.ts';
import type { Outage } from './outage.ts';
import { faultIf, textFaults } from './outage-faults.ts';
import { opening, refused, together, toCoordinators, writeOn } from './outage-write.ts';
import type { NoticesOf } from './outage-write.ts';
import { sideOf } from './receipts.ts';
import type { Refusal } from './refusal.ts';
import { latestStay } from './stay-of-case.ts';
import { wholeMinute } from './swedish-time.ts';
import { unreachable } from './unreachable.ts';

type CommandOf<Kind extends LogCommand['kind']> = Extract<LogCommand, { kind: Kind }>;

/**
 * What a wish concerning a unit's log leads to; that the person is a member of the unit is judged before. A form
 * that was carried out already is not carried out again.
 */
export function decideLog(command: LogCommand, world: World, now: number): Decision {
  const earlier = formDone(command.act, world);
  if (earlier !== undefined) return earlier;
  switch (command.kind) {
    case 'record':
      return record({ ...command, call: ofMinute(command.call) }, world, now);
    case 'acknowledge':
      return acknowledge(command, world, now);
    case 'correct':
      return decideCorrect({ ...command, call: ofMinute(command.call) }, world, now);
    case 'withdraw':
      return decideWithdraw(command, world);
    case 'state-receivers':
      return stateReceivers(command, world);
    case 'state-facts':
      return stateFacts(command, world, now);
    case 'mark':
      return decideMark(command, world);
    default:
      return unreachable(command);
  }
}

/** A call is of the minute that clocks showed: whatever is later in it is told apart by the order of the log. */
function ofMinute(call: Call): Call {
  return { ...call, calledAt: wholeMinute(call.calledAt) };
}

function record(command: CommandOf<'record'>, world: World, now: number): Decision {
  const { call, receivers, unit } = command;
  const faults = [...callFaults(call, unit, now), ...receiverFaults(receivers)];
  if (faults.length > 0) return refused(faults);
  if (call.code !== '') return recordOn(command, world);
  const target = logTarget(world, { calledAt: call.calledAt, named: command.outage }, now);
  switch (target.kind) {
    case 'ambiguous':
      return refused([{ kind: 'which-outage' }]);
    case 'none':
      return refused(faultIf(true, 'calledAt', 'no-outage-then'));
    case 'one':
      return {
        kind: 'decided',
        writes: [firstOf(command, [target.outage, world])],
        outage: target.outage.id,
      };
    case 'new': {
      const write = firstOf(command, [newOutage(command.newOutage), world]);
      return { kind: 'decided', writes: [opening(write, now), write], outage: command.newOutage };
    }
    default:
      return unreachable(target);
  }
}

type OutageWrite = Extract<Write, { stream: 'outage' }>;

/** The first call of a new case: a code is taken for it in the same record. */
function firstOf(command: CommandOf<'record'>, [outage, world]: readonly [Outage, World]): OutageWrite {
  const { act, isUnverified, receivers, unit } = command;
  const code = newCaseCode(command.newCode, (one) => isTaken(one, world));
  const opened: HandoverEvent = {
    kind: 'caseOpened',
    act,
    unit: unit.id,
    as: kindOf(unit),
    code,
    ...(receivers !== undefined && { receivers }),
    ...(isUnverified && { isUnverified }),
  };
  return writeOn([outage, world], [opened, recorded(command, { ...command.call, code })], reportOf(outage));
}

/** Unique among all outages that are not closed; of those that were closed lately as well. */
function isTaken(code: string, { outages }: World): boolean {
  return outages.values().some(({ log }) => log.cases.has(code));
}

/** Coordinators see a report with its counts, until somebody says what it is. */
function reportOf({ revision, state }: Outage): NoticesOf {
  if (state !== 'reported') return () => [];
  return toCoordinators({ notice: 'report', manner: revision === 0 ? 'post' : 'amend' });
}

function recordOn(command: CommandOf<'record'>, world: World): Decision {
  const { call, receivers, unit } = command;
  const known = caseFor(world, call.code, unit);
  if (!mayLog(known)) return refused(codeRefusal(known));
  const { found, outage } = known;
  const faults = receiversFault(found, receivers, unit);
  if (faults.length > 0) return refused(faults, outage.id);
  const events = [...firstReceivers(command, found), recorded(command, call)];
  return decidedOn(known, world, {
    events,
    notices: together(reportOf(outage), receiptsOf(command, known)),
  });
}

/** Other receivers than before are stated by themselves, with why. */
function receiversFault(found: Case, list: ReceiverList | undefined, unit: LogUnit) {
  const isOther = list !== undefined && found.owner === unit.id && found.receivers !== undefined;
  return faultIf(isOther && !isSameList(list, found.receivers), 'receivers', 'needs-reason');
}

function firstReceivers(
  { act, isUnverified, receivers, unit }: CommandOf<'record'>,
  found: Case,
): readonly HandoverEvent[] {
  if (receivers === undefined || found.owner !== unit.id || found.receivers !== undefined) return [];
  return [
    {
      kind: 'receiversStated',
      act,
      unit: unit.id,
      code: found.code,
      receivers,
      reason: '',
      ...(isUnverified && { isUnverified }),
    },
  ];
}

function acknowledge(command: CommandOf<'acknowledge'>, world: World, now: number): Decision {
  const { code, items, unit } = command;
  const known = caseFor(world, code, unit);
  if (known?.found.owner === unit.id) return refused(codeRefusal(undefined));
  if (!mayLog(known)) return refused(codeRefusal(known));
  const { found, outage } = known;
  const handed = handedTo(outage.log, found, unit);
  if (handed.size === 0) return refused([{ kind: 'no-handover-on-code' }]);
  const faults = [
    ...faultIf(items.length === 0, 'items', 'missing'),
    ...faultIf(!items.every((item) => handed.has(item)), 'items', 'not-given'),
  ];
  if (faults.length > 0) return refused(faults, outage.id);
  const callers = new Set(items.flatMap((item) => handed.get(item)?.versions[0].act.by.name ?? []));
  const call: Call = {
    ...sideOf(found.as),
    code,
    direction: 'received',
    counterpart: [...callers].join(', ').slice(0, 60),
    items: [...items],
    outcome: 'given',
    calledAt: wholeMinute(now),
    facts: {},
  };
  return decidedOn(known, world, {
    events: [recorded(command, call)],
    notices: receiptsOf(command, known),
  });
}

/** That the receiver's side has logged it is told to whoever handed it over. */
function receiptsOf(
  { act, newEntry, unit }: CommandOf<'record' | 'acknowledge'>,
  { found }: FoundCase,
): NoticesOf {
  return receiptNotices({ code: found.code, unit: unit.id, entry: newEntry, at: act.at });
}

function stateReceivers(command: CommandOf<'state-receivers'>, world: World): Decision {
  const { act, code, isUnverified, reason, receivers, unit } = command;
  const known = caseOf(world, code);
  if (known?.found.owner !== unit.id) return refused(codeRefusal(undefined));
  if (!mayLog(known)) return refused(codeRefusal(known));
  const { found, outage } = known;
  const last = found.statements.at(-1);
  if (last !== undefined && command.seen !== undefined && command.seen !== found.statements.length) {
    return refused([{ kind: 'receivers-changed', act: last.act }], outage.id);
  }
  const faults = [
    ...receiverFaults(receivers),
    ...textFaults('reason', reason, found.receivers !== undefined),
    ...faultIf(isSameList(receivers, found.receivers), 'receivers', 'unchanged'),
  ];
  if (faults.length > 0) return refused(faults, outage.id);
  const event: HandoverEvent = {
    kind: 'receiversStated',
    act,
    unit: unit.id,
    code,
    receivers,
    reason,
    ...(isUnverified && { isUnverified }),
  };
  return decidedOn(known, world, { events: [event], notices: () => [] });
}

function stateFacts(command: CommandOf<'state-facts'>, world: World, now: number): Decision {
  const { act, code, facts, isUnverified, unit, unknown = [] } = command;
  const known = caseFor(world, code, unit);
  if (!mayLog(known)) return refused(codeRefusal(known));
  const faults = [...factFaults(facts, now), ...orderFaults({ facts, unknown }, known, unit)];
  if (faults.length > 0) return refused(faults, known.outage.id);
  const event: HandoverEvent = {
    kind: 'factsStated',
    act,
    unit: unit.id,
    as: kindOf(unit),
    code,
    facts,
    ...(unknown.length > 0 && { unknown: [...unknown] }),
    ...(isUnverified && { isUnverified }),
  };
  return decidedOn(known, world, { events: [event], notices: () => [] });
}

/** Told one at a time, nobody is discharged before they were admitted either. */
function orderFaults(
  { facts, unknown = [] }: Pick<CommandOf<'state-facts'>, 'facts' | 'unknown'>,
  { found, outage }: FoundCase,
  { id }: LogUnit,
): readonly Refusal[] {
  const told = facts.admittedAt !== undefined || facts.dischargedAt !== undefined;
  const isWhole = facts.admittedAt !== undefined && facts.dischargedAt !== undefined;
  if (!told || isWhole || unknown.some((part) => part === 'admittedAt' || part === 'dischargedAt')) return [];
  const { admittedAt = -Infinity, dischargedAt = Infinity } = {
    ...latestStay(outage.log, id, found.code),
    ...facts,
  };
  return faultIf(dischargedAt < admittedAt, 'dischargedAt', 'before-admitted');
}

function recorded(
  { act, isUnverified, newEntry, unit }: CommandOf<'record' | 'acknowledge'>,
  call: Call,
): HandoverEvent {
  return {
    kind: 'handoverRecorded',
    act,
    unit: unit.id,
    as: kindOf(unit),
    entry: newEntry,
    call,
    ...(isUnverified && { isUnverified }),
  };
}

const kindOf = ({ careSetting, organisation }: LogUnit) => ({ careSetting, organisation });

function isSameList(one: ReceiverList | undefined, other: ReceiverList | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.municipality === other.municipality &&
    one.parties.length === other.parties.length &&
    one.parties.every((party) => other.parties.includes(party))
  );
}
