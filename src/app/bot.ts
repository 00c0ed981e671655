import { isFormAsked } from '../cards/button-view.ts';
import { warnedAnswer, warnedForm } from '../cards/patient-warning.ts';
import type { CardLinks } from '../cards/page-link.ts';
import type { Asker } from '../domain/asker.ts';
import type { Decision, World } from '../domain/decision.ts';
import type { DirectorySighting } from '../domain/directory-command.ts';
import { sightingEvents } from '../domain/sighting-events.ts';
import type { Organisation } from '../domain/ids.ts';
import type { Intent } from '../intent/recognition.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { answerForm } from './answer-form.ts';
import type { Form } from './answer-form.ts';
import { answerIntent } from './answer-question.ts';
import type { Reply } from './answer-question.ts';
import { answerTyped } from './answer-typed.ts';
import { askedBack, chosenReply } from './asked-back.ts';
import type { Books } from './books.ts';
import { createCodeGuesses } from './code-guesses.ts';
import { createDrafts } from './drafts.ts';
import { formValues } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { isAnsweredHere, openAnswer, orderIn } from './order.ts';
import type { Phrases } from './phrases.ts';
import { replyMessage } from './reply-message.ts';
import type { Roster } from './roster.ts';
import { searchNumbers } from './search-numbers.ts';
import type { NumberSearch, SearchPage } from './search-numbers.ts';
import { settingOf } from './setting.ts';
import type { Setting } from './setting.ts';
import { useVerb } from './use-verb.ts';
import type { Use, Used } from './use-verb.ts';
import { isVerb } from './verbs.ts';
import { verbMessage } from './verb-message.ts';
import type { FormCarrier } from './verb-message.ts';
import type { Whereabouts } from './whereabouts.ts';

/** Who speaks, where, and what the tenant tells of them. */
export type Speaker = {
  readonly asker: Asker;
  /** The organisations that use the tenant; empty: any. */
  readonly organisations: readonly Organisation[];
  readonly whereabouts: Whereabouts;
};

/** What is answered: a card alone, with what a phone shows of it. */
export type Spoken = {
  /** For metrics and logs. */
  readonly outcome: string;
  readonly intent?: Intent;
  readonly card: object;
  readonly summary: string;
};

/** The bot, whatever carries it. A question never changes anything; what changes something goes by a form. */
export type Bot = {
  /** Undefined: too long to be a question. */
  readonly hear: (text: string, speaker: Speaker) => Promise<Spoken | undefined>;
  /** Undefined: a button or form that the bot does not have. */
  readonly press: (form: Form, carrier: FormCarrier, speaker: Speaker) => Promise<Spoken | undefined>;
  readonly greet: (speaker: Speaker) => Promise<Spoken>;
  /** Numbers for a message that somebody writes, in whatever chat; nothing is changed or kept. */
  readonly search: (typed: string, speaker: Speaker, page: SearchPage) => Promise<NumberSearch>;
  /** Keeps what Teams tells of teams, channels and chats. Rejects with `StoreFault` where it cannot be kept. */
  readonly sighted: (sightings: readonly DirectorySighting[]) => Promise<void>;
};

/** What the use cases are given. */
export type BotParts = CardLinks & {
  readonly knowledge: Knowledge;
  readonly books: Books;
  readonly roster: Roster;
  readonly phrases: Phrases;
  readonly now: () => Date;
  /** A new id: of a form, an outage, a unit. */
  readonly newId: () => string;
  /** Told when something was written that may have to be sent, or timed. */
  readonly changed: () => void;
  /** Told when the books could not be read: what needs none is answered all the same. */
  readonly failed: (error: unknown) => void;
};

/** Puts the use cases together. */
export function createBot(parts: BotParts): Bot {
  const show = (reply: Reply, setting: Setting): Spoken => shown(reply, setting, parts);

  const useParts = { ...parts, drafts: createDrafts(parts), guesses: createCodeGuesses(parts.now) };
  const keepFor = ({ whereabouts }: Setting, values: FormValues): string =>
    useParts.drafts.keep(whereabouts.person?.id ?? '', values);
  const use = async (wanted: Use, carrier: FormCarrier, setting: Setting): Promise<Spoken> => {
    const used = warned(await useVerb(wanted, setting, useParts), wanted);
    const keep = (values: FormValues): string => keepFor(setting, values);
    const makings = { ...parts, ...setting, verb: wanted.verb, keep };
    return { outcome: used.outcome, ...verbMessage(used, carrier, makings) };
  };

  const respond = async (reply: Reply, carrier: FormCarrier, setting: Setting): Promise<Spoken> => {
    const wanted = orderIn(reply, setting);
    if (wanted === undefined) return show(reply, setting);
    const { intent } = reply.recognition;
    const isWarned = reply.details.describesPatient;
    if (isAnsweredHere(wanted, setting))
      return { ...(await use({ ...wanted, isWarned }, carrier, setting)), intent };
    const answer = openAnswer(reply, wanted.verb, keepFor(setting, formValues(wanted.data)));
    return show({ ...reply, answer: isWarned ? warnedAnswer(answer) : answer }, setting);
  };

  return {
    async hear(text, speaker) {
      const setting = await settingOf(speaker, parts);
      const reply = answerTyped(text, setting.asker, setting.known);
      return reply === undefined
        ? undefined
        : respond(askedBack(reply, setting, useParts), 'execute', setting);
    },
    async press(form, carrier, speaker) {
      const setting = await settingOf(speaker, parts);
      if (isVerb(form.verb)) {
        const isFetch = carrier === 'fetch' || isFormAsked(form.data);
        return use({ verb: form.verb, data: form.data, isFetch }, carrier, setting);
      }
      const chosen = chosenReply(form, setting, useParts);
      if (chosen !== undefined) return respond(chosen, carrier, setting);
      const answered = answerForm(form, setting.asker, setting.known);
      if (answered.kind === 'unknown') return undefined;
      return respond(answered.reply, carrier, { ...setting, asker: answered.asker });
    },
    async greet(speaker) {
      const setting = await settingOf(speaker, parts);
      return { ...show(answerIntent('help', setting.asker, setting.known), setting), outcome: 'welcomed' };
    },
    search: async (typed, speaker, page) => searchNumbers(typed, await settingOf(speaker, parts), page),
    sighted: (sightings) => keep(sightings, parts),
  };
}

/** What words led to, with a warning where they tell who a patient is. */
function warned(used: Used, { isWarned = false }: Use): Used {
  const { reply } = used;
  if (!isWarned) return used;
  return reply.kind === 'form'
    ? { ...used, reply: { ...reply, form: warnedForm(reply.form) } }
    : { ...used, reply: { ...reply, answer: warnedAnswer(reply.answer) } };
}

/** The usual activity tells nothing new: nothing is queued for it. */
async function keep(
  sightings: readonly DirectorySighting[],
  { books, now, changed }: BotParts,
): Promise<void> {
  const at = now().getTime();
  const { directory } = await books.world();
  if (sightings.every((sighting) => sightingEvents(sighting, directory, at).length === 0)) return;
  const decide = ({ directory: known }: World): Decision => {
    const events = sightings.flatMap((sighting) => sightingEvents(sighting, known, at));
    return events.length === 0
      ? { kind: 'repeated' }
      : { kind: 'decided', writes: [{ stream: 'directory', events, notices: [] }] };
  };
  await books.change(decide).finally(changed);
}

function shown(reply: Reply, { asker, known, place }: Setting, { callLinks, publicUrl }: CardLinks): Spoken {
  return { ...resultOf(reply), ...replyMessage(reply, asker, { known, callLinks, publicUrl, place }) };
}

function resultOf({ refused, recognition }: Reply): Pick<Spoken, 'outcome' | 'intent'> {
  if (recognition.emergency) return { outcome: 'emergency' };
  if (refused) return { outcome: 'refused' };
  if (recognition.asks) return { outcome: 'asked-back' };
  return { outcome: 'answered', intent: recognition.intent };
}
