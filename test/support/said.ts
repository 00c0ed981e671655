import type { Answer } from '../../src/cards/answer.ts';
import type { FormCard } from '../../src/cards/form.ts';

/** Every sentence of an answer, in reading order. */
export function linesOf({ sections }: Answer): readonly string[] {
  return sections.flatMap(({ lines }) => lines.map(({ text }) => text));
}

/** The headings of an answer's sections. */
export function headingsOf({ sections }: Answer): readonly string[] {
  return sections.flatMap(({ heading }) => heading ?? []);
}

/** An answer's facts, by name. */
export function factsOf({ facts = [] }: Answer): Readonly<Record<string, string>> {
  return Object.fromEntries(facts.map(({ label, value }) => [label, value]));
}

/** The verbs of an answer's buttons. */
export function verbsOf({ actions = [] }: Answer): readonly string[] {
  return actions.map(({ verb }) => verb);
}

/** What stands in a form's fields, by id. */
export function filledIn({ fields }: FormCard): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.map(({ id, value }) => [id, value]));
}
