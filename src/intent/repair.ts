import { conceptsOf } from './concept-finder.ts';
import { plainWords } from './lexicon/plain-words.ts';
import { realWords } from './lexicon/real-words.ts';
import { vocabulary } from './lexicon/vocabulary.ts';
import { fold } from './normalise.ts';

const known = new Set(listOf(vocabulary));
const familiar = new Set([...known, ...listOf(plainWords)]);
const blocked = new Set([...familiar, ...listOf(realWords)]);
const shortest = 5;
const longest = 30;

/** Every known word by itself and by itself less one letter: what one slip can turn it into, or it into. */
const index = new Map<string, string[]>();
for (const word of known) {
  for (const key of [word, ...shortened(word)]) index.set(key, [...(index.get(key) ?? []), word]);
}

function listOf(words: string): readonly string[] {
  return words.trim().split(/\s+/u).map(fold);
}

function shortened(word: string): readonly string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

/** True for a word that texts about the routine use, whether it says something of the matter or nothing. */
export function isFamiliar(word: string): boolean {
  return familiar.has(word);
}

/** The word of the trade that a folded word is one slip away from, or the word itself. */
export function repaired(word: string): string {
  if (word.length < shortest || word.length > longest || /\d/u.test(word)) return word;
  if (blocked.has(word) || conceptsOf(word).size > 0) return word;
  const candidates = new Set([word, ...shortened(word)].flatMap((key) => index.get(key) ?? []));
  return [...candidates].toSorted().find((candidate) => isOneSlip(word, candidate)) ?? word;
}

/** One letter wrong, missing or added, or two neighbours swapped; the first letter may only be swapped. */
export function isOneSlip(written: string, meant: string): boolean {
  let start = 0;
  while (start < written.length && written[start] === meant[start]) start += 1;
  let end = 0;
  const room = Math.min(written.length, meant.length) - start;
  while (end < room && written.at(-1 - end) === meant.at(-1 - end)) end += 1;
  const left = written.slice(start, written.length - end);
  const right = meant.slice(start, meant.length - end);
  if (left.length === 2 && right.length === 2) return left[0] === right[1] && left[1] === right[0];
  return start > 0 && left.length <= 1 && right.length <= 1;
}
