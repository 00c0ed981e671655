import { tz } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { isWeekend } from 'date-fns/isWeekend';
import { set } from 'date-fns/set';
import type { KeyedMoment } from './ahead.ts';
import { isSwedishHoliday } from './swedish-holidays.ts';
import { swedishDateOf, swedishTimeOf, swedishZone } from './swedish-time.ts';

const sweden = { in: tz(swedishZone) };
const hour = 3_600_000;

const opensAt = '08:00';
const closesAt = '16:00';

/**
 * The instant itself where Swedish clocks show 08:00 or later but not yet 16:00, Monday to Friday and on no
 * holiday; else the next 08:00 of such a day. Milliseconds since 1970.
 */
export function nextOfficeTime(instant: number): number {
  const time = swedishTimeOf(instant);
  if (isOfficeDay(instant) && time >= opensAt && time < closesAt) return instant;
  let day = time < opensAt ? instant : dayAfter(instant);
  while (!isOfficeDay(day)) day = dayAfter(day);
  return set(day, { hours: 8, minutes: 0, seconds: 0, milliseconds: 0 }, sweden).getTime();
}

function isOfficeDay(instant: number): boolean {
  return !isWeekend(instant, sweden) && !isSwedishHoliday(swedishDateOf(instant));
}

function dayAfter(instant: number): number {
  return addDays(instant, 1, sweden).getTime();
}

/**
 * When units are reminded of what is left after an outage (design §3, "The tail"): 24 and 72 hours after its end,
 * then at the latter's clock time one, two and three weeks later, each moved to the next office time; earliest
 * first. The first two are the same moment where both hours fall on closed days.
 */
export function tailMoments(endedAt: number): readonly KeyedMoment[] {
  const third = endedAt + 72 * hour;
  const weeksLater = (weeks: number): number => addDays(third, 7 * weeks, sweden).getTime();
  return [
    { key: '24h', at: nextOfficeTime(endedAt + 24 * hour) },
    { key: '72h', at: nextOfficeTime(third) },
    { key: '1w', at: nextOfficeTime(weeksLater(1)) },
    { key: '2w', at: nextOfficeTime(weeksLater(2)) },
    { key: '3w', at: nextOfficeTime(weeksLater(3)) },
  ];
}
