import { analyse } from './analysis.ts';
import type { Analysis } from './analysis.ts';
import { readClassifier, scoresOf } from './classifier.ts';
import type { Classifier } from './classifier.ts';
import { decide, nothing } from './decide.ts';
import type { Decision } from './decide.ts';
import { isEmergency } from './emergency.ts';
import { entitiesOf, named } from './entities.ts';
import { isUnknownWord } from './features.ts';
import { verdictOn } from './guards.ts';
import { cleaned } from './normalise.ts';
import type { Intent, Recognition } from './recognition.ts';
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
  const { core, text } = analysis;
  const beyond = vetoOf(analysis);
  const decision = decisionOf(analysis, classifier, beyond !== undefined);
  return {
    ...decision,
    entities: entitiesOf(text, decision.intent, text === core ? analysis.named : named(text)),
    emergency: isEmergency(input),
    ...(beyond !== undefined && decision.intent === 'none' && { beyond }),
  };
}

/** A text whose intent is known: the person chose it. What the text names is found as if it had been understood so. */
export function recogniseAs(intent: Intent, input: string): Recognition {
  const text = cleaned(input);
  const entities = entitiesOf(text, intent, named(text));
  return { intent, confidence: 1, asks: false, alternatives: [], entities, emergency: false };
}

function decisionOf(analysis: Analysis, classifier: Classifier, isVetoed: boolean): Decision {
  if (analysis.words.every(isUnknownWord)) return nothing(1);
  const scores = scoresOf(analysis, classifier);
  return decide({
    scoreOf: (intent) => scores.get(intent) ?? 0,
    verdictOn: (intent) => verdictOn(intent, analysis),
    isVetoed,
  });
}
