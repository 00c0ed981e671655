import {
  conditions,
  doubts,
  finiteVerbs,
  forbidding,
  frontedAdverbs,
  futures,
  hedges,
  imperatives,
  negations,
  partials,
  questionWords,
  refusals,
  requestOpeners,
  subjectWords,
  wishes,
  wonderings,
} from './lexicon/moods.ts';
import { fold } from './normalise.ts';
import { isFamiliar, isOneSlip } from './repair.ts';
import type { Word } from './words.ts';

/** How a clause is meant: asked with a question word, asked for yes or no, ordered, wished, or stated. */
export type Mood = 'wh' | 'yes-no' | 'order' | 'wish' | 'statement';

/** A run of words with one mood. */
type Clause = { readonly words: readonly Word[]; readonly mood: Mood };

/** The clauses of a text, and the one that says what is wanted: the last that asks, orders or wishes, else the first. */
export type Speech = {
  readonly clauses: readonly Clause[];
  readonly focus: Clause;
  readonly negated: boolean;
  readonly hedged: boolean;
  readonly future: boolean;
  readonly conditional: boolean;
  /** It opens a clause with "om": nothing of it need be so. */
  readonly supposed: boolean;
  /** Hedged so that it may not be so at all. */
  readonly doubtful: boolean;
  /** Not of everything ("klar utom två"). */
  readonly partial: boolean;
  /** The "not" stands by the verb of the order: "ändra inte", "ska inte ändra". */
  readonly forbidden: boolean;
  /** "Om tio minuter". */
  readonly soon: boolean;
};

const setOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.map((word) => fold(word).replaceAll('_', ' ')));
const asking = setOf(questionWords);
const finite = setOf(finiteVerbs);
const subjects = setOf(subjectWords);
const requests = setOf(requestOpeners);
const wishing = setOf(wishes);
const wondering = setOf(wonderings);
const ordering = setOf(imperatives);
const adverbs = setOf(frontedAdverbs);
const negating = setOf(negations);
const hedging = setOf(hedges);
const coming = setOf(futures);
const conditioning = setOf(conditions);
const doubting = setOf(doubts);
const limiting = setOf(partials);
const refusing = setOf(refusals);
const modal = setOf(forbidding);
const joining = setOf(['men', 'så', 'och', 'eller', 'for', 'så att']);
const nouns = new Set([
  'SYSTEM',
  'OUTAGE',
  'PATIENT',
  'MUNICIPALITYPARTY',
  'WARD',
  'PRIMARY',
  'PSYCHIATRY',
  'ITSUPPORT',
  'PLACE',
  'ITEM',
  'CODE',
  'FORM',
  'SIP',
  'MESSAGE',
  'ROUTINE',
  'OTHERSYSTEM',
  'CHANNEL',
  'UNIT',
  'HANDOVER',
  'REREG',
  'PROGNOSIS',
  'NOTICE',
  'ADMINISTRATION',
  'REGION',
  'DISCHARGE',
]);
const leadIns = setOf([
  'ja',
  'jo',
  'nej',
  'okej',
  'ok',
  'hej',
  'tack',
  'då',
  'och',
  'men',
  'så',
  'eller',
  'fråga',
  'jaha',
  'ursäkta',
  'snälla',
  'vänligen',
  'please',
  'tyvärr',
  'du',
  'alltså',
]);

/** How a row of words is meant, clause by clause and as a whole. */
export function speechOf(words: readonly Word[]): Speech {
  const parts = split(words);
  const clauses = parts.map((part, at) => ({
    words: part,
    mood: moodOf(part, isAsked(part, parts[at + 1])),
  }));
  const focus = focusOf(clauses);
  const texts = words.map(({ raw }) => raw);
  return {
    clauses,
    focus,
    negated: texts.some((text) => negating.has(text)),
    hedged: texts.some((text) => hedging.has(text)),
    future: texts.some((text) => coming.has(text)),
    conditional: words.some((_, at) => isCondition(words, at)) || isSupposed(parts),
    supposed: isSupposed(parts),
    doubtful: texts.some((text) => doubting.has(text)) || wouldBe.test(texts.join(' ')),
    partial: texts.some((text) => limiting.has(text)),
    forbidden: words.some((_, at) => isForbidden(words, at)),
    soon: texts.some(
      (text, at) => text === 'om' && texts.slice(at + 1, at + 4).some((next) => span.test(next)),
    ),
  };
}

/** A wish for somebody to do it, no order to do it. */
const wouldBe = /(?<!\p{L})(?:(?:skulle|kunde) vara|na(?:go)?n (?:kunde|skulle kunna|borde))(?!\p{L})/u;
const span = /^(?:minut|timm|halvtimm|stund|kvart|dag|veck|tim$|min$|h$)/u;

function isSupposed(parts: readonly (readonly Word[])[]): boolean {
  return parts.some(([first]) => first?.raw === 'om');
}

/** "Logga ej svar" writes down what happened; "logga inte", "loggas inte", "ingen ändring" do not. */
function isForbidden(words: readonly Word[], at: number): boolean {
  const next = textAt(words, at + 1);
  if (textAt(words, at) === 'ingen') return /^(?:andring|uppdatering|forlangning)/u.test(next);
  if (!refusing.has(textAt(words, at)) || words[at]?.before !== '') return false;
  if (isOrdered(textAt(words, at - 1))) return !/^(?:svar|nadd|antraff|kontakt|tag$)/u.test(next);
  const isModal = modal.has(textAt(words, at - 1)) || modal.has(textAt(words, at - 2));
  return isModal && isOrdered(next);
}

/** "Ändra", "förlänga", "loggas"; but what is not to be registered may be struck off. */
function isOrdered(verb: string): boolean {
  const forms = [verb, verb.replace(/a$/u, ''), verb.replace(/s$/u, '')];
  return forms.some((form) => ordering.has(form)) && !verb.endsWith('registreras');
}

/** "Om" is also "about": it sets a condition where a subject and a verb follow. */
function isCondition(words: readonly Word[], at: number): boolean {
  const text = textAt(words, at);
  return conditioning.has(text) || (text === 'om' && finite.has(textAt(words, at + 2)));
}

/** A question mark belongs to the last clause of its sentence. */
function isAsked(part: readonly Word[], next: readonly Word[] | undefined): boolean {
  const ends = next === undefined || next[0]?.before === 'sentence';
  return ends && part.at(-1)?.asked === true;
}

function focusOf(clauses: readonly Clause[]): Clause {
  const wanting = clauses.findLast(({ mood }) => mood !== 'statement');
  return wanting ?? clauses[0] ?? { words: [], mood: 'statement' };
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

function textAt(words: readonly Word[], at: number): string {
  return words[at]?.raw ?? '';
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
  if (first === undefined || !finite.has(first.raw) || second?.before !== '') return false;
  if (subjects.has(second.raw)) return true;
  return [...second.concepts].some((concept) => nouns.has(concept)) || isDefinite(second.raw);
}

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
  const start = words.findIndex(({ raw }) => !leadIns.has(raw));
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
