import type { Analysis } from './analysis.ts';
import { isFamiliar } from './repair.ts';
import type { Word } from './words.ts';

/**
 * The two ways in which a text is read: by its words, what they mean and how it is meant, and by its letters alone.
 * Each has a classifier of its own, and both have a say: what one of them knows too well does not drown the other.
 */
export const views = ['words', 'letters'] as const;
export type View = (typeof views)[number];

type Group = {
  readonly view: View;
  /** The share of a text's length that the group gets within its view. */
  readonly share: number;
  readonly namesIn: (analysis: Analysis) => readonly string[];
};

const groups: readonly Group[] = [
  { view: 'words', share: 1, namesIn: conceptFeatures },
  { view: 'words', share: 0.7, namesIn: pairFeatures },
  { view: 'words', share: 0.8, namesIn: wordFeatures },
  { view: 'words', share: 0.6, namesIn: stemFeatures },
  { view: 'words', share: 0.4, namesIn: apartFeatures },
  { view: 'words', share: 0.5, namesIn: focusFeatures },
  { view: 'letters', share: 1, namesIn: letterFeatures },
  { view: 'letters', share: 0.8, namesIn: edgeFeatures },
];

/** The features that a classifier knows: where each stands, and how rare it is. */
export type FeatureIndex = {
  readonly position: ReadonlyMap<string, number>;
  readonly rarity: Float64Array;
  /** Rarity of a feature that it does not know. */
  readonly unseen: number;
};

/** A sparse row: positions of its columns and their values. */
export type SparseRow = { readonly columns: Int32Array; readonly values: Float64Array };

/**
 * The features of a text in one view, those that are known. Every group has the same length whatever the text's: the
 * unknown ones take their part of it.
 */
export function featuresOf(analysis: Analysis, wanted: View, index: FeatureIndex): SparseRow {
  const columns: number[] = [];
  const values: number[] = [];
  for (const { view, share, namesIn } of groups) {
    if (view !== wanted) continue;
    const first = columns.length;
    let squares = 0;
    for (const name of new Set(namesIn(analysis))) {
      const at = index.position.get(name);
      const rarity = at === undefined ? index.unseen : (index.rarity[at] ?? index.unseen);
      squares += rarity * rarity;
      if (at === undefined) continue;
      columns.push(at);
      values.push(rarity);
    }
    const factor = squares === 0 ? 0 : share / Math.sqrt(squares);
    for (let at = first; at < values.length; at += 1) values[at] = (values[at] ?? 0) * factor;
  }
  return { columns: Int32Array.from(columns), values: Float64Array.from(values) };
}

/** The names of a text's features in one view. */
export function featureNames(analysis: Analysis, wanted: View): ReadonlySet<string> {
  return new Set(groups.flatMap(({ view, namesIn }) => (view === wanted ? namesIn(analysis) : [])));
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
  const foreign = words.filter(isUnknownWord);
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
    pointed.some((word) => word !== undefined && isUnknownWord(word)) ? 'u:pointed' : '',
    last !== undefined && isUnknownWord(last) ? 'u:last' : '',
  ].filter((name) => name !== '');
}

/** A word that the bot does not bring with it, and more than a slip. */
export function isUnknownWord({ text, raw, concepts }: Word): boolean {
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

function wordFeatures({ words }: Analysis): readonly string[] {
  const texts = ['^', ...words.map(({ text }) => text), '$'];
  return [
    ...words.map(({ text }) => `w:${text}`),
    ...texts.slice(1).map((text, at) => `w:${texts[at] ?? ''}~${text}`),
  ];
}

/** How a word begins says most of what it means in any of its forms. */
const stemLength = 5;

function stemFeatures({ words }: Analysis): readonly string[] {
  const stems = words.map(({ text }) => text.slice(0, stemLength));
  return [
    ...stems.map((stem) => `s:${stem}`),
    ...stems.slice(1).map((stem, at) => `s:${stems[at] ?? ''}~${stem}`),
  ];
}

/** Two words with one or two between them, by how they begin. */
function apartFeatures({ words }: Analysis): readonly string[] {
  const starts = words.map(({ text }) => text.slice(0, stemLength + 1));
  return starts.flatMap((start, at) => starts.slice(at + 2, at + 4).map((other) => `a:${start}~${other}`));
}

/** Runs of three to five letters, within words and their edges. */
function letterFeatures({ words }: Analysis): readonly string[] {
  return words.flatMap(({ text }) => runsIn(`_${text}_`, [3, 4, 5]));
}

/** Runs of four to six letters over the edge between two words, `_` within. */
function edgeFeatures({ words }: Analysis): readonly string[] {
  const line = `_${words.map(({ text }) => text).join('_')}_`;
  const runs: string[] = [];
  for (
    let edge = line.indexOf('_', 1);
    edge > 0 && edge < line.length - 1;
    edge = line.indexOf('_', edge + 1)
  ) {
    for (const length of [4, 5, 6]) {
      const last = Math.min(edge - 1, line.length - length);
      for (let at = Math.max(0, edge - length + 2); at <= last; at += 1)
        runs.push(line.slice(at, at + length));
    }
  }
  return runs;
}

function runsIn(line: string, lengths: readonly number[]): readonly string[] {
  const runs: string[] = [];
  for (const length of lengths) {
    for (let at = 0; at + length <= line.length; at += 1) runs.push(line.slice(at, at + length));
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
