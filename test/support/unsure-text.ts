import { readFileSync } from 'node:fs';
import { isMutating } from '../../src/intent/guards.ts';
import { parseUtterances } from '../../src/intent/corpus.ts';
import { recognise } from '../../src/intent/recognise.ts';

const untrained = new URL('../intent/blind/c2.jsonl', import.meta.url);

/** A sentence that the bot asks back about, between two questions or more: which one changes with the weights. */
export function unsureText(): string {
  const texts = parseUtterances(readFileSync(untrained, 'utf8')).map(({ text }) => text);
  const unsure = texts.find((text) => {
    const { alternatives, asks, entities } = recognise(text);
    const isPlain = Object.keys(entities).length === 0 && !alternatives.some(isMutating);
    return asks && isPlain && alternatives.length >= 2;
  });
  if (unsure === undefined) throw new Error('The bot is sure of every sentence');
  return unsure;
}
