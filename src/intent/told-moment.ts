import { swedishDateOf, wholeMinute } from '../domain/swedish-time.ts';
import type { SaidPart } from './entities/part-of-day.ts';
import type { Found } from './entities/found.ts';
import { clockMoment } from './clock-moment.ts';
import { foldedInPlace } from './folded-in-place.ts';
import { grouped, timeWordsIn } from './time-words.ts';
import type { FoundTimeWords, Tense, TimeWords } from './time-words.ts';
import { toldDays } from './told-day.ts';

/** When something was or will be: a moment, in milliseconds since 1970, or a whole day, `YYYY-MM-DD`. */
export type ToldMoment =
  { readonly kind: 'moment'; readonly at: number } | { readonly kind: 'day'; readonly on: string };

/** When it is told, whether of what has been or of what is to come, and which words are of it: all, unless said. */
export type Told = {
  readonly now: number;
  readonly tense: Tense;
  readonly isOf?: (words: FoundTimeWords) => boolean;
};

/** So many are read: who names more tells of none in particular. */
const most = 20;

/**
 * The moments and days that a text tells of, in order, Swedish time. What may be several, by the dial or the calendar,
 * is the nearest in the direction told of; what no clock or calendar shows, or contradicts itself, is left out.
 */
export function toldMoments(text: string, told: Told): readonly Found<ToldMoment>[] {
  const folded = foldedInPlace(text);
  const { isOf = () => true, tense } = told;
  const groups = grouped(timeWordsIn(folded).filter(isOf), folded, tense);
  return groups.slice(0, most).flatMap(({ value, ...place }) => {
    const moment = momentOf(value, told);
    return moment === undefined ? [] : [{ value: moment, ...place }];
  });
}

function momentOf(words: TimeWords, { now, tense }: Told): ToldMoment | undefined {
  const { clock, days, minutes, part } = words;
  if (minutes !== undefined) return { kind: 'moment', at: wholeMinute(now) + minutes * 60_000 };
  const today = swedishDateOf(now);
  const on = toldDays(days, { today, tense });
  if (on === undefined && days.length > 0) return undefined;
  if (clock === undefined) return dayOf(on ?? (isToday(part) ? today : undefined));
  const at = clockMoment(clock, { now, tense, on, part });
  return at === undefined ? undefined : { kind: 'moment', at };
}

const dayOf = (on: string | undefined): ToldMoment | undefined =>
  on === undefined ? undefined : { kind: 'day', on };

/** "I kväll" is today's; "i natt" begins one day and ends another. */
const isToday = (part: SaidPart | undefined): boolean => part?.said === 'this' && part.part !== 'night';
