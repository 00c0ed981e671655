import type { Answer } from '../cards/answer.ts';
import { answerMessage } from '../cards/answer-card.ts';
import type { CardPlace } from '../cards/button-view.ts';
import type { CallLinks } from '../cards/call-link.ts';
import type { CardMessage } from '../cards/card-message.ts';
import { formMessage } from '../cards/form-card.ts';
import type { FormCard } from '../cards/form.ts';
import { own } from '../cards/line.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import type { Known } from './known.ts';
import type { Ran } from './run-verb.ts';
import { verbs } from './verbs.ts';
import type { VerbName } from './verbs.ts';

/**
 * How a form came, and so how it must be answered (contract.md §5). `fetch`: a dialog is asked for; `dialog`: one
 * was sent; `execute` and `submit`: from a card in the conversation.
 */
export type FormCarrier = 'fetch' | 'dialog' | 'execute' | 'submit';

type Makings = {
  readonly known: Known;
  readonly callLinks: CallLinks;
  readonly place: CardPlace;
  readonly verb: VerbName;
};

/**
 * What a verb answers, as it is shown. Dialogs and Execute are answered to the one who pressed alone; what answers
 * a Submit in a channel is read by all in it, and says of what is the coordinators' no more than that it is done
 * (contract.md §5), but for their own channel.
 */
export function verbMessage(ran: Ran, carrier: FormCarrier, makings: Makings): CardMessage {
  const { known, callLinks, place } = makings;
  const show = (answer: Answer) => answerMessage(answer, known.routine, { callLinks, place });
  const isDialog = carrier === 'fetch' || carrier === 'dialog';
  const isReadByAll = carrier === 'submit' && place === 'channel';
  if (ran.reply.kind === 'form') {
    const { form } = ran.reply;
    return isReadByAll ? show(buttonTo(form)) : formMessage(form, isDialog ? 'dialog' : 'chat');
  }
  const { answer } = ran.reply;
  if (isDialog) return show(withoutButtons(answer));
  return show(isReadByAll && !isForAll(makings) ? forAll(ran, answer) : answer);
}

function isForAll({ known, verb }: Makings): boolean {
  return verbs[verb].who === 'anyone' || known.situation?.isAmongCoordinators === true;
}

/** A dialog is closed when it has answered: what comes next is pressed outside it. */
function withoutButtons({ actions: _actions, choices: _choices, ...answer }: Answer): Answer {
  return answer;
}

function forAll({ outcome }: Ran, answer: Answer): Answer {
  if (outcome === 'saved' || outcome === 'repeated') return plainAnswer('Sparat.', []);
  return outcome === 'shown'
    ? plainAnswer('Det visar jag i din egen chatt', ['Öppna din egen chatt med mig och fråga där.'])
    : answer;
}

/** What was filled in goes along, so that the form opens with it. */
function buttonTo({ title, problems, fields, submit }: FormCard): Answer {
  const { formId: _formId, whole: _whole, ...data } = submit.data;
  const faults = fields.flatMap(({ label, error }) => (error === undefined ? [] : [`${label}: ${error}`]));
  const filled = Object.fromEntries(fields.map(({ id, value }) => [id, String(value)]));
  return {
    title,
    sections: [{ lines: [...problems, ...faults, 'Öppna formuläret, kontrollera det och spara.'].map(own) }],
    actions: [
      { title: 'Öppna formuläret', verb: submit.verb, data: { ...filled, ...data }, opensForm: true },
    ],
    withoutRoutine: true,
  };
}
