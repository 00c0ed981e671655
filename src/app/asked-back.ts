import { chosenOf } from './answer-form.ts';
import type { Form } from './answer-form.ts';
import { answerChosen } from './answer-question.ts';
import type { Reply } from './answer-question.ts';
import type { Drafts } from './drafts.ts';
import { valueOf } from './form-values.ts';
import type { Phrases } from './phrases.ts';
import type { Setting } from './setting.ts';

type Keepers = {
  readonly drafts: Drafts;
  readonly phrases: Phrases;
  readonly newId: () => string;
};

/**
 * The reply to a text that was not understood, or asked back. The text itself stays with the bot while its writer is
 * asked; of what may be kept of it, it is learned from. Any other reply is unchanged.
 */
export function askedBack(
  reply: Reply,
  { whereabouts }: Setting,
  { drafts, newId, phrases }: Keepers,
): Reply {
  const { answer, recognition, refused, text } = reply;
  const { alternatives, asks, beyond, emergency, intent } = recognition;
  if (refused || emergency || beyond !== undefined || (!asks && intent !== 'none')) return reply;
  const asked = asks ? drafts.keep(whereabouts.person?.id ?? '', { text }) : newId();
  phrases.missed(asked, text, alternatives);
  return asks ? { ...reply, answer: { ...answer, asked } } : reply;
}

/** The reply to what was chosen, for the text it was asked about. Undefined where that is not kept any more. */
export function chosenReply(
  form: Form,
  { asker, known, whereabouts }: Setting,
  { drafts, phrases }: Keepers,
): Reply | undefined {
  const chosen = chosenOf(form);
  if (chosen === undefined) return undefined;
  const kept = drafts.find(whereabouts.person?.id ?? '', chosen.asked);
  if (kept === undefined) return undefined;
  phrases.chosen(chosen.asked, chosen.intent);
  return answerChosen({ intent: chosen.intent, text: valueOf(kept, 'text') }, asker, known);
}
