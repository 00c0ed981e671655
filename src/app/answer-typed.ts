import type { Asker } from '../domain/asker.ts';
import { findPatientIdentities } from '../domain/patient-identity.ts';
import { answerIntent, answerQuestion } from './answer-question.ts';
import type { Reply } from './answer-question.ts';
import type { Known } from './known.ts';

/** Longer, in UTF-16 units, than any question, and than the recogniser should be asked to read. */
const longestText = 20_000;

/**
 * Answers what somebody typed, whatever it is: nothing at all asks what can be asked. Undefined where it is
 * too long to be a question; a patient's identity is found and refused in that too.
 */
export function answerTyped(text: string, asker: Asker, known: Known): Reply | undefined {
  if (text.trim() === '') return answerIntent('help', asker, known);
  if (text.length <= longestText) return answerQuestion(text, asker, known);
  const [identity] = findPatientIdentities(text);
  if (identity === undefined) return undefined;
  return answerQuestion(text.slice(identity.start, identity.end), asker, known);
}
