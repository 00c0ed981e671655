import type { Counterparty } from '../domain/handover-log.ts';
import type { HandoverParty } from '../domain/ids.ts';
import { placeNames } from '../text/names.ts';

const shortNames: Readonly<Record<HandoverParty, string>> = {
  municipality: 'kommunen',
  'inpatient-ward': 'avdelningen',
  'primary-care': 'hälsocentralen',
  'psychiatric-outpatient': 'psykiatrin',
};

/** The other side of a call, short enough for a button after a word or two: "Ånge", "hälsocentralen". */
export function shortSide({ municipality, party }: Counterparty): string {
  return party === 'municipality' && municipality !== undefined
    ? placeNames[municipality]
    : shortNames[party];
}

/** The other side of a call, as a button carries it. */
export function sideData({ municipality, party }: Counterparty): Readonly<Record<string, string>> {
  return { party, ...(municipality !== undefined && { municipality }) };
}
