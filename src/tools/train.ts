import { readFileSync, writeFileSync } from 'node:fs';
import { parseUtterances } from '../intent/corpus.ts';
import { trainClassifier } from '../intent/train-classifier.ts';

/** `npm run train`: makes src/intent/weights.json from src/intent/corpus/utterances.jsonl. */
const corpus = new URL('../intent/corpus/utterances.jsonl', import.meta.url);
const weights = new URL('../intent/weights.json', import.meta.url);

const utterances = parseUtterances(readFileSync(corpus, 'utf8'));
const text = `${JSON.stringify(trainClassifier(utterances))}\n`;
writeFileSync(weights, text);
process.stdout.write(`weights.json: ${utterances.length} sentences, ${Math.ceil(text.length / 1000)} kB\n`);
