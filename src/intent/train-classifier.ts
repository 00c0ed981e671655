import { createHash } from 'node:crypto';
import { analyse } from './analysis.ts';
import type { Analysis } from './analysis.ts';
import { exponentOf, rarityOf, stepOf } from './classifier.ts';
import type { WeightsFile } from './classifier.ts';
import type { Utterance } from './corpus.ts';
import { featuresOf } from './features.ts';
import { intents } from './recognition.ts';
import { solveRidge } from './ridge.ts';
import type { SparseRow } from './ridge.ts';

/** The larger, the less a single sentence decides. */
const penalty = 0.5;
/** A feature is kept from so many sentences on. */
const fewestOf = { letters: 9, plain: 2, combined: 3 } as const;
/** What an intent that would do as well is worth beside the intended one. */
const alsoTarget = 0.4;

/** Makes the weights from the labelled sentences: the same sentences give the same file, byte for byte. */
export function trainClassifier(utterances: readonly Utterance[]): WeightsFile {
  const analyses = utterances.map(({ text }) => analyse(text));
  const counts = countFeatures(analyses);
  const names = [...counts.keys()].toSorted();
  const rows = rowsOf(analyses, names, counts);
  const targets = intents.map((intent) =>
    Float64Array.from(utterances, (utterance) => targetOf(utterance, intent)),
  );
  const columns = columnWeights(rows, solveRidge(rows, targets, penalty), names.length);
  const { steps, weights } = quantised(columns);
  return {
    corpus: fingerprint(utterances),
    intents: [...intents],
    features: names.join(' '),
    counts: [...names.map((name) => counts.get(name) ?? 1), utterances.length],
    steps,
    weights: Buffer.from(weights.buffer).toString('base64'),
  };
}

/** A short hash of the sentences and their labels. */
function fingerprint(utterances: readonly Utterance[]): string {
  const lines = utterances.map(({ text, intent, also }) => [text, intent, ...also].join('\t'));
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

function countFeatures(analyses: readonly Analysis[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const analysis of analyses) {
    for (const name of featuresOf(analysis, () => 1).keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].filter(([name, count]) => count >= fewestOf[kindOf(name)]));
}

function kindOf(name: string): keyof typeof fewestOf {
  if (name[1] !== ':') return 'letters';
  return /^[bpf]:|~/u.test(name) ? 'combined' : 'plain';
}

function rowsOf(
  analyses: readonly Analysis[],
  names: readonly string[],
  counts: ReadonlyMap<string, number>,
): readonly SparseRow[] {
  const position = new Map(names.map((name, at) => [name, at]));
  const rarity = (name: string): number => rarityOf(counts.get(name) ?? 1, analyses.length);
  return analyses.map((analysis) => {
    const cells = [...featuresOf(analysis, rarity)]
      .flatMap(([name, value]) => {
        const column = position.get(name);
        return column === undefined ? [] : [{ column, value }];
      })
      .toSorted((a, b) => a.column - b.column);
    return {
      columns: Int32Array.from(cells, ({ column }) => column),
      values: Float64Array.from(cells, ({ value }) => value),
    };
  });
}

function targetOf({ intent, also }: Utterance, wanted: (typeof intents)[number]): number {
  if (intent === wanted) return 1;
  return also.includes(wanted) ? alsoTarget : 0;
}

/** For each column the weights of all intents: Xᵀ·a. */
function columnWeights(
  rows: readonly SparseRow[],
  coefficients: readonly Float64Array[],
  width: number,
): readonly Float64Array[] {
  const columns = Array.from({ length: width }, () => new Float64Array(coefficients.length));
  for (const [row, { columns: cells, values }] of rows.entries()) {
    for (let at = 0; at < cells.length; at += 1) {
      const column = columns[cells[at] ?? 0] ?? new Float64Array(0);
      const value = values[at] ?? 0;
      for (const [intent, line] of coefficients.entries())
        column[intent] = (column[intent] ?? 0) + value * (line[row] ?? 0);
    }
  }
  return columns;
}

/** Every column in signed bytes, with the worth of one step as `stepOf` reads it. */
function quantised(columns: readonly Float64Array[]): {
  readonly steps: number[];
  readonly weights: Int8Array;
} {
  const weights = new Int8Array(columns.length * intents.length);
  const steps = columns.map((column, at) => {
    const largest = column.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9);
    const exponent = exponentOf(largest / 127);
    const step = stepOf(exponent);
    for (const [intent, value] of column.entries()) {
      weights[at * intents.length + intent] = Math.max(-127, Math.min(127, Math.round(value / step)));
    }
    return exponent;
  });
  return { steps, weights };
}
