import { z } from 'zod';
import { filledText, viewText } from './view-text.ts';

const common = {
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9]*$/),
  /** Read aloud with the input. */
  label: filledText,
  /** Both or neither: the client marks the field, and says what is missing instead of sending the form. */
  isRequired: z.literal(true).exactOptional(),
  errorMessage: filledText.exactOptional(),
};

/** Several values come as "a,b": none may hold a comma. */
const choice = z.strictObject({ title: filledText, value: filledText.regex(/^[^,]+$/) });

const choiceSet = {
  ...common,
  type: z.literal('Input.ChoiceSet'),
  choices: z.array(choice),
  value: filledText.exactOptional(),
};

/**
 * An input of Adaptive Cards 1.5 as it stands in a card. Left out is what is not so: the library fills in no
 * half, and an empty value would not be none on every client.
 */
export const inputView = z.union([
  z.strictObject({
    ...common,
    type: z.literal('Input.Text'),
    isMultiline: z.boolean(),
    maxLength: z.int().positive(),
    placeholder: filledText.exactOptional(),
    value: viewText.exactOptional(),
  }),
  z.strictObject({ ...common, type: z.literal('Input.Date'), value: z.iso.date().exactOptional() }),
  z.strictObject({
    ...common,
    type: z.literal('Input.Time'),
    value: z.iso.time({ precision: -1 }).exactOptional(),
  }),
  z.strictObject({
    ...choiceSet,
    style: z.enum(['expanded', 'compact']),
    isMultiSelect: z.boolean(),
    wrap: z.literal(true),
    placeholder: filledText.exactOptional(),
  }),
  z.strictObject({
    ...choiceSet,
    /** Teams' people picker: Microsoft Learn, "People Picker in Adaptive Cards". */
    'choices.data': z.strictObject({
      type: z.literal('Data.Query'),
      dataset: z.literal('graph.microsoft.com/users'),
    }),
    placeholder: filledText,
  }),
  z.strictObject({
    ...common,
    type: z.literal('Input.Toggle'),
    title: filledText,
    valueOn: z.literal('true'),
    valueOff: z.literal('false'),
    value: z.enum(['true', 'false']),
    wrap: z.literal(true),
  }),
]);
export type InputView = z.infer<typeof inputView>;
