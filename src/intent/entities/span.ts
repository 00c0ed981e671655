import type { Found } from './found.ts';
import { numberOf, numberPattern } from './number-words.ts';
import { findAll, leadOf } from './way.ts';

/** So long from now, back (negative) or ahead, as it was said. */
export type SaidSpan = { readonly unit: 'minutes' | 'days'; readonly amount: number };

const amount = `(?:${numberPattern}|\\d{1,3})(?:[.,]\\d{1,2})?(?: och (?:en |ett )?halvt?)?`;
const piece = `(?:(?:(?:en|ett) )?halv ?(?:timme|timma|tim|dygn)|halvannan (?:timme|timma)|tre ?kvart|(?:en )?kvarts?(?: timme)?|${amount} ?(?:dryg |knapp )?(?:minuter|minut|min|timmar|timme|timma|tim|h|dygn|dagar|dag|veckor|vecka))`;
const roughly =
  '(?:(?:ungefar|ca|cirka|typ|drygt|knappt|nastan|runt|omkring|bara|kanske|minst|hogst|max)\\.? )?';
const span = new RegExp(
  `(?<![a-z0-9./:,-])(?:(for|om|inom|sedan|sen) )?${roughly}(${piece}(?:(?: och|,)? ${piece})?)( sedan| sen| tillbaka)?(?![a-z0-9])`,
  'gu',
);

/** How far from now a folded text says that something was or is: "för en timme sedan", "om två dagar". */
export const findSpans = (folded: string): readonly Found<SaidSpan>[] =>
  findAll(folded, [{ pattern: span, read: readSpan }]);

function readSpan(match: RegExpExecArray, folded: string): SaidSpan | undefined {
  const [, lead, length = '', tail] = match;
  const sign = signOf(lead, tail);
  if (sign === undefined || isOfMore(match, folded)) return undefined;
  const minutes = sign * minutesOf(length);
  const isDays = /dag|veck/u.test(length);
  return isDays
    ? { unit: 'days', amount: Math.round(minutes / 1440) }
    : { unit: 'minutes', amount: Math.round(minutes) };
}

/** Back or ahead; undefined for a mere length of time. */
function signOf(lead: string | undefined, tail: string | undefined): -1 | 1 | undefined {
  const isAhead = lead === 'om' || lead === 'inom';
  if (tail !== undefined) return isAhead ? undefined : -1;
  if (isAhead) return 1;
  return lead === 'sedan' || lead === 'sen' ? -1 : undefined;
}

/** "En till två timmar sedan"; "torsdag om en vecka", which is a week after that Thursday. */
function isOfMore(match: RegExpExecArray, folded: string): boolean {
  const before = leadOf(folded, match);
  if (match[1] === undefined) return /(?<![a-z0-9])(?:till|eller|a),? $|- ?$/u.test(before);
  return /(?:man|tis|ons|tors|fre|lor|son)dag $/u.test(before);
}

const pieces = new RegExp(piece, 'gu');
const counted = new RegExp(
  `^(${numberPattern}|\\d{1,3})([.,]\\d{1,2})?( och (?:en |ett )?halvt?)? ?(?:dryg |knapp )?(min|tim|h|dygn|dag|veck)`,
  'u',
);
const minutesIn: Readonly<Record<string, number>> = {
  min: 1,
  tim: 60,
  h: 60,
  dygn: 1440,
  dag: 1440,
  veck: 10_080,
};

const namedLengths: readonly (readonly [RegExp, number])[] = [
  [/^halvannan/u, 90],
  [/^(?:(?:en|ett) )?halv ?dygn/u, 720],
  [/^(?:(?:en|ett) )?halv/u, 30],
  [/^tre ?kvart/u, 45],
  [/^(?:en )?kvart/u, 15],
];

function minutesOf(length: string): number {
  return (length.match(pieces) ?? []).reduce((sum, one) => sum + minutesOfPiece(one), 0);
}

function minutesOfPiece(one: string): number {
  const named = namedLengths.find(([pattern]) => pattern.test(one));
  if (named !== undefined) return named[1];
  const [, whole = '', decimals = '', half = '', unit = ''] = counted.exec(one) ?? [];
  const fraction = Number(`0${decimals.replace(',', '.')}`) + (half === '' ? 0 : 0.5);
  return (numberOf(whole) + fraction) * (minutesIn[unit] ?? 0);
}
