/** Something named in a text, and where: `start` and `end` are positions in it, end excluded. */
export type Found<T> = { readonly value: T; readonly start: number; readonly end: number };

/** One value, or the list where several different ones were found, in the order of the text; undefined where none. */
export function oneOrSeveral<T>(found: readonly Found<T>[]): T | readonly T[] | undefined {
  const values = [...new Set(found.toSorted((a, b) => a.start - b.start).map(({ value }) => value))];
  return values.length > 1 ? values : values[0];
}
