import { answerMessage } from '../cards/answer-card.ts';
import type { AnswerMessage } from '../cards/answer-card.ts';
import type { CardPlace } from '../cards/button-view.ts';
import type { CardLinks } from '../cards/page-link.ts';
import type { Asker } from '../domain/asker.ts';
import type { Reply } from './answer-question.ts';
import { openQuestion } from './open-question.ts';
import type { Known } from './known.ts';

/** What a reply's card is made with. */
export type CardMakings = CardLinks & {
  readonly known: Known;
  readonly place: CardPlace;
};

/** A reply as it is sent to the one who asked: its card, and what a notification shows of it. */
export function replyMessage(
  reply: Reply,
  asker: Asker,
  { known, place, ...links }: CardMakings,
): AnswerMessage {
  const open = openQuestion(reply, asker, known);
  return answerMessage(reply.answer, known.routine, {
    ...links,
    place,
    ...(open !== undefined && { openQuestion: open }),
  });
}
