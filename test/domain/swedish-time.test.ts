import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantAt, swedishDateOf, swedishTimeOf } from '../../src/domain/swedish-time.ts';

const utc = (text: string): number => Date.parse(text);
const hour = 60 * 60_000;

describe('a Swedish date and time', () => {
  test.each([
    ['in winter', '2026-11-25', '08:10', '2026-11-25T07:10:00Z'],
    ['in summer', '2026-07-01', '08:10', '2026-07-01T06:10:00Z'],
    ['with one digit for the hour', '2026-11-25', '8:10', '2026-11-25T07:10:00Z'],
    ['with a point, as Swedes write it', '2026-11-25', '08.10', '2026-11-25T07:10:00Z'],
    ['at midnight', '2026-11-25', '00:00', '2026-11-24T23:00:00Z'],
    ['the minute before summer time begins', '2026-03-29', '01:59', '2026-03-29T00:59:00Z'],
    ['the minute when it has begun', '2026-03-29', '03:00', '2026-03-29T01:00:00Z'],
    ['the first of two hours when it ends', '2026-10-25', '02:30', '2026-10-25T00:30:00Z'],
    ['the minute after both', '2026-10-25', '03:00', '2026-10-25T02:00:00Z'],
    ['a leap day', '2028-02-29', '12:00', '2028-02-29T11:00:00Z'],
  ])('%s is a moment', (_case, date, time, moment) => {
    expect(instantAt({ date, time })).toBe(utc(moment));
  });

  test.each([
    ['a day that the month has not', '2026-02-31', '08:10'],
    ['a leap day of another year', '2026-02-29', '08:10'],
    ['a thirteenth month', '2026-13-01', '08:10'],
    ['an hour that the day has not', '2026-11-25', '24:00'],
    ['a minute that the hour has not', '2026-11-25', '08:60'],
    ['the hour that summer time leaves out', '2026-03-29', '02:30'],
    ['a text', 'igår', 'halv nio'],
    ['nothing', '', ''],
  ])('%s is none', (_case, date, time) => {
    expect(instantAt({ date, time })).toBeUndefined();
  });

  test('is what clocks show at that moment, for any minute of five years', () => {
    const minutes = integer({
      min: utc('2026-01-01T00:00Z') / 60_000,
      max: utc('2031-01-01T00:00Z') / 60_000,
    });
    assert(
      property(minutes, (minute) => {
        const at = minute * 60_000;
        const shown = { date: swedishDateOf(at), time: swedishTimeOf(at) };
        const earlier = at - hour;
        const isSecond = swedishTimeOf(earlier) === shown.time;
        expect(instantAt(shown)).toBe(isSecond ? earlier : at);
      }),
    );
  });
});
