import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { getISODay } from 'date-fns/getISODay';
import { getISOWeeksInYear } from 'date-fns/getISOWeeksInYear';
import { isSameISOWeek } from 'date-fns/isSameISOWeek';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { setISODay } from 'date-fns/setISODay';
import { setISOWeek } from 'date-fns/setISOWeek';
import { unreachable } from '../domain/unreachable.ts';
import type { SaidDay, SaidWeekday } from './entities/said-day.ts';
import { namedDayIn } from './named-day-in.ts';
import type { Tense } from './time-words.ts';

/** From which day it is told, `YYYY-MM-DD`, and of what. */
export type Telling = { readonly today: string; readonly tense: Tense };

/**
 * The day, `YYYY-MM-DD`, that is meant by what was said of it together: the nearest in the telling's direction, today
 * included. Undefined where no calendar has it, it could be two, or it is said in two ways that do not agree.
 */
export function toldDays(said: readonly SaidDay[], telling: Telling): string | undefined {
  const dates = said.filter((day) => day.kind !== 'weekday');
  const [on, ...others] = new Set((dates.length > 0 ? dates : said).map((day) => toldDay(day, telling)));
  if (on === undefined || others.length > 0) return undefined;
  // "Lördag 5 december" may be another Saturday than the next.
  const isOnIt = (day: SaidDay): boolean => day.kind !== 'weekday' || day.weekday === getISODay(parseISO(on));
  return said.every(isOnIt) ? on : undefined;
}

function toldDay(said: SaidDay, telling: Telling): string | undefined {
  switch (said.kind) {
    case 'from-today':
      return shifted(telling.today, said.days);
    case 'weekday':
      return weekdayOf(said, telling);
    case 'date':
      return dateOf(said, telling);
    case 'named':
      return nearest(
        yearsAround(telling.today).map((year) => namedDayIn(said.name, year)),
        telling,
      );
    default:
      return unreachable(said);
  }
}

const written = (day: Date): string => format(day, 'yyyy-MM-dd');
const shifted = (day: string, days: number): string => written(addDays(parseISO(day), days));

/** In order. */
const yearsAround = (today: string): readonly number[] =>
  [-1, 0, 1].map((years) => Number(today.slice(0, 4)) + years);

/** The nearest of some days, in their order, in the direction that is told of; today is in both. */
function nearest(days: readonly (string | undefined)[], { tense, today }: Telling): string | undefined {
  const isThere = (day: string | undefined): boolean =>
    day !== undefined && (tense === 'past' ? day <= today : day >= today);
  return tense === 'past' ? days.findLast(isThere) : days.find(isThere);
}

function dateOf(
  { day, month, year }: Extract<SaidDay, { kind: 'date' }>,
  telling: Telling,
): string | undefined {
  if (month === undefined)
    return nearest(
      monthsAround(telling.today).map((of) => existing(of, day)),
      telling,
    );
  const years = year === undefined ? yearsAround(telling.today) : [year];
  return nearest(
    years.map((one) => existing(`${one}-${twoDigits(month)}`, day)),
    telling,
  );
}

const twoDigits = (number: number): string => `${number}`.padStart(2, '0');

/** Undefined for 31 February. */
function existing(month: string, day: number | 'last'): string | undefined {
  if (day === 'last')
    return [31, 30, 29, 28].map((one) => existing(month, one)).find((one) => one !== undefined);
  const date = `${month}-${twoDigits(day)}`;
  return isValid(parseISO(date)) ? date : undefined;
}

/** `YYYY-MM`, in order; two months ago and to come, as every other may lack the day. */
function monthsAround(today: string): readonly string[] {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return [-2, -1, 0, 1, 2].map((months) => {
    const since = year * 12 + month - 1 + months;
    return `${Math.floor(since / 12)}-${twoDigits((since % 12) + 1)}`;
  });
}

function weekdayOf({ weekday, which }: SaidWeekday, telling: Telling): string | undefined {
  const weeks = weeksOf(which, telling.today);
  if (weeks === undefined) return besideToday({ weekday, which }, telling);
  return nearest(
    weeks.map((week) => written(setISODay(week, weekday))),
    telling,
  );
}

type Which = SaidWeekday['which'];

/** A day in each week that may be meant, in order; undefined where no week is named. */
function weeksOf(which: Which, today: string): readonly Date[] | undefined {
  if (which.kind === 'any') return [];
  if (which.kind === 'week') return [addDays(parseISO(today), 7 * which.fromThis)];
  if (which.kind !== 'numbered') return undefined;
  // The fourth of January is always in the first week.
  return yearsAround(today)
    .map((year) => new Date(year, 0, 4))
    .filter((first) => which.week >= 1 && which.week <= getISOWeeksInYear(first))
    .map((first) => setISOWeek(first, which.week));
}

const ofPast: readonly Which['kind'][] = ['before', 'last'];

/** The last or the next such day. Today's own name says last week's or next week's: of today one says "idag". */
function besideToday(
  { weekday, which }: Pick<SaidWeekday, 'weekday' | 'which'>,
  { tense, today }: Telling,
): string | undefined {
  const isPast = tense === 'past';
  if (which.kind !== 'either' && ofPast.includes(which.kind) !== isPast) return undefined;
  const back = (getISODay(parseISO(today)) - weekday + 7) % 7 || 7;
  const day = shifted(today, isPast ? -back : 7 - (back % 7));
  if (which.kind === 'later') return shifted(day, 7 * which.weeks);
  const isLoose = which.kind === 'next' || which.kind === 'last';
  return isLoose && isSameISOWeek(parseISO(day), parseISO(today)) ? undefined : day;
}
