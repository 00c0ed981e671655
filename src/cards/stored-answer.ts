import { z } from 'zod';
import { intents } from '../intent/recognition.ts';
import type { Intent } from '../intent/recognition.ts';
import { printablePages } from '../text/printable-pages.ts';
import type { PrintablePage } from '../text/printable-pages.ts';

const text = z.string();
const optionalText = text.exactOptional();

const line = z.strictObject({ text, heading: optionalText, basis: optionalText });

const phone = z.strictObject({
  name: text,
  place: text,
  number: text,
  e164: text,
  askFor: optionalText,
  hours: optionalText,
  menu: optionalText,
  email: optionalText,
  heading: optionalText,
  basis: optionalText,
});

const row = z.strictObject({
  title: text,
  details: z.array(text),
  state: optionalText,
  isProblem: z.literal(true).exactOptional(),
});

const section = z.strictObject({
  heading: optionalText,
  phones: z.array(phone).exactOptional(),
  rows: z.array(row).exactOptional(),
  lines: z.array(line),
  ordered: z.boolean().exactOptional(),
});

const action = z.strictObject({
  title: text,
  verb: text,
  data: z.record(text, text),
  opensForm: z.literal(true).exactOptional(),
});

/** A choice that the bot no longer has is left out: what was stored earlier stays readable. */
const choices = z.array(text).transform((all) => all.filter(isIntent));

function isIntent(value: string): value is Intent {
  return intents.some((intent) => intent === value);
}

/** As with choices. */
const pages = z.array(text).transform((all) => all.filter(isPage));

function isPage(value: string): value is PrintablePage {
  return printablePages.some((page) => page === value);
}

/**
 * An answer as JSON: what `Answer` is in memory, read back as such. Strict, so that nothing is stored that would
 * not be shown. Only ever add to it, and only what may be missing: records are never rewritten.
 */
export const storedAnswerSchema = z.strictObject({
  banner: optionalText,
  title: text,
  code: z.strictObject({ text, spelled: text }).exactOptional(),
  facts: z.array(z.strictObject({ label: text, value: text })).exactOptional(),
  sections: z.array(section),
  actions: z.array(action).exactOptional(),
  choices: choices.exactOptional(),
  pages: pages.exactOptional(),
  footer: optionalText,
  withoutRoutine: z.boolean().exactOptional(),
});
