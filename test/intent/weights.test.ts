import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../src/intent/analysis.ts';
import { exponentOf, readClassifier, scoresOf, stepOf } from '../../src/intent/classifier.ts';
import { parseUtterances } from '../../src/intent/corpus.ts';
import { isAnswered, judge, share } from '../../src/intent/measure.ts';
import { intents } from '../../src/intent/recognition.ts';
import { trainClassifier } from '../../src/intent/train-classifier.ts';
import weights from '../../src/intent/weights.json' with { type: 'json' };

const folder = new URL('../../src/intent/', import.meta.url);
const utterances = parseUtterances(readFileSync(new URL('corpus/utterances.jsonl', folder), 'utf8'));
const file = readFileSync(new URL('weights.json', folder), 'utf8');
const classifier = readClassifier(weights);
const known = new Set(utterances.map(({ text }) => text.toLowerCase()));

test('the weights are what the corpus and the lexicon make, byte for byte (else: npm run train)', () => {
  expect(`${JSON.stringify(trainClassifier(utterances))}\n` === file).toBe(true);
}, 240_000);

test('the weights take less than four megabytes', () => {
  expect(file.length).toBeLessThan(4_000_000);
});

test('a file of weights that does not fit together is refused', () => {
  const { steps, ...others } = weights;
  expect(() => readClassifier({ ...others, steps: steps.slice(8) })).toThrow('not of one length');
});

describe('a weight is kept as a byte and a step', () => {
  test.each([1e-12, 1e-6, 0.001, 0.5, 2, 100])('a step is at least as large as wanted: %s', (step) => {
    expect(stepOf(exponentOf(step))).toBeGreaterThanOrEqual(step);
  });

  test.each([-129, 128, 0.5])('no step has the exponent %s', (exponent) => {
    expect(() => stepOf(exponent)).toThrow('no step');
  });

  test('no sentence gets a score far from what it was trained for', () => {
    const scores = utterances
      .filter((_, at) => at % 7 === 0)
      .flatMap(({ text }) => [...scoresOf(analyse(text), classifier).values()]);
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(4);
  });

  test('no feature alone weighs more than a sentence', () => {
    const exponents = new Int8Array(Buffer.from(weights.steps, 'base64'));
    expect(127 * Math.max(...[...exponents].map(stepOf))).toBeLessThan(16);
  });
});

describe('the corpus', () => {
  const inScope = utterances.filter(({ intent }) => intent !== 'none');

  test('has three thousand sentences in scope, eight hundred outside and two hundred pairs, or more', () => {
    expect(inScope.length).toBeGreaterThanOrEqual(3000);
    expect(utterances.length - inScope.length).toBeGreaterThanOrEqual(800);
    expect(utterances.filter(({ pair }) => pair).length).toBeGreaterThanOrEqual(200);
  });

  test.each(intents)('has two hundred sentences of %s, or more', (intent) => {
    expect(utterances.filter((one) => one.intent === intent).length).toBeGreaterThanOrEqual(200);
  });

  test('has no sentence twice', () => {
    expect(known.size).toBe(utterances.length);
  });
});

test('no minimal pair falls the wrong way: none opens a form for a change that it does not order', () => {
  const pairs = utterances.filter(({ pair }) => pair);
  const opened = judge(classifier, pairs).filter(({ outcome }) => outcome === 'dangerous');
  expect(opened.map(({ utterance }) => utterance.text)).toEqual([]);
});

test('no sentence of the corpus opens a form for a change that it does not order', () => {
  const opened = judge(classifier, utterances).filter(({ outcome }) => outcome === 'dangerous');
  expect(opened.map(({ utterance }) => utterance.text)).toEqual([]);
}, 120_000);

/** Written by other hands, with only the list of intents and the routine before them, and never trained on. */
const blind = new URL('blind/', import.meta.url);
const sets = ['frozen.jsonl', ...readdirSync(blind).map((name) => `blind/${name}`)];

describe.each(sets)('%s, which no training ever sees', (name) => {
  const sentences = parseUtterances(readFileSync(new URL(name, import.meta.url), 'utf8'));
  const judged = judge(classifier, sentences);
  const inScope = judged.filter(({ utterance }) => utterance.intent !== 'none');
  const outside = judged.filter(({ utterance }) => utterance.intent === 'none');

  test('none of it is in the corpus', () => {
    expect(sentences.filter(({ text }) => known.has(text.toLowerCase()))).toEqual([]);
  });

  test('is mostly answered right at once, nearly always right or among what is offered, hardly ever wrong', () => {
    expect(share(inScope, 'direct')).toBeGreaterThanOrEqual(leastOf(name).direct);
    expect(share(inScope, 'direct', 'offered')).toBeGreaterThanOrEqual(leastOf(name).offered);
    expect(share(inScope, 'wrong', 'dangerous')).toBeLessThanOrEqual(leastOf(name).wrong);
  });

  test('what is out of scope is hardly ever answered as something', () => {
    expect(outside.filter(isAnswered).length / outside.length).toBeLessThanOrEqual(0.05);
  });

  test('none of it opens a form that it does not order', () => {
    expect(judged.filter(({ outcome }) => outcome === 'dangerous')).toEqual([]);
  });
});

/** What was measured the first time, rounded down: it may rise and not fall. */
const least: Readonly<
  Record<string, { readonly direct: number; readonly offered: number; readonly wrong: number }>
> = {
  'frozen.jsonl': { direct: 0.95, offered: 0.97, wrong: 0.02 },
  'blind/c1.jsonl': { direct: 0.85, offered: 0.95, wrong: 0.02 },
  'blind/c2.jsonl': { direct: 0.84, offered: 0.93, wrong: 0.025 },
  'blind/m1.jsonl': { direct: 0.95, offered: 0.98, wrong: 0.01 },
  'blind/m2.jsonl': { direct: 0.92, offered: 0.98, wrong: 0.01 },
  'blind/m3.jsonl': { direct: 0.92, offered: 0.98, wrong: 0.01 },
};

function leastOf(name: string) {
  return least[name] ?? { direct: 0.95, offered: 0.97, wrong: 0.02 };
}
