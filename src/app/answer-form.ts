import { z } from 'zod';
import { isPossibleAsker } from '../domain/asker.ts';
import type { Asker } from '../domain/asker.ts';
import { careSettings } from '../domain/ids.ts';
import { findPatientIdentities } from '../domain/patient-identity.ts';
import { intents } from '../intent/recognition.ts';
import type { Intent } from '../intent/recognition.ts';
import { answerIntent } from './answer-question.ts';
import type { Reply } from './answer-question.ts';
import { answerTyped } from './answer-typed.ts';
import { textsIn } from './form-values.ts';
import type { Known } from './known.ts';

/** A button or a form, whatever carried it: its verb (contract.md §5) and what was filled in. */
export type Form = { readonly verb: string; readonly data: unknown };

/** What the bot makes of a form; `unknown` for a verb it does not have and for values it cannot read. */
export type FormReply =
  { readonly kind: 'replied'; readonly reply: Reply; readonly asker: Asker } | { readonly kind: 'unknown' };

/** `question` is what was asked when the choice was offered: it is answered again for the care setting. */
const choice = z.object({
  intent: z.enum(intents),
  careSetting: z.enum(careSettings).optional(),
  question: z.string().optional(),
  /** Under which id the text is kept that the choice is about. */
  asked: z.string().optional(),
});

/** What was chosen of a text that is kept, and under which id. */
export function chosenOf({
  verb,
  data,
}: Form): { readonly asked: string; readonly intent: Intent } | undefined {
  const { asked, intent } = choice.safeParse(data).data ?? {};
  if (verb !== 'help.choose' || asked === undefined || intent === undefined) return undefined;
  return { asked, intent };
}

/** Answers a form. Every value of it is first searched for a patient's identity, as a typed text is. */
export function answerForm({ verb, data }: Form, asker: Asker, known: Known): FormReply {
  const identity = textsIn(data).find(({ text }) => findPatientIdentities(text).length > 0);
  if (identity !== undefined) {
    return replied(answerTyped(identity.text, asker, known), asker);
  }
  const chosen = choice.safeParse(data);
  if (verb !== 'help.choose' || !chosen.success) return { kind: 'unknown' };
  const { intent, careSetting, question = '' } = chosen.data;
  const chooser = careSetting === undefined ? asker : withCareSetting(asker, careSetting);
  return question.trim() === ''
    ? replied(answerIntent(intent, chooser, known), chooser)
    : replied(answerTyped(question, chooser, known), chooser);
}

const replied = (reply: Reply | undefined, asker: Asker): FormReply =>
  reply === undefined ? { kind: 'unknown' } : { kind: 'replied', reply, asker };

/** A choice is believed before what was known; an organisation that cannot have it is left out. */
function withCareSetting(asker: Asker, careSetting: NonNullable<Asker['careSetting']>): Asker {
  const chosen = { ...asker, careSetting };
  if (isPossibleAsker(chosen)) return chosen;
  const { organisation: _, ...others } = chosen;
  return others;
}
