import type { Named } from './entities.ts';
import { conceptsOf, phrasesAt } from './concept-finder.ts';
import { fold, maxWordLength, maxWords } from './normalise.ts';
import { repaired } from './repair.ts';

/** One word of a text, folded. */
export type Word = {
  /** As typed. */
  readonly raw: string;
  /** As understood: a misspelling put right. */
  readonly text: string;
  readonly concepts: ReadonlySet<string>;
  /** Written with a capital: a name, where no sentence begins. */
  readonly isCapital: boolean;
  /** The mark before it: end of a sentence, a comma, or none. */
  readonly before: 'sentence' | 'comma' | '';
  /** True when a question mark ends the sentence it stands in. */
  readonly asked: boolean;
};

const maskConcepts: Readonly<Record<string, string>> = {
  '#code': 'CODE',
  '#time': 'TIME',
  '#date': 'DATE',
  '#place': 'PLACE',
  '#number': 'COUNT',
};
/** Their full stops end no sentence ("fr.o.m. nu", "ang. avbrottet"). */
const abbreviation =
  /(?<![\p{L}\p{N}])(?:fr\. ?o\. ?m|t\. ?o\. ?m|bl\. ?a|t\. ?ex|p\. ?g\. ?a|f\. ?n|ang|enl|ca|kl|ev|resp|inkl|exkl)\./giu;
/** These may be a sentence's last word: "Vi är på avd. Är Lifecare nere". */
const lastOrNot = /(?<![\p{L}\p{N}])(?:[Aa]vd|[Tt]el|[Nn]r)\.(?!\s+\p{Lu}\p{Ll})/gu;
const token = /#?[\p{L}\p{N}]+|[?.!;:\n,]/gu;

/** The words of a cleaned text, with codes, times, dates, places and numbers each as one word of its kind. */
export function wordsOf(text: string, found: Named): readonly Word[] {
  const marks = masked(text, found).match(token) ?? [];
  const plain = marks.map(numberMasked).slice(0, maxWords * 2);
  const words: Word[] = [];
  let before: Word['before'] = '';
  for (const [at, mark] of plain.entries()) {
    if (isMark(mark)) {
      before = stronger(before, mark);
      continue;
    }
    words.push(wordOf(mark, before, plain.slice(at + 1)));
    before = '';
  }
  return withPhrases(words.slice(0, maxWords));
}

/** The word at a place, folded as typed; empty where there is none. */
export function textAt(words: readonly Word[], at: number): string {
  return words[at]?.raw ?? '';
}

function wordOf(mark: string, before: Word['before'], rest: readonly string[]): Word {
  const raw = fold(mark);
  const text = raw.startsWith('#') ? raw : repaired(raw.slice(0, maxWordLength));
  const mask = maskConcepts[raw];
  const concepts = mask === undefined ? conceptsOf(text) : new Set([mask]);
  return {
    raw,
    text,
    concepts,
    isCapital: /^\p{Lu}\p{Ll}/u.test(mark),
    before,
    asked: rest.find(endsSentence) === '?',
  };
}

function isMark(mark: string): boolean {
  return !/[\p{L}\p{N}]/u.test(mark);
}

function endsSentence(mark: string): boolean {
  return mark === '?' || mark === '.' || mark === '!' || mark === '\n' || mark === ';';
}

function stronger(before: Word['before'], mark: string): Word['before'] {
  return mark === ',' && before === '' ? 'comma' : 'sentence';
}

function numberMasked(mark: string): string {
  return /^\d+$/u.test(mark) ? '#number' : mark;
}

/**
 * What is written like a code and cannot be one ("Y5S-1G", "b9n2c"): misheard or misread, it still says that a code is
 * meant. Which one is not guessed.
 */
const fiveCharacters = /(?<![\p{L}\p{N}#-])[a-z\d]{3}-?[a-z\d]{2}(?![\p{L}\p{N}-])/giu;

function isCodeLike(text: string): boolean {
  const changes = text.match(/\d(?=[a-z])|[a-z](?=\d)/giu)?.length ?? 0;
  return text.includes('-') ? /\d/u.test(text) && /[a-z]/iu.test(text) : changes >= 3;
}

function masked(text: string, { codes, times, dates, municipalities }: Named): string {
  const spans = [
    ...codes.map((span) => ({ ...span, mask: '#code' })),
    ...times.map((span) => ({ ...span, mask: '#time' })),
    ...dates.map((span) => ({ ...span, mask: '#date' })),
    ...municipalities.map((span) => ({ ...span, mask: '#place' })),
  ].toSorted((a, b) => b.start - a.start);
  let rest = text.replaceAll('#', ' ');
  for (const { start, end, mask } of spans) rest = `${rest.slice(0, start)} ${mask} ${rest.slice(end)}`;
  return rest
    .replaceAll(abbreviation, (written) => written.replaceAll(/[. ]/gu, ''))
    .replaceAll(lastOrNot, (written) => written.slice(0, -1))
    .replaceAll(fiveCharacters, (written) => (isCodeLike(written) ? ' #code ' : written));
}

function withPhrases(words: readonly Word[]): readonly Word[] {
  const texts = words.map(({ text }) => text);
  const extra = words.map(() => new Set<string>());
  for (const at of words.keys()) {
    for (const { concept, length } of phrasesAt(texts, at)) {
      for (let step = 0; step < length; step += 1) extra[at + step]?.add(concept);
    }
  }
  return words.map((word, at) => ({ ...word, concepts: new Set([...word.concepts, ...(extra[at] ?? [])]) }));
}
