import { instantAt, swedishDateOf } from '../domain/swedish-time.ts';
import type { SaidDay } from './entities/said-day.ts';
import { foldedInPlace } from './folded-in-place.ts';
import { timeRoles } from './outage-time-roles.ts';
import type { OutageTime, TimeRole } from './outage-time-roles.ts';
import { saysDay, timeWordsIn } from './time-words.ts';
import type { FoundTimeWords, Tense } from './time-words.ts';
import { toldMoments } from './told-moment.ts';
import type { ToldMoment } from './told-moment.ts';

/** The times of an outage that an order tells of. */
export type ToldOutage = Readonly<Partial<Record<OutageTime, ToldMoment>>>;

/** When an order is given, which of its times are still to come, and what a time is of where nothing says. */
export type Ordered = {
  readonly now: number;
  readonly tenses: Readonly<Record<OutageTime, Tense>>;
  readonly otherwise: OutageTime;
};

/** The longest text that is read; of a longer one the beginning. */
const longest = 1000;
const hourMs = 60 * 60_000;
/** A time without its day is no more than this from now: "kl 9" at eight in the morning is not yesterday's. */
const furthest = 18 * hourMs;
const week = 7 * 24 * hourMs;

/** Which of its times an order tells, for a form that a person looks through; what is said in two ways is left out. */
export function toldOutage(order: string, { now, otherwise, tenses }: Ordered): ToldOutage {
  const text = order.slice(0, longest);
  const folded = foldedInPlace(text);
  const all = timeRoles(timeWordsIn(folded), folded, otherwise);
  if (isMove(folded, all)) return {};
  const roles = all.filter(({ words }) => !isDenied(words, folded));
  const told = (of: OutageTime, from: number = now): ToldMoment | undefined => {
    const words = wordsFor(roles, of);
    const moment = onlyMoment(words, text, { now: from, tense: tenses[of] });
    return moment !== undefined && isLikely(moment, words, { of, from, now, tense: tenses[of] })
      ? moment
      : undefined;
  };
  const start = told('start');
  const ends = wordsFor(roles, 'end');
  const isOpen = start === undefined && ends.some(({ endsRange }) => endsRange);
  // Of a range whose beginning is not known, the end is not known either.
  const end = isOpen ? undefined : told('end', endFrom(start, ends, now));
  const next = told('next');
  return {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
    ...(next !== undefined && { next }),
  };
}

const clauseEdge = /[;!?\n]|[,.](?= |$)| (?:utan|men)(?![a-z])/gu;
const not = /(?<![a-z])(?:inte|ej|aldrig|inget|ingen)(?![a-z])/u;

/** "Blir inte klart kl 15", "prognosen kl 15 gäller inte längre": denied in the clause that it stands in. */
function isDenied({ start, end }: FoundTimeWords, folded: string): boolean {
  const before = folded.slice(0, start).split(clauseEdge).at(-1) ?? '';
  const [behind = ''] = folded.slice(end).split(clauseEdge);
  return not.test(before) || not.test(behind);
}

/** "Flyttas från 22 till 23": of what, is not said. */
function isMove(folded: string, roles: readonly TimeRole[]): boolean {
  return roles.some(({ endsRange }) => endsRange) && /(?<![a-z])(?:flytt|skjut|andra)/u.test(folded);
}

/** Where other words say what a time is of, one of which nothing says so is none of it. */
function wordsFor(roles: readonly TimeRole[], of: OutageTime): readonly TimeRole[] {
  const all = roles.filter((role) => role.of === of);
  const said = all.filter(({ isSaid }) => isSaid);
  return said.length > 0 ? said : all;
}

/** A range ends after it began; what ends otherwise, after now too. */
function endFrom(start: ToldMoment | undefined, words: readonly TimeRole[], now: number): number {
  if (start === undefined) return now;
  const begins = start.kind === 'moment' ? start.at : (instantAt({ date: start.on, time: '00:00' }) ?? now);
  return words.some(({ endsRange }) => endsRange) ? begins : Math.max(begins, now);
}

function onlyMoment(
  roles: readonly TimeRole[],
  text: string,
  told: { readonly now: number; readonly tense: Tense },
): ToldMoment | undefined {
  const isOf = ({ start }: { readonly start: number }): boolean =>
    roles.some(({ words }) => words.start === start);
  const moments = toldMoments(text, { ...told, isOf }).map(({ value }) => value);
  const [only, ...others] = new Map(moments.map((one) => [JSON.stringify(one), one])).values();
  return others.length > 0 ? undefined : only;
}

type Place = {
  readonly of: OutageTime;
  readonly from: number;
  readonly now: number;
  readonly tense: Tense;
};

/** Refuses what is far from now, or on the wrong side of it: a time without its day may be another day's. */
function isLikely(moment: ToldMoment, roles: readonly TimeRole[], place: Place): boolean {
  const { from, now, of, tense } = place;
  const words = roles.map((role) => role.words.value);
  const isPast = tense === 'past';
  // "Onsdag" alone, of what has been, may as well be the one to come.
  if (isPast && words.some(({ days }) => days.some(isEither))) return false;
  if (moment.kind === 'day')
    return moment.on !== swedishDateOf(now) || words.some(({ part }) => part !== undefined);
  const isDated = words.some((one) => saysDay(one) || one.minutes !== undefined);
  if (!isDated && of === 'start' && !isPast) return false;
  const isBeyond = isPast ? moment.at > now : moment.at < now;
  return !isBeyond && Math.abs(moment.at - from) <= mostFrom(isDated, tense);
}

function mostFrom(isDated: boolean, tense: Tense): number {
  if (!isDated) return furthest;
  return tense === 'past' ? week : Infinity;
}

const isEither = (day: SaidDay): boolean => day.kind === 'weekday' && day.which.kind === 'either';
