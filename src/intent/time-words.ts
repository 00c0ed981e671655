import type { Clock } from './entities/clock.ts';
import { findDays } from './entities/date.ts';
import type { Found } from './entities/found.ts';
import { findParts } from './entities/part-of-day.ts';
import type { SaidPart } from './entities/part-of-day.ts';
import type { SaidDay } from './entities/said-day.ts';
import { findSpans } from './entities/span.ts';
import type { SaidSpan } from './entities/span.ts';
import { findClocks } from './entities/time.ts';

/** Words that say together when something is: "torsdag", "fm" and "kl 9.30". */
export type TimeWords = {
  readonly days: readonly SaidDay[];
  readonly part?: SaidPart;
  readonly clock?: Clock;
  /** Minutes from now. */
  readonly minutes?: number;
};

/** Told of what has been, or of what is to come. */
export type Tense = 'past' | 'future';

export type FoundTimeWords = Found<TimeWords>;
type Group = FoundTimeWords;

/** Each of such words alone, in order. What a span or a day is made of is nothing else besides. */
export function timeWordsIn(folded: string): readonly Group[] {
  const isTaken = new Uint8Array(folded.length);
  return [
    ...each(findSpans(folded), spanned),
    ...each(findDays(folded), (day) => ({ days: [day] })),
    ...each(findParts(folded), (part) => ({ days: [], part })),
    ...each(findClocks(folded), (clock) => ({ days: [], clock })),
  ]
    .filter(({ start, end }) => {
      const isFree = !isTaken.subarray(start, end).includes(1);
      if (isFree) isTaken.fill(1, start, end);
      return isFree;
    })
    .toSorted((a, b) => a.start - b.start);
}

function each<T>(found: readonly Found<T>[], words: (value: T) => TimeWords): readonly Group[] {
  return found.map(({ value, ...place }) => ({ value: words(value), ...place }));
}

function spanned({ amount, unit }: SaidSpan): TimeWords {
  return unit === 'days' ? { days: [{ kind: 'from-today', days: amount }] } : { days: [], minutes: amount };
}

/** Words of a folded text that say when something was or will be, what belongs together as one; in order. */
export function grouped(words: readonly Group[], folded: string, tense: Tense): readonly Group[] {
  const groups: Group[] = [];
  let before: Group | undefined;
  for (const next of words) {
    const last = groups.at(-1);
    const isApart =
      last === undefined || !isBeside(folded.slice(last.end, next.start)) || isNext(last, next, before);
    if (isApart || isTwice(last, next)) groups.push(next);
    else groups.splice(-1, 1, joined(last, next));
    before = next;
  }
  return withLoneDay(withSharedDays(groups, folded).filter(({ value }) => !isOfOther(value, tense)));
}

/** "Igår 14.20, idag 9.10": a day behind a day's time is the next one's. */
function isNext(last: Group, next: Group, before: Group | undefined): boolean {
  return before?.value.clock !== undefined && last.value.days.length > 0 && next.value.days.length > 0;
}

/** "Imorgon" is nothing that has been. */
function isOfOther({ days, minutes = 0 }: TimeWords, tense: Tense): boolean {
  const against = tense === 'past' ? 1 : -1;
  return minutes * against > 0 || days.some((day) => day.kind === 'from-today' && day.days * against > 0);
}

const filler =
  'vid|kl|klockan|runt|omkring|kring|ca|cirka|typ|strax|efter|innan|fore|pa|den|nu|redan|sent|tidigt|ungefar|senast|tidigast|till|fram|ar|i|nasta vecka|forra veckan|denna vecka|(?:v|vecka)\\.? ?\\d{1,2}|om [a-z0-9]+ veck(?:a|or)|man|tis|ons|tors?|fre|lor|son|som|nagon gang|nangang|prick|mellan|fran|from';
const beside = new RegExp(`^[ ,.:(–/-]*(?:(?:${filler})[ ,.:]*){0,4}$`, 'u');

function isBeside(between: string): boolean {
  return between.length <= 40 && beside.test(between);
}

/** Two times, or two parts of a day, are not one. */
function isTwice({ value: one }: Group, { value: other }: Group): boolean {
  if (one.minutes !== undefined || other.minutes !== undefined) return true;
  const isBoth = (name: 'clock' | 'part'): boolean => one[name] !== undefined && other[name] !== undefined;
  return isBoth('clock') || isBoth('part');
}

function joined(one: Group, other: Group): Group {
  return {
    value: { ...one.value, ...other.value, days: [...one.value.days, ...other.value.days] },
    start: Math.min(one.start, other.start),
    end: Math.max(one.end, other.end),
  };
}

const and = /^(?: ?[-–] ?| (?:och|o|samt|till) (?:(?:kl|klockan)\.? )?)$/u;

/** "Igår 10.15 och 10.30": the second time is of the first one's day. */
function withSharedDays(groups: readonly Group[], folded: string): readonly Group[] {
  return groups.map((group, at) => {
    const before = groups[at - 1];
    if (before?.value.clock === undefined || !saysDay(before.value) || saysDay(group.value)) return group;
    if (!and.test(folded.slice(before.end, group.start)) || group.value.clock === undefined) return group;
    return { ...group, value: { ...before.value, ...group.value, days: before.value.days } };
  });
}

/** The one day of a text is that of its times, wherever it stands: "igår ringde vi Ånge kl 10". */
function withLoneDay(groups: readonly Group[]): readonly Group[] {
  const timed = groups.filter(({ value }) => value.clock !== undefined);
  const [day, ...others] = groups.filter(({ value }) => isDay(value));
  if (day === undefined || others.length > 0 || timed.length === 0) return groups;
  if (timed.some((group) => saysDay(group.value) || isTwice(group, day))) return groups;
  return groups
    .filter((group) => group !== day)
    .map((group) => (timed.includes(group) ? joined(day, group) : group));
}

/** Whether they say which day, "i kväll" too. */
export const saysDay = ({ days, part }: TimeWords): boolean => days.length > 0 || part?.said === 'this';

/** A day, or a part of one that is enough alone. */
function isDay({ clock, days, minutes, part }: TimeWords): boolean {
  if (clock !== undefined || minutes !== undefined) return false;
  return days.length > 0 || (part !== undefined && part.said !== 'bare');
}
