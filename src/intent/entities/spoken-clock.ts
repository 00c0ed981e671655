import { clockEdge, clockEnd, isAfterClock, isAmount, isNamedTime } from './clock.ts';
import type { Clock } from './clock.ts';
import { hoursAndMinutes } from './hour-and-minute.ts';
import { numberOf, numberPattern, wordPattern } from './number-words.ts';
import { isCounting, standsAlone } from './stands-alone.ts';
import { leadOf, restOf } from './way.ts';
import type { Way } from './way.ts';

const around = '(?:[- ]?tiden)?';
const besideHour = new RegExp(
  `${clockEdge}(kvart|${numberPattern})( ?min(?:uter|ut)?\\.?)? (over|i|fore) (halv ?)?(${numberPattern})${around}${clockEnd}`,
  'gu',
);
const halfHour = new RegExp(
  `${clockEdge}(?<!(?<![a-z])ett? )halv(?!en(?![a-z])) ?(${numberPattern})${around}${clockEnd}`,
  'gu',
);
const aroundHour = new RegExp(`${clockEdge}(${wordPattern})[- ]?tiden${clockEnd}`, 'gu');
const bareHour = new RegExp(`${clockEdge}(${wordPattern})${clockEnd}`, 'gu');
const midnight = new RegExp(`${clockEdge}midnatt${clockEnd}`, 'gu');
const twelfthStroke = new RegExp(`${clockEdge}tolvslaget${clockEnd}`, 'gu');

/** Times in words, and by the dial: "kvart över tio", "halv elva", "nitton och femton", "vid åttatiden". */
export const spokenClocks: readonly Way<Clock>[] = [
  { pattern: besideHour, read: readBeside },
  {
    pattern: halfHour,
    read: (match, folded) =>
      isCounting(restOf(folded, match)) ? undefined : clockAt(numberOf(match[1] ?? ''), -30),
  },
  ...hoursAndMinutes,
  { pattern: aroundHour, read: ([, hour = '']) => clockAt(numberOf(hour), 0) },
  { pattern: bareHour, read: readBare },
  { pattern: midnight, read: () => ({ minutes: 0, isDial: false }) },
  { pattern: twelfthStroke, read: () => ({ minutes: 720, isDial: true }) },
];

/** A time by an hour and the minutes after or before it; an hour up to twelve is the dial's. */
function clockAt(hour: number, minutes: number): Clock | undefined {
  if (hour > 24) return undefined;
  return { minutes: (hour * 60 + minutes + 1440) % 1440, isDial: hour >= 1 && hour <= 12 };
}

function readBeside(match: RegExpExecArray, folded: string): Clock | undefined {
  const [, minuteWord = '', , side, half, hour = ''] = match;
  const rest = restOf(folded, match);
  if (isShare(match) || isCounting(rest) || (side === 'fore' && !standsAlone(rest))) return undefined;
  const minutes = minuteWord === 'kvart' ? 15 : numberOf(minuteWord);
  return clockAt(numberOf(hour), (side === 'over' ? minutes : -minutes) - (half === undefined ? 0 : 30));
}

/** "En i tre" is a share: of one minute the minute is named. */
function isShare([, minuteWord = '', unit]: RegExpExecArray): boolean {
  return unit === undefined && (minuteWord === 'en' || minuteWord === 'ett');
}

/** "Sex i kväll" at the beginning is a time; "har ringt sex i kväll" may be calls. */
const opening = /(?:^|[.,;:!?(\n–-] ?)$/u;
const dayPart =
  /^ (?:i ?kvall|i ?natt|i ?morse|i eftermiddags?|i formiddags?|pa (?:morgonen|formiddagen|eftermiddagen|kvallen|natten))(?![a-z])/u;

/** An hour alone is a time after "klockan" or "vid", where nothing is counted by it. */
function readBare(match: RegExpExecArray, folded: string): Clock | undefined {
  const [, word = ''] = match;
  const [lead, rest] = [leadOf(folded, match), restOf(folded, match)];
  if (word === 'en') return undefined;
  const isOpening = opening.test(lead) && dayPart.test(rest);
  return isOpening || isHour(word, lead, rest) ? clockAt(numberOf(word), 0) : undefined;
}

function isHour(word: string, lead: string, rest: string): boolean {
  if (!isNamedTime(lead) || isCounting(rest) || isAmount(lead)) return false;
  return (isAfterClock(lead) && word !== 'ett') || standsAlone(rest);
}
