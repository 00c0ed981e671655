import { expect, test } from 'vitest';
import { swedishDay, swedishDayOf } from '../../src/text/swedish-day.ts';

const now = Date.parse('2026-11-24T14:00+01:00');

test.each([
  ['2026-11-27', 'fredag 27 november'],
  ['2026-03-29', 'söndag 29 mars'],
  ['2027-01-01', 'fredag 1 januari 2027'],
  ['2026-02-31', '2026-02-31'],
])('%s is %s', (date, words) => {
  expect(swedishDay(date, now)).toBe(words);
});

test('the day of a moment is the one that Swedish calendars show', () => {
  expect(swedishDayOf(Date.parse('2026-11-24T23:30Z'))).toBe('25 november');
});
