import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readClassifier } from '../intent/classifier.ts';
import { parseUtterances } from '../intent/corpus.ts';
import type { Utterance } from '../intent/corpus.ts';
import { createRandom } from '../intent/create-random.ts';
import { isAnswered, judge, share } from '../intent/measure.ts';
import type { Judged } from '../intent/measure.ts';
import { trainClassifier } from '../intent/train-classifier.ts';
import { withSlip } from '../intent/with-slip.ts';
import weights from '../intent/weights.json' with { type: 'json' };

/**
 * `npm run evaluate`: how well sentences are understood. With files of labelled sentences, by the weights in use, as
 * they stand and with one slip of the pen each: what no training has seen (test/intent/blind). Without, the corpus
 * itself: the authors in five groups, each judged by a classifier that was trained on the others. `--errors` lists
 * what went wrong. Guards and lexicon have seen the corpus.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { errors: { type: 'boolean', default: false } },
});

const folds = 5;
const corpus = new URL('../intent/corpus/utterances.jsonl', import.meta.url);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

function report(name: string, judged: readonly Judged[]): void {
  const inScope = judged.filter(({ utterance }) => utterance.intent !== 'none');
  const outside = judged.filter(({ utterance }) => utterance.intent === 'none');
  const asked = outside.filter(({ recognition }) => recognition.asks).length;
  const answered = outside.filter(isAnswered).length;
  const parts = [
    ...(inScope.length === 0
      ? []
      : [
          `in scope ${inScope.length}: direct ${percent(share(inScope, 'direct'))}, direct or offered ${percent(share(inScope, 'direct', 'offered'))}, wrong ${percent(share(inScope, 'wrong', 'dangerous'))}`,
        ]),
    ...(outside.length === 0
      ? []
      : [
          `out of scope ${outside.length}: answered ${percent(answered / outside.length)}, asked back ${percent(asked / outside.length)}`,
        ]),
    `orders by mistake ${judged.filter(({ outcome }) => outcome === 'dangerous').length}`,
  ];
  say(`${name}: ${parts.join('; ')}`);
  if (values.errors) judged.filter(({ outcome }) => outcome !== 'direct').forEach(sayError);
}

function sayError({ utterance, recognition, outcome }: Judged): void {
  const answer = recognition.asks ? recognition.alternatives.join('/') : recognition.intent;
  say(`  ${outcome}\t${utterance.intent}\t${answer} ${recognition.confidence}\t${utterance.text}`);
}

function evaluateFile(path: string): void {
  const utterances = parseUtterances(readFileSync(path, 'utf8'));
  const random = createRandom(utterances.length);
  const classifier = readClassifier(weights);
  report(basename(path), judge(classifier, utterances));
  const slipped = utterances.map((utterance) => ({ ...utterance, text: withSlip(utterance.text, random) }));
  report(`${basename(path)}, one slip each`, judge(classifier, slipped));
}

function evaluateCorpus(): void {
  const utterances = parseUtterances(readFileSync(corpus, 'utf8'));
  const authors = [...new Set(utterances.map(authorOf))].toSorted();
  const foldOf = (utterance: Utterance): number => authors.indexOf(authorOf(utterance)) % folds;
  const judged = Array.from({ length: folds }, (_, fold) => {
    const classifier = readClassifier(trainClassifier(utterances.filter((one) => foldOf(one) !== fold)));
    return judge(
      classifier,
      utterances.filter((one) => foldOf(one) === fold),
    );
  }).flat();
  for (const author of authors)
    report(
      author,
      judged.filter(({ utterance }) => authorOf(utterance) === author),
    );
  report('all', judged);
}

function authorOf({ source, voice }: Utterance): string {
  return `${source}, ${voice}`;
}

if (positionals.length === 0) evaluateCorpus();
else positionals.forEach(evaluateFile);
