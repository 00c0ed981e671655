import type { Field, FormCard } from '../../src/cards/form.ts';
import type { FormState } from '../../src/cards/form-state.ts';
import type { FormCase, HandoverFormKnown } from '../../src/cards/handover-form.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { careSettings } from '../../src/domain/ids.ts';
import type { CareSetting } from '../../src/domain/ids.ts';
import { aCode } from './build-log.ts';
import { at } from './outage-samples.ts';

/** A form of a log that is shown at 13.30, with nothing filled in. */
export const formState = (over: Partial<FormState> = {}): FormState => ({
  values: {},
  problems: [],
  fieldErrors: {},
  formId: 'form-1',
  now: at('13:30'),
  ...over,
});

/** The same with these values filled in. */
export const typed = (values: FormState['values']): FormState => formState({ values });

/** What every form of ours sends along. */
export const sentAlong = { formId: 'form-1', whole: 'true' };

/** Which way the information of a call went. */
export type Direction = Call['direction'];
const directions: readonly Direction[] = ['given', 'received'];

/** Every care setting, handing over and receiving. */
export const sides = careSettings.flatMap((careSetting) =>
  directions.map((direction) => ({ careSetting, direction })),
);

/** A unit of a care setting in an outage that goes on, which logs a call of a new case. */
export function known(
  careSetting: CareSetting,
  direction: Direction = 'given',
  over: Partial<HandoverFormKnown> = {},
): HandoverFormKnown {
  const organisation = careSetting === 'municipality' ? 'ange' : 'region';
  return {
    unit: { name: 'Vår enhet', careSetting, organisation },
    direction,
    isDrill: false,
    opensReport: false,
    ...over,
  };
}

/** A ward that hands over. */
export const ward = (over: Partial<HandoverFormKnown> = {}): HandoverFormKnown =>
  known('inpatient-somatic', 'given', over);

/** A case of one's own of which nothing is known. */
export const formCase = (over: Partial<FormCase> = {}): FormCase => ({
  code: aCode,
  isOwn: true,
  stay: {},
  hasNews: false,
  ...over,
});

/** The ids of a form's fields, in its order. */
export const idsOf = ({ fields }: FormCard): readonly string[] => fields.map(({ id }) => id);

/** What is said above the fields. */
export const textsOf = ({ lines }: FormCard): readonly string[] => lines.map(({ text }) => text);

/** A field that the form must have. */
export function fieldIn({ fields }: FormCard, id: string): Field {
  const found = fields.find((field) => field.id === id);
  if (found === undefined) throw new Error(`The form has no ${id}`);
  return found;
}

/** What there is to choose from in a field: titles by value, in its order. */
export function optionsIn(form: FormCard, id: string): Readonly<Record<string, string>> {
  const field = fieldIn(form, id);
  return 'options' in field
    ? Object.fromEntries((field.options ?? []).map(({ value, title }) => [value, title]))
    : {};
}
