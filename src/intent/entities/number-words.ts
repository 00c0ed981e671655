const small: Readonly<Record<string, number>> = {
  noll: 0,
  en: 1,
  ett: 1,
  tva: 2,
  tre: 3,
  fyra: 4,
  fem: 5,
  sex: 6,
  sju: 7,
  atta: 8,
  nio: 9,
  nie: 9,
  tio: 10,
  tie: 10,
  ti: 10,
  elva: 11,
  tolv: 12,
  tretton: 13,
  fjorton: 14,
  femton: 15,
  sexton: 16,
  sjutton: 17,
  arton: 18,
  aderton: 18,
  nitton: 19,
};
const tens: Readonly<Record<string, number>> = {
  tjugo: 20,
  tjugi: 20,
  tju: 20,
  trettio: 30,
  tretti: 30,
  fyrtio: 40,
  forti: 40,
  femtio: 50,
  femti: 50,
};
const units = Object.keys(small).filter((word) => {
  const value = small[word] ?? 0;
  return value > 0 && value < 10;
});
const numbers: ReadonlyMap<string, number> = new Map([
  ...Object.entries(small),
  ...Object.entries(tens).flatMap(([word, ten]): readonly (readonly [string, number])[] => [
    [word, ten],
    ...units.map((unit) => [word + unit, ten + (small[unit] ?? 0)] as const),
  ]),
]);

/** A number from 0 to 59 by its words in a folded text, "tjugo fem" too, as a part of a pattern. */
export const wordPattern = `(?:(?:${Object.keys(tens).join('|')})(?: ?(?:${units.join('|')}))?|${Object.keys(small).join('|')})`;

/** The same, or in one or two digits. */
export const numberPattern = `(?:${wordPattern}|[0-5]?\\d)`;

/** What either pattern found. */
export function numberOf(written: string): number {
  return numbers.get(written.replaceAll(' ', '')) ?? Number(written);
}
