import { readFileSync } from 'node:fs';
import { answerQuestion } from '../../src/app/answer-question.ts';
import type { Reply } from '../../src/app/answer-question.ts';
import { didYouMeanAnswer } from '../../src/cards/help.ts';
import { careSettings } from '../../src/domain/ids.ts';
import type { Asker } from '../../src/domain/asker.ts';
import { parseUtterances } from '../../src/intent/corpus.ts';
import type { Knowledge } from '../../src/routine/knowledge.ts';

/** Nobody in particular, every care setting, and one of each kind of organisation. */
const askers: readonly Asker[] = [
  {},
  ...careSettings.map((careSetting) => ({ careSetting })),
  { organisation: 'region' },
  { careSetting: 'municipality', organisation: 'ange' },
];

const besidesTheCorpus = ['patienten andas inte', '121212-1212', '121212-1212 andas inte', 'blå himmel'];

const corpus = new URL('../../src/intent/corpus/utterances.jsonl', import.meta.url);

export type Answered = { readonly title: string; readonly asker: Asker; readonly reply: Reply };

/** Only every so many-th sentence: what is left out gets the same answers. */
const stride = 5;

/** Every answer that a sentence of the corpus gets from any asker, each once, and the rare kinds besides. */
export function everyAnswer(knowledge: Knowledge): readonly Answered[] {
  const texts = parseUtterances(readFileSync(corpus, 'utf8'))
    .filter((_, at) => at % stride === 0)
    .map(({ text }) => text);
  const answered = [...besidesTheCorpus, ...texts].flatMap((text) =>
    askers.map((asker) => ({ title: text, asker, reply: answerQuestion(text, asker, knowledge) })),
  );
  const didYouMean = {
    title: 'Menade du …?',
    asker: {},
    reply: {
      ...answerQuestion('hjälp', {}, knowledge),
      answer: didYouMeanAnswer(['discharge.allowed', 'reregistration.rules', 'sip.how'], knowledge),
    },
  };
  const byAnswer = new Map([didYouMean, ...answered].map((one) => [JSON.stringify(one.reply.answer), one]));
  return [...byAnswer.values()];
}
