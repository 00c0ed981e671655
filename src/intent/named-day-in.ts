import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { getISODay } from 'date-fns/getISODay';
import { parseISO } from 'date-fns/parseISO';
import { easterSunday } from '../domain/swedish-holidays.ts';
import type { NamedDay } from './entities/said-day.ts';

/** The same day every year, a weekday from a date on, or days after Easter Sunday. */
type Rule = string | { readonly weekday: number; readonly from: string } | number;

const rules: Readonly<Record<NamedDay, Rule>> = {
  'christmas-eve': '12-24',
  'christmas-day': '12-25',
  'boxing-day': '12-26',
  'new-years-eve': '12-31',
  'new-years-day': '01-01',
  'epiphany-eve': '01-05',
  epiphany: '01-06',
  lucia: '12-13',
  'walpurgis-eve': '04-30',
  'national-day': '06-06',
  'maundy-thursday': -3,
  'good-friday': -2,
  'easter-eve': -1,
  'easter-day': 0,
  'easter-monday': 1,
  'ascension-day': 39,
  'whitsun-eve': 48,
  'whitsun-day': 49,
  'midsummer-eve': { weekday: 5, from: '06-19' },
  'midsummer-day': { weekday: 6, from: '06-20' },
  'all-saints-day': { weekday: 6, from: '10-31' },
};

/** The date, `YYYY-MM-DD`, of a day by its name in a year. */
export function namedDayIn(name: NamedDay, year: number): string {
  const rule = rules[name];
  if (typeof rule === 'string') return `${year}-${rule}`;
  if (typeof rule === 'number') return format(addDays(easterSunday(year), rule), 'yyyy-MM-dd');
  const from = parseISO(`${year}-${rule.from}`);
  return format(addDays(from, (rule.weekday - getISODay(from) + 7) % 7), 'yyyy-MM-dd');
}
