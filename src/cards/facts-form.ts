import { careGroupOf } from '../domain/care-group.ts';
import type { StayFacts, StayPart } from '../domain/handover-event.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { Field, FormCard } from './form.ts';
import { formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';
import { stayFields, stayPartNames, stayParts } from './stay-fields.ts';

type FactsKnown = {
  readonly code: string;
  readonly careSetting: CareSetting;
  /** The latest of each that the unit's own log has. */
  readonly stay: StayFacts;
  /** The patient came before the outage began. */
  readonly isAdmittedBefore: boolean;
  /** Which facts a task depends on that nobody has told. */
  readonly asks: readonly (keyof CaseFacts)[];
};

/** What is told of a stay outside any call: what a task depends on comes first, and is marked. */
export function factsForm(
  state: FormState,
  { asks, careSetting, code, isAdmittedBefore, stay }: FactsKnown,
): FormCard {
  const asked = new Set(asks.flatMap((fact) => partOfFact(fact, isAdmittedBefore) ?? []));
  const parts = [...new Set([...asked, ...stayParts(careSetting), ...timesOf(careSetting), ...known(stay)])];
  const shown = stayFields({ ...state, values: {} }, parts, { stay });
  return formCard(state, {
    title: 'Ange tider',
    lines: [
      own(`Det gäller patienten med koden ${code}.`),
      own('Ligger tiden utanför avbrottet? Skriv den ändå.'),
    ],
    fields: stayFields(asTyped(state, shown), parts, { stay, asked }),
    submit: { title: 'Spara', verb: 'case.facts', data: { code, ...asShown(state, shown) } },
  });
}

/** Of whoever came before the outage it is asked whether that was sent (A02). */
function partOfFact(fact: keyof CaseFacts, isAdmittedBefore: boolean): StayPart | undefined {
  if (fact === 'admitted' && isAdmittedBefore) return 'admissionNoticeSent';
  return partOf[fact];
}

const partOf: Readonly<Partial<Record<keyof CaseFacts, StayPart>>> = {
  admitted: 'admittedAt',
  discharged: 'dischargedAt',
  wentHome: 'wentHome',
  sipDateAgreed: 'sipOn',
};

const known = (stay: StayFacts): readonly StayPart[] =>
  stayPartNames.filter((part) => stay[part] !== undefined);

/** What was not in the form as it was sent was not emptied in it either: somebody told it meanwhile. */
function asTyped(state: FormState, shown: readonly Field[]): FormState {
  const { values } = state;
  const isSent = Object.keys(values).some((name) => name.startsWith(shownPrefix));
  if (!isSent) return state;
  const added = new Set(
    shown.map(({ id }) => id).filter((id) => !Object.hasOwn(values, `${shownPrefix}${id}`)),
  );
  return { ...state, values: Object.fromEntries(Object.entries(values).filter(([id]) => !added.has(id))) };
}

/** What stood in each field first goes along: what is as it was shown says nothing, and takes nobody's word away. */
function asShown({ values }: FormState, fields: readonly Field[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.map(({ id, value }) => [`${shownPrefix}${id}`, values[`${shownPrefix}${id}`] ?? String(value)]),
  );
}

/** Before the name of a field: what stood in it when the form was shown. */
export const shownPrefix = 'shown-';

/** Outpatient care tells no times with its calls, and can here: what it registers depends on them too. */
function timesOf(careSetting: CareSetting): readonly StayPart[] {
  return careGroupOf(careSetting) === 'outpatient' ? ['admittedAt', 'dischargedAt'] : [];
}
