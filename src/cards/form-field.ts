import { z } from 'zod';
import { unreachable } from '../domain/unreachable.ts';
import type { Field, Option } from './form.ts';
import { inputView } from './form-input.ts';
import type { InputView } from './form-input.ts';
import { plainText, shownText } from './shown-text.ts';
import { typedText } from './typed-text.ts';
import { filledText, viewText } from './view-text.ts';

/** A field in a card: its input, what is wrong with it, and what to think of. */
export const fieldView = z.strictObject({
  input: inputView,
  /** Empty: none. */
  error: viewText,
  notes: z.array(z.strictObject({ text: filledText })),
});
type FieldView = z.infer<typeof fieldView>;

/** How much of a field there is room for: the characters of a text, and what there is to choose from. */
export type FieldRoom = Readonly<Record<'characters' | 'options', number>>;

/** An input, and what had to be left out of it. */
type FittedInput = { readonly input: InputView; readonly leftOut?: string };

/** More than these to choose one from are a list that is unfolded. */
const mostExpanded = 8;

/** What a card shows of a field. */
export function fieldViewOf(field: Field, room: FieldRoom): FieldView {
  const { input, leftOut } = fittedInput(field, room);
  const notes = [field.hint, leftOut].flatMap((text) =>
    text === undefined ? [] : [{ text: shownText(text, 300) }],
  );
  return { input, error: field.error === undefined ? '' : shownText(field.error, 300), notes };
}

function fittedInput(field: Field, room: FieldRoom): FittedInput {
  switch (field.kind) {
    case 'text':
    case 'multiline':
      return textInput(field, room);
    case 'date':
      return { input: { ...common(field), type: 'Input.Date', ...valueIf(z.iso.date(), field.value) } };
    case 'time':
      return { input: { ...common(field), type: 'Input.Time', ...valueIf(clockTime, field.value) } };
    case 'choice':
      return choiceInput(field, [field.value], room);
    case 'choices':
      return choiceInput(field, field.value, room);
    case 'person':
      return personInput(field, room);
    case 'toggle':
      return { input: toggleInput(field) };
    default:
      return unreachable(field);
  }
}

const clockTime = z.iso.time({ precision: -1 });

/** What the client says when a required field is left empty. */
const missing: Readonly<Record<Exclude<Field['kind'], 'toggle'>, string>> = {
  text: 'Skriv något här.',
  multiline: 'Skriv något här.',
  date: 'Välj ett datum.',
  time: 'Välj en tid.',
  choice: 'Välj ett alternativ.',
  choices: 'Välj minst ett alternativ.',
  person: 'Välj en person.',
};

function common({
  id,
  label,
  kind,
  isRequired,
}: Field): Pick<InputView, 'id' | 'label' | 'isRequired' | 'errorMessage'> {
  const named = { id, label: plainText(label, 120) };
  // Required of a toggle would mean that it must be on.
  return isRequired === true && kind !== 'toggle'
    ? { ...named, isRequired, errorMessage: missing[kind] }
    : named;
}

/** A date or time that the client's picker can show; of another nothing is shown. */
function valueIf(schema: z.ZodType<string>, value: string): { readonly value?: string } {
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : {};
}

type FieldOf<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>;

function textInput(field: FieldOf<'text' | 'multiline'>, { characters }: FieldRoom): FittedInput {
  const { kind, maxLength, placeholder } = field;
  const value = typedText(field.value, characters);
  const input: InputView = {
    ...common(field),
    type: 'Input.Text',
    isMultiline: kind === 'multiline',
    maxLength,
    ...(placeholder !== undefined && { placeholder: plainText(placeholder, 120) }),
    ...(value !== '' && { value }),
  };
  return field.value.length <= characters
    ? { input }
    : { input, leftOut: 'Texten var för lång och är kortad här. Kontrollera slutet.' };
}

function choiceInput(
  field: FieldOf<'choice' | 'choices'>,
  chosen: readonly string[],
  room: FieldRoom,
): FittedInput {
  const isMultiSelect = field.kind === 'choices';
  const { shown, value, leftOut } = fittedOptions(field.options, chosen, room);
  const style = isMultiSelect || isUnfolded(field) ? 'expanded' : 'compact';
  const input: InputView = {
    ...common(field),
    type: 'Input.ChoiceSet',
    style,
    isMultiSelect,
    wrap: true,
    choices: shown,
    ...(style === 'compact' && { placeholder: 'Välj' }),
    ...value,
  };
  return { input, ...leftOut };
}

function isUnfolded(field: FieldOf<'choice' | 'choices'>): boolean {
  if (field.kind === 'choice' && field.isCompact === true) return false;
  return field.options.length <= mostExpanded;
}

function personInput(field: FieldOf<'person'>, room: FieldRoom): FittedInput {
  const { value: chosen, options = [] } = field;
  const isKnown = chosen === '' || options.some(({ value }) => value === chosen);
  const people = isKnown ? options : [{ value: chosen, title: 'Den du valde' }, ...options];
  const { shown, value } = fittedOptions(people, [chosen], room);
  return {
    input: {
      ...common(field),
      type: 'Input.ChoiceSet',
      choices: shown,
      'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' },
      placeholder: 'Sök på namn',
      ...value,
    },
  };
}

type FittedOptions = {
  readonly shown: { title: string; value: string }[];
  readonly value: { readonly value?: string };
  readonly leftOut: { readonly leftOut?: string };
};

/** The options there is room for, in their order; what is chosen among them always. */
function fittedOptions(
  options: readonly Option[],
  chosen: readonly string[],
  room: FieldRoom,
): FittedOptions {
  const known = chosen.filter((one) => options.some(({ value }) => value === one));
  const first = options.filter(({ value }) => !known.includes(value)).slice(0, room.options);
  const shown = options.filter((option) => known.includes(option.value) || first.includes(option));
  return {
    shown: shown.map(({ title, value }) => ({ title: plainText(title, 80), value })),
    value: known.length === 0 ? {} : { value: known.join(',') },
    leftOut: leftOutOf(options.length, shown.length),
  };
}

function leftOutOf(all: number, shown: number): { readonly leftOut?: string } {
  if (all === 0) return { leftOut: 'Det finns inget att välja.' };
  return all === shown ? {} : { leftOut: `Listan är kortad: ${shown} av ${all} visas.` };
}

function toggleInput(field: FieldOf<'toggle'>): InputView {
  return {
    ...common(field),
    type: 'Input.Toggle',
    title: plainText(field.title, 120),
    valueOn: 'true',
    valueOff: 'false',
    value: field.value ? 'true' : 'false',
    wrap: true,
  };
}
