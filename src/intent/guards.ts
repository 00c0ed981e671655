import type { Analysis } from './analysis.ts';
import type { Reserve } from './reserve.ts';
import type { Intent } from './recognition.ts';
import type { Word } from './words.ts';

/** What a text must hold before it may open a form that changes something. */
type Guard = {
  /** At least one of these concepts, in a word spelled as listed. */
  readonly needs: readonly string[];
  /** At least one of these, however spelled: what the change is about. */
  readonly about: readonly string[];
  /** One of `about` must be there: "kan du deklarera åt mig" is about something else. */
  readonly mustName?: boolean;
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
  /** A "not" or a "perhaps" anywhere in the text holds it back, not only where it is said. */
  readonly isWhole?: boolean;
  /** "Skicka inte fler notiser" is an order too. */
  readonly mayForbid?: boolean;
  /** Words of `needs` that order or plan what is to be told as done; they count beside a code alone. */
  readonly notYet?: RegExp;
};

const strict = { negatedWith: [], futureWith: [], hedges: 'none', allowsCondition: false } as const;

/** The outage of another system is somebody else's. */
const ofOurs = { refuses: ['OTHERSYSTEM'], unless: ['SYSTEM'] } as const;

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
    isWhole: true,
  },
  'outage.start': {
    ...strict,
    ...ofOurs,
    needs: ['START', 'BROADCAST', 'DRILL', 'PLANNED'],
    about: theOutage,
    mustName: true,
    allowsCondition: true,
  },
  'outage.update': {
    ...ofOurs,
    needs: ['UPDATE', 'PROGNOSIS', 'BROADCAST', 'VENDOR'],
    about: [...theOutage, 'PROGNOSIS', 'NEWS', 'VENDOR', 'EVERYONE', 'TIME', 'INFO'],
    negatedWith: ['BROADCAST', 'UPDATE', 'PROGNOSIS', 'EVERYONE'],
    futureWith: ['BROADCAST', 'UPDATE', 'PROGNOSIS', 'VENDOR', 'EVERYONE'],
    hedges: 'any',
    allowsCondition: true,
  },
  'outage.end': {
    ...strict,
    needs: ['END', 'OVER', 'UP', 'WORKS', 'AGAIN'],
    about: [...theOutage, 'AGAIN', 'UP', 'OVER', 'WORKS'],
    refuses: ['NERE', 'OTHERSYSTEM'],
    unless: ['END', 'SYSTEM'],
    isFact: true,
    isWhole: true,
  },
  'reregistration.done': {
    ...strict,
    needs: ['DONE', 'REGISTER', 'REREG', 'SEND', 'LIST', 'NEEDED', 'STRIKE'],
    about: ['CODE', 'REREG', 'SYSTEM', 'REGISTER', 'PATIENT', 'ADMITTED', 'ITEM', 'AFTERWARDS', 'OUTAGE'],
    negatedWith: ['MODAL', 'NEEDED', 'STRIKE'],
    refuses: ['YET'],
    allowsCondition: true,
    isFact: true,
    isWhole: true,
    notYet: /^(?:efter)?registreras?$/u,
  },
  'unit.connect': {
    needs: ['CONNECT', 'CHANNEL', 'UNIT', 'NOTICE', 'ONOFF', 'ROLE', 'WEARE', 'START'],
    about: [...somebody, 'CHANNEL', 'UNIT', 'NOTICE', 'ROLE'],
    negatedWith: ['WITHOUT', 'NOMORE', 'ROLE', 'WEARE', 'NOTICE', 'BROADCAST'],
    mayForbid: true,
    isWhole: true,
    futureWith: ['CONNECT', 'CHANNEL', 'UNIT', 'ROLE', 'WEARE', 'NOTICE'],
    hedges: 'none',
    allowsCondition: true,
  },
};

/** True for an intent that changes something, or prepares a change. */
export function isMutating(intent: Intent): boolean {
  return guards[intent] !== undefined;
}

/**
 * Whether an intent may be answered. `unlisted`: only where it is very plain, since the words for it are not listed;
 * `misspelled`: only asked back, since they are there only when a misspelling is put right; `contradicted`: only asked
 * back, since the text asks, denies, doubts, puts off or sets a condition.
 */
export type Verdict = 'allowed' | 'unlisted' | 'misspelled' | 'contradicted';

/** What the text allows of an intent: an order is never a question, a "not", a "perhaps" or a "later". */
export function verdictOn(intent: Intent, analysis: Analysis): Verdict {
  const guard = guards[intent];
  if (guard === undefined) return 'allowed';
  const { clauses } = analysis.speech;
  if (clauses.some(({ mood }) => mood === 'wh' || mood === 'yes-no')) return 'contradicted';
  if (isRefused(guard, analysis.concepts) || isWithheld(guard, analysis)) return 'contradicted';
  const acting = clauses.filter(({ words }) => holds(guard, words, analysis));
  if (acting.length === 0 || !isAbout(guard, analysis.concepts))
    return isReserved(guard, analysis.speech, analysis) ? 'contradicted' : 'unlisted';
  if (acting.every((clause) => isReserved(guard, clause, analysis))) return 'contradicted';
  const isSpelledOut = acting.some(({ words }) => holds(guard, words.filter(isSpelled), analysis));
  return isSpelledOut ? 'allowed' : 'misspelled';
}

function isSpelled({ raw, text }: Word): boolean {
  return raw === text;
}

function holds({ needs, notYet }: Guard, words: readonly Word[], analysis: Analysis): boolean {
  const hasCode = analysis.concepts.has('CODE');
  const counting = words.filter(({ text }) => hasCode || notYet?.test(text) !== true);
  return needs.some((need) => counting.some(({ concepts }) => concepts.has(need)));
}

function isAbout({ about }: Guard, concepts: ReadonlySet<string>): boolean {
  return about.some((concept) => concepts.has(concept));
}

function isRefused(guard: Guard, concepts: ReadonlySet<string>): boolean {
  if (guard.mustName === true && !isAbout(guard, concepts)) return true;
  const { refuses = [], unless = [] } = guard;
  return refuses.some((concept) => concepts.has(concept)) && !unless.some((concept) => concepts.has(concept));
}

/** Made to depend on something or doubted, or, where a fact is to be told, not so of everything and now. */
function isWithheld(guard: Guard, analysis: Analysis): boolean {
  const { speech } = analysis;
  if (speech.supposed || (speech.conditional && !guard.allowsCondition)) return true;
  if (guard.hedges !== 'any' && speech.doubtful) return true;
  if (guard.isFact === true && !isFact(analysis)) return true;
  return guard.isWhole === true && isReserved(guard, speech, analysis);
}

/** Denied, doubted or put off where it is said. */
function isReserved(guard: Guard, reserve: Reserve, { concepts }: Analysis): boolean {
  if (reserve.forbidden && guard.mayForbid !== true) return true;
  if (guard.hedges === 'none' && reserve.hedged) return true;
  const isOrderedNot = reserve.negated && guard.negatedWith.some((concept) => concepts.has(concept));
  if (reserve.negated && !isOrderedNot) return true;
  const isTold = isOrderedNot || guard.futureWith.some((concept) => concepts.has(concept));
  return reserve.future && !isTold;
}

/** A day that has been or is; every other may be one to come, and what is told of it has not happened. */
const pastDay = /^(?:i ?dag|i ?g[åa]r|i ?f[öo]rr ?g[åa]r|i ?morse|i ?natt|(?:i )?\p{L}{2,4}dags)$/iu;

function isFact({ speech, named }: Analysis): boolean {
  const isLater = speech.soon || named.dates.some(({ value }) => !pastDay.test(value));
  return !isLater && !speech.partial && !speech.supposed;
}
