import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readClassifier } from '../../src/intent/classifier.ts';
import { parseUtterances } from '../../src/intent/corpus.ts';
import { isMutating } from '../../src/intent/guards.ts';
import { judge, share } from '../../src/intent/measure.ts';
import { trainClassifier } from '../../src/intent/train-classifier.ts';

const folder = new URL('../../src/intent/', import.meta.url);
const utterances = parseUtterances(readFileSync(new URL('corpus/utterances.jsonl', folder), 'utf8'));
const file = readFileSync(new URL('weights.json', folder), 'utf8');

test('the weights are what the corpus and the lexicon make, byte for byte (else: npm run train)', () => {
  expect(`${JSON.stringify(trainClassifier(utterances))}\n` === file).toBe(true);
}, 30_000);

test('the weights take less than half a megabyte', () => {
  expect(file.length).toBeLessThan(500_000);
});

describe('on sentences that the classifier was not trained on', () => {
  const isHeldOut = (at: number): boolean => at % 5 === 2 || utterances[at]?.pair === true;
  const classifier = readClassifier(trainClassifier(utterances.filter((_, at) => !isHeldOut(at))));
  const judged = judge(
    classifier,
    utterances.filter((_, at) => isHeldOut(at)),
  );
  const fold = judged.filter(({ utterance }) => !utterance.pair);
  const inScope = fold.filter(({ utterance }) => utterance.intent !== 'none');
  const outside = fold.filter(({ utterance }) => utterance.intent === 'none');
  const pairs = judged.filter(({ utterance }) => utterance.pair);

  test('nine in ten in scope are answered right at once', () => {
    expect(share(inScope, 'direct')).toBeGreaterThanOrEqual(0.9);
  });

  test('few in scope are answered wrongly', () => {
    expect(share(inScope, 'wrong', 'dangerous')).toBeLessThanOrEqual(0.05);
  });

  test('nine in ten out of scope are not answered', () => {
    expect(share(outside, 'direct')).toBeGreaterThanOrEqual(0.9);
  });

  test('no minimal pair opens a form for a change that it does not order', () => {
    const opened = pairs.filter(({ outcome }) => outcome === 'dangerous');
    expect(opened.map(({ utterance }) => utterance.text)).toEqual([]);
  });

  test('nothing out of scope opens a form', () => {
    const opened = outside.filter(({ recognition }) => isMutating(recognition.intent) && !recognition.asks);
    expect(opened.map(({ utterance }) => utterance.text)).toEqual([]);
  });
});

describe('on the frozen sentences, which no training ever sees', () => {
  const frozen = parseUtterances(readFileSync(new URL('frozen.jsonl', import.meta.url), 'utf8'));
  const judged = judge(readClassifier(JSON.parse(file)), frozen);

  test('none of them is in the corpus', () => {
    const known = new Set(utterances.map(({ text }) => text.toLowerCase()));
    expect(frozen.filter(({ text }) => known.has(text.toLowerCase()))).toEqual([]);
  });

  test('nineteen in twenty in scope are answered right at once, nine in ten out of scope not at all', () => {
    const inScope = judged.filter(({ utterance }) => utterance.intent !== 'none');
    const outside = judged.filter(({ utterance }) => utterance.intent === 'none');
    expect(share(inScope, 'direct')).toBeGreaterThanOrEqual(0.95);
    expect(share(outside, 'direct')).toBeGreaterThanOrEqual(0.9);
  });

  test('none of them opens a form that it does not order', () => {
    expect(judged.filter(({ outcome }) => outcome === 'dangerous')).toEqual([]);
  });
});
