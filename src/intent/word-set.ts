import { fold } from './normalise.ts';

/** A list of words to look words up in, folded; `_` in it stands for a space. */
export function wordSet(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.map((word) => fold(word).replaceAll('_', ' ')));
}
