import { answerMessage } from '../cards/answer-card.ts';
import type { AnswerMessage } from '../cards/answer-card.ts';
import type { CardPlace } from '../cards/button-view.ts';
import type { CallLinks } from '../cards/call-link.ts';
import type { Asker } from '../domain/asker.ts';
import type { Reply } from './answer-question.ts';
import { openQuestion } from './open-question.ts';
import type { Known } from './known.ts';

/** What a reply's card is made with. */
export type CardMakings = {
  readonly known: Known;
  readonly callLinks: CallLinks;
  readonly place: CardPlace;
};

/** A reply as it is sent to the one who asked: its card, and what a notification shows of it. */
export function replyMessage(
  reply: Reply,
  asker: Asker,
  { known, callLinks, place }: CardMakings,
): AnswerMessage {
  const open = openQuestion(reply, asker, known);
  return answerMessage(reply.answer, known.routine, {
    callLinks,
    place,
    ...(open !== undefined && { openQuestion: open }),
  });
}
