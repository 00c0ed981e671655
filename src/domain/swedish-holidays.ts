import { TZDate } from '@date-fns/tz';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { swedishZone } from './swedish-time.ts';

/** Nyårsdagen, trettondedag jul, första maj, nationaldagen, julafton, juldagen, annandag jul, nyårsafton. */
const fixedDays: ReadonlySet<string> = new Set([
  '01-01',
  '01-06',
  '05-01',
  '06-06',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
]);

type WeekdayIn = { readonly weekday: number; readonly from: string; readonly to: string };

/** Midsommarafton, midsommardagen, alla helgons dag: the Friday or Saturday between two dates. */
const weekdaysIn: readonly WeekdayIn[] = [
  { weekday: 5, from: '06-19', to: '06-25' },
  { weekday: 6, from: '06-20', to: '06-26' },
  { weekday: 6, from: '10-31', to: '11-06' },
];

/** Långfredagen, påskdagen, annandag påsk, Kristi himmelsfärdsdag, pingstdagen: days after Easter Sunday. */
const easterDays: readonly number[] = [-2, 0, 1, 39, 49];

/**
 * Whether a date, `YYYY-MM-DD`, is a Swedish public holiday by lag (1989:253) om allmänna helgdagar as it has been
 * since 2005, or one of the three eves that lag (1930:173) 2 § puts beside them: midsommarafton, julafton,
 * nyårsafton. An ordinary Sunday is none here, nor is a text that is no date.
 */
export function isSwedishHoliday(date: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (parts === null) return false;
  const [year = 0, month = 0, dayOfMonth = 0] = parts.slice(1).map(Number);
  const day = new TZDate(year, month - 1, dayOfMonth, swedishZone);
  if (day.getDate() !== dayOfMonth) return false;
  const monthAndDay = date.slice(5);
  if (fixedDays.has(monthAndDay)) return true;
  const isThatDay = ({ weekday, from, to }: WeekdayIn): boolean =>
    day.getDay() === weekday && from <= monthAndDay && monthAndDay <= to;
  return weekdaysIn.some(isThatDay) || easterDays.includes(differenceInCalendarDays(day, easterSunday(year)));
}

/** Oudin's rule for the Gregorian calendar (1940), as in the Explanatory Supplement to the Astronomical Almanac. */
export function easterSunday(year: number): TZDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const leapCenturies = Math.floor(century / 4);
  const epact = (century - leapCenturies - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30;
  const isLate = epact === 29 || (epact === 28 && golden > 10);
  const fullMoon = epact - (isLate ? 1 : 0);
  const weekday = (year + Math.floor(year / 4) + fullMoon + 2 - century + leapCenturies) % 7;
  return new TZDate(year, 2, 28 + fullMoon - weekday, swedishZone);
}
