import { partyOf } from './handover-items.ts';
import { callOf, entriesOn, everOn, isSameParty, lastVersion, laterCall, unitsOn } from './handover-log.ts';
import type { Case, Counterparty, Entry, HandoverLog } from './handover-log.ts';
import type { UnitKind } from './handover-event.ts';
import type { HandoverItem } from './ids.ts';
import { concerns, newsOfCase } from './news-of-case.ts';
import type { News, NewsKind } from './news-of-case.ts';

/**
 * How far one item has come to one receiver (design.md §3, Receipt). `read-back`: the caller says that it was
 * repeated; `acknowledged`: the receiver's own unit says that it was received; `stale`: it was one of those, and does
 * not hold any more.
 */
type ReceiptState = 'not-given' | 'given' | 'read-back' | 'acknowledged' | 'stale';

/** Why a confirmation does not hold any more: something changed, or the call was corrected. */
export type StaleReason = { readonly kind: NewsKind | 'corrected'; readonly at: number };

export type Receipt = {
  readonly state: ReceiptState;
  /** The latest call that bears on it. */
  readonly call?: Entry;
  /** `acknowledged`: the receiver's own entry. */
  readonly acknowledgement?: Entry;
  readonly stale?: StaleReason;
};

/** Whether a confirmation holds. */
export function isConfirmed({ state }: Receipt): boolean {
  return state === 'read-back' || state === 'acknowledged';
}

/** The side that a unit is to others. */
export function sideOf({ careSetting, organisation }: UnitKind): Counterparty {
  const party = partyOf(careSetting);
  return party === 'municipality' && organisation !== 'region'
    ? { party, municipality: organisation }
    : { party };
}

/**
 * How far what a unit hands over has come: of the calls to that receiver with that item the latest one counts, never
 * the best. A confirmation is stale after later news, and after a correction of the call that was confirmed.
 */
export function receiptOf(
  log: HandoverLog,
  ofCase: Pick<Case, 'code' | 'owner'>,
  asked: readonly [Counterparty, HandoverItem],
): Receipt {
  return receiptAmid(newsOfCase(log, ofCase), log, { ofCase, asked });
}

type Asking = {
  readonly ofCase: Pick<Case, 'code' | 'owner'>;
  readonly asked: readonly [Counterparty, HandoverItem];
};

/** The same, where the news of the case are known already. */
export function receiptAmid(
  allNews: readonly News[],
  log: HandoverLog,
  { asked: [receiver, item], ofCase }: Asking,
): Receipt {
  const call = entriesOn(log, ofCase.owner, ofCase.code)
    .filter((entry) => isTo(entry, receiver) && callOf(entry).items.includes(item))
    .toSorted(laterCall)
    .at(-1);
  if (call === undefined || callOf(call).outcome === 'no-answer') {
    return { state: 'not-given', ...(call && { call }) };
  }
  const acknowledgement = acknowledgementOf(log, ofCase, { call, receiver, item });
  if (acknowledgement === undefined && callOf(call).outcome !== 'read-back') return { state: 'given', call };
  // What the receiver confirms is what was said in the call: it is as old as that, however late it is confirmed.
  const news = allNews.filter(({ corrects }) => acknowledgement === undefined || corrects !== call.id);
  const stale = staleness(news, { confirmed: call, item }) ?? correctedSince(log, call, acknowledgement);
  if (stale !== undefined) return { state: 'stale', call, stale };
  return acknowledgement === undefined
    ? { state: 'read-back', call }
    : { state: 'acknowledged', call, acknowledgement };
}

function isTo(entry: Entry, receiver: Counterparty): boolean {
  const call = callOf(entry);
  return call.direction === 'given' && isSameParty(call, receiver);
}

/** The municipality's word that it can receive: what the owner's own log has of it, or that it has none. */
export function canReceiveOf(
  log: HandoverLog,
  ofCase: Pick<Case, 'code' | 'owner'>,
  municipality: Counterparty,
): Receipt {
  const call = entriesOn(log, ofCase.owner, ofCase.code)
    .filter((entry) => {
      const { direction, items } = callOf(entry);
      return (
        direction === 'received' && isSameParty(callOf(entry), municipality) && items.includes('canReceive')
      );
    })
    .toSorted(laterCall)
    .at(-1);
  if (call === undefined) return { state: 'not-given' };
  const stale = staleness(newsOfCase(log, ofCase), { confirmed: call, item: 'canReceive' }) ?? toldAnew(call);
  return stale === undefined ? { state: 'acknowledged', call } : { state: 'stale', call, stale };
}

/** One that can receive says when: told otherwise afterwards, it is not what was heard. */
function toldAnew(call: Entry): StaleReason | undefined {
  return call.versions.length < 2 ? undefined : { kind: 'corrected', at: lastVersion(call).act.at };
}

type Asked = { readonly call: Entry; readonly receiver: Counterparty; readonly item: HandoverItem };

/** The receiver's own entry on the code, recorded after the call was told as it now stands, and not of an earlier call. */
function acknowledgementOf(
  log: HandoverLog,
  { code, owner }: Pick<Case, 'code' | 'owner'>,
  { call, item, receiver }: Asked,
): Entry | undefined {
  const since = lastVersion(call).order;
  return receivedBy(log, { code, owner }, receiver)
    .filter((entry) => isSameParty(callOf(entry), sideOf(call.as)))
    .filter((entry) => entry.versions[0].order > since && callOf(entry).calledAt >= callOf(call).calledAt)
    .filter((entry) => callOf(entry).items.includes(item))
    .toSorted(laterCall)
    .at(-1);
}

/** What units of the receiver's side have logged as received, on the code, from the owner's side. */
function receivedBy(
  log: HandoverLog,
  { code, owner }: Pick<Case, 'code' | 'owner'>,
  receiver: Counterparty,
): readonly Entry[] {
  return unitsOn(log, code)
    .filter((unit) => unit !== owner)
    .flatMap((unit) => entriesOn(log, unit, code))
    .filter((entry) => callOf(entry).direction === 'received')
    .filter((entry) => isSameParty(sideOf(entry.as), receiver));
}

type Confirmed = { readonly confirmed: Entry; readonly item: HandoverItem };

/** The last news that came after what confirms; in one call, the news is part of what was confirmed. */
function staleness(news: readonly News[], { confirmed, item }: Confirmed): StaleReason | undefined {
  const { calledAt } = callOf(confirmed);
  const { order } = confirmed.versions[0];
  const later = news.filter((one) => concerns(one, item) && isLater(one, { at: calledAt, order }));
  const last = later.toSorted((one, other) => one.at - other.at || one.order - other.order).at(-1);
  return last && { kind: last.kind, at: last.at };
}

/** By either clock: what happened later, and what was told of later. */
function isLater(one: { readonly at: number; readonly order: number }, other: typeof one): boolean {
  return one.at > other.at || one.order > other.order;
}

/**
 * A call that was confirmed as it was told before, and told otherwise since: whoever confirmed it confirmed something
 * else. An acknowledgement after the correction holds.
 */
function correctedSince(
  log: HandoverLog,
  call: Entry,
  acknowledgement: Entry | undefined,
): StaleReason | undefined {
  if (acknowledgement !== undefined || call.versions.length < 2) return undefined;
  const wasConfirmed = call.versions
    .slice(0, -1)
    .some((version) => version.call.outcome === 'read-back' || isAcknowledged(log, call, version.order));
  return wasConfirmed ? { kind: 'corrected', at: lastVersion(call).act.at } : undefined;
}

/** Whether the side that was rung logged the call as received between two tellings of it. */
function isAcknowledged(log: HandoverLog, { unit, versions }: Entry, since: number): boolean {
  const until = versions.find(({ order }) => order > since)?.order ?? Infinity;
  const told = versions.find(({ order }) => order === since)?.call;
  if (told === undefined) return false;
  return unitsOn(log, told.code)
    .filter((other) => other !== unit)
    .flatMap((other) => everOn(log, other, told.code))
    .filter((entry) => isSameParty(sideOf(entry.as), told))
    .flatMap((entry) => entry.versions)
    .filter(({ order }) => order > since && order < until)
    .some(({ call: { code, direction, items } }) => {
      if (direction !== 'received' || code !== told.code) return false;
      return items.some((one) => told.items.includes(one));
    });
}
