import { callOf, entriesOn, isSameParty, logOf } from './handover-log.ts';
import type { Counterparty, HandoverLog } from './handover-log.ts';
import { handoverItems } from './ids.ts';
import type { HandoverItem } from './ids.ts';
import { keptBy } from './kept.ts';
import { newsOfCase } from './news-of-case.ts';
import { receiptAmid } from './receipts.ts';
import type { Receipt } from './receipts.ts';

/** One thing that a unit has handed over, or tried to: on which code, to whom, and how far it has come. */
export type UnitReceipt = {
  readonly code: string;
  readonly to: Counterparty;
  readonly item: HandoverItem;
  readonly receipt: Receipt;
};

/** All that a unit has handed over, by code in the order of the log, then by receiver and item. */
export function unitReceipts(log: HandoverLog, unit: string, onlyCode?: string): readonly UnitReceipt[] {
  if (onlyCode !== undefined) return receiptsOn(log, unit, onlyCode);
  const own = logOf(log, unit);
  return keepOfUnit(own, '', () => [...own.byCode.keys()].flatMap((code) => receiptsOn(log, unit, code)));
}

const keepOfUnit = keptBy<readonly UnitReceipt[]>();
const keepOfCase = keptBy<readonly UnitReceipt[]>();

function receiptsOn(log: HandoverLog, unit: string, code: string): readonly UnitReceipt[] {
  const make = () => receiptsMade(log, unit, code);
  const involved = log.involved.get(code);
  return involved === undefined ? make() : keepOfCase(involved, unit, make);
}

function receiptsMade(log: HandoverLog, unit: string, code: string): readonly UnitReceipt[] {
  const calls = entriesOn(log, unit, code)
    .map(callOf)
    .filter(({ direction }) => direction === 'given');
  const sides = new Map(
    calls.map(sideOfCall).map((side) => [`${side.party}:${side.municipality ?? ''}`, side]),
  );
  const ofCase = { code, owner: unit };
  const news = newsOfCase(log, ofCase);
  return [...sides.values()].flatMap((to) => {
    const said = new Set(calls.filter((call) => isSameParty(call, to)).flatMap(({ items }) => items));
    return (
      handoverItems
        // What is passed on inside a municipality is ticked by itself: nobody else confirms it.
        .filter((item) => said.has(item) && item !== 'forwarded')
        .map((item) => ({ code, to, item, receipt: receiptAmid(news, log, { ofCase, asked: [to, item] }) }))
    );
  });
}

/** A municipality is one of several; beside another party it says nothing. */
function sideOfCall({ municipality, party }: Counterparty): Counterparty {
  return party !== 'municipality' || municipality === undefined ? { party } : { party, municipality };
}
