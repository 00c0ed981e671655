import { callFaults } from './call-faults.ts';
import { caseFor } from './case-access.ts';
import type { Decision, World } from './decision.ts';
import type { Call, HandoverEvent } from './handover-event.ts';
import { callOf, lastVersion, logOf } from './handover-log.ts';
import type { Entry } from './handover-log.ts';
import type { LogCommand } from './log-command.ts';
import { receiptNotices } from './log-notices.ts';
import { isOpen } from './log-target.ts';
import { codeRefusal, decidedOn } from './log-write.ts';
import type { Outage } from './outage.ts';
import { faultIf, textFaults } from './outage-faults.ts';
import { refused, together } from './outage-write.ts';
import type { NoticesOf } from './outage-write.ts';

type CommandOf<Kind extends LogCommand['kind']> = Extract<LogCommand, { kind: Kind }>;

/** Tells a call of the unit's own anew; what was told before stays in the record. `code` may move it to another case. */
export function decideCorrect(command: CommandOf<'correct'>, world: World, now: number): Decision {
  const { reason, unit } = command;
  const known = entryFor(command, world);
  if (known.kind === 'refused') return known.decision;
  const { entry, outage } = known;
  if (isChanged(entry, command)) return changedMeanwhile(entry, outage);
  const before = callOf(entry);
  const call = command.call.code === '' ? { ...command.call, code: before.code } : command.call;
  const isSame = JSON.stringify(inOrder(call)) === JSON.stringify(inOrder(before));
  const faults = [
    ...callFaults(call, unit, now),
    ...textFaults('reason', reason, true),
    ...faultIf(isSame, 'reason', 'unchanged'),
  ];
  if (faults.length > 0) return refused(faults, outage.id);
  const moved = caseFor(world, call.code, unit);
  if (moved === undefined || moved.outage.id !== outage.id) return refused(codeRefusal(undefined), outage.id);
  const { act, isUnverified } = command;
  const event: HandoverEvent = {
    kind: 'handoverCorrected',
    act,
    unit: unit.id,
    entry: entry.id,
    call,
    reason,
    ...(isUnverified && { isUnverified }),
  };
  return decidedOn({ outage }, world, { events: [event], notices: changedReceipt(entry, act.at, call) });
}

/** Takes a call back: it counts no more, and stays in the record. */
export function decideWithdraw(command: CommandOf<'withdraw'>, world: World): Decision {
  const known = entryFor(command, world);
  if (known.kind === 'refused') return known.decision;
  const { entry, outage } = known;
  const { act, isUnverified, reason, unit } = command;
  if (isChanged(entry, command)) return changedMeanwhile(entry, outage);
  const faults = textFaults('reason', reason, true);
  if (faults.length > 0) return refused(faults, outage.id);
  const event: HandoverEvent = {
    kind: 'handoverWithdrawn',
    act,
    unit: unit.id,
    entry: entry.id,
    reason,
    ...(isUnverified && { isUnverified }),
  };
  return decidedOn({ outage }, world, { events: [event], notices: changedReceipt(entry, act.at) });
}

/** A receipt that is changed or taken back is told to whoever handed over; one that is moved, on both codes. */
function changedReceipt({ id, unit, versions }: Entry, at: number, call?: Call): NoticesOf {
  const codes = new Set([callOf({ versions }).code, ...(call === undefined ? [] : [call.code])]);
  return together(...[...codes].map((code) => receiptNotices({ code, unit, entry: id, at })));
}

/** Whether somebody told it anew since the form was shown. */
const isChanged = ({ versions }: Entry, { seen }: { readonly seen?: number }): boolean =>
  seen !== undefined && seen !== versions.length;

const changedMeanwhile = (entry: Entry, { id }: Outage): Decision =>
  refused([{ kind: 'entry-changed', act: lastVersion(entry).act }], id);

type OwnEntry =
  | { readonly kind: 'found'; readonly entry: Entry; readonly outage: Outage }
  | { readonly kind: 'refused'; readonly decision: Decision };

function entryFor(
  { entry: id, outage: named, unit }: CommandOf<'correct' | 'withdraw'>,
  world: World,
): OwnEntry {
  const outage = world.outages.get(named);
  const entry = outage && logOf(outage.log, unit.id).entries.get(id);
  if (outage === undefined || entry === undefined) {
    return { kind: 'refused', decision: refused([{ kind: 'no-such-entry' }]) };
  }
  if (!isOpen(outage)) return { kind: 'refused', decision: refused([{ kind: 'log-closed' }], outage.id) };
  if (entry.withdrawn !== undefined) {
    const { act } = entry.withdrawn;
    return { kind: 'refused', decision: refused([{ kind: 'entry-withdrawn', act }], outage.id) };
  }
  return { kind: 'found', entry, outage };
}

/** The parts of a call in one order, so that two can be compared. */
function inOrder({ facts, items, ...rest }: Call) {
  return [sorted(rest), sorted(facts), items.toSorted()];
}

function sorted(fields: object) {
  return Object.entries(fields).toSorted(([one], [other]) => (one < other ? -1 : 1));
}
