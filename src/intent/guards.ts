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
  /** Which hedges do no harm: a mild one is "väl mottaget". */
  readonly hedges: 'any' | 'mild' | 'none';
  readonly allowsCondition: boolean;
  /** It tells what is so now and altogether: no "om tio minuter", no "imorgon", no "utom två", no "om det är". */
  readonly isFact?: boolean;
  /** "Skicka inte fler notiser" is an order too. */
  readonly mayForbid?: boolean;
  /** Words of `needs` that order or plan what is to be told as done; they count beside a code alone. */
  readonly notYet?: RegExp;
};

const strict = { negatedWith: [], futureWith: [], hedges: 'none', allowsCondition: false } as const;

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
    hedges: 'none',
    allowsCondition: true,
  },
  'handover.confirm': {
    ...strict,
    needs: ['CONFIRM', 'ACK', 'CALLED', 'INFO', 'HANDOVER'],
    about: [...somebody, 'CODE', 'HANDOVER', 'INFO', 'PHONE', 'ADMITTED', 'ITEM', 'CONFIRM'],
    hedges: 'mild',
    isFact: true,
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
    hedges: 'any',
    allowsCondition: true,
  },
  'outage.end': {
    ...strict,
    needs: ['END', 'OVER', 'UP', 'WORKS', 'AGAIN'],
    about: [...theOutage, 'AGAIN', 'UP', 'OVER', 'WORKS'],
    refuses: ['NERE'],
    unless: ['END'],
    isFact: true,
  },
  'reregistration.done': {
    ...strict,
    needs: ['DONE', 'REGISTER', 'REREG', 'SEND', 'LIST'],
    about: ['CODE', 'REREG', 'SYSTEM', 'REGISTER', 'PATIENT', 'ADMITTED', 'ITEM', 'AFTERWARDS', 'OUTAGE'],
    negatedWith: ['MODAL'],
    refuses: ['YET'],
    allowsCondition: true,
    isFact: true,
    notYet: /^(?:efter)?registreras?$/u,
  },
  'unit.connect': {
    needs: ['CONNECT', 'CHANNEL', 'UNIT', 'NOTICE', 'ONOFF', 'ROLE', 'WEARE', 'START'],
    about: [...somebody, 'CHANNEL', 'UNIT', 'NOTICE', 'ROLE'],
    negatedWith: ['WITHOUT', 'NOMORE'],
    mayForbid: true,
    futureWith: ['CONNECT', 'CHANNEL', 'UNIT'],
    hedges: 'none',
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

function holds({ needs, notYet }: Guard, words: Analysis['words']): boolean {
  const hasCode = words.some(({ concepts }) => concepts.has('CODE'));
  const counting = words.filter(({ text }) => hasCode || notYet?.test(text) !== true);
  return needs.some((need) => counting.some(({ concepts }) => concepts.has(need)));
}

function isAbout({ about }: Guard, concepts: ReadonlySet<string>): boolean {
  return about.some((concept) => concepts.has(concept));
}

function isRefused({ refuses = [], unless = [] }: Guard, concepts: ReadonlySet<string>): boolean {
  return refuses.some((concept) => concepts.has(concept)) && !unless.some((concept) => concepts.has(concept));
}

/** Negated, doubted, put off or made to depend on something, where the guard does not allow it. */
function isWithheld(guard: Guard, analysis: Analysis): boolean {
  const { speech } = analysis;
  if (speech.forbidden && guard.mayForbid !== true) return true;
  if (isHedged(guard, speech) || (guard.isFact === true && !isFact(analysis))) return true;
  return isDenied(guard, analysis) || (speech.conditional && !guard.allowsCondition);
}

function isDenied(guard: Guard, { speech, concepts }: Analysis): boolean {
  const isOrderedNot = speech.negated && guard.negatedWith.some((concept) => concepts.has(concept));
  if (speech.negated && !isOrderedNot) return true;
  const isTold = isOrderedNot || guard.futureWith.some((concept) => concepts.has(concept));
  return speech.future && !isTold;
}

function isHedged({ hedges }: Guard, { hedged, doubtful }: Analysis['speech']): boolean {
  if (hedges === 'none') return hedged || doubtful;
  return hedges === 'mild' && doubtful;
}

const later = /^(?:i ?morgon|(?:i )?[oö]vermorgon|(?:m[aå]n|tis|ons|tors|fre|l[oö]r|s[oö]n)dag(?:en)?)$/iu;

function isFact({ speech, named }: Analysis): boolean {
  const isLater = speech.soon || named.dates.some(({ value }) => later.test(value));
  return !isLater && !speech.partial && !speech.supposed;
}
