/**
 * A text with one slip of the pen: one letter within a word wrong, missing, doubled or swapped with the next. `random`
 * gives numbers from 0 to below 1. Unchanged where no word has three letters.
 */
export function withSlip(text: string, random: () => number): string {
  const places = [...text.matchAll(/(?<=\p{L})\p{L}(?=\p{L})/gu)].map(({ index }) => index);
  const at = places[Math.floor(random() * places.length)];
  if (at === undefined) return text;
  const [letter = '', next = ''] = text.slice(at, at + 2);
  const slips = [`e${next}`, next, letter + letter + next, next + letter];
  return text.slice(0, at) + (slips[Math.floor(random() * slips.length)] ?? '') + text.slice(at + 2);
}
