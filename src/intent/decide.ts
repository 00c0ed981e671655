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

/** Below this nothing is understood. */
const floor = 0.25;
/** An answer is given where it leads so far before every other; else the bot asks. */
const lead = 0.06;
/** So far before what is nothing of ours: better asked back than answered as something. */
const leadOverNone = 0.2;
/** What changes something must lead farther, and farther still where it is not said in the words for it. */
const leadOfChange = 0.35;
const leadOfUnlisted = 0.5;
const floorOfChange = 0.63;
/** Where nothing is understood, but something nearly so, the bot asks too. */
const nearly = 0.2;
/** What the words contradict counts so much less. */
const contradiction = 0.2;
/** How much speaks for none of ours where a text is about somebody else's matter. */
const notOurs = 0.2;
const mostOffered = 3;
const leastOffered = 0.15;

/** What speaks for and against each intent in a text. */
export type Evidence = {
  /** About 1 for what is meant, about 0 for the rest. */
  readonly scoreOf: (intent: Intent) => number;
  readonly verdictOn: (intent: Intent) => Verdict;
  /** The text is about what is somebody else's matter (vetoes.ts). */
  readonly isVetoed: boolean;
};

type Ranked = { readonly intent: Intent; readonly verdict: Verdict; readonly score: number };

/** Answers where one intent leads clearly, asks back where several may be meant, and else understands nothing. */
export function decide(evidence: Evidence): Decision {
  const ranked = rankedBy(evidence);
  const none = ranked.find(({ intent }) => intent === 'none')?.score ?? 0;
  const [best, next] = ranked.filter(({ intent }) => intent !== 'none');
  if (best === undefined || best.score < floor || best.score < none - nearly) return nothing(none);
  const ahead = best.score - Math.max(none, next?.score ?? 0);
  const isSure = ahead >= leadWanted(best) && best.score - none >= leadOverNone;
  return {
    intent: best.intent,
    confidence: clamped(best.score),
    asks: !isSure,
    alternatives: isSure ? [] : offeredOf(ranked),
  };
}

/** How far an intent must lead to be answered; infinitely far where it is only to be asked back. */
function leadWanted({ intent, score, verdict }: Ranked): number {
  if (!isMutating(intent)) return lead;
  if (score < floorOfChange || verdict === 'misspelled' || verdict === 'contradicted') return Infinity;
  return verdict === 'unlisted' ? leadOfUnlisted : leadOfChange;
}

function rankedBy({ scoreOf, verdictOn, isVetoed }: Evidence): readonly Ranked[] {
  const scored = intents.map((intent) => {
    const verdict = verdictOn(intent);
    const against = verdict === 'contradicted' ? contradiction : 0;
    const added = isVetoed && intent === 'none' ? notOurs : 0;
    return { intent, verdict, score: scoreOf(intent) - against + added };
  });
  return scored.toSorted((a, b) => b.score - a.score);
}

function offeredOf(ranked: readonly Ranked[]): readonly Intent[] {
  return ranked
    .filter(({ intent, score }) => intent !== 'none' && score >= leastOffered)
    .slice(0, mostOffered)
    .map(({ intent }) => intent);
}

/** Nothing is understood, so surely. */
export function nothing(confidence: number): Decision {
  return { intent: 'none', confidence: clamped(confidence), asks: false, alternatives: [] };
}

function clamped(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
}
