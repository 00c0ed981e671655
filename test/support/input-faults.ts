import { z } from 'zod';

type Node = Readonly<Record<string, unknown>>;

const filled = z.string().trim().min(1);
const common = {
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/, { error: 'id is not ASCII' }),
  label: filled,
};
const choice = z.object({ title: filled, value: filled });
const people = z.object({
  type: z.literal('Data.Query'),
  dataset: z.literal('graph.microsoft.com/users', { error: 'is searched among others than people' }),
});

/** What each input must have; nothing else about it matters to a client. */
const shapes: Readonly<Record<string, z.ZodType>> = {
  'Input.Text': z.object({ ...common, maxLength: z.int().positive() }),
  'Input.Date': z.object({ ...common, value: z.iso.date().optional() }),
  'Input.Time': z.object({ ...common, value: z.iso.time({ precision: -1 }).optional() }),
  'Input.ChoiceSet': z.object({
    ...common,
    choices: z.array(choice).refine((all) => new Set(all.map(({ value }) => value)).size === all.length, {
      error: 'two choices of the same value',
    }),
    'choices.data': people.optional(),
  }),
  'Input.Toggle': z.object({
    ...common,
    title: filled,
    valueOn: z.literal('true'),
    valueOff: z.literal('false'),
    value: z.enum(['true', 'false']),
  }),
};

/** What a phone, a screen reader or the bot would stumble on in an input. */
export function faultsOfInput(input: Node): readonly string[] {
  const type = String(input['type']);
  const checked = shapes[type]?.safeParse(input);
  if (checked === undefined) return [`${type} is no input that every client has`];
  const issues = checked.success
    ? [...faultsOfChosen(input), ...faultsOfRequired(input)]
    : checked.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return issues.map((issue) => `${type} ${String(input['id'])}: ${issue}`);
}

const chosenShape = z.object({
  choices: z.array(z.object({ value: z.string() })),
  isMultiSelect: z.boolean().optional(),
  value: z.string().optional(),
});

/** What is chosen is among the choices, and several can be told apart by their commas. */
function faultsOfChosen(input: Node): readonly string[] {
  const set = chosenShape.safeParse(input);
  if (!set.success) return [];
  const { choices, value, isMultiSelect = false } = set.data;
  const values = choices.map((one) => one.value);
  const chosen = value === undefined ? [] : isMultiSelect ? value.split(',') : [value];
  return [
    ...(values.some((one) => one.includes(',')) ? ['a comma in a value'] : []),
    ...(chosen.every((one) => values.includes(one)) ? [] : ['what is chosen is no choice']),
  ];
}

function faultsOfRequired({ isRequired, errorMessage, type }: Node): readonly string[] {
  if (isRequired !== true) return [];
  if (type === 'Input.Toggle') return ['required: it would have to be on'];
  return filled.safeParse(errorMessage).success ? [] : ['required without an errorMessage'];
}
