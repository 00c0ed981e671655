import template from '../../cards/answer.json' with { type: 'json' };
import { remembering } from '../domain/remembering.ts';
import type { Answer } from './answer.ts';
import { answerView, answerViewSchema } from './answer-view.ts';
import type { AnswerCardOptions } from './answer-view.ts';
import type { CardMessage } from './card-message.ts';
import { cardRenderer } from './render-card.ts';
import type { Card } from './render-card.ts';
import { plainText } from './shown-text.ts';
import { shortenedAnswer } from './shortened-answer.ts';
import type { Room } from './shortened-answer.ts';
import type { RoutineVersion } from './source-view.ts';

const render = cardRenderer(template, answerViewSchema);

/** From a whole answer to what fits whatever the customer's own lists hold; pages of 25 at most. */
const rooms: readonly Room[] = [
  { facts: 12, sections: 12, phones: 25, rows: 25, lines: 25 },
  { facts: 12, sections: 8, phones: 8, rows: 15, lines: 8 },
  { facts: 8, sections: 6, phones: 3, rows: 8, lines: 3 },
  { facts: 4, sections: 3, phones: 1, rows: 3, lines: 1 },
];

/** The card of an answer, whole where it fits a message and shortened where it does not. */
export function answerCard(answer: Answer, { document }: RoutineVersion, options: AnswerCardOptions): Card {
  return remembered({ answer, routine: { document }, options });
}

type Makings = {
  readonly answer: Answer;
  readonly routine: RoutineVersion;
  readonly options: AnswerCardOptions;
};

/** To the same question, as things stand, everybody gets the same card: it is expanded once. */
const remembered = remembering(100, JSON.stringify, expanded);

function expanded({ answer, routine, options }: Makings): Card {
  for (const room of rooms) {
    const rendered = render(answerView(shortenedAnswer(answer, room), routine, options));
    if (rendered.kind === 'card') return rendered.card;
  }
  throw new Error('The answer does not fit a card, however short');
}

/** An answer as it is sent: the card alone, and beside it what a notification shows. */
export type AnswerMessage = CardMessage;

/** The message of an answer. The summary names what was answered: no case, no number, nothing that was typed. */
export function answerMessage(
  answer: Answer,
  routine: RoutineVersion,
  options: AnswerCardOptions,
): AnswerMessage {
  const { banner, title } = answer;
  return {
    card: answerCard(answer, routine, options),
    summary: plainText(banner === undefined ? `Svar: ${title}` : `${banner} – Svar: ${title}`, 120),
  };
}
