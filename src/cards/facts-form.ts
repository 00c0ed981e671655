import { careGroupOf } from '../domain/care-group.ts';
import type { StayFacts } from '../domain/handover-event.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { FormCard } from './form.ts';
import { formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';
import { stayFields, stayParts } from './stay-fields.ts';
import type { StayPart } from './stay-fields.ts';

type FactsKnown = {
  readonly code: string;
  readonly careSetting: CareSetting;
  /** The latest of each that the unit's own log has. */
  readonly stay: StayFacts;
  /** Which facts a task depends on that nobody has told. */
  readonly asks: readonly (keyof CaseFacts)[];
};

/** What is told of a stay outside any call: what a task depends on comes first, and is marked. */
export function factsForm(state: FormState, { asks, careSetting, code, stay }: FactsKnown): FormCard {
  const asked = new Set(asks.flatMap((fact) => partOfFact[fact] ?? []));
  const parts = [...new Set([...asked, ...stayParts(careSetting), ...timesOf(careSetting)])];
  return formCard(state, {
    title: 'Ange tider',
    lines: [
      own(`Det gäller patienten med koden ${code}.`),
      own('Ligger tiden utanför avbrottet? Skriv den ändå.'),
    ],
    fields: stayFields(state, parts, { stay, asked }),
    submit: { title: 'Spara', verb: 'case.facts', data: { code } },
  });
}

const partOfFact: Readonly<Partial<Record<keyof CaseFacts, StayPart>>> = {
  admitted: 'admittedAt',
  discharged: 'dischargedAt',
  wentHome: 'wentHome',
  sipDateAgreed: 'sipOn',
};

/** Outpatient care tells no times with its calls, and can here: what it registers depends on them too. */
function timesOf(careSetting: CareSetting): readonly StayPart[] {
  return careGroupOf(careSetting) === 'outpatient' ? ['admittedAt', 'dischargedAt'] : [];
}
