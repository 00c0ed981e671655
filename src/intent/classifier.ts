import { z } from 'zod';
import { featuresOf } from './features.ts';
import type { Analysis } from './analysis.ts';
import { intents } from './recognition.ts';
import type { Intent } from './recognition.ts';

const weightsFile = z.object({
  /** Of the corpus that the weights were made from. */
  corpus: z.string(),
  intents: z.array(z.enum(intents)).length(intents.length),
  /** The names of the features, separated by spaces. */
  features: z.string(),
  /** How many sentences hold each feature; the last number is that of all sentences. */
  counts: z.array(z.int().positive()),
  /** What one step of a feature's weights is worth, as `stepOf` reads it. */
  steps: z.array(z.int()),
  /** One signed byte for each feature and intent, feature by feature, in base64. */
  weights: z.base64(),
});

/** The weights as `src/intent/weights.json` keeps them. */
export type WeightsFile = z.infer<typeof weightsFile>;

/** A trained linear classifier, one weight per feature and intent. */
export type Classifier = {
  readonly position: ReadonlyMap<string, number>;
  readonly rarity: Float64Array;
  /** Rarity of a feature never seen. */
  readonly unseen: number;
  readonly steps: Float64Array;
  readonly weights: Int8Array;
};

/** About 1 for what is meant, about 0 for the rest. */
export type Scores = ReadonlyMap<Intent, number>;

/** Reads a weights file; throws where it is not of the form, or its lengths disagree. */
export function readClassifier(file: unknown): Classifier {
  const { features, counts, steps, weights } = weightsFile.parse(file);
  const names = features.split(' ');
  const total = counts.at(-1) ?? 1;
  const bytes = Int8Array.from(Buffer.from(weights, 'base64'));
  if (
    names.length + 1 !== counts.length ||
    names.length !== steps.length ||
    bytes.length !== names.length * intents.length
  ) {
    throw new Error('weights.json: features, counts, steps and weights are not of one length');
  }
  return {
    position: new Map(names.map((name, at) => [name, at])),
    rarity: Float64Array.from(counts.slice(0, -1), (count) => rarityOf(count, total)),
    unseen: rarityOf(1, total),
    steps: Float64Array.from(steps, stepOf),
    weights: bytes,
  };
}

/** Steps are kept as whole eighths of a power of two. */
export function stepOf(exponent: number): number {
  return 2 ** (exponent / 8);
}

/** The smallest exponent whose step is at least so large. */
export function exponentOf(step: number): number {
  return Math.ceil(8 * Math.log2(step));
}

/** The less often, the more a feature says. */
export function rarityOf(count: number, total: number): number {
  return Math.log(1 + total / count);
}

/** What a classifier makes of a text. */
export function scoresOf(analysis: Analysis, classifier: Classifier): Scores {
  const { position, rarity, unseen, steps, weights } = classifier;
  const sums = new Float64Array(intents.length);
  const rarityOfName = (name: string): number => rarity[position.get(name) ?? -1] ?? unseen;
  for (const [name, value] of featuresOf(analysis, rarityOfName)) {
    const at = position.get(name);
    if (at === undefined) continue;
    const step = (steps[at] ?? 0) * value;
    for (let intent = 0; intent < sums.length; intent += 1) {
      sums[intent] = (sums[intent] ?? 0) + step * (weights[at * sums.length + intent] ?? 0);
    }
  }
  return new Map(intents.map((intent, at) => [intent, sums[at] ?? 0]));
}
