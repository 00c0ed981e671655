import { careGroupOf } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { StayFacts, StayPart } from '../domain/handover-event.ts';
import type { CareSetting } from '../domain/ids.ts';
import { swedishDateOf } from '../domain/swedish-time.ts';
import { clockTime } from '../text/swedish-moment.ts';
import type { Field } from './form.ts';
import { faultOf, filledOr, momentFields, nothingChosen } from './form-state.ts';
import type { FormState } from './form-state.ts';

/** All of them, in the order that they are asked for. */
export const stayPartNames = [
  'admittedAt',
  'admissionNoticeSent',
  'dischargedAt',
  'wentHome',
  'sipOn',
  'formUsed',
] as const satisfies readonly StayPart[];

/** What is known of a stay, and what is asked for because a task depends on it. */
type StayKnown = {
  /** What stands in the fields first. */
  readonly stay: StayFacts;
  readonly asked?: ReadonlySet<StayPart>;
  /** What the unit's log has already: said beside the field, and not sent again with every call. */
  readonly told?: StayFacts;
};

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
  admissionNoticeSent: (state, known) =>
    yesOrNo(state, known, {
      part: 'admissionNoticeSent',
      label: 'Hann inskrivningsmeddelandet skickas i Lifecare SP före avbrottet?',
    }),
  dischargedAt: (state, known) =>
    momentFields(state, {
      name: 'discharged',
      label: 'Utskrivning',
      ...hintOf(known, 'dischargedAt', 'Får ligga framåt i tiden. Lämna tomt om du inte vet.'),
      ...knownIf(known.stay.dischargedAt),
    }),
  wentHome: (state, known) => yesOrNo(state, known, { part: 'wentHome', label: 'Har patienten gått hem?' }),
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

type Question = { readonly part: 'admissionNoticeSent' | 'wentHome'; readonly label: string };

function yesOrNo(state: FormState, known: StayKnown, { label, part }: Question): readonly Field[] {
  return [
    {
      kind: 'choice',
      id: part,
      label,
      ...hintOf(known, part),
      options: [
        { value: 'true', title: 'Ja' },
        { value: 'false', title: 'Nej' },
        { value: nothingChosen, title: 'Vet inte' },
      ],
      value: filledOr(state, part, textOf(known.stay[part])),
      ...faultOf(state, part),
    },
  ];
}

function hintOf(known: StayKnown, part: StayPart, hint = ''): { readonly hint?: string } {
  const mark = known.asked?.has(part) === true ? 'Det här avgör vad ni ska registrera.' : '';
  const whole = [toldText(known, part), mark, hint].filter((text) => text !== '').join(' ');
  return whole === '' ? {} : { hint: whole };
}

/** "Loggat: 2026-11-24 13.00. Fyll bara i det om det är ändrat." */
function toldText({ told = {} }: StayKnown, part: StayPart): string {
  const value = told[part];
  if (value === undefined || part === 'formUsed') return '';
  return `Loggat: ${factText(value)}. Fyll bara i om det är ändrat.`;
}

function factText(value: number | boolean | string): string {
  if (typeof value === 'number') return `${swedishDateOf(value)} ${clockTime(value)}`;
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return value;
}

function knownIf(known: number | undefined): { readonly known?: number } {
  return known === undefined ? {} : { known };
}

function textOf(value: boolean | undefined): string {
  return value === undefined ? '' : `${value}`;
}
