import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { describe, expect, test } from 'vitest';
import { isSwedishHoliday } from '../../src/domain/swedish-holidays.ts';

const daysFrom = (date: string, days: number): string =>
  format(addDays(new TZDate(`${date}T12:00:00`, 'Europe/Stockholm'), days), 'yyyy-MM-dd');

const daysOf = (year: number): readonly string[] =>
  Array.from({ length: 366 }, (_, day) => daysFrom(`${year}-01-01`, day)).filter((date) =>
    date.startsWith(`${year}-`),
  );

describe('the holidays of a year are', () => {
  test.each([
    [
      2026,
      [
        ['2026-01-01', 'nyårsdagen'],
        ['2026-01-06', 'trettondedag jul'],
        ['2026-04-03', 'långfredagen'],
        ['2026-04-05', 'påskdagen'],
        ['2026-04-06', 'annandag påsk'],
        ['2026-05-01', 'första maj'],
        ['2026-05-14', 'Kristi himmelsfärdsdag'],
        ['2026-05-24', 'pingstdagen'],
        ['2026-06-06', 'nationaldagen'],
        ['2026-06-19', 'midsommarafton'],
        ['2026-06-20', 'midsommardagen'],
        ['2026-10-31', 'alla helgons dag'],
        ['2026-12-24', 'julafton'],
        ['2026-12-25', 'juldagen'],
        ['2026-12-26', 'annandag jul'],
        ['2026-12-31', 'nyårsafton'],
      ],
    ],
    [
      2027,
      [
        ['2027-01-01', 'nyårsdagen'],
        ['2027-01-06', 'trettondedag jul'],
        ['2027-03-26', 'långfredagen'],
        ['2027-03-28', 'påskdagen, when summer time begins'],
        ['2027-03-29', 'annandag påsk'],
        ['2027-05-01', 'första maj'],
        ['2027-05-06', 'Kristi himmelsfärdsdag'],
        ['2027-05-16', 'pingstdagen'],
        ['2027-06-06', 'nationaldagen'],
        ['2027-06-25', 'midsommarafton'],
        ['2027-06-26', 'midsommardagen'],
        ['2027-11-06', 'alla helgons dag'],
        ['2027-12-24', 'julafton'],
        ['2027-12-25', 'juldagen'],
        ['2027-12-26', 'annandag jul'],
        ['2027-12-31', 'nyårsafton'],
      ],
    ],
  ])('%i', (year, holidays) => {
    expect(daysOf(year).filter(isSwedishHoliday)).toEqual(holidays.map(([date]) => date));
  });
});

/** As python-dateutil lists them for 1990–2050; and 1954, 1981, 2049 and 2076, where Gauss's rule has its exceptions. */
const easterSundays = [
  '1954-04-18',
  '1981-04-19',
  '2008-03-23',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
  '2036-04-13',
  '2037-04-05',
  '2038-04-25',
  '2039-04-10',
  '2040-04-01',
  '2049-04-18',
  '2076-04-19',
] as const;

test.each(easterSundays)('Easter Sunday is %s, and the feasts follow from it', (easter) => {
  const offsets = Array.from({ length: 60 }, (_, index) => index - 5);
  const closed = offsets.filter((offset) => isSwedishHoliday(daysFrom(easter, offset)));
  const firstOfMay = offsets.find((offset) => daysFrom(easter, offset).endsWith('-05-01'));
  const nationalDay = offsets.find((offset) => daysFrom(easter, offset).endsWith('-06-06'));
  const expected = new Set(
    [-2, 0, 1, 39, 49, firstOfMay, nationalDay].filter((offset) => offset !== undefined),
  );
  expect(closed).toEqual([...expected].toSorted((one, other) => one - other));
});

test.each([
  ['midsommar, at the earliest', '2026-06-20'],
  ['midsommar, at the latest', '2027-06-26'],
  ['alla helgons dag, at the earliest', '2026-10-31'],
  ['alla helgons dag, at the latest', '2027-11-06'],
])('%s: %s', (_case, date) => {
  expect(isSwedishHoliday(date)).toBe(true);
  expect(isSwedishHoliday(daysFrom(date, 7))).toBe(false);
  expect(isSwedishHoliday(daysFrom(date, -7))).toBe(false);
});

test.each([
  ['an ordinary Sunday', '2026-11-22'],
  ['påskafton', '2026-04-04'],
  ['skärtorsdagen', '2026-04-02'],
  ['annandag pingst, a working day since 2005', '2026-05-25'],
  ['trettondagsafton', '2026-01-05'],
  ['allhelgonaafton', '2026-10-30'],
  ['a day that the month has not', '2026-03-36'],
  ['a month that the year has not', '2026-13-01'],
  ['a date without its zeros', '2026-1-1'],
  ['a moment', '2026-12-24T10:00'],
  ['nothing', ''],
])('%s is none', (_case, date) => {
  expect(isSwedishHoliday(date)).toBe(false);
});
