import { ordinalOf, ordinalPattern } from './ordinals.ts';
import type { SaidDay } from './said-day.ts';
import { isCounting, standsAlone } from './stands-alone.ts';
import { leadOf, restOf } from './way.ts';
import type { Way } from './way.ts';

/** What stands around a day. */
export const dayEdge = '(?<![a-z0-9/.:-])';
export const dayEnd = '(?![a-z0-9]|/\\d)';
const way = (written: string): RegExp => new RegExp(dayEdge + written + dayEnd, 'gu');

const months = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');
const month =
  '(jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni?|juli?|aug(?:usti)?|sep(?:t(?:ember)?)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!-[a-z])';

/** Days by the calendar: "25/11", "3 oktober", "2026-11-25", "den tjugosjunde". */
export const calendarDates: readonly Way<SaidDay>[] = [
  { pattern: way('(20\\d\\d)-([01]?\\d)-([0-3]?\\d)'), read: ([, year, of, day]) => dateOf(day, of, year) },
  // A personal identity number goes on.
  {
    pattern: way('(20\\d\\d)([01]\\d)([0-3]\\d)(?![-+]\\d)'),
    read: ([, year, of, day]) => dateOf(day, of, year),
  },
  {
    pattern: way('([0-3]?\\d)\\.(1[0-2]|0?[1-9])\\.(20\\d\\d)'),
    read: ([, day, of, year]) => dateOf(day, of, year),
  },
  {
    pattern: way('(2\\d)([01]\\d)([0-3]\\d)(?![-+]\\d)'),
    read: (match, folded) =>
      isBirth.test(leadOf(folded, match)) ? undefined : dateOf(match[3], match[2], match[1]),
  },
  {
    pattern: way('([0-3]?\\d)/(1[0-2]|0?[1-9])(?:[-/]((?:20)?\\d\\d)| (20\\d\\d))?'),
    read: (match, folded) =>
      isShare(match, folded) ? undefined : dateOf(match[1], match[2], match[3] ?? match[4]),
  },
  {
    pattern: way(`(${ordinalPattern}|[0-3]?\\d(?::?[ae])?) ${month}(?: (20\\d\\d))?`),
    read: ([, day = '', name = '', year]) => dateOf(`${ordinalOf(day)}`, monthOf(name), year),
  },
  {
    pattern: way(`sista ${month}(?: (20\\d\\d))?`),
    read: ([, name = '', year]) => dateOf('last', monthOf(name), year),
  },
  { pattern: way('(2[4-9]|3[01])\\.(1[0-2]|0?[1-9])'), read: ([, day, of]) => dateOf(day, of) },
  {
    pattern: way(`den (${ordinalPattern}|[0-3]?\\d)(?::?[ae])?`),
    read: (match, folded) => (isAlone(match, folded) ? dateOf(`${ordinalOf(match[1] ?? '')}`) : undefined),
  },
];

const monthOf = (name: string): string => `${months.indexOf(name.slice(0, 3)) + 1}`;

function dateOf(day: string | undefined, month?: string, year?: string): SaidDay {
  return {
    kind: 'date',
    day: day === 'last' ? day : Number(day),
    ...(month !== undefined && { month: Number(month) }),
    ...(year !== undefined && { year: Number(year.padStart(4, '20')) }),
  };
}

/** A patient's date of birth, or what is no date. */
const isBirth =
  /(?<![a-z])(?:f|fodd|pnr|personn[a-z]*|pat|patient[a-z]*|kod[a-z]*|nr|nummer|id|tel|tfn)[.:]? $/u;

/** "3/4 av avdelningarna", "24/7". */
function isShare(match: RegExpExecArray, folded: string): boolean {
  return match[0] === '24/7' || isCounting(restOf(folded, match));
}

const untilBefore =
  /(?<![a-z])(?:till|tills|sedan|sen|senast|fran|hem|innan|fore|efter|t ?\.?o ?\.?m\.?|[a-z]*datum(?:et)?|[a-z]*dag|planera[dt]|utskr[a-z]*\.?|hemgang|bokad|aker|ut|in|inlagd|sip):? $/u;

/** "Den tredje patienten" is no day, and "den andra svarade" hardly one: a low ordinal wants a word before it. */
function isAlone(match: RegExpExecArray, folded: string): boolean {
  const [, day = ''] = match;
  if (!standsAlone(restOf(folded, match))) return false;
  if (/^\d|^tjugo|^trettio/u.test(day)) return true;
  return !/^(?:forst|andr)/u.test(day) && untilBefore.test(leadOf(folded, match));
}
