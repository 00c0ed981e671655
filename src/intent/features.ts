import type { Analysis } from './analysis.ts';
import { isFamiliar } from './repair.ts';
import type { Word } from './words.ts';

/** Features of a text, each with its weight within its group. */
export type Features = ReadonlyMap<string, number>;

/** The share of a text's length that each group of features gets. */
const groupWeights = { concepts: 1, pairs: 0.7, words: 0.8, letters: 1, focus: 0.5 } as const;

/**
 * The features of a text: concepts alone, in pairs, in order and with the mood; words and pairs of words; runs of
 * letters. `scale` gives a feature's rarity (1 where unknown). Every group has the same length whatever the text's.
 */
export function featuresOf(analysis: Analysis, scale: (feature: string) => number): Features {
  const features = new Map<string, number>();
  add(features, scaled(conceptFeatures(analysis), scale), groupWeights.concepts);
  add(features, scaled(pairFeatures(analysis), scale), groupWeights.pairs);
  add(features, scaled(wordFeatures(analysis.words), scale), groupWeights.words);
  add(features, scaled(letterFeatures(analysis.words), scale), groupWeights.letters);
  add(features, scaled(focusFeatures(analysis), scale), groupWeights.focus);
  return features;
}

type Scaled = readonly (readonly [string, number])[];

function scaled(names: readonly string[], scale: (feature: string) => number): Scaled {
  return [...new Set(names)].map((name) => [name, scale(name)]);
}

function add(features: Map<string, number>, group: Scaled, weight: number): void {
  const length = Math.sqrt(group.reduce((sum, [, value]) => sum + value * value, 0));
  if (length === 0) return;
  for (const [name, value] of group) features.set(name, (value / length) * weight);
}

function conceptFeatures({ concepts, speech, words }: Analysis): readonly string[] {
  const { mood } = speech.focus;
  const flags = [
    `m:${mood}`,
    speech.negated ? `m:not` : '',
    speech.hedged ? 'm:perhaps' : '',
    speech.future ? 'm:later' : '',
    speech.conditional ? 'm:if' : '',
    words.length <= 2 ? 'm:short' : '',
  ].filter((flag) => flag !== '');
  const named = [...concepts].map((concept) => `c:${concept}`);
  return [...named, ...named.map((name) => `${name}/${mood}`), ...flags, ...foreignFeatures(words)];
}

const prepositions = new Set([
  'for',
  'om',
  'pa',
  'till',
  'vid',
  'infor',
  'over',
  'mot',
  'av',
  'i',
  'fran',
  'med',
  'ur',
  'at',
]);

/** How much of a text is foreign, and what foreign thing a preposition points to ("blankett för *reseräkning*"). */
function foreignFeatures(words: readonly Word[]): readonly string[] {
  const foreign = words.filter(isForeign);
  const knowing = words.filter(({ concepts }) => concepts.size > 0);
  const pointed = words.flatMap((word, at) =>
    prepositions.has(word.text) && words[at + 1] !== undefined ? [words[at + 1]] : [],
  );
  const counted = [
    `u:${Math.min(3, foreign.length)}`,
    `k:${Math.min(4, knowing.length)}`,
    `u:${Math.min(3, foreign.length)}/${Math.min(3, knowing.length)}`,
  ];
  const last = words.at(-1);
  return [
    ...counted,
    pointed.some((word) => word !== undefined && isForeign(word)) ? 'u:pointed' : '',
    last !== undefined && isForeign(last) ? 'u:last' : '',
  ].filter((name) => name !== '');
}

function isForeign({ text, raw, concepts }: Word): boolean {
  return concepts.size === 0 && text.length > 2 && !raw.startsWith('#') && !isFamiliar(text);
}

function pairFeatures({ concepts, words }: Analysis): readonly string[] {
  const names = [...concepts].toSorted().slice(0, 12);
  const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => `p:${one}+${other}`));
  const ordered = words.filter((word) => word.concepts.size > 0);
  const bigrams = ordered.slice(1).flatMap((word, at) => follow(ordered[at], word));
  return [...pairs, ...bigrams];
}

function follow(one: Word | undefined, next: Word): readonly string[] {
  const first = [...(one?.concepts ?? [])].slice(0, 3);
  return first.flatMap((left) => [...next.concepts].slice(0, 3).map((right) => `b:${left}>${right}`));
}

function wordFeatures(words: readonly Word[]): readonly string[] {
  const texts = ['^', ...words.map(({ text }) => text), '$'];
  return [
    ...words.map(({ text }) => `w:${text}`),
    ...texts.slice(1).map((text, at) => `w:${texts[at] ?? ''}~${text}`),
  ];
}

/** Runs of three to five letters, within words and their edges. */
function letterFeatures(words: readonly Word[]): readonly string[] {
  return words.flatMap(({ text }) => runsOf(`_${text}_`));
}

function runsOf(padded: string): readonly string[] {
  const runs: string[] = [];
  for (const length of [3, 4, 5]) {
    for (let at = 0; at + length <= padded.length; at += 1) runs.push(padded.slice(at, at + length));
  }
  return runs;
}

/** The clause that asks or orders counts once more by itself. */
function focusFeatures({ speech }: Analysis): readonly string[] {
  const { words, mood } = speech.focus;
  const concepts = new Set(words.flatMap((word) => [...word.concepts]));
  return [
    `f:${mood}`,
    ...[...concepts].flatMap((concept) => [`f:${concept}`, `f:${concept}/${mood}`]),
    ...words.slice(0, 3).map(({ text }) => `f:${text}`),
  ];
}
