import { careGroupOf } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { StayFacts } from '../domain/handover-event.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { Field } from './form.ts';
import { faultOf, filledOr, momentFields, nothingChosen } from './form-state.ts';
import type { FormState } from './form-state.ts';

/** Something that is told of a patient's stay. */
export type StayPart = keyof StayFacts;

/** What is known of a stay, and what is asked for because a task depends on it. */
type StayKnown = { readonly stay: StayFacts; readonly asked?: ReadonlySet<StayPart> };

const partsOfGroup: Readonly<Record<CareGroup, readonly StayPart[]>> = {
  inpatient: ['admittedAt', 'dischargedAt', 'wentHome', 'formUsed'],
  outpatient: ['sipOn'],
  municipality: ['admittedAt', 'dischargedAt'],
};

/** What a care setting tells of a stay with a call. */
export function stayParts(careSetting: CareSetting): readonly StayPart[] {
  return partsOfGroup[careGroupOf(careSetting)];
}

/** The fields of a stay, with what is known in them. None is ever required: nobody knows all of it. */
export function stayFields(state: FormState, parts: readonly StayPart[], known: StayKnown): readonly Field[] {
  return parts.flatMap((part) => fieldsOf[part](state, known));
}

type FieldsOf = (state: FormState, known: StayKnown) => readonly Field[];

const fieldsOf: Readonly<Record<StayPart, FieldsOf>> = {
  admittedAt: (state, known) =>
    momentFields(state, {
      name: 'admitted',
      label: 'Inskriven',
      ...hintOf(known, 'admittedAt', 'Lämna tomt om du inte vet.'),
      ...knownIf(known.stay.admittedAt),
    }),
  dischargedAt: (state, known) =>
    momentFields(state, {
      name: 'discharged',
      label: 'Utskrivs eller utskriven',
      ...hintOf(known, 'dischargedAt', 'Får ligga framåt i tiden. Lämna tomt om du inte vet.'),
      ...knownIf(known.stay.dischargedAt),
    }),
  wentHome: (state, known) => [
    {
      kind: 'choice',
      id: 'wentHome',
      label: 'Har patienten gått hem?',
      ...hintOf(known, 'wentHome'),
      options: [
        { value: 'true', title: 'Ja' },
        { value: 'false', title: 'Nej' },
        { value: nothingChosen, title: 'Vet inte' },
      ],
      value: filledOr(state, 'wentHome', textOf(known.stay.wentHome)),
      ...faultOf(state, 'wentHome'),
    },
  ],
  sipOn: (state, known) => [
    {
      kind: 'date',
      id: 'sipOn',
      label: 'Överenskommet SIP-datum',
      ...hintOf(known, 'sipOn', 'Lämna tomt om inget datum är bestämt.'),
      value: filledOr(state, 'sipOn', known.stay.sipOn),
      ...faultOf(state, 'sipOn'),
    },
  ],
  formUsed: (state, known) => [
    {
      kind: 'toggle',
      id: 'formUsed',
      label: 'Blankett',
      title: 'Blankett för driftstopp är ifylld',
      value: filledOr(state, 'formUsed', textOf(known.stay.formUsed)) === 'true',
      ...faultOf(state, 'formUsed'),
    },
  ],
};

function hintOf({ asked }: StayKnown, part: StayPart, hint = ''): { readonly hint?: string } {
  const mark = asked?.has(part) === true ? 'Det här avgör vad ni ska registrera.' : '';
  const whole = [mark, hint].filter((text) => text !== '').join(' ');
  return whole === '' ? {} : { hint: whole };
}

function knownIf(known: number | undefined): { readonly known?: number } {
  return known === undefined ? {} : { known };
}

function textOf(value: boolean | undefined): string {
  return value === undefined ? '' : `${value}`;
}
