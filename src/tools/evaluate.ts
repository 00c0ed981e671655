import { readFileSync } from 'node:fs';
import { readClassifier } from '../intent/classifier.ts';
import { parseUtterances } from '../intent/corpus.ts';
import type { Utterance } from '../intent/corpus.ts';
import { judge, share } from '../intent/measure.ts';
import type { Judged } from '../intent/measure.ts';
import { trainClassifier } from '../intent/train-classifier.ts';

/**
 * Measures the recogniser on sentences that its classifier was not trained on: five folds, or `--by-voice` to leave
 * out one way of writing at a time. `--errors` lists what went wrong. Lexicon and guards have seen the corpus.
 */
const folds = 5;
const corpus = new URL('../intent/corpus/utterances.jsonl', import.meta.url);
const utterances = parseUtterances(readFileSync(corpus, 'utf8'));
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function heldOut(keyOf: (utterance: Utterance, at: number) => string): readonly Judged[] {
  const keys = utterances.map(keyOf);
  return [...new Set(keys)].flatMap((key) => {
    const classifier = readClassifier(trainClassifier(utterances.filter((_, at) => keys[at] !== key)));
    const judged = judge(
      classifier,
      utterances.filter((_, at) => keys[at] === key),
    );
    if (process.argv.includes('--by-voice')) report(key, judged);
    return judged;
  });
}

function report(name: string, judged: readonly Judged[]): void {
  const inScope = judged.filter(({ utterance }) => utterance.intent !== 'none');
  const outside = judged.filter(({ utterance }) => utterance.intent === 'none');
  say(
    `${name}: in scope ${inScope.length}: direct ${percent(share(inScope, 'direct'))}, offered ${percent(share(inScope, 'offered'))}, ` +
      `missed ${percent(share(inScope, 'missed'))}, wrong ${percent(share(inScope, 'wrong'))}; out of scope ${outside.length}: ` +
      `rejected ${percent(share(outside, 'direct'))}; dangerous ${judged.filter(({ outcome }) => outcome === 'dangerous').length}`,
  );
}

const judged = process.argv.includes('--by-voice')
  ? heldOut(({ voice }) => voice)
  : heldOut((_, at) => String(at % folds));
report('all', judged);
for (const source of ['given', 'own']) {
  report(
    source,
    judged.filter(({ utterance }) => utterance.source === source),
  );
}
report(
  'pairs',
  judged.filter(({ utterance }) => utterance.pair),
);
report(
  'near',
  judged.filter(({ utterance }) => utterance.intent === 'none' && utterance.voice === 'near'),
);
if (process.argv.includes('--errors')) {
  for (const { utterance, recognition, outcome } of judged.filter((one) => one.outcome !== 'direct')) {
    const answer = recognition.asks ? recognition.alternatives.join('/') : recognition.intent;
    say(`${outcome}\t${utterance.intent}\t${answer} ${recognition.confidence}\t${utterance.text}`);
  }
}
