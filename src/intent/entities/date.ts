import { foldedInPlace } from '../folded-in-place.ts';
import { calendarDates, dayEdge, dayEnd } from './calendar-dates.ts';
import type { Found } from './found.ts';
import { namedDays } from './named-days.ts';
import type { SaidDay } from './said-day.ts';
import { findAll } from './way.ts';
import type { Way } from './way.ts';
import { weekdays } from './weekdays.ts';

const tomorrow = '(?:morgon|morron|morgn|morr?n)';
const fromToday: readonly Way<SaidDay>[] = [
  ['i ?dag', 0],
  ['i ?gar', -1],
  ['i ?forr ?gar', -2],
  [`i ?${tomorrow}`, 1],
  [`(?:i ?)?over ?(?:i ?)?${tomorrow}(?: bitti)?`, 2],
].map(([written, days]) => ({
  // "Igårkväll" is the day and its evening.
  pattern: new RegExp(`${dayEdge}(?:${written})(?:(?<=gar)(?=kvall(?![a-z]))|${dayEnd})`, 'gu'),
  read: () => ({ kind: 'from-today', days: Number(days) }),
}));

/** The days that a folded text names, in order. */
export const findDays = (folded: string): readonly Found<SaidDay>[] =>
  findAll(folded, [...calendarDates, ...fromToday, ...weekdays, ...namedDays]);

/** Dates as typed: a weekday, a day by name, "14/11", "3 oktober", "2025-10-14". */
export function findDates(text: string): readonly Found<string>[] {
  return findDays(foldedInPlace(text)).map(({ start, end }) => ({
    value: text.slice(start, end),
    start,
    end,
  }));
}
