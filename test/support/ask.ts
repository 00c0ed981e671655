import { answerQuestion } from '../../src/app/answer-question.ts';
import { answerText } from '../../src/cards/answer-text.ts';
import type { Asker } from '../../src/domain/asker.ts';
import type { Knowledge } from '../../src/routine/knowledge.ts';
import { builtInKnowledge } from './built-in-knowledge.ts';

const builtIn = await builtInKnowledge();

/** What a person reads when asking this. */
export function ask(text: string, asker: Asker = {}, knowledge: Knowledge = builtIn): string {
  const reply = answerQuestion(text, asker, knowledge);
  return answerText(reply.answer, knowledge.routine);
}
