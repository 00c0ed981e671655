import { z } from 'zod';
import { button, buttonView } from './button-view.ts';
import { fieldView, fieldViewOf } from './form-field.ts';
import type { FieldRoom } from './form-field.ts';
import type { FormCard } from './form.ts';
import { lineView, lineViewOf } from './line-view.ts';
import { plainLines, plainText, shownText } from './shown-text.ts';
import { filledText, viewText } from './view-text.ts';

/** All that `cards/form.json` reads: every name is always there, in ASCII, and every text is clean. */
export const formViewSchema = z.strictObject({
  /** Empty: none. */
  banner: viewText,
  title: filledText,
  /** What keeps the form from being saved; empty where it is new. */
  problems: z.array(z.strictObject({ text: filledText })),
  lines: z.array(lineView),
  /** What the mark of a required field means; empty where no field is. */
  requiredNote: viewText,
  fields: z.array(fieldView),
  /** What is folded away behind a button with this title; empty: nothing is. */
  extrasTitle: viewText,
  extras: z.array(fieldView),
  areExtrasShown: z.boolean(),
  submit: buttonView.extend({ isInDialog: z.boolean(), style: z.enum(['positive', 'destructive']) }),
  fallbackText: filledText,
  speak: filledText,
});
type FormView = z.infer<typeof formViewSchema>;

/** Where a form is filled in: in a dialog, or in the personal chat. */
export type FormPlace = 'dialog' | 'chat';

/** How much of a form there is room for. */
export type FormRoom = FieldRoom & Readonly<Record<'lines', number>>;

/** The view of a form's card. */
export function formView(form: FormCard, place: FormPlace, room: FormRoom): FormView {
  const { banner, title, lines, fields } = form;
  const text = formText(form);
  return {
    banner: banner === undefined ? '' : shownText(banner, 80),
    title: plainText(title, 120),
    problems: problemsOf(form, room),
    lines: lines.slice(0, room.lines).map(lineViewOf),
    requiredNote: fields.some(({ isRequired }) => isRequired) ? 'Fält med * måste fyllas i.' : '',
    fields: fields.filter(({ isExtra }) => !isExtra).map((field) => fieldViewOf(field, room)),
    ...extrasOf(form, room),
    submit: submitOf(form, place),
    fallbackText: plainLines(`${text}\nFormuläret kan inte visas här. Öppna det i Teams på en dator.`, 2000),
    speak: plainLines(text, 600),
  };
}

/** What is folded away; unfolded from the start where something is wrong there. */
function extrasOf(
  { extrasTitle = 'Fler uppgifter', fields }: FormCard,
  room: FormRoom,
): Pick<FormView, 'extras' | 'extrasTitle' | 'areExtrasShown'> {
  const extras = fields.filter(({ isExtra }) => isExtra);
  return {
    extras: extras.map((field) => fieldViewOf(field, room)),
    extrasTitle: extras.length === 0 ? '' : plainText(extrasTitle, 60),
    areExtrasShown: extras.some(({ error }) => error !== undefined),
  };
}

/** What is wrong with the form as a whole, and which fields are to be put right: they may be far down. */
function problemsOf({ problems, fields }: FormCard, { lines }: FormRoom): FormView['problems'] {
  const faulty = fields.filter(({ error }) => error !== undefined).map(({ label }) => `”${label}”`);
  const all = faulty.length === 0 ? problems : [...problems.slice(0, lines), `Rätta: ${faulty.join(', ')}.`];
  return all.slice(0, lines + 1).map((text) => ({ text: shownText(text, 500) }));
}

function submitOf({ submit }: FormCard, place: FormPlace): FormView['submit'] {
  return {
    ...button(submit),
    isInDialog: place === 'dialog',
    style: submit.isDestructive === true ? 'destructive' : 'positive',
  };
}

/** What a form says, without what is filled in. */
function formText({ banner = '', title, problems, lines }: FormCard): string {
  return [banner, title, ...problems, ...lines.map(({ text }) => text)]
    .filter((text) => text !== '')
    .join('\n');
}
