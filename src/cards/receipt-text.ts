import type { Directory } from '../domain/directory.ts';
import { callOf } from '../domain/handover-log.ts';
import type { Counterparty, Entry } from '../domain/handover-log.ts';
import type { Receipt, StaleReason } from '../domain/receipts.ts';
import { sideText } from '../text/handover-names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import { shortTime } from './short-time.ts';

/** When it is, and what units are called. */
export type Known = { readonly now: number; readonly directory: Pick<Directory, 'units'> };

/** How far what was handed over to a receiver has come, in a few words: never by colour alone. */
export function stateName({ state }: Receipt, to: Counterparty): string {
  return state === 'acknowledged' ? `bekräftat av ${sideText(to)}` : stateNames[state];
}

const stateNames: Readonly<Record<Exclude<Receipt['state'], 'acknowledged'>, string>> = {
  'not-given': 'ej lämnat',
  given: 'lämnat, ej bekräftat',
  'read-back': 'upprepat i telefon',
  stale: 'gäller inte längre',
};

/** The same with when it was confirmed: "upprepat i telefon 13.05", "bekräftat av Ånge kommun 13.10". */
export function receiptState(receipt: Receipt, to: Counterparty, now: number): string {
  const at = confirmedAt(receipt);
  return at === undefined ? stateName(receipt, to) : `${stateName(receipt, to)} ${shortTime(at, now)}`;
}

/** When a confirmation that holds was given; a read-back is in the call itself. */
export function confirmedAt({ acknowledgement, call, state }: Receipt): number | undefined {
  if (state === 'acknowledged') return acknowledgement?.versions[0].act.at;
  return state === 'read-back' ? call && callOf(call).calledAt : undefined;
}

/** The same of the municipality's word that it can receive the patient. */
export function canReceiveState({ call, state }: Receipt, now: number): string {
  if (state === 'stale') return 'gäller inte längre';
  return call === undefined ? 'inget besked än' : `besked ${shortTime(callOf(call).calledAt, now)}`;
}

/** Who rang whom and when, who confirmed it, and why it does not hold any more. */
export function receiptDetails(receipt: Receipt, { directory, now }: Known): readonly string[] {
  const { acknowledgement, call, stale } = receipt;
  return [
    ...(call === undefined ? [] : [callText(call, now)]),
    ...(acknowledgement === undefined ? [] : [acknowledgedText(acknowledgement, { directory, now })]),
    ...(stale === undefined ? [] : [staleText(stale, now)]),
  ];
}

/** "Anna lämnade det kl. 13.05 till Lisa, biståndshandläggare." */
function callText({ versions }: Entry, now: number): string {
  const { calledAt, counterpart, direction, outcome } = callOf({ versions });
  const who = versions[0].act.by.name;
  const when = swedishSince(calledAt, now);
  if (outcome === 'no-answer') return `${who} ringde ${when}: inget svar.`;
  return direction === 'given'
    ? `${who} lämnade det ${when} till ${counterpart}.`
    : `${who} tog emot det ${when} av ${counterpart}.`;
}

function acknowledgedText({ unit, versions }: Entry, { directory, now }: Known): string {
  const { at, by } = versions[0].act;
  const name = directory.units.get(unit)?.name;
  return `${by.name}${name === undefined ? '' : `, ${name},`} bekräftade ${swedishSince(at, now)}.`;
}

const happened: Readonly<Record<StaleReason['kind'], string>> = {
  'date-changed': 'Beräknat utskrivningsdatum ändrades',
  'readiness-withdrawn': 'Utskrivningsklar togs tillbaka',
  'first-discharge': 'Faktiskt utskrivningsdatum kom till',
  'discharge-changed': 'Uppgifterna om utskrivningen ändrades',
  corrected: 'Samtalet rättades',
};

/** Why a confirmation does not hold any more. */
export function staleText({ at, kind }: StaleReason, now: number): string {
  return `${happened[kind]} ${shortTime(at, now)}.`;
}
