import type { Analysis } from './analysis.ts';
import { conceptsOf } from './concept-finder.ts';
import { vetoes } from './lexicon/vetoes.ts';

/** What the text is about where that is nothing for this bot; undefined where nothing forbids an answer. */
export function vetoOf({ words, concepts }: Analysis): string | undefined {
  const spelled = new Set(
    words.filter(({ raw, text }) => raw === text).flatMap(({ raw }) => [...conceptsOf(raw)]),
  );
  const veto = vetoes.find(
    (one) =>
      one.concepts.some((concept) => spelled.has(concept)) &&
      !one.unless.some((concept) => concepts.has(concept)),
  );
  return veto?.about;
}
