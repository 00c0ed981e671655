import { expect, test } from 'vitest';
import { clockTime, swedishDuration, swedishMoment, swedishSince } from '../../src/text/swedish-moment.ts';

const utc = (text: string): number => Date.parse(text);
const now = utc('2026-11-24T13:00:00Z');

test('a moment is shown with its day and its date', () => {
  expect(swedishMoment(utc('2026-11-24T07:10:00Z'), now)).toBe('tisdag 24 november kl. 08.10');
});

test('a moment of another year is shown with its year', () => {
  expect(swedishMoment(utc('2027-01-01T11:00:00Z'), now)).toBe('fredag 1 januari 2027 kl. 12.00');
});

test.each([
  ['of the same day is told by the clock alone', '2026-11-24T07:10:00Z', 'kl. 08.10'],
  ['of the same Swedish day too, whatever the day is in London', '2026-11-23T23:10:00Z', 'kl. 00.10'],
  ['of the day before is told with its date', '2026-11-23T22:10:00Z', 'måndag 23 november kl. 23.10'],
])('within a sentence a moment %s', (_case, moment, shown) => {
  expect(swedishSince(utc(moment), now)).toBe(shown);
});

test('the hour that comes twice says which one it is', () => {
  expect(
    ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].map((at) => clockTime(utc(at))),
  ).toEqual(['02.30 (sommartid)', '02.30 (vintertid)', '03.30']);
});

test.each([
  [0, 'mindre än en minut'],
  [-5, 'mindre än en minut'],
  [0.9, 'mindre än en minut'],
  [59, '59 minuter'],
  [1, '1 minut'],
  [60, '1 timme'],
  [125, '2 timmar 5 minuter'],
  [24 * 60, '1 dygn'],
  [3 * 24 * 60 + 61, '3 dygn 1 timme'],
])('%d minutes are "%s"', (minutes, shown) => {
  expect(swedishDuration(minutes * 60_000)).toBe(shown);
});
