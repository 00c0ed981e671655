import type { Analysis } from './analysis.ts';
import { careRules } from './lexicon/care-rules.ts';
import { outageRules } from './lexicon/outage-rules.ts';
import type { Rule } from './lexicon/rule.ts';
import type { Intent } from './recognition.ts';

/** All rules; their order means nothing. */
export const rules: readonly Rule[] = [...careRules, ...outageRules];

/** What the rules add to an intent's score: the heaviest of those that speak for it, 0 where none does. */
export function ruleWeights(analysis: Analysis): ReadonlyMap<Intent, number> {
  const weights = new Map<Intent, number>();
  for (const rule of rules) {
    if (speaks(rule, analysis))
      weights.set(rule.intent, Math.max(rule.weight, weights.get(rule.intent) ?? 0));
  }
  return weights;
}

/** True where every condition of a rule holds. */
export function speaks(
  { all, any, none, moods, mostWords }: Rule,
  { concepts, speech, words }: Analysis,
): boolean {
  if (mostWords !== undefined && words.length > mostWords) return false;
  if (moods !== undefined && !moods.includes(speech.focus.mood)) return false;
  if (none?.some((concept) => concepts.has(concept)) === true) return false;
  return (
    all.every((concept) => concepts.has(concept)) &&
    (any === undefined || any.some((concept) => concepts.has(concept)))
  );
}
