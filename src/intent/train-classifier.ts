import { createHash } from 'node:crypto';
import { analyse } from './analysis.ts';
import type { Analysis } from './analysis.ts';
import { exponentOf, rarityOf, stepOf } from './classifier.ts';
import type { WeightsFile } from './classifier.ts';
import type { Utterance } from './corpus.ts';
import { createRandom } from './create-random.ts';
import { featureNames, featuresOf, views } from './features.ts';
import type { View } from './features.ts';
import { intents } from './recognition.ts';
import type { Intent } from './recognition.ts';
import { separate } from './linear-svm.ts';
import { withSlip } from './with-slip.ts';

/** The larger, the more a single sentence decides. */
const cost = 4;
const rounds = 10;
/** A feature is kept from so many sentences on. */
const fewestOf = { words: 8, letters: 24 } as const;

/**
 * Makes the weights from the labelled sentences, each as it stands and once more with a slip of the pen: the same
 * sentences give the same file, byte for byte.
 */
export function trainClassifier(labelled: readonly Utterance[]): WeightsFile {
  const random = createRandom(labelled.length);
  const slipped = labelled.map((utterance) => ({ ...utterance, text: withSlip(utterance.text, random) }));
  const utterances = [...labelled, ...slipped];
  const analyses = utterances.map(({ text }) => analyse(text));
  const columns = views
    .flatMap((view) => trainedView(view, analyses, utterances))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const { steps, weights } = quantised(columns.map((column) => column.weights));
  return {
    corpus: fingerprint(labelled),
    intents: [...intents],
    features: columns.map(({ name }) => name).join(' '),
    sentences: utterances.length,
    counts: inBase64(Uint8Array.from(columns.flatMap(({ count }) => [count % 256, Math.floor(count / 256)]))),
    steps: inBase64(steps),
    weights: inBase64(weights),
  };
}

/** A feature, how many sentences hold it, and its weight for each intent. */
type Column = { readonly name: string; readonly count: number; readonly weights: Float64Array };

function trainedView(
  view: View,
  analyses: readonly Analysis[],
  utterances: readonly Utterance[],
): readonly Column[] {
  const counts = countFeatures(analyses, view);
  const names = [...counts.keys()].toSorted();
  const index = {
    position: new Map(names.map((name, at) => [name, at])),
    rarity: Float64Array.from(names, (name) => rarityOf(counts.get(name) ?? 1, analyses.length)),
    unseen: rarityOf(1, analyses.length),
  };
  const rows = analyses.map((analysis) => featuresOf(analysis, view, index));
  const lines = intents.map((intent) =>
    separate(rows, (row) => sideOf(utterances[row], intent), { width: names.length, cost, rounds }),
  );
  return names.map((name, at) => ({
    name,
    count: counts.get(name) ?? 1,
    weights: Float64Array.from(lines, (line) => line[at] ?? 0),
  }));
}

function inBase64({ buffer }: Uint8Array | Int8Array): string {
  return Buffer.from(buffer).toString('base64');
}

/** A short hash of the sentences and their labels. */
function fingerprint(utterances: readonly Utterance[]): string {
  const lines = utterances.map(({ text, intent, also }) => [text, intent, ...also].join('\t'));
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

function countFeatures(analyses: readonly Analysis[], view: View): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const analysis of analyses) {
    for (const name of featureNames(analysis, view)) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].filter(([, count]) => count >= fewestOf[view]));
}

/** A sentence that another intent would answer as well speaks neither for that one nor against it. */
function sideOf(utterance: Utterance | undefined, wanted: Intent): 1 | -1 | undefined {
  if (utterance?.intent === wanted) return 1;
  return utterance?.also.includes(wanted) === true ? undefined : -1;
}

/** Every column in signed bytes, with the worth of one step as `stepOf` reads it. */
function quantised(columns: readonly Float64Array[]): {
  readonly steps: Int8Array;
  readonly weights: Int8Array;
} {
  const weights = new Int8Array(columns.length * intents.length);
  const steps = Int8Array.from(columns, (column, at) => {
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
