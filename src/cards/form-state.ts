import type { Outage } from '../domain/outage.ts';
import { swedishDateOf, swedishTimeOf } from '../domain/swedish-time.ts';
import type { Field, FormCard } from './form.ts';
import { drillBanner } from './notice.ts';

/** A form as it is shown: first with what is known, then with what was filled in and what is wrong with it. */
export type FormState = {
  /** As typed, by field; what was not filled in is missing, and is shown as it is known. */
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly string[];
  /** By field. */
  readonly fieldErrors: Readonly<Record<string, string>>;
  readonly formId: string;
  /** The outage that it is about. */
  readonly outage?: Outage;
  /** Of the outage when the form was first shown; absent: as it is now. */
  readonly revision?: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
};

/**
 * The option that stands for nothing: an empty value cannot be chosen in a card. Whoever reads the form takes it
 * as empty (contract.md §5).
 */
export const nothingChosen = 'none';

/** A form about an outage. */
export type OutageFormState = FormState & { readonly outage: Outage };

/**
 * What is the same in every form: its problems, its mark of a drill, and what is sent along. `whole` says that all
 * inputs are in it: clients leave out those that are empty.
 */
export function formCard(
  state: FormState,
  form: Pick<FormCard, 'title' | 'lines' | 'fields' | 'extrasTitle'> & {
    readonly submit: Pick<FormCard['submit'], 'title' | 'verb' | 'isDestructive'> & {
      readonly data?: Readonly<Record<string, string>>;
    };
  },
): FormCard {
  const { outage, problems } = state;
  const banner = outage === undefined ? undefined : drillBanner(outage);
  return {
    ...form,
    ...(banner !== undefined && { banner }),
    problems: [...problems, ...faultsElsewhere(state, form)],
    submit: {
      ...form.submit,
      data: { formId: state.formId, whole: 'true', ...outageData(state), ...form.submit.data },
    },
  };
}

/** What is wrong with a field that this form does not have is said at the top: nowhere else would be. */
function faultsElsewhere(
  { fieldErrors }: FormState,
  { fields }: Pick<FormCard, 'fields'>,
): readonly string[] {
  return Object.entries(fieldErrors).flatMap(([id, text]) =>
    fields.some((field) => field.id === id) ? [] : [text],
  );
}

function outageData({ outage, revision }: FormState): Readonly<Record<string, string>> {
  if (outage === undefined) return {};
  return { outage: outage.id, version: `${revision ?? outage.revision}` };
}

/** What stands in a field: what was typed, also where that is nothing, else what is known. */
export function filledOr({ values }: FormState, id: string, known = ''): string {
  return Object.hasOwn(values, id) ? (values[id] ?? '') : known;
}

/** The chosen ones of a field with several: what was ticked, also where that is nothing, else what is known. */
export function chosenOr(state: FormState, id: string, known: readonly string[] = []): readonly string[] {
  return filledOr(state, id, known.join(','))
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

/** What is wrong with a field, as the field carries it. */
export function faultOf({ fieldErrors }: FormState, id: string): { readonly error?: string } {
  const error = Object.hasOwn(fieldErrors, id) ? fieldErrors[id] : undefined;
  return error === undefined ? {} : { error };
}

type Moment = {
  /** The fields are `<name>On` and `<name>At`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands there first. */
  readonly known?: number;
  readonly isRequired?: true;
};

/** A date and a time, Swedish: the two fields of a moment. A time alone is today's. */
export function momentFields(state: FormState, moment: Moment): readonly Field[] {
  const { name, label, hint, known, isRequired } = moment;
  const [on, at] = [`${name}On`, `${name}At`];
  return [
    {
      kind: 'date',
      id: on,
      label: `${label}: datum`,
      value: filledOr(state, on, known === undefined ? '' : swedishDateOf(known)),
      ...(hint !== undefined && { hint }),
      ...faultOf(state, on),
    },
    {
      kind: 'time',
      id: at,
      label: `${label}: klockslag`,
      value: clockOf(filledOr(state, at, known === undefined ? '' : swedishTimeOf(known))),
      ...faultOf(state, at),
      ...(isRequired && { isRequired }),
    },
  ];
}

/** `8.05` is read as 08:05, and a time field shows nothing else. */
function clockOf(typed: string): string {
  const [, hours = '', minutes] = /^(\d{1,2})[:.](\d{2})$/.exec(typed) ?? [];
  return minutes === undefined ? typed : `${hours.padStart(2, '0')}:${minutes}`;
}

/** As long as what a coordinator writes to the units may be, in characters. */
const longestMessage = 1_000;

/** Words of one's own, never about a patient. */
export function messageField(
  state: FormState,
  { label, hint, known }: { readonly label: string; readonly hint?: string; readonly known?: string },
): Field {
  return {
    kind: 'multiline',
    id: 'message',
    label,
    hint: ['Inga patientuppgifter.', ...(hint === undefined ? [] : [hint])].join(' '),
    maxLength: longestMessage,
    value: filledOr(state, 'message', known),
    ...faultOf(state, 'message'),
  };
}

/** Why something is called off. */
export function reasonField(state: FormState, { hint }: { readonly hint: string }): Field {
  return {
    kind: 'multiline',
    id: 'reason',
    label: 'Skäl',
    hint: `Inga patientuppgifter. ${hint}`,
    maxLength: longestMessage,
    value: filledOr(state, 'reason'),
    ...faultOf(state, 'reason'),
  };
}

/** Words about what became of something. */
export function noteField(
  state: FormState,
  { label, hint, isRequired }: { readonly label: string; readonly hint: string; readonly isRequired?: true },
): Field {
  return {
    kind: 'multiline',
    id: 'note',
    label,
    hint: `Inga patientuppgifter. ${hint}`,
    maxLength: longestMessage,
    value: filledOr(state, 'note'),
    ...faultOf(state, 'note'),
    ...(isRequired && { isRequired }),
  };
}
