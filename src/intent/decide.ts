import { isMutating } from './guards.ts';
import type { Verdict } from './guards.ts';
import { intents } from './recognition.ts';
import type { Intent } from './recognition.ts';

/** What is answered: one intent, a question back with up to three, or nothing. */
export type Decision = {
  readonly intent: Intent;
  readonly confidence: number;
  readonly asks: boolean;
  readonly alternatives: readonly Intent[];
};

/** Below this nothing is understood; what changes something must be surer. */
const floor = 0.26;
const floorOfChange = 0.4;
/** Closer than this to the best, an intent is offered too. */
const gap = 0.07;
const mostOffered = 3;

/** Chooses among the intents by their scores, about 1 for what is meant and about 0 for the rest. */
export function decide(
  scoreOf: (intent: Intent) => number,
  verdictOn: (intent: Intent) => Verdict,
): Decision {
  const ranked = intents
    .map((intent) => ({ intent, score: scoreOf(intent), verdict: verdictOn(intent) }))
    .filter(({ verdict }) => verdict !== 'refused')
    .toSorted((a, b) => b.score - a.score);
  const [best] = ranked;
  if (best === undefined || best.intent === 'none' || best.score < floorOf(best.intent))
    return nothing(1 - (best?.score ?? 0));
  const offered = ranked
    .filter(({ intent, score }) => intent !== 'none' && best.score - score < gap)
    .slice(0, mostOffered);
  const asks = offered.length > 1 || best.verdict === 'unsure';
  return {
    intent: best.intent,
    confidence: clamped(best.score),
    asks,
    alternatives: asks ? offered.map(({ intent }) => intent) : [],
  };
}

function floorOf(intent: Intent): number {
  return isMutating(intent) ? floorOfChange : floor;
}

function nothing(confidence: number): Decision {
  return { intent: 'none', confidence: clamped(confidence), asks: false, alternatives: [] };
}

function clamped(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
}
