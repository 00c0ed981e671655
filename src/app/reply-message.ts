import { answerMessage } from '../cards/answer-card.ts';
import type { AnswerMessage } from '../cards/answer-card.ts';
import type { CallLinks } from '../cards/call-link.ts';
import type { Asker } from '../domain/asker.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { Reply } from './answer-question.ts';
import { openQuestion } from './open-question.ts';

/** What a reply's card is made with. */
export type CardMakings = { readonly knowledge: Knowledge; readonly callLinks: CallLinks };

/** A reply as it is sent to the one who asked: its card, and what a notification shows of it. */
export function replyMessage(
  reply: Reply,
  asker: Asker,
  { knowledge, callLinks }: CardMakings,
): AnswerMessage {
  const open = openQuestion(reply, asker, knowledge);
  return answerMessage(reply.answer, knowledge.routine, {
    callLinks,
    ...(open !== undefined && { openQuestion: open }),
  });
}
