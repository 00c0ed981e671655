import { z } from 'zod';
import { featuresOf, views } from './features.ts';
import type { FeatureIndex } from './features.ts';
import type { Analysis } from './analysis.ts';
import { intents } from './recognition.ts';
import type { Intent } from './recognition.ts';

const weightsFile = z.object({
  /** Of the corpus that the weights were made from. */
  corpus: z.string(),
  intents: z.array(z.enum(intents)).length(intents.length),
  /** The names of the features, separated by spaces. */
  features: z.string(),
  /** How many sentences the weights were made from. */
  sentences: z.int().positive(),
  /** How many of them hold each feature: two bytes each, the lower first, in base64. */
  counts: z.string(),
  /** What one step of a feature's weights is worth, as `stepOf` reads it: one signed byte each, in base64. */
  steps: z.string(),
  /** One signed byte for each feature and intent, feature by feature, in base64. */
  weights: z.string(),
});

/** The weights as `src/intent/weights.json` keeps them. */
export type WeightsFile = z.infer<typeof weightsFile>;

/** A trained linear classifier, one weight per feature and intent. */
export type Classifier = FeatureIndex & {
  /** Exponents for `stepOf`. */
  readonly steps: Int8Array;
  readonly weights: Int8Array;
};

/** About 1 for what is meant, about 0 for the rest. */
export type Scores = ReadonlyMap<Intent, number>;

/** Reads a weights file; throws where it is not of the form, or its lengths disagree. */
export function readClassifier(file: unknown): Classifier {
  const { features, sentences, ...encoded } = weightsFile.parse(file);
  const names = features.split(' ');
  const counts = Buffer.from(encoded.counts, 'base64');
  const steps = Buffer.from(encoded.steps, 'base64');
  const weights = Buffer.from(encoded.weights, 'base64');
  const lengths = [counts.length / 2, steps.length, weights.length / intents.length];
  if (lengths.some((length) => length !== names.length)) {
    throw new Error('weights.json: features, counts, steps and weights are not of one length');
  }
  const position = new Map<string, number>();
  const rarity = new Float64Array(names.length);
  for (const [at, name] of names.entries()) {
    position.set(name, at);
    rarity[at] = rarityOf(counts.readUInt16LE(2 * at), sentences);
  }
  return {
    position,
    rarity,
    unseen: rarityOf(1, sentences),
    steps: new Int8Array(steps.buffer, steps.byteOffset, steps.length),
    weights: new Int8Array(weights.buffer, weights.byteOffset, weights.length),
  };
}

const leastExponent = -128;
const stepSizes = Float64Array.from({ length: 256 }, (_, at) => 2 ** ((at + leastExponent) / 8));

/** Steps are kept as whole eighths of a power of two: a signed byte. Throws for any other exponent. */
export function stepOf(exponent: number): number {
  const size = stepSizes[exponent - leastExponent];
  if (size === undefined) throw new RangeError(`no step has the exponent ${exponent}`);
  return size;
}

/** The smallest exponent that is kept whose step is at least so large. */
export function exponentOf(step: number): number {
  return Math.max(leastExponent, Math.ceil(8 * Math.log2(step)));
}

/** The less often, the more a feature says. */
export function rarityOf(count: number, total: number): number {
  return Math.log(1 + total / count);
}

/** What a classifier makes of a text. */
export function scoresOf(analysis: Analysis, classifier: Classifier): Scores {
  const { steps, weights } = classifier;
  const sums = new Float64Array(intents.length);
  for (const view of views) {
    const { columns, values } = featuresOf(analysis, view, classifier);
    for (let cell = 0; cell < columns.length; cell += 1) {
      const column = columns[cell] ?? 0;
      const step = stepOf(steps[column] ?? 0) * (values[cell] ?? 0);
      for (let intent = 0; intent < sums.length; intent += 1) {
        sums[intent] = (sums[intent] ?? 0) + step * (weights[column * sums.length + intent] ?? 0);
      }
    }
  }
  return new Map(intents.map((intent, at) => [intent, (1 + (sums[at] ?? 0) / views.length) / 2]));
}
