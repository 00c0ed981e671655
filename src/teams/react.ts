import { answerForm } from '../app/answer-form.ts';
import { answerIntent } from '../app/answer-question.ts';
import type { Reply } from '../app/answer-question.ts';
import { answerTyped } from '../app/answer-typed.ts';
import type { Asker } from '../domain/asker.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { carry } from './carry.ts';
import type { Incoming } from './incoming.ts';
import type { Post, Reaction, Shown } from './reaction.ts';

/** Turns a reply to someone into the card that shows it. */
type ShowReply = (reply: Reply, asker: Asker) => Shown;

/** What the bot answers with. */
export type Voice = { readonly knowledge: Knowledge; readonly showReply: ShowReply };

/** Who asks, and where. */
export type Speaker = { readonly asker: Asker; readonly isPersonal: boolean };

const tooLong = 'Det var för mycket text för mig. Fråga med en mening, till exempel: Vem ringer jag i Ånge?';
const unknownForm =
  'Den knappen kan jag inte längre. Skriv din fråga i stället, till exempel: Vem ringer jag i Ånge?';
const hello =
  'Hej! Jag svarar på frågor om avbrottsrutinen när Lifecare SP ligger nere. Nämn mig med @ och skriv din fråga, till exempel: Vem ringer jag i Ånge? Skriv inga patientuppgifter.';
const fault =
  'Det blev fel hos mig. Försök igen. Går det inte, följ den utskrivna avbrottsrutinen eller ring IT-supporten.';

/** Decides what to do about one activity. Pure: nothing is sent, stored or logged here. */
export function react(incoming: Incoming, speaker: Speaker, voice: Voice): Reaction {
  switch (incoming.kind) {
    case 'message':
      return answerTo(incoming.text, speaker, voice);
    case 'edit':
      return reactToEdit(incoming.text, speaker, voice);
    case 'form':
      return reactToForm(incoming, speaker, voice);
    case 'installation':
      return welcome(speaker, voice);
    case 'unknown-invoke':
      return { outcome: 'unknown-invoke', body: {} };
    case 'removal':
    case 'ignored':
      return { outcome: 'ignored' };
    default:
      return unreachable(incoming);
  }
}

/** When the bot itself fails: says so, in the way that the one who asked can see. */
export function reactToFault(incoming: Incoming): Reaction {
  const post: Post = { kind: 'text', text: fault };
  if (incoming.kind === 'form') return { outcome: 'fault', ...carry(incoming.carrier, post) };
  return incoming.kind === 'message' ? { outcome: 'fault', post } : { outcome: 'fault' };
}

function answerTo(text: string, { asker }: Speaker, { knowledge, showReply }: Voice): Reaction {
  const reply = answerTyped(text, asker, knowledge);
  if (reply === undefined) return { outcome: 'too-long', post: { kind: 'text', text: tooLong } };
  return { ...resultOf(reply), post: card(showReply(reply, asker)) };
}

/**
 * An edited message is searched like a new one, and in the personal chat answered like one. Among others a
 * corrected word does not bring a second answer: only a patient's identity or danger to life speaks up.
 */
function reactToEdit(text: string, speaker: Speaker, voice: Voice): Reaction {
  if (text === '') return { outcome: 'ignored' };
  const reaction = answerTo(text, speaker, voice);
  const urgent = reaction.outcome === 'refused' || reaction.outcome === 'emergency';
  return urgent || speaker.isPersonal ? reaction : { outcome: 'ignored' };
}

function reactToForm(
  { carrier, form }: Extract<Incoming, { kind: 'form' }>,
  { asker }: Speaker,
  { knowledge, showReply }: Voice,
): Reaction {
  const answered = answerForm(form, asker, knowledge);
  switch (answered.kind) {
    case 'replied':
      return {
        ...resultOf(answered.reply),
        ...carry(carrier, card(showReply(answered.reply, answered.asker))),
      };
    case 'unknown':
      return { outcome: 'unknown-verb', ...carry(carrier, { kind: 'text', text: unknownForm }) };
    default:
      return unreachable(answered);
  }
}

function welcome({ asker, isPersonal }: Speaker, { knowledge, showReply }: Voice): Reaction {
  const post: Post = isPersonal
    ? card(showReply(answerIntent('help', asker, knowledge), asker))
    : { kind: 'text', text: hello };
  return { outcome: 'welcomed', post };
}

function resultOf({ refused, recognition }: Reply): Pick<Reaction, 'outcome' | 'intent'> {
  if (recognition.emergency) return { outcome: 'emergency' };
  if (refused) return { outcome: 'refused' };
  if (recognition.asks) return { outcome: 'asked-back' };
  return { outcome: 'answered', intent: recognition.intent };
}

const card = (shown: Shown): Post => ({ kind: 'card', ...shown });
