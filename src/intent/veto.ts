import type { Analysis } from './analysis.ts';
import { conceptsOf } from './concept-finder.ts';
import { vetoes } from './lexicon/vetoes.ts';
import type { Beyond } from './lexicon/vetoes.ts';

/** Whose business the text is where it is hardly ours; undefined where nothing speaks against an answer. */
export function vetoOf({ words, concepts }: Analysis): Beyond | undefined {
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
