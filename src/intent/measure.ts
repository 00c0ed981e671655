import type { Classifier } from './classifier.ts';
import type { Utterance } from './corpus.ts';
import { isMutating } from './guards.ts';
import { recogniseBy } from './recognise.ts';
import type { Recognition } from './recognition.ts';

/** How one labelled sentence was answered. */
export type Outcome =
  /** The right answer at once; for a sentence out of scope: none. */
  | 'direct'
  /** Asked back with the right answer among those offered. */
  | 'offered'
  /** "I do not understand", or asked back without the right answer, or something offered out of scope. */
  | 'missed'
  /** Answered with something else. */
  | 'wrong'
  /** Opened a form for a change that was not ordered. */
  | 'dangerous';

/** A labelled sentence with its answer. */
export type Judged = {
  readonly utterance: Utterance;
  readonly recognition: Recognition;
  readonly outcome: Outcome;
};

/** Answers each sentence with the classifier and judges the answer by the label and its `also`. */
export function judge(classifier: Classifier, utterances: readonly Utterance[]): readonly Judged[] {
  return utterances.map((utterance) => {
    const recognition = recogniseBy(classifier, utterance.text);
    return { utterance, recognition, outcome: outcomeOf(utterance, recognition) };
  });
}

function outcomeOf({ intent, also }: Utterance, answer: Recognition): Outcome {
  const right = [intent, ...also];
  if (!answer.asks && right.includes(answer.intent)) return 'direct';
  if (!answer.asks && isMutating(answer.intent)) return 'dangerous';
  if (answer.asks)
    return answer.alternatives.some((offered) => right.includes(offered)) ? 'offered' : 'missed';
  return answer.intent === 'none' ? 'missed' : 'wrong';
}

/** Answered as something, and not asked back: what is out of scope should not be. */
export function isAnswered({ recognition }: Judged): boolean {
  return !recognition.asks && recognition.intent !== 'none';
}

/** The share of the judged that came out as one of the outcomes, 0–1. */
export function share(judged: readonly Judged[], ...outcomes: readonly Outcome[]): number {
  return judged.filter(({ outcome }) => outcomes.includes(outcome)).length / Math.max(1, judged.length);
}
