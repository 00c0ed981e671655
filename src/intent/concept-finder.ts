import { concepts } from './lexicon/concepts.ts';
import { fold } from './normalise.ts';

type Table = Map<string, readonly string[]>;
type Phrase = { readonly words: readonly string[]; readonly stem: boolean; readonly concept: string };

/** A word as a pattern of concepts.ts begins: whole, or the beginning of a longer one. */
const whole: Table = new Map();
const stems: Table = new Map();
const wholeTails: Table = new Map();
const stemTails: Table = new Map();
const phrases = new Map<string, Phrase[]>();
/** The longest ending a tail stem may take in a compound ("-rapport*" + "erna"). */
const longestEnding = 4;

for (const [concept, forms] of Object.entries(concepts)) {
  for (const form of forms.trim().split(/\s+/u)) addForm(concept, fold(form));
}

function addForm(concept: string, form: string): void {
  const tail = form.startsWith('-');
  const stem = form.endsWith('*');
  const words = form.replace(/^-/u, '').replace(/\*$/u, '').split(/[_-]/u);
  const [first = ''] = words;
  if (words.length > 1) {
    phrases.set(first, [...(phrases.get(first) ?? []), { words, stem, concept }]);
    return;
  }
  append(stem ? stems : whole, first, concept);
  if (tail) append(stem ? stemTails : wholeTails, first, concept);
}

function append(table: Table, key: string, concept: string): void {
  table.set(key, [...(table.get(key) ?? []), concept]);
}

/** The concepts of one folded word. */
export function conceptsOf(word: string): ReadonlySet<string> {
  const found = new Set(whole.get(word));
  for (let length = 2; length <= word.length; length += 1) {
    for (const concept of stems.get(word.slice(0, length)) ?? []) found.add(concept);
  }
  for (let start = 3; start <= word.length - 3; start += 1) addTails(word.slice(start), found);
  return found;
}

function addTails(tail: string, found: Set<string>): void {
  for (const concept of wholeTails.get(tail) ?? []) found.add(concept);
  for (let length = Math.max(3, tail.length - longestEnding); length <= tail.length; length += 1) {
    for (const concept of stemTails.get(tail.slice(0, length)) ?? []) found.add(concept);
  }
}

/** The concepts of the phrases that begin at a position of a row of words, with how many words each takes. */
export function phrasesAt(
  words: readonly string[],
  at: number,
): readonly { concept: string; length: number }[] {
  const candidates = phrases.get(words[at] ?? '') ?? [];
  return candidates
    .filter((phrase) => fits(phrase, words, at))
    .map((phrase) => ({ concept: phrase.concept, length: phrase.words.length }));
}

function fits(phrase: Phrase, words: readonly string[], at: number): boolean {
  return phrase.words.every((word, index) => {
    const actual = words[at + index];
    const last = index === phrase.words.length - 1;
    return actual !== undefined && (last && phrase.stem ? actual.startsWith(word) : actual === word);
  });
}
