import { concepts } from './lexicon/concepts.ts';
import { municipalityNames } from './lexicon/municipalities.ts';
import { plainWords } from './lexicon/plain-words.ts';
import { vocabulary } from './lexicon/vocabulary.ts';
import { cleaned, fold } from './normalise.ts';

/** More words than these are left out. */
const mostWords = 30;
const unknown = '□';
const digits = '#';
/** Within a text it may be somebody's name, also where it is a word besides ("Berg", "Dag"). */
const capital = /^\p{Lu}\p{Ll}/u;
/** An address of mail or of a page is one word, whatever it consists of. */
const address = /[^\s@]{0,80}@[^\s@]{0,80}|(?:https?:|www\.)\S{0,200}/gu;

const places = new Set(Object.values(municipalityNames).flat().map(fold));
/** Whole words of what the bot knows, but for what may be a name or an illness. */
const unkept = new Set(['CLINICAL', 'OTHERSYSTEM', 'LEISURE', 'HR']);
const ofConcepts = Object.entries(concepts)
  .filter(([concept]) => !unkept.has(concept))
  .map(([, forms]) => forms);
const shipped = new Set(
  [plainWords, vocabulary, ...ofConcepts]
    .flatMap((words) => words.trim().split(/\s+/u))
    .map(fold)
    .filter((word) => /^\p{L}+$/u.test(word) && !places.has(word)),
);

/** True for a word that the bot brings with it: of no person, no place and no illness. */
export function isShipped(word: string): boolean {
  return shipped.has(fold(word));
}

/**
 * What may be kept of a text that was not understood, to learn from: the words that the bot brings with it, folded, a
 * question mark, `#` for digits and `□` for everything else, one for several in a row. Nobody and nothing is named.
 */
export function knownWords(text: string): string {
  const plain = cleaned(text).replaceAll(address, ` ${unknown} `);
  const marks = plain.match(/[\p{L}\p{N}]+|[?□]/gu) ?? [];
  const kept = marks
    .map((mark, at) => (at > 0 && capital.test(mark) ? unknown : keptOf(fold(mark))))
    .filter((mark, at, all) => mark !== unknown || all[at - 1] !== unknown);
  return kept.slice(0, mostWords).join(' ');
}

function keptOf(mark: string): string {
  if (mark === '?' || shipped.has(mark)) return mark;
  return /^\d+$/u.test(mark) ? digits : unknown;
}

/** Longer texts are nobody else's question word for word. */
const longestKnown = 80;

/** True where every word of a short text is the bot's own, "i" or a municipality's name, and no digit is in it. */
export function isOfKnownWords(text: string): boolean {
  if (text.length > longestKnown || /[\p{N}@/]/u.test(text)) return false;
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.every((word) => word === 'i' || isKnown(fold(word)));
}

const isKnown = (word: string): boolean => shipped.has(word) || places.has(word);
