import type { Analysis } from './analysis.ts';
import type { Intent } from './recognition.ts';

/** What a text must hold before it may open a form that changes something. */
type Guard = {
  /** At least one of these concepts, in a word spelled as listed. */
  readonly needs: readonly string[];
  /** At least one of these, however spelled: what the change is about. */
  readonly about: readonly string[];
  /** Concepts with which a "not" is part of the order ("stryk K7M-3F, ska inte registreras"). */
  readonly negatedWith: readonly string[];
  /** Concepts that speak against it, where none of `unless` is there. */
  readonly refuses?: readonly string[];
  readonly unless?: readonly string[];
  /** Concepts with which a "will" is told, not put off ("ringde, de återkommer"); none: never. */
  readonly futureWith: readonly string[];
  readonly allowsHedge: boolean;
  readonly allowsCondition: boolean;
};

const strict = { negatedWith: [], futureWith: [], allowsHedge: false, allowsCondition: false } as const;

const somebody = ['MUNICIPALITYPARTY', 'WARD', 'PRIMARY', 'PSYCHIATRY', 'PLACE', 'PATIENT'] as const;
const theOutage = ['OUTAGE', 'SYSTEM', 'DRILL', 'ROUTINE'] as const;

const guards: Partial<Record<Intent, Guard>> = {
  'handover.log': {
    needs: ['CALLED', 'LOG', 'HANDOVER', 'HANDOVERLOG', 'RING', 'CONFIRM', 'ITEM', 'REGISTER', 'PHONE'],
    about: [
      ...somebody,
      'HANDOVER',
      'ITEM',
      'PHONE',
      'CODE',
      'ADMITTED',
      'DISCHARGE',
      'CALLED',
      'HANDOVERLOG',
    ],
    negatedWith: ['CALLAGAIN', 'LOG'],
    futureWith: ['CALLED', 'LOG'],
    allowsHedge: false,
    allowsCondition: true,
  },
  'handover.confirm': {
    ...strict,
    needs: ['CONFIRM', 'ACK', 'CALLED', 'INFO', 'HANDOVER'],
    about: [...somebody, 'CODE', 'HANDOVER', 'INFO', 'PHONE', 'ADMITTED', 'ITEM', 'CONFIRM'],
    allowsHedge: true,
  },
  'outage.start': {
    ...strict,
    needs: ['START', 'BROADCAST', 'DRILL', 'PLANNED'],
    about: theOutage,
    allowsCondition: true,
  },
  'outage.update': {
    needs: ['UPDATE', 'PROGNOSIS', 'BROADCAST', 'VENDOR'],
    about: [...theOutage, 'PROGNOSIS', 'NEWS', 'VENDOR', 'EVERYONE', 'TIME', 'INFO'],
    negatedWith: ['BROADCAST', 'UPDATE', 'PROGNOSIS'],
    futureWith: ['BROADCAST', 'UPDATE', 'PROGNOSIS', 'VENDOR'],
    allowsHedge: true,
    allowsCondition: true,
  },
  'outage.end': {
    ...strict,
    needs: ['END', 'OVER', 'UP', 'WORKS', 'AGAIN'],
    about: [...theOutage, 'AGAIN', 'UP', 'OVER', 'WORKS'],
    refuses: ['NERE'],
    unless: ['END'],
  },
  'reregistration.done': {
    ...strict,
    needs: ['DONE', 'REGISTER', 'REREG', 'SEND', 'LIST'],
    about: ['CODE', 'REREG', 'SYSTEM', 'REGISTER', 'PATIENT', 'ADMITTED', 'ITEM', 'AFTERWARDS', 'OUTAGE'],
    negatedWith: ['MODAL'],
    refuses: ['YET'],
    allowsCondition: true,
  },
  'unit.connect': {
    needs: ['CONNECT', 'CHANNEL', 'UNIT', 'NOTICE', 'ONOFF', 'ROLE', 'WEARE', 'START'],
    about: [...somebody, 'CHANNEL', 'UNIT', 'NOTICE', 'ROLE'],
    negatedWith: ['WITHOUT', 'NOMORE'],
    futureWith: ['CONNECT', 'CHANNEL', 'UNIT'],
    allowsHedge: false,
    allowsCondition: true,
  },
};

/** True for an intent that changes something, or prepares a change. */
export function isMutating(intent: Intent): boolean {
  return guards[intent] !== undefined;
}

/** Whether an intent may be answered, only asked back, or neither. */
export type Verdict = 'allowed' | 'unsure' | 'refused';

/**
 * What the text allows of an intent: an order is never a question, a "not", a "perhaps" or a "later". One that is
 * there only when a misspelling is put right is unsure.
 */
export function verdictOn(intent: Intent, analysis: Analysis): Verdict {
  const guard = guards[intent];
  if (guard === undefined) return 'allowed';
  const asks = analysis.speech.clauses.some(({ mood }) => mood === 'wh' || mood === 'yes-no');
  if (
    asks ||
    !isAbout(guard, analysis.concepts) ||
    isRefused(guard, analysis.concepts) ||
    isWithheld(guard, analysis)
  )
    return 'refused';
  const spelled = analysis.words.filter(({ raw, text }) => raw === text);
  if (holds(guard, spelled)) return 'allowed';
  return holds(guard, analysis.words) ? 'unsure' : 'refused';
}

function holds({ needs }: Guard, words: Analysis['words']): boolean {
  return needs.some((need) => words.some(({ concepts }) => concepts.has(need)));
}

function isAbout({ about }: Guard, concepts: ReadonlySet<string>): boolean {
  return about.some((concept) => concepts.has(concept));
}

function isRefused({ refuses = [], unless = [] }: Guard, concepts: ReadonlySet<string>): boolean {
  return refuses.some((concept) => concepts.has(concept)) && !unless.some((concept) => concepts.has(concept));
}

/** Negated, doubted, put off or made to depend on something, where the guard does not allow it. */
function isWithheld(guard: Guard, { speech, concepts }: Analysis): boolean {
  const isOrderedNot = speech.negated && guard.negatedWith.some((concept) => concepts.has(concept));
  if (speech.negated && !isOrderedNot) return true;
  if (speech.hedged && !guard.allowsHedge) return true;
  const isTold = isOrderedNot || guard.futureWith.some((concept) => concepts.has(concept));
  if (speech.future && !isTold) return true;
  return speech.conditional && !guard.allowsCondition;
}
