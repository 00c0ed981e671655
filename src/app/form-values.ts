import { z } from 'zod';
import { nothingChosen } from '../cards/form-state.ts';
import { instantAt, swedishDateOf } from '../domain/swedish-time.ts';

/** What was filled in, by field: as typed. A list comes as Teams sends it, `"a,b"`. */
export type FormValues = Readonly<Record<string, string>>;

const values = z.record(z.string(), z.unknown());

/**
 * The texts, numbers and switches of a form's data; anything else is no answer to a field. An id that can be none of ours
 * becomes one that nothing has: left out, it would stand for whatever there is, and as it is it would break a card.
 */
export function formValues(data: unknown): FormValues {
  const fields = Object.entries(values.safeParse(data).data ?? {});
  const filled = fields.flatMap(([name, value]): [string, string][] => {
    if (Array.isArray(value)) return [[name, value.filter(isPlain).map(clean).join(',')]];
    return isPlain(value) ? [[name, clean(value)]] : [];
  });
  return Object.fromEntries(
    filled.map(([name, value]) => [name, carried.has(name) && !isPossibleId(value) ? nobodysId : value]),
  );
}

/** What is no input, and is sent as the card had it. */
const carried = new Set(['formId', 'version', 'outage', 'unit', 'case', 'entry', 'task', 'draft', 'asked']);

const nobodysId = '?';

/** Teams' own ids are the longest. */
const isPossibleId = (value: string): boolean => value.length <= 500 && !value.includes('${');

const isPlain = (value: unknown): value is string | number | boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** What no text of a person's has, and no database takes. */
const clean = (value: string | number | boolean): string =>
  `${value}`.replaceAll('\u0000', '').toWellFormed().trim();

/** A text or number somewhere in a form's data, and the field that it stands in. */
export type FilledText = { readonly field: string; readonly text: string };

/** Every text and number in a value of any shape, names of fields included. */
export function textsIn(value: unknown, field = ''): readonly FilledText[] {
  if (typeof value === 'string' || typeof value === 'number') return [{ field, text: `${value}` }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    { field: '', text: name },
    ...textsIn(part, Array.isArray(value) ? field : name),
  ]);
}

/** A field's text; empty where it was left empty or is not there. */
export const valueOf = (filled: FormValues, field: string): string =>
  Object.hasOwn(filled, field) ? (filled[field] ?? '') : '';

/** What is chosen of a field with a choice for "nothing": empty where that is it. */
export function choiceOf(filled: FormValues, field: string): string {
  const value = valueOf(filled, field);
  return value === nothingChosen ? '' : value;
}

/** The chosen ones of a field with several, each once. */
export function listOf(filled: FormValues, field: string): readonly string[] {
  const parts = valueOf(filled, field).split(',');
  return [...new Set(parts.map((part) => part.trim()))].filter((part) => part !== '');
}

/** A date field and its time field, by the names before `On` and `At` (contract.md §5). */
export type FilledMoment =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'faulty'; readonly field: string; readonly text: string };

/** The moment of `<name>On` and `<name>At`, Swedish time. A time alone is today's. */
export function momentOf(filled: FormValues, name: string, now: number): FilledMoment {
  const [date, time] = [valueOf(filled, `${name}On`), valueOf(filled, `${name}At`)];
  if (date === '' && time === '') return { kind: 'empty' };
  if (time === '') return { kind: 'faulty', field: `${name}At`, text: 'Fyll i klockslaget också.' };
  const at = instantAt({ date: date === '' ? swedishDateOf(now) : date, time });
  if (at !== undefined) return { kind: 'at', at };
  const text = 'Den tiden finns inte. Kontrollera datum och klockslag, till exempel 2026-11-25 och 08:10.';
  return { kind: 'faulty', field: `${name}At`, text };
}

/** The revision of the outage that a form was made from. */
export function revisionIn(filled: FormValues): number | undefined {
  const version = valueOf(filled, 'version');
  return /^\d{1,9}$/.test(version) ? Number(version) : undefined;
}

/** Which page of a list is asked for, from 1. */
export function pageOf(filled: FormValues): number {
  const page = valueOf(filled, 'page');
  return /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1;
}
