import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';

/** The time that clocks in Sweden show, with its summer time. */
export const swedishZone = 'Europe/Stockholm';

/** A moment as the fields of a form have it: `YYYY-MM-DD` and `HH:mm`. */
export type ClockTime = { readonly date: string; readonly time: string };

/**
 * The moment when Swedish clocks show a date and a time, in milliseconds since 1970; the first one where they
 * show it twice, on the night when summer time ends. Undefined for what they never show: 31 February, 24:30, the
 * hour that is left out when summer time begins. `8:05` and `08.05` are read too.
 */
export function instantAt({ date, time }: ClockTime): number | undefined {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const clock = /^(\d{1,2})[:.](\d{2})$/.exec(time);
  if (day === null || clock === null) return undefined;
  const [year = 0, month = 0, dayOfMonth = 0] = day.slice(1).map(Number);
  const [hours = 0, minutes = 0] = clock.slice(1).map(Number);
  const shown = `${date} ${`${hours}`.padStart(2, '0')}:${`${minutes}`.padStart(2, '0')}`;
  const guess = new TZDate(year, month - 1, dayOfMonth, hours, minutes, swedishZone).getTime();
  // Where the hour comes twice, which of them the library takes is its own business.
  return [guess - hourMs, guess, guess + hourMs].find((at) => shownAt(at) === shown);
}

const hourMs = 60 * 60_000;

const shownAt = (instant: number): string => format(new TZDate(instant, swedishZone), 'yyyy-MM-dd HH:mm');

/** The date that Swedish calendars show, as `YYYY-MM-DD`. */
export const swedishDateOf = (instant: number): string => shownAt(instant).slice(0, 10);

/** The time that Swedish clocks show, as `HH:mm`. */
export const swedishTimeOf = (instant: number): string => shownAt(instant).slice(11);

/** The minute that clocks show: what people fill in has no seconds. */
export const wholeMinute = (instant: number): number => instant - (instant % 60_000);

/** Whether a date, `YYYY-MM-DD`, is one that calendars show. */
export const isDate = (date: string): boolean => instantAt({ date, time: '12:00' }) !== undefined;
