import { dayEdge, dayEnd } from './calendar-dates.ts';
import { numberOf, numberPattern } from './number-words.ts';
import type { SaidDay, SaidWeekday } from './said-day.ts';
import { endOf, leadOf, restOf } from './way.ts';
import type { Way } from './way.ts';

const names = 'man tis ons tor fre lor son'.split(' ');
const spelled = new RegExp(`${dayEdge}(man|tis|ons|tors|fre|lor|son)dag(en|s)?${dayEnd}`, 'gu');
const shortened = new RegExp(
  `${dayEdge}(?:(?<=(?<![a-z])pa )(?:tis|ons|tors?|fre|lor|son)|(?:tis|ons|tors|fre|lor|son)(?= (?:kl|fm|em)(?![a-z])))${dayEnd}`,
  'gu',
);

/** Days of the week: "i tisdags", "på torsdag", "måndag v 49"; what says which week stands beside them. */
export const weekdays: readonly Way<SaidDay>[] = [spelled, shortened].map((pattern) => ({
  pattern,
  read: (match, folded) => ({
    kind: 'weekday',
    weekday: names.indexOf(match[0].slice(0, 3)) + 1,
    which: whichOf(match, folded),
  }),
}));

const numberedBehind = /^,? (?:i )?(?:v|vecka)\.? ?(\d{1,2})(?!\d)/u;
const numberedBefore = /(?<![a-z])(?:v|vecka)\.? ?(\d{1,2}),? (?:pa )?$/u;
const laterBehind = new RegExp(`^ om (${numberPattern}) veck(?:a|or)(?![a-z])`, 'u');
type Which = SaidWeekday['which'];
type Side = { readonly before: RegExp; readonly behind?: RegExp; readonly which: Which };
const sides: readonly Side[] = [
  {
    before: /(?<![a-z])nasta vecka,? (?:pa )?$/u,
    behind: /^ (?:i )?nasta vecka/u,
    which: { kind: 'week', fromThis: 1 },
  },
  {
    before: /(?<![a-z])forra veckan,? (?:pa )?$/u,
    behind: /^ (?:i )?forra veckan/u,
    which: { kind: 'week', fromThis: -1 },
  },
  {
    before: /(?<![a-z])(?:denna vecka|den har veckan),? (?:pa )?$/u,
    behind: /^ (?:denna vecka|den har veckan)/u,
    which: { kind: 'week', fromThis: 0 },
  },
  { before: /(?<![a-z])(?:nasta|nastkommande) $/u, which: { kind: 'next' } },
  { before: /(?<![a-z])forra $/u, which: { kind: 'last' } },
  {
    before: /(?<![a-z])(?:en|varje|var|nagon|alla|vilken) $/u,
    behind: /^ eller /u,
    which: { kind: 'any' },
  },
  {
    before: /(?<![a-z])(?:pa|kommande|(?<!natt(?:en)? )till|tills) $/u,
    which: { kind: 'after' },
  },
];

function whichOf(match: RegExpExecArray, folded: string): Which {
  const lead = leadOf(folded, match);
  const rest = folded.slice(endOf(match), endOf(match) + 24);
  const week = numberedBehind.exec(rest)?.[1] ?? numberedBefore.exec(lead)?.[1];
  if (week !== undefined) return { kind: 'numbered', week: Number(week) };
  const weeks = laterBehind.exec(restOf(folded, match))?.[1];
  if (weeks !== undefined) return { kind: 'later', weeks: numberOf(weeks) };
  const side = sides.find(({ before, behind }) => before.test(lead) || behind?.test(rest) === true);
  if (side !== undefined) return side.which;
  return { kind: match[2] === 's' ? 'before' : 'either' };
}
