import {
  doubts,
  forbidding,
  futures,
  hedges,
  imperatives,
  negations,
  partials,
  refusals,
} from './lexicon/moods.ts';
import { wordSet } from './word-set.ts';
import { textAt } from './words.ts';
import type { Word } from './words.ts';

/** What stands against taking words as they are: a "not", a "perhaps", a "later". */
export type Reserve = {
  readonly negated: boolean;
  readonly hedged: boolean;
  /** Hedged so that it may not be so at all. */
  readonly doubtful: boolean;
  readonly future: boolean;
  /** Not of everything ("klar utom två"). */
  readonly partial: boolean;
  /** The "not" stands by the verb of the order: "ändra inte", "ska inte ändra". */
  readonly forbidden: boolean;
  /** "Om tio minuter". */
  readonly soon: boolean;
};

const negating = wordSet(negations);
const hedging = wordSet(hedges);
const coming = wordSet(futures);
const doubting = wordSet(doubts);
const limiting = wordSet(partials);
const refusing = wordSet(refusals);
const modal = wordSet(forbidding);
const ordering = wordSet(imperatives);

/** What stands in a row of words against taking them as they are. */
export function reserveOf(words: readonly Word[]): Reserve {
  const texts = words.map(({ raw }) => raw);
  return {
    negated: texts.some((text) => negating.has(text)),
    hedged: texts.some((text) => hedging.has(text)),
    doubtful: texts.some((text) => doubting.has(text)) || wouldBe.test(texts.join(' ')),
    future: texts.some((_, at) => isToCome(texts, at)),
    partial: texts.some((text) => limiting.has(text)),
    forbidden: words.some((_, at) => isForbidden(words, at)),
    soon: texts.some(
      (text, at) => text === 'om' && texts.slice(at + 1, at + 4).some((next) => span.test(next)),
    ),
  };
}

/** "Kommer" is also "kommer in", "ska" also "som det ska", and "sen" also "sedan kl 9". */
function isToCome(texts: readonly string[], at: number): boolean {
  const [before = '', text = '', next = ''] = [texts[at - 1], texts[at], texts[at + 1]];
  if (!coming.has(text)) return false;
  if (text === 'kommer') return !/^(?:in|at|ihag|fran)$/u.test(next);
  if (text === 'ska') return !(texts[at - 2] === 'som' && /^(?:det|den|de)$/u.test(before));
  return text !== 'sen' || !/^(?:#|kl|en$|i$|ett$|nyss)/u.test(next);
}

/** A wish for somebody to do it, no order to do it. */
const wouldBe = /(?<!\p{L})(?:(?:skulle|kunde) vara|na(?:go)?n (?:kunde|skulle kunna|borde))(?!\p{L})/u;
const span = /^(?:minut|timm|halvtimm|stund|kvart|dag|veck|tim$|min$|h$)/u;

/** "Logga ej svar" writes down what happened; "logga inte", "loggas inte", "ingen ändring" do not. */
function isForbidden(words: readonly Word[], at: number): boolean {
  const next = textAt(words, at + 1);
  if (/^(?:ingen|inget|inga)$/u.test(textAt(words, at)))
    return isOrdered(textAt(words, at - 1)) || /^(?:andring|uppdatering|forlangning)/u.test(next);
  if (!refusing.has(textAt(words, at)) || words[at]?.before !== '') return false;
  if (isOrdered(textAt(words, at - 1))) return !/^(?:svar|nadd|antraff|kontakt|tag$)/u.test(next);
  const isModal = modal.has(textAt(words, at - 1)) || modal.has(textAt(words, at - 2));
  return isModal && isOrdered(next);
}

/** "Ändra", "förlänga", "loggas"; but what is not to be registered may be struck off. */
function isOrdered(verb: string): boolean {
  const forms = [verb, verb.replace(/a$/u, ''), verb.replace(/s$/u, '')];
  return forms.some((form) => ordering.has(form)) && !verb.endsWith('registreras');
}
