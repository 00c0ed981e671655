import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { sv } from 'date-fns/locale/sv';
import { instantAt, swedishDateOf, swedishZone } from '../domain/swedish-time.ts';

const formatted = (instant: number, pattern: string): string =>
  format(new TZDate(instant, swedishZone), pattern, { locale: sv });

/** A date, `YYYY-MM-DD`, in words: "fredag 27 november"; the year only where it is another than now's. */
export function swedishDay(date: string, now: number): string {
  const noon = instantAt({ date, time: '12:00' });
  if (noon === undefined) return date;
  const isThisYear = date.slice(0, 4) === swedishDateOf(now).slice(0, 4);
  return formatted(noon, isThisYear ? 'EEEE d MMMM' : 'EEEE d MMMM yyyy');
}

/** The day of a moment without its weekday, as it is written in a record: "24 november". */
export function swedishDayOf(instant: number): string {
  return formatted(instant, 'd MMMM');
}

/** The day of a moment with its year, for what is kept: "27 november 2026". */
export function fullSwedishDay(instant: number): string {
  return formatted(instant, 'd MMMM yyyy');
}
