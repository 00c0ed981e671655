import { handedTo } from '../domain/case-access.ts';
import type { DischargeGate } from '../domain/discharge-gate.ts';
import { isSameParty } from '../domain/handover-log.ts';
import type { Case, Counterparty, Entry, HandoverLog } from '../domain/handover-log.ts';
import type { UnitKind } from '../domain/handover-event.ts';
import type { HandoverItem } from '../domain/ids.ts';
import { isConfirmed, receiptOf, sideOf } from '../domain/receipts.ts';
import type { Receipt } from '../domain/receipts.ts';
import { unitReceipts } from '../domain/unit-receipts.ts';
import type { UnitReceipt } from '../domain/unit-receipts.ts';
import { itemNames, sideText } from '../text/handover-names.ts';
import type { CardRow, Section } from './answer.ts';
import { joinedWithin } from './joined-within.ts';
import { capitalised } from './phone-view.ts';
import { confirmedAt, staleText, stateName } from './receipt-text.ts';
import { shortTime } from './short-time.ts';

/** How long a line under a row may be. */
const longestDetail = 160;

type Asked = {
  readonly code: string;
  readonly unit: string;
  readonly gate: DischargeGate | undefined;
};

/** What a unit has handed over on a code beside what the gate shows: by receiver, and how far it has come. */
export function givenSections(
  log: HandoverLog,
  { code, gate, unit }: Asked,
  now: number,
): readonly Section[] {
  const others = unitReceipts(log, unit, code).filter((one) => !isInGate(one, gate));
  const alike = Map.groupBy(others, ({ receipt: { state }, to }) => `${sideText(to)} ${state}`);
  const rows = [...alike.values()].flatMap((receipts) => givenRow(receipts, now));
  return rows.length === 0 ? [] : [{ heading: 'Det här har ni lämnat', rows, lines: [] }];
}

function isInGate({ item, to }: UnitReceipt, gate: DischargeGate | undefined): boolean {
  if (gate === undefined || gate.kind === 'receivers-unknown') return false;
  return gate.cells.some((cell) => cell.item === item && isSameParty(cell.from, to));
}

function givenRow(receipts: readonly UnitReceipt[], now: number): readonly CardRow[] {
  const [first] = receipts;
  if (first === undefined) return [];
  const { receipt, to } = first;
  const words = receipts.map((one) => givenText(one, now));
  const why = new Set(
    receipts.flatMap((one) => one.receipt.stale ?? []).map((stale) => staleText(stale, now)),
  );
  return [
    {
      title: sideText(to),
      state: stateName(receipt, to),
      details: [...joinedWithin(words, longestDetail), ...(why.size > 0 ? [[...why].join(' ')] : [])],
      ...(!isConfirmed(receipt) && { isProblem: true }),
    },
  ];
}

/** What was said, and when it was confirmed. */
function givenText({ item, receipt }: UnitReceipt, now: number): string {
  const at = confirmedAt(receipt);
  return at === undefined ? itemNames[item] : `${itemNames[item]} ${shortTime(at, now)}`;
}

/** What the owner of a case has logged as handed over to a unit's side, and whether that side has confirmed it. */
export type HandedItem = {
  readonly item: HandoverItem;
  readonly call: Entry;
  readonly receipt: Receipt;
};

/** Of a case of another unit's: what was handed over to a unit's side, each item once. */
export function handedItems(
  log: HandoverLog,
  found: Case | undefined,
  unit: UnitKind & { readonly id: string },
): readonly HandedItem[] {
  if (found === undefined || found.owner === unit.id) return [];
  const side: Counterparty = sideOf(unit);
  return [...handedTo(log, found, unit)].map(([item, call]) => ({
    item,
    call,
    receipt: receiptOf(log, found, [side, item]),
  }));
}

/** The receiver's half: what the sender says was handed over, and what of it is not confirmed as it now stands. */
export function handedSections(handed: readonly HandedItem[], from: string): readonly Section[] {
  if (handed.length === 0) return [];
  const alike = Map.groupBy(handed, ({ receipt: { state } }) => handedStates[state]);
  return [
    {
      heading: capitalised(`${from} har lämnat till er`),
      rows: [...alike].map(([title, items]) => ({
        title,
        details: joinedWithin(
          items.map(({ item }) => itemNames[item]),
          longestDetail,
        ),
      })),
      lines: [],
    },
  ];
}

const handedStates: Readonly<Record<Receipt['state'], string>> = {
  'not-given': 'Inte bekräftat av er',
  given: 'Inte bekräftat av er',
  'read-back': 'Upprepat i telefon, inte bekräftat av er här',
  acknowledged: 'Bekräftat av er',
  stale: 'Ändrat sedan det bekräftades',
};

/** Whether the receiver's side has something left to confirm. */
export function isUnacknowledged({ receipt }: HandedItem): boolean {
  return receipt.state !== 'acknowledged';
}
