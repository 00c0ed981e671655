import { longestCounterpart } from '../domain/call-faults.ts';
import type { Call } from '../domain/handover-event.ts';
import { handoverOutcomes, municipalities } from '../domain/ids.ts';
import type { HandoverItem, HandoverOutcome, HandoverParty } from '../domain/ids.ts';
import { itemNames, outcomeNames } from '../text/handover-names.ts';
import { organisationNames } from '../text/names.ts';
import type { Field, Option } from './form.ts';
import { chosenOr, faultOf, filledOr, momentFields } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { itemsWith, itemsWithAny, partiesWith, partyTitle } from './handover-sides.ts';
import type { OwnSide } from './handover-sides.ts';

/** What stands in the fields of a call before anybody fills them in. */
export type KnownCall = Pick<Call, 'calledAt' | 'code'> & Partial<Omit<Call, 'direction' | 'facts'>>;

/** Whom, what, how it went, when, and for which code: quickest first. */
export function callFields(state: FormState, side: OwnSide, call: KnownCall): readonly Field[] {
  return [
    {
      kind: 'choice',
      id: 'party',
      label: side.direction === 'given' ? 'Till vem?' : 'Från vem?',
      options: partiesWith(side).map((value) => ({ value, title: partyTitle(side, value) })),
      value: filledOr(state, 'party', call.party),
      isRequired: true,
      ...faultOf(state, 'party'),
    },
    ...municipalityFields(state, side, call),
    counterpartField(state, side, call),
    itemsField(state, side, call),
    outcomeField(state, side, call),
    ...momentFields(state, { name: 'called', label: 'Samtalet', known: call.calledAt }),
    codeField(state, side, call),
  ];
}

/** The municipalities to choose from. */
export const municipalityOptions: readonly Option[] = municipalities.map((value) => ({
  value,
  title: organisationNames[value],
}));

/** Inside a municipality it is its own: nobody is asked which. */
function municipalityFields(state: FormState, side: OwnSide, call: KnownCall): readonly Field[] {
  if (side.careSetting === 'municipality' || !partiesWith(side).includes('municipality')) return [];
  return [
    {
      kind: 'choice',
      id: 'municipality',
      isCompact: true,
      label: 'Vilken kommun?',
      hint: 'Bara om samtalet var med en kommun.',
      options: municipalityOptions,
      value: filledOr(state, 'municipality', call.municipality),
      ...faultOf(state, 'municipality'),
    },
  ];
}

/** Whom the call was with, as far as it is known when the form is shown. */
function partyIn(state: FormState, side: OwnSide, call: KnownCall): HandoverParty | undefined {
  const party = filledOr(state, 'party', call.party);
  return partiesWith(side).find((one) => one === party);
}

function counterpartField(state: FormState, side: OwnSide, call: KnownCall): Field {
  const hint = counterpartHint(side, partyIn(state, side, call));
  return {
    kind: 'text',
    id: 'counterpart',
    label: 'Vem talade du med? Namn och roll',
    maxLength: longestCounterpart,
    value: filledOr(state, 'counterpart', call.counterpart),
    ...(hint !== '' && { hint }),
    ...faultOf(state, 'counterpart'),
  };
}

/** Nobody is talked to where nobody answers, and only whoever rang can have been without an answer. */
function counterpartHint(side: OwnSide, party: HandoverParty | undefined): string {
  const isAsked = side.careSetting !== 'municipality' && partiesWith(side).includes('municipality');
  const whom =
    party === undefined ? 'I en kommun: ansvarig biståndshandläggare.' : 'Ansvarig biståndshandläggare.';
  return [
    ...(isAsked && (party === undefined || party === 'municipality') ? [whom] : []),
    ...(side.direction === 'given' ? ['Lämna tomt om ingen svarade.'] : []),
  ].join(' ');
}

const notToMixUp =
  'Utskrivningsmeddelande = patienten skrivs ut. Utskrivningsklar = kan skrivas ut, men är kvar.';

function itemsField(state: FormState, side: OwnSide, call: KnownCall): Field {
  const chosen = chosenOr(state, 'items', call.items);
  const items = itemsToChoose(side, { party: partyIn(state, side, call), chosen, call });
  const areBoth = items.includes('dischargeNotice') && items.includes('readyForDischarge');
  return {
    kind: 'choices',
    id: 'items',
    label: 'Vad gällde samtalet?',
    options: items.map((value) => ({ value, title: itemNames[value] })),
    value: chosen,
    isRequired: true,
    ...(areBoth && { hint: notToMixUp }),
    ...faultOf(state, 'items'),
  };
}

type ItemsKnown = {
  readonly party: HandoverParty | undefined;
  readonly chosen: readonly string[];
  readonly call: KnownCall;
};

/** The pair's, and what was ticked already; of a call that is corrected all, since the party may be what was wrong. */
function itemsToChoose(side: OwnSide, { party, chosen, call }: ItemsKnown): readonly HandoverItem[] {
  const all = itemsWithAny(side);
  if (party === undefined || call.party !== undefined) return all;
  const ofPair = itemsWith(side, party);
  return all.filter((item) => ofPair.includes(item) || chosen.includes(item));
}

const receivedOutcomes: Readonly<Partial<Record<HandoverOutcome, string>>> = {
  'read-back': 'Jag upprepade informationen och det stämde',
  given: 'Mottaget, inte upprepat',
};

/** The most likely first; whoever was rung cannot have been without an answer. */
function outcomeField(state: FormState, { direction }: OwnSide, { outcome }: KnownCall): Field {
  const names = direction === 'given' ? outcomeNames : receivedOutcomes;
  return {
    kind: 'choice',
    id: 'outcome',
    label: 'Hur gick det?',
    options: handoverOutcomes.toReversed().flatMap((value) => {
      const title = names[value];
      return title === undefined ? [] : [{ value, title }];
    }),
    value: filledOr(state, 'outcome', outcome),
    isRequired: true,
    ...faultOf(state, 'outcome'),
  };
}

/** Longer than a code is: it may be typed with spaces and dashes. */
const longestCode = 20;

function codeField(state: FormState, { direction }: OwnSide, { code, party }: KnownCall): Field {
  const isCorrected = party !== undefined;
  const whose = direction === 'received' ? 'Koden som avsändaren sa. ' : '';
  return {
    kind: 'text',
    id: 'code',
    label: 'Kod',
    hint: isCorrected
      ? 'Ändra den om samtalet gällde en annan patient. Skriv aldrig personnummer.'
      : `${whose}Lämna tomt för en ny patient. Skriv aldrig personnummer.`,
    maxLength: longestCode,
    value: filledOr(state, 'code', code),
    ...faultOf(state, 'code'),
  };
}
