import type { Answer } from '../cards/answer.ts';
import { answerMessage } from '../cards/answer-card.ts';
import type { CardPlace } from '../cards/button-view.ts';
import type { CardMessage } from '../cards/card-message.ts';
import { formMessage } from '../cards/form-card.ts';
import type { FormCard } from '../cards/form.ts';
import type { CardLinks } from '../cards/page-link.ts';
import { own } from '../cards/line.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import type { Known } from './known.ts';
import type { FormValues } from './form-values.ts';
import type { Used } from './use-verb.ts';
import { verbs } from './verbs.ts';
import type { VerbName } from './verbs.ts';

/**
 * How a form came, and so how it must be answered (contract.md §5). `fetch`: a dialog is asked for; `dialog`: one
 * was sent; `execute` and `submit`: from a card in the conversation.
 */
export type FormCarrier = 'fetch' | 'dialog' | 'execute' | 'submit';

type Makings = CardLinks & {
  readonly known: Known;
  readonly place: CardPlace;
  readonly verb: VerbName;
  /** Keeps what was filled in where it must not stand in a card; gives its id. */
  readonly keep: (values: FormValues) => string;
};

/**
 * What a verb answers, as it is shown. Dialogs and Execute are answered to the one who pressed alone; what answers
 * a Submit in a channel is read by all in it, and says of what is the coordinators' or a unit's no more than that it
 * is done (contract.md §5); the coordinators' own channel reads what is theirs.
 */
export function verbMessage(used: Used, carrier: FormCarrier, makings: Makings): CardMessage {
  const { known, callLinks, place, publicUrl } = makings;
  const show = (answer: Answer, where = place) =>
    answerMessage(answer, known.routine, { callLinks, publicUrl, place: where });
  const isDialog = carrier === 'fetch' || carrier === 'dialog';
  const isReadByAll = carrier === 'submit' && place === 'channel';
  if (used.reply.kind === 'form') {
    const { form } = used.reply;
    return isReadByAll
      ? show(buttonTo(form, used, makings))
      : formMessage(form, isDialog ? 'dialog' : 'chat');
  }
  const answer = withForm(used.reply.answer, used, makings);
  if (isDialog) return show(withoutChoices(answer), 'dialog');
  return show(isReadByAll && !isForAll(used, makings) ? forAll(used, answer, makings) : answer);
}

/** What was filled in and is not saved is a press away. */
function withForm(answer: Answer, { unshown }: Used, { keep, verb }: Makings): Answer {
  if (unshown === undefined) return answer;
  const open = { verb, data: { draft: keep(unshown) }, opensForm: true as const };
  return { ...answer, actions: [...(answer.actions ?? []), { ...open, title: 'Öppna formuläret igen' }] };
}

function isForAll({ who }: Used, { known }: Makings): boolean {
  if (who === 'member') return false;
  return who === 'anyone' || known.situation?.isAmongCoordinators === true;
}

/** A dialog goes on with what can be done, and not with other questions. */
function withoutChoices({ choices: _choices, ...answer }: Answer): Answer {
  return answer;
}

function forAll({ outcome, who }: Used, answer: Answer, { verb }: Makings): Answer {
  if (verbs[verb].isShown !== true && (outcome === 'saved' || outcome === 'repeated')) {
    return plainAnswer('Sparat.', []);
  }
  if (outcome === 'refused' || outcome === 'faulty' || outcome === 'unsaved') return answer;
  return who === 'member'
    ? {
        ...plainAnswer('Det visar jag bara för dig', ['Öppna, så ser ingen annan i kanalen det.']),
        actions: [{ title: 'Öppna', verb, data: {}, opensForm: true }],
      }
    : plainAnswer('Det visar jag i din egen chatt', ['Öppna din egen chatt med mig och fråga där.']);
}

/** What was filled in goes along, so that the form opens with it; of a unit's log it stays with the bot. */
function buttonTo({ title, problems, fields, submit }: FormCard, { who }: Used, { keep }: Makings): Answer {
  const { whole: _whole, ...data } = submit.data;
  const faults = fields.flatMap(({ label, error }) => (error === undefined ? [] : [`${label}: ${error}`]));
  const filled = { ...Object.fromEntries(fields.map(({ id, value }) => [id, String(value)])), ...data };
  const isCarried = who !== 'member' && isCarriable(filled);
  // What is wrong with a field may tell what stands in it.
  const said = who === 'member' ? problems : [...problems, ...faults];
  return {
    title: who === 'member' ? 'Öppna formuläret' : title,
    sections: [{ lines: [...said, 'Öppna formuläret, kontrollera det och spara.'].map(own) }],
    actions: [
      {
        title: 'Öppna formuläret',
        verb: submit.verb,
        data: isCarried ? filled : { draft: keep(filled) },
        opensForm: true,
      },
    ],
    withoutRoutine: true,
  };
}

/** A button's data stands in the card twice, and a `${` would look like a template that broke. */
function isCarriable(filled: FormValues): boolean {
  const json = JSON.stringify(filled);
  return json.length <= mostCarried && !json.includes('${');
}

const mostCarried = 4_000;
