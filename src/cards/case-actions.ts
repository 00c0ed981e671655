import { receiversIn } from '../domain/discharge-gate.ts';
import { callOf, entriesOn, isSameParty } from '../domain/handover-log.ts';
import type { Counterparty, Entry } from '../domain/handover-log.ts';
import { itemsBetween, partyOf } from '../domain/handover-items.ts';
import { isOutstanding } from '../domain/owed-tasks.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import { isConfirmed, receiptOf } from '../domain/receipts.ts';
import type { Receipt } from '../domain/receipts.ts';
import type { CardAction } from './answer.ts';
import { mostButtons } from './button-view.ts';
import type { CaseView } from './case-context.ts';
import { isUnacknowledged } from './receipt-rows.ts';
import { shortSide, sideData } from './side-names.ts';
import { doneAction, undoAction } from './task-actions.ts';

/** Receivers who are still to be told have this many buttons: the form names the others. */
const mostReceivers = 2;

type Just = {
  /** The call that was just logged: others are to be told too. */
  readonly saved?: Entry;
  /** There are earlier calls on a page of their own. */
  readonly hasEarlier?: boolean;
};

/** What can be done with a case, the likeliest first. */
export function caseActions(view: CaseView, just: Just): readonly CardAction[] {
  if (!view.isOpen) return earlierCalls(view, just);
  const all = view.outage.endedAt === undefined ? whileItLasts(view, just) : afterIt(view, just);
  const correct = correctActions(view, just);
  return [...all.slice(0, mostButtons - correct.length), ...correct];
}

function whileItLasts(view: CaseView, just: Just): readonly CardAction[] {
  return [
    ...unknownReceivers(view),
    ...acknowledgeActions(view),
    ...tellingActions(view, just),
    logReceived(view.code),
    factsAction(view.code),
    ...earlierCalls(view, just),
    ...changeReceivers(view),
  ];
}

function afterIt(view: CaseView, just: Just): readonly CardAction[] {
  const { code, outage, tasks } = view;
  const isAsked = tasks.some((task) => isOutstanding(task) && task.asks.length > 0);
  return [
    ...(isAsked ? [factsAction(code)] : []),
    ...(tasks.some(isOutstanding) ? [doneAction(outage.id, code)] : []),
    ...undoActions(view),
    ...acknowledgeActions(view),
    ...tellingActions(view, just),
    ...earlierCalls(view, just),
    ...(isAsked ? [] : [factsAction(code)]),
    logReceived(code),
  ];
}

/** From a page of earlier calls: to those before, and back to the case. */
export function earlierActions(code: string, page: number, hasEarlier: boolean): readonly CardAction[] {
  return [
    ...(hasEarlier ? [pageAction('Tidigare samtal', code, page + 1)] : []),
    { title: `Visa ${code}`, verb: 'handover.list', data: { code }, opensForm: true },
  ];
}

function earlierCalls({ code }: CaseView, { hasEarlier }: Just): readonly CardAction[] {
  return hasEarlier === true ? [pageAction('Tidigare samtal', code, 2)] : [];
}

function pageAction(title: string, code: string, page: number): CardAction {
  return { title, verb: 'handover.list', data: { code, page: `${page}` }, opensForm: true };
}

function undoActions({ outage, tasks }: CaseView): readonly CardAction[] {
  const marked = tasks.filter((task) => task.mark !== undefined);
  const [last] = marked.toSorted((one, other) => markedAt(other) - markedAt(one));
  return last === undefined ? [] : [undoAction(outage.id, last)];
}

const markedAt = ({ mark }: OwedTask): number => mark?.act.at ?? 0;

function unknownReceivers({ code, gate }: CaseView): readonly CardAction[] {
  return gate?.kind === 'receivers-unknown' ? [receiversAction('Ange vilka som tar emot', code)] : [];
}

function changeReceivers({ code, gate }: CaseView): readonly CardAction[] {
  return gate === undefined || gate.kind === 'receivers-unknown'
    ? []
    : [receiversAction('Ändra mottagare', code)];
}

function receiversAction(title: string, code: string): CardAction {
  return { title, verb: 'case.receivers', data: { code }, opensForm: true };
}

function factsAction(code: string): CardAction {
  return { title: 'Ange tider', verb: 'case.facts', data: { code }, opensForm: true };
}

function acknowledgeActions({ code, handed }: CaseView): readonly CardAction[] {
  return handed.some(isUnacknowledged)
    ? [{ title: 'Bekräfta mottagen', verb: 'handover.acknowledge', data: { code }, opensForm: true }]
    : [];
}

function logReceived(code: string): CardAction {
  return recordAction('Logga mottaget samtal', { code, direction: 'received' });
}

function recordAction(title: string, data: CardAction['data']): CardAction {
  return { title, verb: 'handover.record', data, opensForm: true };
}

/** Whom to tell next: again whoever did not answer, then the same to the next receiver, then who lacks the discharge notice. */
function tellingActions(view: CaseView, { hasEarlier, saved }: Just): readonly CardAction[] {
  const { code } = view;
  const again = saved === undefined ? [] : againActions(saved, code);
  const same = saved === undefined ? [] : sameActions(view, saved);
  const told = [...again, ...same].map(({ data }) => data['municipality'] ?? data['party']);
  const missing = lackingReceivers(view)
    .filter((side) => !told.includes(side.municipality ?? side.party))
    .map((side) => recordAction(`Logga: ${shortSide(side)}`, { code, ...sideData(side) }));
  const most = hasEarlier === true || view.outage.endedAt !== undefined ? 1 : mostReceivers;
  const all = [...again, ...same, ...missing].slice(0, most);
  return all.length > 0 ? all : [recordAction('Logga överlämning', { code, direction: 'given' })];
}

function againActions(saved: Entry, code: string): readonly CardAction[] {
  const call = callOf(saved);
  if (call.direction !== 'given' || call.outcome !== 'no-answer') return [];
  const data = { code, ...sideData(call), items: call.items.join(',') };
  return [recordAction(`Logga: ${shortSide(call)}`, data)];
}

/** The next receiver that has not got the same items, or not as they are now. */
function sameActions(view: CaseView, saved: Entry): readonly CardAction[] {
  const { code, found, outage, unit } = view;
  const call = callOf(saved);
  if (found?.receivers === undefined || found.owner !== unit.id || call.direction !== 'given') return [];
  const own = partyOf(unit.careSetting);
  const next = receiversIn(found.receivers)
    .filter((side) => !isSameParty(side, call))
    .map((side) => ({
      side,
      items: call.items
        .filter((item) => itemsBetween(own, side.party).includes(item))
        .filter((item) => lacking.has(receiptOf(outage.log, found, [side, item]).state)),
    }))
    .find(({ items }) => items.length > 0);
  if (next === undefined) return [];
  const { items, side } = next;
  const data = { code, ...sideData(side), items: items.join(','), isSameAsBefore: 'true' };
  return [recordAction(`Samma till ${shortSide(side)}`, data)];
}

const lacking: ReadonlySet<Receipt['state']> = new Set(['not-given', 'stale']);

function lackingReceivers({ gate }: CaseView): readonly Counterparty[] {
  if (gate?.kind !== 'unconfirmed') return [];
  return gate.cells
    .filter(({ item, receipt }) => item === 'dischargeNotice' && !isConfirmed(receipt))
    .map(({ from }) => from);
}

/** The call that was just logged; elsewhere, where there are several, one of them. */
function correctActions({ code, outage, unit }: CaseView, { saved }: Just): readonly CardAction[] {
  const calls = entriesOn(outage.log, unit.id, code);
  const last =
    saved ?? calls.toSorted((one, other) => one.versions[0].order - other.versions[0].order).at(-1);
  if (last === undefined || calls.length === 0) return [];
  const isOne = saved !== undefined || calls.length === 1;
  const data = isOne ? { outage: outage.id, entry: last.id } : { code };
  return [
    {
      title: isOne ? 'Rätta senaste' : 'Rätta ett samtal',
      verb: 'handover.correct',
      data,
      opensForm: true,
    },
  ];
}
