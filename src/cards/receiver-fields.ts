import type { ReceiverList } from '../domain/handover-event.ts';
import { receivers } from '../domain/ids.ts';
import type { Receiver } from '../domain/ids.ts';
import type { Field } from './form.ts';
import { chosenOr, faultOf, filledOr } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { municipalityOptions } from './handover-fields.ts';
import { partyNames } from '../text/handover-names.ts';

/** Whom the routine names first (L157–163); the third is "vid behov". */
export const usualReceivers: readonly Receiver[] = ['municipality', 'primary-care'];

type ReceiversKnown = {
  /** As stated before. */
  readonly list?: ReceiverList;
  readonly hint?: string;
  readonly municipalityHint?: string;
};

/** Whom a patient's information must reach. */
export function receiverFields(
  state: FormState,
  { hint, list, municipalityHint }: ReceiversKnown,
): readonly Field[] {
  return [
    {
      kind: 'choices',
      id: 'receivers',
      label: 'Vilka måste ha fått informationen?',
      ...(hint !== undefined && { hint }),
      options: receivers.map((value) => ({ value, title: titleOf(value) })),
      value: chosenOr(state, 'receivers', list?.parties ?? usualReceivers),
      ...faultOf(state, 'receivers'),
    },
    {
      kind: 'choice',
      id: 'receivingMunicipality',
      isCompact: true,
      label: 'Vilken kommun ska ta emot?',
      ...(municipalityHint !== undefined && { hint: municipalityHint }),
      options: municipalityOptions,
      value: filledOr(state, 'receivingMunicipality', list?.municipality ?? state.values['municipality']),
      ...faultOf(state, 'receivingMunicipality'),
    },
  ];
}

function titleOf(receiver: Receiver): string {
  const name = partyNames[receiver];
  return receiver === 'psychiatric-outpatient' ? `${name} (vid behov)` : name;
}
