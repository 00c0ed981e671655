import {
  conditions,
  finiteVerbs,
  frontedAdverbs,
  imperatives,
  leadIns,
  nounConcepts,
  pronounSubjects,
  questionWords,
  requestOpeners,
  subjectWords,
  wishes,
  wonderings,
} from './lexicon/moods.ts';
import { isFamiliar, isOneSlip } from './repair.ts';
import { reserveOf } from './reserve.ts';
import type { Reserve } from './reserve.ts';
import { wordSet } from './word-set.ts';
import { textAt } from './words.ts';
import type { Word } from './words.ts';

/** How a clause is meant: asked with a question word, asked for yes or no, ordered, wished, or stated. */
export type Mood = 'wh' | 'yes-no' | 'order' | 'wish' | 'statement';

/** A run of words with one mood. */
type Clause = Reserve & { readonly words: readonly Word[]; readonly mood: Mood };

/**
 * The clauses of a text, and the one that says what is wanted: the last that asks, orders or wishes, else the first.
 * Of the whole text a reserve is what any clause has.
 */
export type Speech = Reserve & {
  readonly clauses: readonly Clause[];
  readonly focus: Clause;
  readonly conditional: boolean;
  /** It opens a clause with "om": nothing of it need be so. */
  readonly supposed: boolean;
};

const asking = wordSet(questionWords);
const finite = wordSet(finiteVerbs);
const subjects = wordSet(subjectWords);
const pronouns = wordSet(pronounSubjects);
const requests = wordSet(requestOpeners);
const wishing = wordSet(wishes);
const wondering = wordSet(wonderings);
const ordering = wordSet(imperatives);
const adverbs = wordSet(frontedAdverbs);
const conditioning = wordSet(conditions);
const joining = wordSet(['men', 'så', 'och', 'eller', 'for', 'så att']);
const nouns = new Set(nounConcepts);
const opening = wordSet(leadIns);

/** How a row of words is meant, clause by clause and as a whole. */
export function speechOf(words: readonly Word[]): Speech {
  const parts = split(words);
  const clauses = parts.map((part, at) => ({
    words: part,
    mood: moodOf(part, isAsked(part, parts[at + 1])),
    ...reserveOf(part),
  }));
  const supposed = isSupposed(parts);
  return {
    clauses,
    focus: focusOf(clauses),
    ...reserveOf(words),
    conditional: supposed || words.some((_, at) => isCondition(words, at)),
    supposed,
  };
}

function isSupposed(parts: readonly (readonly Word[])[]): boolean {
  return parts.some(([first]) => first?.raw === 'om');
}

/** "Om" is also "about": it sets a condition where a subject and a verb follow. */
function isCondition(words: readonly Word[], at: number): boolean {
  const text = textAt(words, at);
  const next = textAt(words, at + 1);
  if (conditioning.has(text) || conditioning.has(`${text} ${next}`)) return true;
  return text === 'om' && finite.has(textAt(words, at + 2));
}

/** A question mark belongs to the last clause of its sentence. */
function isAsked(part: readonly Word[], next: readonly Word[] | undefined): boolean {
  const ends = next === undefined || next[0]?.before === 'sentence';
  return ends && part.at(-1)?.asked === true;
}

function focusOf(clauses: readonly Clause[]): Clause {
  const wanting = clauses.findLast(({ mood }) => mood !== 'statement');
  return wanting ?? clauses[0] ?? { words: [], mood: 'statement', ...reserveOf([]) };
}

function split(words: readonly Word[]): readonly (readonly Word[])[] {
  const parts: Word[][] = [];
  let current: Word[] = [];
  for (const [at, word] of words.entries()) {
    if (current.length > 0 && startsClause(words, at, current.length)) {
      parts.push(current);
      current = [];
    }
    current.push(word);
  }
  if (current.length > 0) parts.push(current);
  return parts;
}

function startsClause(words: readonly Word[], at: number, length: number): boolean {
  const before = words[at]?.before ?? '';
  if (before === 'sentence') return true;
  const joined = joining.has(textAt(words, at));
  const rest = words.slice(joined ? at + 1 : at);
  if (before === 'comma' || joined) return startsAnew(rest);
  return length >= 3 && startsMidway(rest, textAt(words, at - 1));
}

/** After a comma or a joining word. */
function startsAnew(rest: readonly Word[]): boolean {
  return opensRequest(rest) || asking.has(textAt(rest, 0)) || isInverted(rest) || isOrder(rest);
}

/** In the middle of words without a mark between, as people dictate. */
function startsMidway(rest: readonly Word[], previous: string): boolean {
  if (opensRequest(rest)) return true;
  if (adverbs.has(previous) || asking.has(previous)) return false;
  return isAskedMidway(rest) || (subjects.has(textAt(rest, 1)) && isInverted(rest));
}

function isAskedMidway(words: readonly Word[]): boolean {
  const first = textAt(words, 0);
  if (!asking.has(first) || first === 'nar' || first === 'var') return false;
  return [1, 2].some((at) => finite.has(textAt(words, at))) || isVerbLike(textAt(words, 1));
}

function isVerbLike(word: string): boolean {
  return /^(?:gor|ringer|skickar|kallar|dokumenterar|kvitterar|galler|behover|kan|ska|ar|far|pratar)$/u.test(
    word,
  );
}

function opensRequest(words: readonly Word[]): boolean {
  return requests.has(`${textAt(words, 0)} ${textAt(words, 1)}`);
}

function isOrder(words: readonly Word[]): boolean {
  return ordering.has(textAt(words, 0));
}

/** A finite verb first and a subject second: "är Lifecare uppe", but not "har pratat med". */
function isInverted(words: readonly Word[]): boolean {
  const [first, second] = words;
  if (first === undefined || second?.before !== '') return false;
  if (isVerbWithSubject(first.raw, second)) return true;
  if (!finite.has(first.raw)) return false;
  if (second.raw === 'i') return isEnglish.test(first.raw);
  if (subjects.has(second.raw)) return true;
  return first.raw === 'fick' ? second.concepts.has('PLACE') : isNoun(second);
}

/** "Can I" asks, and "ligger i Lifecare" does not. */
const isEnglish = /^(?:is|are|can|do|does|did|has|have|should|must)$/u;

function isNoun({ raw, concepts }: Word): boolean {
  return [...concepts].some((concept) => nouns.has(concept)) || isDefinite(raw) || /\d/u.test(raw);
}

/**
 * Verbs that are not listed, by their ending: "startar vi en övning", "förlängs avbrottet", "kvitterade Linda". "Ringde
 * Hanna" tells of a call: whom one rings, reaches or tells is a person.
 */
function isVerbWithSubject(verb: string, subject: Word): boolean {
  if (verb.length < 3 || !isOpen(verb)) return false;
  if (isInflected(verb) && pronouns.has(subject.raw)) return true;
  if (isPassive(verb) && isNoun(subject)) return true;
  return isPast(verb) && !ofPersons.test(verb) && subject.isCapital && subject.concepts.size === 0;
}

const isInflected = (verb: string): boolean => /(?:[ae]r|as|de|dde|tes?|des)$/u.test(verb);
const isPassive = (verb: string): boolean => /[^s]s$/u.test(verb) && !/(?:e[nt]|n[ae])s$/u.test(verb);
const isPast = (verb: string): boolean => /[dt]e$/u.test(verb);

function isOpen(word: string): boolean {
  return ![adverbs, asking, conditioning, subjects, ordering].some((words) => words.has(word));
}

const ofPersons = /^(?:ring|nad|informera|meddela|kontakta|traffa|sok|upplys|paminn|fragad|hors)/u;

function isDefinite(word: string): boolean {
  return (
    word.length > 4 &&
    /(?:en|et|na|arna|erna)$/u.test(word) &&
    !/^(?:inte|igen|redan|ingen|informationen|sedan)$/u.test(word)
  );
}

type Reading = { readonly mood: Mood; readonly holds: (words: readonly Word[], asked: boolean) => boolean };

/** Tried in this order; the first that holds is the mood. */
const readings: readonly Reading[] = [
  { mood: 'order', holds: opensRequest },
  { mood: 'yes-no', holds: (words) => isTagged(words) || words.some((_, at) => wonders(words, at)) },
  { mood: 'yes-no', holds: (words, asked) => asked && isWish(words) },
  { mood: 'wish', holds: isWish },
  { mood: 'wh', holds: (words, asked) => asking.has(textAt(words, 0)) && !setsCondition(words, asked) },
  { mood: 'yes-no', holds: isInverted },
  { mood: 'yes-no', holds: opensLikeQuestion },
  { mood: 'wh', holds: (words, asked) => asked && words.some(({ raw }) => asking.has(raw)) },
  { mood: 'yes-no', holds: (_, asked) => asked },
  { mood: 'order', holds: isOrder },
  { mood: 'wh', holds: (words) => words.some((_, at) => at > 0 && isAskedMidway(words.slice(at))) },
];

function moodOf(words: readonly Word[], asked: boolean): Mood {
  const start = words.findIndex(({ raw }) => !opening.has(raw));
  const rest = start < 0 ? words : words.slice(start);
  return readings.find(({ holds }) => holds(rest, asked))?.mood ?? 'statement';
}

/** "… ja eller nej", "… eller": a question by its end. */
function isTagged(words: readonly Word[]): boolean {
  const texts = words.map(({ raw }) => raw).join(' ');
  return / (?:eller|va|eller hur|visst|(?:ja|eller) nej|inte sant)$/u.test(texts);
}

/** A misspelled opening of a question ("mste vi", "vm ringde") still asks: better asked than ordered. */
function opensLikeQuestion(words: readonly Word[]): boolean {
  const first = textAt(words, 0);
  if (isFamiliar(first) || ordering.has(first) || first.startsWith('#')) return false;
  if (subjects.has(textAt(words, 1))) return [...finite].some((verb) => isOneSlip(first, verb));
  return (
    words[0]?.concepts.size === 0 && [...asking].some((word) => word.length > 2 && isOneSlip(first, word))
  );
}

function wonders(words: readonly Word[], at: number): boolean {
  const text = words[at]?.raw ?? '';
  return wondering.has(text) || wondering.has(`${text} ${words[at + 1]?.raw ?? ''}`);
}

function isWish(words: readonly Word[]): boolean {
  const texts = words.slice(0, 3).map(({ raw }) => raw);
  const wished = [1, 2, 3].some((length) => wishing.has(texts.slice(0, length).join(' ')));
  return wished && !isInverted(words);
}

/**
 * "När SP är igång igen måste vi …" sets a condition: "när" asks only with a question mark, or where a verb follows
 * at once. "Var ledig i går" is no question either.
 */
function setsCondition(words: readonly Word[], asked: boolean): boolean {
  const [first, second, third] = words;
  const next = second?.raw ?? '';
  if (first?.raw === 'var') return /^(?:|ledig|sjuk|borta|hemma)$/u.test(next);
  if (first?.raw !== 'nar' || asked || third === undefined) return false;
  return !finite.has(next) && !/(?:de|des|r|s)$/u.test(next);
}
