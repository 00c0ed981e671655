import type { Call } from '../domain/handover-event.ts';
import { itemsBetween, partyOf } from '../domain/handover-items.ts';
import { handoverItems, handoverParties } from '../domain/ids.ts';
import type { CareSetting, HandoverItem, HandoverParty } from '../domain/ids.ts';
import { partyNames } from '../text/handover-names.ts';

/** A unit's side of a call: what it is, and which way the information went. */
export type OwnSide = { readonly careSetting: CareSetting; readonly direction: Call['direction'] };

/** What goes between a unit and another party in that direction; empty where the routine has nothing. */
export function itemsWith(
  { careSetting, direction }: OwnSide,
  party: HandoverParty,
): readonly HandoverItem[] {
  const own = partyOf(careSetting);
  return direction === 'given' ? itemsBetween(own, party) : itemsBetween(party, own);
}

/** The parties that something goes to, or comes from; the unit's own kind last. */
export function partiesWith(side: OwnSide): readonly HandoverParty[] {
  const own = partyOf(side.careSetting);
  return handoverParties
    .filter((party) => itemsWith(side, party).length > 0)
    .toSorted((one, other) => Number(one === own) - Number(other === own));
}

/** All that goes in that direction, to or from anybody. */
export function itemsWithAny(side: OwnSide): readonly HandoverItem[] {
  const possible = new Set(partiesWith(side).flatMap((party) => itemsWith(side, party)));
  return handoverItems.filter((item) => possible.has(item));
}

const ownKind: Readonly<Partial<Record<HandoverParty, string>>> = {
  municipality: 'Inom kommunen (fört vidare)',
  'primary-care': 'En annan hälsocentral',
  'psychiatric-outpatient': 'En annan psykiatrisk öppenvård',
};

/** What a party is called by a unit. */
export function partyTitle({ careSetting }: OwnSide, party: HandoverParty): string {
  const name = party === partyOf(careSetting) ? ownKind[party] : undefined;
  return name ?? partyNames[party];
}
