import { clockEdge, clockEnd, clockWord, hourLead, isAmount } from './clock.ts';
import type { Clock } from './clock.ts';
import { isCounting, isNumbered, standsAlone } from './stands-alone.ts';
import { endOf, leadOf, restOf } from './way.ts';
import type { Way } from './way.ts';

const hour = '([01]?\\d|2[0-4])';
const minute = '([0-5]\\d)';
/** "08.30-11.25" are two times. */
const edge = `(?:${clockEdge}|(?<=(?<!\\d)\\d{1,2}[.:]\\d\\d[-–]))`;
const end = '(?![a-z0-9]|[.:/]\\d|-\\d(?!\\d?[.:]\\d\\d(?!\\d)))';

const digital = new RegExp(`${edge}(?:kl\\.? ?)?${hour}[.:]${minute}${end}`, 'gu');
const named = new RegExp(
  `${clockEdge}${clockWord}[.:]? ?(?:nu |var |ar |ca |cirka |runt |omkring )?${hour}(?:[ .:,]?${minute})?(?![a-z0-9]|[.:/]\\d|-\\d(?!\\d?(?!\\d)))`,
  'gu',
);
const untilHour = new RegExp(`(?<=(?<![a-z])${clockWord}\\.? ?\\d{1,2}[-–])${hour}${clockEnd}`, 'gu');
const between = '(?<=(?<![a-z])mellan (?:kl\\.? |klockan )?\\d{1,2}(?:[.:]\\d\\d)? )och';
const bare = new RegExp(`${clockEdge}(?:${hourLead}\\.?|${between}) ${hour}(?:[- ]?tiden)?${clockEnd}`, 'gu');
const aroundHour = new RegExp(`${clockEdge}${hour}[- ]?tiden${clockEnd}`, 'gu');
const fourDigits = new RegExp(`${clockEdge}(?<!\\d )([01]\\d|2[0-3])([0-5]\\d)(?! \\d|\\?)${clockEnd}`, 'gu');

/** Ways to say a time in digits: "10.15", "kl 9", "till 16", "0815". */
export const digitalClocks: readonly Way<Clock>[] = [
  { pattern: digital, read: hourAndMinute },
  {
    pattern: named,
    read: (match, folded) => (grades.test(leadOf(folded, match)) ? undefined : clockAt(match)),
  },
  { pattern: untilHour, read: clockAt },
  { pattern: bare, read: bareHour },
  { pattern: aroundHour, read: clockAt },
  { pattern: fourDigits, read: militaryTime },
];

function clockAt([, hours = '', minutes = '0']: RegExpExecArray): Clock | undefined {
  const inDay = Number(hours) * 60 + Number(minutes);
  return inDay > 1440 ? undefined : { minutes: inDay, isDial: false };
}

/** "NYHA kl 3". */
const grades = /(?:nyha|asa|klass|grad|killip) $/u;
/** Before a number that is none of a clock: "version 10.15", "temp 38.20", "säng 12:20". */
const measured =
  /(?<![a-z])(?:version[a-z]*|ver|v|rutin[a-z]*|kapitel|kap|punkt[a-z]*|avsnitt[a-z]*|paragraf|bilaga|rubrik|sida|sid|temp[a-z]*|feber|inr|hb|ph|crp|krea[a-z]*|kalium|natrium|rum|sal|sang|build|release|pris[a-z]*|kostar|vikt|langd|ip|matt|varde[a-z]*|puls|saturation|laktat)[.:]? $/u;
const unit = /^ ?(?:mg|ml|g|kg|kr|%|°|grader|mmol|mikro|km|cm|mm|dl|l|tim|timmar|h|sek|kvar)(?![a-z])/u;

function hourAndMinute(match: RegExpExecArray, folded: string): Clock | undefined {
  if (measured.test(leadOf(folded, match)) || unit.test(restOf(folded, match))) return undefined;
  return clockAt(match);
}

function bareHour(match: RegExpExecArray, folded: string): Clock | undefined {
  const rest = restOf(folded, match);
  const lead = leadOf(folded, { index: endOf(match) }).replace(/\d+(?:[- ]?tiden)?$/u, '');
  return standsAlone(rest) && !isCounting(rest) && !isAmount(lead) ? clockAt(match) : undefined;
}

const coded =
  /(?<![a-z])(?:kod|koden|dorrkod[a-z]*|portkod[a-z]*|pin[a-z]*|losen[a-z]*|anknytning[a-z]*|nummer|numret)(?![a-z])/u;
const clockBefore = new RegExp(
  `(?<![a-z])(?:${clockWord}|vid|ca|cirka|runt|strax efter|strax fore)\\.? $`,
  'u',
);

/** A number that is all that was written, a balance, a number that is rung. */
const noTime = /^ *$|(?<![a-z])(?:plus|minus|slar jag|sla) $/u;

function militaryTime(match: RegExpExecArray, folded: string): Clock | undefined {
  const lead = leadOf(folded, match);
  const rest = restOf(folded, match);
  if (isNumbered(lead) || coded.test(lead) || !standsAlone(rest)) return undefined;
  if (noTime.test(lead) && (lead.trim() !== '' || rest.trim() === '')) return undefined;
  const isYear = /^(?:19|20)/u.test(match[0]);
  return isYear && !clockBefore.test(lead) ? undefined : clockAt(match);
}
