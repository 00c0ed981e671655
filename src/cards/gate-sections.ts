import { dischargeGate } from '../domain/discharge-gate.ts';
import type { DischargeGate, GateCell } from '../domain/discharge-gate.ts';
import type { Case, Counterparty, HandoverLog } from '../domain/handover-log.ts';
import type { Receiver } from '../domain/ids.ts';
import { careGroupOf } from '../domain/care-group.ts';
import { isConfirmed } from '../domain/receipts.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { Routine } from '../routine/routine.ts';
import { itemNames, sideText } from '../text/handover-names.ts';
import type { CardRow, PhoneLine, Section } from './answer.ts';
import { advised, own, said } from './line.ts';
import { municipalityPhones, regionSwitchboard } from './phone-line.ts';
import { canReceiveState, receiptDetails, receiptState } from './receipt-text.ts';
import type { Known } from './receipt-text.ts';

/** What the gate of a case says, shortly: it informs, and never allows a discharge. */
export const gateNames: Readonly<Record<DischargeGate['kind'], string>> = {
  'receivers-unknown': 'RÖTT: Ange vilka som ska ta emot',
  unconfirmed: 'RÖTT: alla har inte bekräftat',
  'all-confirmed': 'Alla mottagare ni angett har bekräftat',
};

/** The gate of a case that a ward looks at as its own; others have none. */
export function gateOf(log: HandoverLog, found: Case | undefined, unit: string): DischargeGate | undefined {
  const isWards = found?.owner === unit && careGroupOf(found.as.careSetting) === 'inpatient';
  return isWards ? dischargeGate(log, found) : undefined;
}

/** The gate: how it stands, the routine's own sentence (L100), then each receiver, what is missing first. */
export function gateSections(gate: DischargeGate, routine: Routine, known: Known): readonly Section[] {
  const cells = cellsOf(gate);
  const missing = cells.filter(({ receipt }) => !isConfirmed(receipt));
  const rows = [...missing, ...cells.filter((cell) => !missing.includes(cell))];
  return [
    {
      heading: 'Utskrivning',
      rows: [{ title: gateNames[gate.kind], details: [] }],
      lines: [said(routine.general.dischargeGate), own('Boten avgör aldrig om en patient får skrivas ut.')],
    },
    ...(rows.length === 0 ? [] : [{ rows: rows.map((cell) => cellRow(cell, known)), lines: [] }]),
  ];
}

function cellsOf(gate: DischargeGate): readonly GateCell[] {
  return gate.kind === 'receivers-unknown' ? [] : gate.cells;
}

function cellRow({ from, item, receipt }: GateCell, known: Known): CardRow {
  const isDone = isConfirmed(receipt);
  const isAnswer = item === 'canReceive';
  return {
    title: `${sideText(from)}: ${isAnswer ? 'kan ta emot patienten' : itemNames[item].toLowerCase()}`,
    state: isAnswer ? canReceiveState(receipt, known.now) : receiptState(receipt, from, known.now),
    details: [
      ...receiptDetails(receipt, known),
      ...(receipt.state === 'stale'
        ? [isAnswer ? 'Fråga kommunen igen.' : 'Lämna det igen, och be om bekräftelse.']
        : []),
    ],
    ...(!isDone && { isProblem: true }),
  };
}

/** Whom to ring for what is missing. */
export function missingSections(gate: DischargeGate, knowledge: Knowledge): readonly Section[] {
  const missing = cellsOf(gate).filter(({ receipt }) => !isConfirmed(receipt));
  return ringSections(
    missing.map(({ from }) => from),
    knowledge,
  );
}

/** The switchboard is the one way in (L592); one direct number beside it, not all. */
const mostOfTown = 2;

/** The numbers of those who have not confirmed, or whom nobody reached. */
export function ringSections(sides: readonly Counterparty[], knowledge: Knowledge): readonly Section[] {
  const parties = new Set(sides.map(({ party }) => party));
  const towns = [...new Set(sides.flatMap(({ municipality }) => municipality ?? []))];
  const isInRegion = [...parties].some((party) => party !== 'municipality');
  const phones: readonly PhoneLine[] = [
    ...towns.flatMap((town) => municipalityPhones(knowledge, town).slice(0, mostOfTown)),
    ...(isInRegion ? regionSwitchboard(knowledge) : []),
  ];
  if (phones.length === 0) return [];
  const whom = [...parties].flatMap((party) => (party === 'municipality' ? [] : [ringNames[party]]));
  return [
    {
      heading: 'Ring',
      phones,
      lines: whom.map((name) => advised(`Ring ${name}. Har du inte direktnumret: gå via växeln.`)),
    },
  ];
}

const ringNames: Readonly<Record<Exclude<Receiver, 'municipality'> | 'inpatient-ward', string>> = {
  'primary-care': 'hälsocentralen',
  'psychiatric-outpatient': 'psykiatriska öppenvården',
  'inpatient-ward': 'avdelningen',
};
