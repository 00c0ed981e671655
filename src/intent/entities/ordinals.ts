const small = 'forst[ae] andr[ae] tredje fjarde femte sjatte sjunde attonde nionde'.split(' ');
const teens =
  'tionde elfte tolfte trettonde fjortonde femtonde sextonde sjuttonde artonde nittonde tjugonde'.split(' ');
const patterns: readonly (readonly [RegExp, number])[] = [
  ...[...small, ...teens].map((word, at) => [new RegExp(`^${word}$`, 'u'), at + 1] as const),
  ...small.map((word, at) => [new RegExp(`^tjugo ?${word}$`, 'u'), at + 21] as const),
  [/^trettionde$/u, 30],
  [/^trettio ?forst[ae]$/u, 31],
];

/** "Första" to "trettioförsta" in a folded text, as a part of a pattern. */
export const ordinalPattern = `(?:(?:tjugo ?)?(?:${small.join('|')})|${teens.join('|')}|trettionde|trettio ?forst[ae])`;

/** Which one an ordinal is, in words or as "3", "3:e", "1:a"; NaN for what is none. */
export function ordinalOf(written: string): number {
  return patterns.find(([pattern]) => pattern.test(written))?.[1] ?? Number.parseInt(written, 10);
}
