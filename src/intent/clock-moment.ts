import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { instantAt, swedishDateOf, swedishTimeOf, wholeMinute } from '../domain/swedish-time.ts';
import type { Clock } from './entities/clock.ts';
import type { PartOfDay, SaidPart } from './entities/part-of-day.ts';
import type { Tense } from './time-words.ts';

/** What is known of the day that a time is of; `on` is `YYYY-MM-DD`. */
export type ClockPlace = {
  readonly now: number;
  readonly tense: Tense;
  readonly on?: string | undefined;
  readonly part?: SaidPart | undefined;
};

/** What clocks show: text that sorts as time does, `YYYY-MM-DD HH:mm`. */
type Shown = string;

/**
 * The moment of a time of day: the nearest in the direction told of, within the part of a day that was said.
 * Undefined where none fits, or where no clock showed it as summer time began.
 */
export function clockMoment(clock: Clock, place: ClockPlace): number | undefined {
  const { now, on, tense } = place;
  const shown = daysOf(place).flatMap((day) => timesOf(clock, place).map((minutes) => shownOn(day, minutes)));
  const [only, ...others] = shown;
  // A day and a time that were both said are taken as they were said.
  if (only !== undefined && others.length === 0 && on !== undefined) return instantOf(only, place);
  const reached = reachedBy(now, tense);
  const nearest =
    tense === 'past'
      ? shown.toSorted().findLast((one) => one <= reached)
      : shown.toSorted().find((one) => one >= reached);
  return nearest === undefined ? undefined : instantOf(nearest, place);
}

const day = (from: string, days: number): string => format(addDays(parseISO(from), days), 'yyyy-MM-dd');
const wholeDay = 1440;

/** The days that the time may be of; a night is its evening's. */
function daysOf({ now, on, part, tense }: ClockPlace): readonly string[] {
  if (on !== undefined) return [part?.said === 'before' ? day(on, -1) : on];
  const today = swedishDateOf(now);
  const around = (...offsets: readonly number[]): readonly string[] =>
    offsets.map((days) => day(today, days));
  if (part === undefined) return around(-1, 0, 1);
  if (part.said === 'before') return [];
  if (part.said !== 'this') return around(-2, -1, 0, 1);
  if (part.part === 'night') return around(-1, 0);
  // Past midnight "i kväll" is still the evening that was.
  const isStillNight = tense === 'past' && swedishTimeOf(now) < '05:00';
  return isStillNight ? around(-1, 0) : around(0);
}

/** Minutes after midnight, both included, over the next midnight too: "tolv på kvällen", "tre i natt". */
const hoursOf: Readonly<Record<PartOfDay, readonly [from: number, to: number]>> = {
  morning: [180, 719],
  forenoon: [300, 779],
  day: [540, 1079],
  afternoon: [720, 1139],
  evening: [1020, 1440],
  night: [1260, 1859],
};
/** Of a day that is not today, an hour by the dial is one of these. */
const daytime = [360, 1079] as const;

function timesOf(clock: Clock, place: ClockPlace): readonly number[] {
  const { now, on, part } = place;
  if (part !== undefined) return timesIn(clock, place, hoursOf[part.part]);
  const both = clock.isDial ? bothOn(clock) : [clock.minutes];
  if (!clock.isDial || on === undefined || on === swedishDateOf(now)) return both;
  return both.filter((minutes) => isWithin(minutes, daytime));
}

const bothOn = ({ minutes }: Clock): readonly number[] => [minutes % 720, (minutes % 720) + 720];
const isWithin = (minutes: number, [from, to]: readonly [number, number]): boolean =>
  minutes >= from && minutes <= to;

/** "Kl 3" in the afternoon is 15:00, though "kl 3" alone is not. */
function timesIn(clock: Clock, place: ClockPlace, hours: readonly [number, number]): readonly number[] {
  const fitting = (minutes: readonly number[]): readonly number[] =>
    minutes.flatMap((one) => [one, one + wholeDay]).filter((one) => isWithin(one, hours));
  const asSaid = clock.isDial ? [] : fitting([clock.minutes]);
  const isShort = clock.isDial || clock.minutes < 780;
  const times = asSaid.length > 0 || !isShort ? asSaid : fitting(bothOn(clock));
  return times.flatMap((one) => ofNight(one, place));
}

/** The small hours of a night that is named by its day: the day's own, but of "igår natt" nobody knows which. */
function ofNight(minutes: number, { now, on, part }: ClockPlace): readonly number[] {
  if (on === undefined || part?.part !== 'night' || part.said === 'before' || minutes < wholeDay)
    return [minutes];
  return on === day(swedishDateOf(now), -1) ? [] : [minutes - wholeDay];
}

const twoDigits = (number: number): string => `${number}`.padStart(2, '0');

function shownOn(on: string, minutes: number): Shown {
  const inDay = minutes % wholeDay;
  return `${minutes < wholeDay ? on : day(on, 1)} ${twoDigits(Math.floor(inDay / 60))}:${twoDigits(inDay % 60)}`;
}

const hourMs = 60 * 60_000;
const shownAt = (at: number): Shown => `${swedishDateOf(at)} ${swedishTimeOf(at)}`;

/** What clocks have shown until now, or may show from now on: in the hour that comes twice, all of that hour. */
function reachedBy(now: number, tense: Tense): Shown {
  const shown = shownAt(now);
  const isTwice = shownAt(now + (tense === 'past' ? -hourMs : hourMs)) === shown;
  if (!isTwice) return shown;
  return `${shown.slice(0, -2)}${tense === 'past' ? '59' : '00'}`;
}

/** Of two moments that clocks show alike, the nearest in the direction told of. */
function instantOf(shown: Shown, { now, tense }: ClockPlace): number | undefined {
  const first = instantAt({ date: shown.slice(0, 10), time: shown.slice(11) });
  if (first === undefined || shownAt(first + hourMs) !== shown) return first;
  const again = first + hourMs;
  const isAgain = tense === 'past' ? again <= now : first < wholeMinute(now);
  return isAgain ? again : first;
}
