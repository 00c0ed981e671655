import { subDays } from 'date-fns/subDays';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { isValid } from 'date-fns/isValid';
import { fold } from './normalise.ts';

const daysAgo: readonly (readonly [RegExp, number])[] = [
  [/^i ?dag$/u, 0],
  [/^i ?forr ?gar$/u, 2],
  [/^i ?gar$/u, 1],
];

/**
 * The day, `YYYY-MM-DD`, of a date as it was typed of something that has been ("igår", "24/11", "2026-11-24");
 * undefined where it does not say which. A day and a month are the last time that they were. `today` is `YYYY-MM-DD`.
 */
export function toldDate(typed: string, today: string): string | undefined {
  const words = fold(typed).trim();
  const ago = daysAgo.find(([pattern]) => pattern.test(words))?.[1];
  if (ago !== undefined) return format(subDays(parseISO(today), ago), 'yyyy-MM-dd');
  if (/^\d{4}-\d{2}-\d{2}$/u.test(words)) return isValid(parseISO(words)) ? words : undefined;
  const [, day = '', month = ''] = /^(\d{1,2})\/(\d{1,2})$/u.exec(words) ?? [];
  if (day === '') return undefined;
  const year = Number(today.slice(0, 4));
  const written = (of: number): string => `${of}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return [written(year), written(year - 1)].find((one) => isValid(parseISO(one)) && one <= today);
}
