import type { NoticeCause, World } from './decision.ts';
import type { Call } from './handover-event.ts';
import { callOf, entriesOn, isSameParty, logOf, standing } from './handover-log.ts';
import type { Counterparty, Entry } from './handover-log.ts';
import type { Recipient } from './notice-event.ts';
import type { Outage } from './outage.ts';
import { unitRecipient } from './outage-recipients.ts';
import type { NoticesOf } from './outage-write.ts';
import { sideOf } from './receipts.ts';

/** A receipt: the code, the receiving unit, and its entry; and when it is told. */
type Receipt = {
  readonly code: string;
  readonly unit: string;
  readonly entry: string;
  readonly at: number;
};

/** To whoever handed over what a receipt confirms, or takes back: each in the own chat, else in the unit's channel. */
export function receiptNotices({ at, code, entry: id, unit }: Receipt): NoticesOf {
  return ({ log }, world) => {
    const entry = logOf(log, unit).entries.get(id);
    const owner = log.cases.get(code)?.owner;
    if (entry === undefined || owner === undefined || owner === unit) return [];
    const heard = entry.versions.map(({ call }) => call).filter((call) => isReceiptOn(call, code));
    const handed = entriesOn(log, owner, code).filter((one) => isHandedTo(one, sideOf(entry.as), heard));
    const recipients = [...new Set(handed.map((one) => personOf(one, world, at)))];
    const about = { unit, entry: id, code };
    return [{ notice: 'receipt', manner: 'post', thread: 'log', recipients, about }];
  };
}

/** Whether a call, as it was told at some time, says that something was received on a code. */
export function isReceiptOn(call: Call, code: string): boolean {
  return call.code === code && call.direction === 'received';
}

function isHandedTo(entry: Entry, side: Counterparty, heard: readonly Call[]): boolean {
  const { direction, items } = callOf(entry);
  if (direction !== 'given' || !isSameParty(callOf(entry), side)) return false;
  return heard.some((call) => items.some((item) => call.items.includes(item)));
}

/** How long somebody counts as the unit's own after Teams said so, in milliseconds (design.md §2, promise 6). */
const memberMs = 24 * 60 * 60_000;

/**
 * What concerns one person goes to the own chat where there is one, else to the unit's channel (design.md §3): to the
 * channel too where Teams never said, or long ago, that the person is of the unit.
 */
export function personOf({ unit, versions }: Entry, { directory }: World, at: number): Recipient {
  const { act, isUnverified } = versions[0];
  const hasChat = directory.people.get(act.by.id)?.chat !== undefined;
  const isOwn = isUnverified !== true && at - act.at <= memberMs;
  return hasChat && isOwn ? `person:${act.by.id}` : unitRecipient({ id: unit });
}

/** To each unit with calls: the report was no outage, and their log is kept. */
export const logKeptNotices: NoticesOf = ({ log }, { directory }) => {
  const recipients = loggingUnits(log)
    .filter((unit) => directory.units.get(unit)?.state === 'connected')
    .map((unit) => unitRecipient({ id: unit }));
  const cause: NoticeCause = { notice: 'log-kept', manner: 'post', thread: 'log', recipients };
  return [cause];
};

/** The units that have something standing in the log: calls, or what they told of a stay. */
export function loggingUnits({ units }: Outage['log']): readonly string[] {
  return [...units.values()]
    .filter((log) => log.statements.size > 0 || standing(log).length > 0)
    .map(({ unit }) => unit);
}
