import { analyse } from './analysis.ts';
import { ruleWeights } from './apply-rules.ts';
import type { Analysis } from './analysis.ts';
import { readClassifier, scoresOf } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { decide } from './decide.ts';
import type { Decision } from './decide.ts';
import { isEmergency } from './emergency.ts';
import { entitiesOf, named } from './entities.ts';
import { verdictOn } from './guards.ts';
import type { Recognition } from './recognition.ts';
import { vetoOf } from './veto.ts';
import weights from './weights.json' with { type: 'json' };

const builtIn = readClassifier(weights);

/** Understands one text. Pure; answers whatever the text holds, and reads no more of it than normalise.ts and emergency.ts say. */
export function recognise(text: string): Recognition {
  return recogniseBy(builtIn, text);
}

/** As `recognise`, by another classifier than the built-in one: for measuring. */
export function recogniseBy(classifier: Classifier, input: string): Recognition {
  const analysis = analyse(input);
  const decision = decisionOf(analysis, classifier);
  return {
    ...decision,
    entities: entitiesOf(analysis.text, decision.intent, named(analysis.text)),
    emergency: isEmergency(input),
  };
}

function decisionOf(analysis: Analysis, classifier: Classifier): Decision {
  if (vetoOf(analysis) !== undefined) return { intent: 'none', confidence: 1, asks: false, alternatives: [] };
  const scores = scoresOf(analysis, classifier);
  const weights = ruleWeights(analysis);
  return decide(
    (intent) => (scores.get(intent) ?? 0) + (weights.get(intent) ?? 0),
    (intent) => verdictOn(intent, analysis),
  );
}
