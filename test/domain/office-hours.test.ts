import { assert, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextOfficeTime, tailMoments } from '../../src/domain/office-hours.ts';
import { isSwedishHoliday } from '../../src/domain/swedish-holidays.ts';
import { instantAt, swedishDateOf, swedishTimeOf } from '../../src/domain/swedish-time.ts';

const hour = 3_600_000;

const at = (shown: string): number => {
  const [date = '', time = ''] = shown.split(' ');
  const instant = instantAt({ date, time });
  if (instant === undefined) throw new Error(`No clock shows ${shown}`);
  return instant;
};
const shown = (instant: number): string => `${swedishDateOf(instant)} ${swedishTimeOf(instant)}`;
const tailOf = (endedAt: number): Record<string, string> =>
  Object.fromEntries(tailMoments(endedAt).map((moment) => [moment.key, shown(moment.at)]));

const isOpen = (instant: number): boolean => {
  const date = swedishDateOf(instant);
  const weekday = new Date(date).getUTCDay();
  const time = swedishTimeOf(instant);
  return weekday >= 1 && weekday <= 5 && !isSwedishHoliday(date) && time >= '08:00' && time < '16:00';
};

const anyMinute = integer({ min: at('2026-01-01 00:00') / 60_000, max: at('2036-01-01 00:00') / 60_000 });

describe('the office is open at once', () => {
  test.each([
    ['at eight', '2026-11-27 08:00'],
    ['in the afternoon', '2026-11-27 14:10'],
    ['a minute before four', '2026-11-27 15:59'],
    ['in summer time', '2026-07-01 08:00'],
  ])('%s', (_case, moment) => {
    expect(nextOfficeTime(at(moment))).toBe(at(moment));
  });

  test('to the millisecond', () => {
    const [opens, closes] = [at('2026-11-27 08:00'), at('2026-11-27 16:00')];
    expect(nextOfficeTime(opens - 1)).toBe(opens);
    expect(nextOfficeTime(opens + 1)).toBe(opens + 1);
    expect(nextOfficeTime(closes - 1)).toBe(closes - 1);
  });
});

describe('the office opens next', () => {
  test.each([
    ['the same morning', '2026-11-26 07:59', '2026-11-26 08:00'],
    ['the same morning, just after midnight', '2026-11-26 00:00', '2026-11-26 08:00'],
    ['the morning after four', '2026-11-26 16:00', '2026-11-27 08:00'],
    ['the morning after a late evening', '2026-11-26 23:59', '2026-11-27 08:00'],
    ['on Monday after Friday at four', '2026-11-27 16:00', '2026-11-30 08:00'],
    ['on Monday, in the middle of a Saturday', '2026-11-28 10:00', '2026-11-30 08:00'],
    ['on Monday, on Sunday before eight', '2026-11-29 07:00', '2026-11-30 08:00'],
    ['on Tuesday after Easter', '2026-04-02 16:00', '2026-04-07 08:00'],
    ['after första maj on a Friday', '2026-05-01 10:00', '2026-05-04 08:00'],
    ['after Kristi himmelsfärdsdag', '2026-05-14 10:00', '2026-05-15 08:00'],
    ['after midsummer', '2026-06-19 10:00', '2026-06-22 08:00'],
    ['after Christmas', '2026-12-24 10:00', '2026-12-28 08:00'],
    ['after New Year', '2026-12-31 10:00', '2027-01-04 08:00'],
    ['when summer time has begun', '2026-03-27 17:00', '2026-03-30 08:00'],
    ['when summer time has begun, after the night', '2026-03-29 03:00', '2026-03-30 08:00'],
    ['when summer time has ended', '2026-10-24 12:00', '2026-10-26 08:00'],
    ['when summer time has ended, from the hour that comes twice', '2026-10-25 02:30', '2026-10-26 08:00'],
  ])('%s', (_case, moment, opening) => {
    expect(shown(nextOfficeTime(at(moment)))).toBe(opening);
    expect(nextOfficeTime(at(moment))).toBe(at(opening));
  });

  test('by the clock of London, an hour apart before and after the night', () => {
    expect(nextOfficeTime(Date.parse('2026-10-23T20:00Z'))).toBe(Date.parse('2026-10-26T07:00Z'));
    expect(nextOfficeTime(Date.parse('2026-03-27T20:00Z'))).toBe(Date.parse('2026-03-30T06:00Z'));
  });
});

test('at any minute of ten years the next office time is open, and not earlier nor later than need be', () => {
  assert(
    property(anyMinute, (minute) => {
      const next = nextOfficeTime(minute * 60_000);
      expect(isOpen(next)).toBe(true);
      expect(nextOfficeTime(next)).toBe(next);
      const halfHoursBefore = Math.ceil((next - minute * 60_000) / (hour / 2));
      const before = Array.from({ length: halfHoursBefore }, (_, index) => next - 1 - index * (hour / 2));
      expect(before.filter((instant) => instant >= minute * 60_000 && isOpen(instant))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

describe('the tail of an outage that ended', () => {
  test('on a Friday afternoon begins on Monday', () => {
    expect(tailOf(at('2026-11-27 14:10'))).toEqual({
      '24h': '2026-11-30 08:00',
      '72h': '2026-11-30 14:10',
      '1w': '2026-12-07 14:10',
      '2w': '2026-12-14 14:10',
      '3w': '2026-12-21 14:10',
    });
  });

  test('on a Tuesday afternoon keeps the clock time throughout', () => {
    expect(tailOf(at('2026-11-24 14:10'))).toEqual({
      '24h': '2026-11-25 14:10',
      '72h': '2026-11-27 14:10',
      '1w': '2026-12-04 14:10',
      '2w': '2026-12-11 14:10',
      '3w': '2026-12-18 14:10',
    });
  });

  test('the day before Christmas Eve waits until the holidays are over, with both first moments at once', () => {
    expect(tailOf(at('2026-12-23 14:00'))).toEqual({
      '24h': '2026-12-28 08:00',
      '72h': '2026-12-28 08:00',
      '1w': '2027-01-04 08:00',
      '2w': '2027-01-11 08:00',
      '3w': '2027-01-18 08:00',
    });
  });

  test('just before trettondedag jul goes back to its weekday when that holiday is past', () => {
    expect(tailOf(at('2027-01-03 10:00'))).toMatchObject({
      '72h': '2027-01-07 08:00',
      '1w': '2027-01-13 10:00',
      '2w': '2027-01-20 10:00',
    });
  });

  test('the day before summer time ends counts hours first, then days by the clock', () => {
    expect(tailOf(at('2026-10-24 14:00'))).toEqual({
      '24h': '2026-10-26 08:00',
      '72h': '2026-10-27 13:00',
      '1w': '2026-11-03 13:00',
      '2w': '2026-11-10 13:00',
      '3w': '2026-11-17 13:00',
    });
  });

  test('three days before summer time ends keeps the clock time over that night', () => {
    expect(tailOf(at('2026-10-20 10:00'))).toMatchObject({
      '72h': '2026-10-23 10:00',
      '1w': '2026-10-30 10:00',
    });
  });

  test('at any minute of ten years comes in order, within office hours, no week twice', () => {
    assert(
      property(anyMinute, (minute) => {
        const moments = tailMoments(minute * 60_000);
        const instants = moments.map((moment) => moment.at);
        expect(moments.map(({ key }) => key)).toEqual(['24h', '72h', '1w', '2w', '3w']);
        expect(instants).toEqual(instants.toSorted((one, other) => one - other));
        expect(instants.map(nextOfficeTime)).toEqual(instants);
        expect(new Set(instants.slice(1)).size).toBe(4);
        expect(instants[0]).toBeGreaterThanOrEqual(minute * 60_000 + 24 * hour);
      }),
    );
  });
});
