import { clockEdge, clockEnd, isNamedTime } from './clock.ts';
import type { Clock } from './clock.ts';
import { numberOf, wordPattern } from './number-words.ts';
import { isNumbered, standsAlone } from './stands-alone.ts';
import { leadOf, restOf } from './way.ts';
import type { Way } from './way.ts';

const word = `(${wordPattern})`;
const zeroMinutes = new RegExp(`${clockEdge}(?:noll )?${word} (?:och )?noll ?${word}${clockEnd}`, 'gu');
const earlyHour = new RegExp(`${clockEdge}noll ${word} ${word}${clockEnd}`, 'gu');
const hourAndMinute = new RegExp(`${clockEdge}${word} (och )?${word}${clockEnd}`, 'gu');

/** The hour and the minute in words: "sexton noll noll", "noll åtta femton", "nitton och femton". */
export const hoursAndMinutes: readonly Way<Clock>[] = [
  {
    pattern: zeroMinutes,
    read: (match, folded) => (isAlone(match, folded) ? clockOf(match[1], match[2], [0, 9]) : undefined),
  },
  {
    pattern: earlyHour,
    read: (match, folded) => (isEarly(match, folded) ? clockOf(match[1], match[2], [10, 59]) : undefined),
  },
  { pattern: hourAndMinute, read: readPlain },
];

function clockOf(hour = '', minute = '', [least, most]: readonly [number, number]): Clock | undefined {
  const [hours, minutes] = [numberOf(hour), numberOf(minute)];
  const isTime = hours <= 23 && minutes >= least && minutes <= most;
  return isTime ? { minutes: hours * 60 + minutes, isDial: false } : undefined;
}

function isAlone(match: RegExpExecArray, folded: string): boolean {
  const lead = leadOf(folded, match);
  return !isNumbered(lead) && !/(?<![a-z])mellan $/u.test(lead) && standsAlone(restOf(folded, match));
}

/** "Noll sex elva" goes on where it is a telephone number. */
function isEarly(match: RegExpExecArray, folded: string): boolean {
  const isEnd = /^ *(?:$|[.,;!?)\n])/u.test(restOf(folded, match));
  return isAlone(match, folded) && (isEnd || isNamedTime(leadOf(folded, match)));
}

/** By the dial up to twelve. What may be numbers of things wants "klockan" before it. */
function readPlain(match: RegExpExecArray, folded: string): Clock | undefined {
  const [, hour = '', and, minute = ''] = match;
  const clock = isAlone(match, folded) ? clockOf(hour, minute, [10, 59]) : undefined;
  const hours = numberOf(hour);
  if (isLikeAmount([hours, numberOf(minute)], and !== undefined) && !isNamedTime(leadOf(folded, match)))
    return undefined;
  return clock === undefined ? undefined : { ...clock, isDial: hours >= 1 && hours <= 12 };
}

/** "Tio femton", "tjugo trettio", "tio och tolv"; but not "sju och fyrtio". */
function isLikeAmount([hours, minutes]: readonly [number, number], isJoined: boolean): boolean {
  if (isJoined) return hours <= 12 && minutes <= 12;
  return hours <= 12 || (hours === 20 && minutes >= 30);
}
