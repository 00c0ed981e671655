import type { Answer, PhoneLine } from './answer.ts';
import { answerCard } from './answer-card.ts';
import { phoneViewOf } from './phone-view.ts';
import type { Card } from './render-card.ts';
import { plainText } from './shown-text.ts';
import type { RoutineVersion } from './source-view.ts';

/** A number to choose from a list, and the card that is sent when it is chosen: text alone, nothing to press. */
export type NumberCard = { readonly title: string; readonly text: string; readonly card: Card };

/** The card of one number, with whose it is and what it rests on; read by anybody, so nothing else is on it. */
export function numberCard(phone: PhoneLine, routine: RoutineVersion): NumberCard {
  return ofAnswer(phone, { title: 'Ring så här', sections: [{ phones: [phone], lines: [] }] }, routine);
}

/** As `numberCard`, for the numbers of an answer that is all about them; its buttons are left out. */
export function numberCardsOf(answer: Answer, routine: RoutineVersion): readonly NumberCard[] {
  const { actions: _actions, choices: _choices, ...shown } = answer;
  return answer.sections.flatMap(({ phones = [] }) => phones.map((phone) => ofAnswer(phone, shown, routine)));
}

function ofAnswer(phone: PhoneLine, answer: Answer, routine: RoutineVersion): NumberCard {
  const { name, number } = phoneViewOf(phone, 'none');
  const askFor = phone.askFor === undefined ? '' : ` · fråga efter ${phone.askFor}`;
  return {
    title: plainText(name, 120),
    text: plainText(`${number}${askFor}`, 120),
    card: answerCard(answer, routine, { callLinks: 'none' }),
  };
}
