import type { Call, ReceiverList, StayFacts } from '../domain/handover-event.ts';
import {
  handoverItems,
  handoverOutcomes,
  handoverParties,
  municipalities,
  receivers as allReceivers,
} from '../domain/ids.ts';
import type { HandoverParty } from '../domain/ids.ts';
import { isDate, wholeMinute } from '../domain/swedish-time.ts';
import { choiceOf, listOf, momentOf, valueOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';

type Errors = Record<string, string>;

/** A call as it was filled in, but for its code; or what is wrong with it, by field. */
export type FilledCall =
  | {
      readonly kind: 'read';
      readonly call: Omit<Call, 'code'>;
      /** Absent: nobody stated them in this form. */
      readonly receivers?: ReceiverList;
    }
  | { readonly kind: 'faulty'; readonly errors: Readonly<Record<string, string>> };

const chooseOne = 'Välj bland alternativen i listan.';

/** Reads the fields of contract.md's handover.record; a call without a time was made now. */
export function filledCall(values: FormValues, now: number): FilledCall {
  const errors: Errors = {};
  const party = oneOf(handoverParties, values, { field: 'party', errors });
  const outcome = oneOf(handoverOutcomes, values, { field: 'outcome', errors });
  const rest = {
    ...sideIn(values, party, errors),
    items: severalOf(handoverItems, values, { field: 'items', errors }),
    calledAt: momentIn(values, 'called', { now, errors }) ?? wholeMinute(now),
    facts: filledFacts(values, now, errors),
  };
  const receivers = receiversIn(values, errors);
  if (party === undefined) errors['party'] ??= 'Välj vem samtalet var med.';
  if (outcome === undefined) errors['outcome'] ??= 'Välj hur det gick.';
  if (party === undefined || outcome === undefined || Object.keys(errors).length > 0) {
    return { kind: 'faulty', errors };
  }
  return { kind: 'read', call: { ...rest, party, outcome }, ...(receivers !== undefined && { receivers }) };
}

/** Which way it went, and with whom. Only a municipality is one of several: beside another party it says nothing. */
function sideIn(values: FormValues, party: HandoverParty | undefined, errors: Errors) {
  const municipality = oneOf(municipalities, values, { field: 'municipality', errors });
  const isSame = valueOf(values, 'isSameAsBefore') === 'true';
  return {
    direction: valueOf(values, 'direction') === 'received' ? ('received' as const) : ('given' as const),
    counterpart: valueOf(values, 'counterpart'),
    ...(party === 'municipality' && municipality !== undefined && { municipality }),
    ...(isSame && { isSameAsBefore: true as const }),
  };
}

/** What is told of a stay. A field that is left empty tells nothing. */
export function filledFacts(values: FormValues, now: number, errors: Errors): StayFacts {
  const admittedAt = momentIn(values, 'admitted', { now, errors });
  const dischargedAt = momentIn(values, 'discharged', { now, errors });
  const admissionNoticeSent = switchIn(values, 'admissionNoticeSent');
  const wentHome = switchIn(values, 'wentHome');
  const formUsed = switchIn(values, 'formUsed');
  const sipOn = valueOf(values, 'sipOn');
  if (sipOn !== '' && !isDate(sipOn))
    errors['sipOn'] = 'Det datumet finns inte. Skriv till exempel 2026-11-27.';
  return {
    ...(admittedAt !== undefined && { admittedAt }),
    ...(admissionNoticeSent !== undefined && { admissionNoticeSent }),
    ...(dischargedAt !== undefined && { dischargedAt }),
    ...(wentHome !== undefined && { wentHome }),
    ...(sipOn !== '' && { sipOn }),
    ...(formUsed !== undefined && { formUsed }),
  };
}

/** Whom the patient's information must reach; undefined where nobody was chosen. */
export function receiversIn(values: FormValues, errors: Errors): ReceiverList | undefined {
  const parties = severalOf(allReceivers, values, { field: 'receivers', errors });
  const named = oneOf(municipalities, values, { field: 'receivingMunicipality', errors });
  if (parties.length === 0) return undefined;
  // Whoever is rung in a municipality rings the one that is to receive, until something else is said.
  const rung = valueOf(values, 'party') === 'municipality' ? choiceOf(values, 'municipality') : '';
  const municipality = named ?? municipalities.find((one) => one === rung);
  const isMunicipal = parties.includes('municipality');
  return { parties: [...parties], ...(isMunicipal && municipality !== undefined && { municipality }) };
}

type Place = { readonly field: string; readonly errors: Errors };

function oneOf<Id extends string>(
  ids: readonly Id[],
  values: FormValues,
  { field, errors }: Place,
): Id | undefined {
  const chosen = choiceOf(values, field);
  const known = ids.find((id) => id === chosen);
  if (chosen !== '' && known === undefined) errors[field] = chooseOne;
  return known;
}

function severalOf<Id extends string>(
  ids: readonly Id[],
  values: FormValues,
  { field, errors }: Place,
): Id[] {
  const chosen = listOf(values, field);
  const known = ids.filter((id) => chosen.includes(id));
  if (known.length < chosen.length) errors[field] = chooseOne;
  return known;
}

function momentIn(
  values: FormValues,
  name: string,
  { now, errors }: { readonly now: number; readonly errors: Errors },
): number | undefined {
  const filled = momentOf(values, name, now);
  if (filled.kind === 'faulty') errors[filled.field] = filled.text;
  return filled.kind === 'at' ? filled.at : undefined;
}

/** Undefined where neither yes nor no was said. */
function switchIn(values: FormValues, field: string): boolean | undefined {
  const value = valueOf(values, field);
  if (value === 'true') return true;
  return value === 'false' ? false : undefined;
}
