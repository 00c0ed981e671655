import type { Answer } from '../cards/answer.ts';
import { answerMessage } from '../cards/answer-card.ts';
import type { CardPlace } from '../cards/button-view.ts';
import type { CallLinks } from '../cards/call-link.ts';
import type { CardMessage } from '../cards/card-message.ts';
import { formMessage } from '../cards/form-card.ts';
import type { FormCard } from '../cards/form.ts';
import { own } from '../cards/line.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { VerbReply } from './verb.ts';

/** How a form came: asked for (`fetch`), sent from a dialog, or from a card in the conversation. */
export type FormCarrier = 'fetch' | 'dialog' | 'card';

type Makings = {
  readonly knowledge: Knowledge;
  readonly callLinks: CallLinks;
  readonly place: CardPlace;
};

/** What a verb answers, as it is shown: a form in a channel is a dialog, which only the one who opens it sees. */
export function verbMessage(
  reply: VerbReply,
  carrier: FormCarrier,
  { knowledge, callLinks, place }: Makings,
): CardMessage {
  const isDialog = carrier !== 'card';
  const show = (answer: Answer) => answerMessage(answer, knowledge.routine, { callLinks, place });
  if (reply.kind === 'answer') return show(isDialog ? withoutButtons(reply.answer) : reply.answer);
  if (isDialog) return formMessage(reply.form, 'dialog');
  return place === 'personal' ? formMessage(reply.form, 'chat') : show(buttonTo(reply.form));
}

/** A dialog is closed when it has answered: what comes next is pressed outside it. */
function withoutButtons({ actions: _actions, choices: _choices, ...answer }: Answer): Answer {
  return answer;
}

function buttonTo({ title, problems, submit }: FormCard): Answer {
  const { formId: _formId, ...data } = submit.data;
  return {
    title,
    sections: [{ lines: [...problems, 'Öppna formuläret, kontrollera det och spara.'].map(own) }],
    actions: [{ title: 'Öppna formuläret', verb: submit.verb, data, opensForm: true }],
    withoutRoutine: true,
  };
}
