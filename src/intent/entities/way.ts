import type { Found } from './found.ts';

/** A way to say something in a folded text; `read` refuses what only looks like it. */
export type Way<T> = {
  readonly pattern: RegExp;
  readonly read: (match: RegExpExecArray, folded: string) => T | undefined;
};

/** What a folded text says in any of these ways, in order; what an earlier way has found is no later one's. */
export function findAll<T>(folded: string, ways: readonly Way<T>[]): readonly Found<T>[] {
  const found: Found<T>[] = [];
  const isTaken = new Uint8Array(folded.length);
  for (const { pattern, read } of ways) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = [match.index, endOf(match)];
      const value = isTaken.subarray(start, end).includes(1) ? undefined : read(match, folded);
      if (value === undefined) continue;
      isTaken.fill(1, start, end);
      found.push({ value, start, end });
    }
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/** So many characters before and behind are looked at. */
const near = 60;

export const endOf = (match: RegExpExecArray): number => match.index + match[0].length;
export const leadOf = (folded: string, { index }: { readonly index: number }): string =>
  folded.slice(Math.max(0, index - near), index);
export const restOf = (folded: string, match: RegExpExecArray): string =>
  folded.slice(endOf(match), endOf(match) + near);
