import { hasControlDigit, identityKind, type IdentityKind } from './identity-digits.ts';

/** An identity found in a text, in that text's own offsets. */
export type FoundIdentity = { readonly kind: IdentityKind; readonly start: number; readonly end: number };

/** What may stand between the digits of one number: any sign that is no letter, and no hidden digit (`¤`, `•`). */
export const joiner = String.raw`[^\p{L}\d¤•]`;

const run = new RegExp(String.raw`\d+(?:${joiner}{1,8}\d+)*`, 'gu');
const lookalike = /(?<![\p{L}\d])[\dOolI]{2,13}(?![\p{L}\d])/gu;

const anyDigit = /[\dOolI]/g;

/** Neither a list, a decimal, a clock time nor a new line has these between its numbers. */
const plainGap = /^[ \-_+*~`|()[\]{}"'·\\]+$/;

type Group = { readonly start: number; readonly end: number };

/** Consecutive groups of digits that have ten or twelve together. `layout` is their lengths: "6 4". */
type Candidate = Group & {
  readonly digits: string;
  readonly layout: string;
  readonly gaps: readonly string[];
  /** It is not cut out of a longer row of groups, such as a card number. */
  readonly standsAlone: boolean;
  /** The text from its last four digits on. */
  readonly tail: string;
};

/** How sure the way it is written makes us: it is one; only with a right control digit; it is none. */
type Certainty = 'regardless' | 'with-control-digit' | 'never';

/**
 * Identities by their digits alone, in a folded text without its phone numbers. An `O`, `o`, `l` or `I`
 * among digits is read as the 0 or 1 it looks like, and then the control digit must be right.
 */
export function findWrittenIdentities(text: string): FoundIdentity[] {
  if ((text.match(anyDigit)?.length ?? 0) < 10) return [];
  const digitsOnly = text.replaceAll(lookalike, (token) =>
    token.replaceAll(/o/gi, '0').replaceAll(/[lI]/g, '1'),
  );
  const found: FoundIdentity[] = [];
  for (const match of digitsOnly.matchAll(run)) found.push(...inRun(digitsOnly, text, match));
  return found;
}

function inRun(text: string, original: string, match: RegExpExecArray): FoundIdentity[] {
  const groups = [...match[0].matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    start: match.index + index,
    end: match.index + index + digits.length,
  }));
  const found: FoundIdentity[] = [];
  for (let first = 0; first < groups.length; first++) {
    const candidates = candidatesFrom(text, groups, first);
    const accepted = candidates.find((candidate) => isIdentity(candidate, original));
    if (accepted === undefined) continue;
    const { start, end, digits } = accepted;
    found.push({ kind: identityKind(digits) ?? 'personal-number', start, end });
    while ((groups[first + 1]?.start ?? end) < end) first++;
  }
  return found;
}

/** The one with twelve digits before the one with ten, so that the century is part of what is found. */
function candidatesFrom(text: string, groups: readonly Group[], first: number): Candidate[] {
  const candidates: Candidate[] = [];
  let digits = '';
  for (let last = first; last < groups.length && digits.length < 12; last++) {
    const group = groups[last];
    digits += group === undefined ? '' : text.slice(group.start, Math.min(group.end, group.start + 13));
    if (digits.length === 10 || digits.length === 12)
      candidates.unshift(candidateOf(text, groups, { first, last, digits }));
  }
  return candidates;
}

type Part = { readonly first: number; readonly last: number; readonly digits: string };

function candidateOf(text: string, groups: readonly Group[], { first, last, digits }: Part): Candidate {
  const part = groups.slice(first, last + 1);
  const gapBefore = (index: number): string => text.slice(groups[index - 1]?.end, groups[index]?.start);
  const start = part[0]?.start ?? 0;
  const end = part.at(-1)?.end ?? 0;
  const lengths = part.map((group) => group.end - group.start);
  const tailGroup = part.at(lengths.at(-1) === 2 ? -2 : -1);
  return {
    start,
    end,
    digits,
    layout: lengths.join(' '),
    gaps: part.slice(1).map((_, index) => gapBefore(first + 1 + index)),
    standsAlone: ![groups[first - 1], groups[last + 1]].some((neighbour) => continues(text, part, neighbour)),
    tail: text.slice(tailGroup?.start ?? end, end + 7),
  };
}

/** After groups that are all of one length, one of another length and without a hyphen is something else. */
function continues(text: string, part: readonly Group[], neighbour?: Group): boolean {
  const [first] = part;
  const last = part.at(-1);
  if (neighbour === undefined || first === undefined || last === undefined) return false;
  const gap =
    neighbour.start < first.start
      ? text.slice(neighbour.end, first.start)
      : text.slice(last.end, neighbour.start);
  const lengths = new Set(part.map((group) => group.end - group.start));
  const isLikeThem = gap.includes('-') || lengths.has(neighbour.end - neighbour.start);
  return plainGap.test(gap) && (isLikeThem || lengths.size > 1);
}

function isIdentity(candidate: Candidate, original: string): boolean {
  const { digits, start, end, layout } = candidate;
  if (identityKind(digits) === undefined) return false;
  if (isStockholms(digits)) return /^(?:12|8 4)$/.test(layout) && hasControlDigit(digits);
  const certain = certainty(candidate);
  const isCertain = certain === 'regardless' && !hasLookalike(original.slice(start, end));
  return isCertain || (certain !== 'never' && hasControlDigit(digits));
}

function hasLookalike(written: string): boolean {
  return /[a-z]/i.test(written);
}

/** Region Stockholm's reserve numbers have no date to be known by, only their "99" and control digit. */
function isStockholms(digits: string): boolean {
  return digits.length === 12 && digits.startsWith('99');
}

/** Six or eight digits as a date is grouped, then four, in one or in two and two. */
const dateThenFour = /^(?:6|8|2 6|2 2 2|4 2 2|2 2 2 2) (?:4|2 2)$/;
/** Cut in a place where nobody means it to be cut. */
const cutOddly = /^(?:8 2|4 6|10 2|6 6|4 8|[68] (?:3 1|1 3)|[24] 2 6|(?:1 )*2(?: 1)*)$/;
const pairs = /^2(?: 2)+$/;

/** A space too many in what would do without it is a slip of the hand: then the control digit must be right. */
function certainty(candidate: Candidate): Certainty {
  const asWritten = certaintyAsWritten(candidate);
  if (asWritten !== 'never' || !candidate.standsAlone) return asWritten;
  const isNearly = withoutOneSpace(candidate).some((one) => certaintyAsWritten(one) !== 'never');
  return isNearly ? 'with-control-digit' : 'never';
}

/** The candidate with each of its single spaces taken away in turn. */
function withoutOneSpace(candidate: Candidate): readonly Candidate[] {
  const lengths = candidate.layout.split(' ').map(Number);
  return candidate.gaps.flatMap((gap, at) => {
    if (gap !== ' ') return [];
    const joined = (lengths[at] ?? 0) + (lengths[at + 1] ?? 0);
    const layout = lengths.toSpliced(at, 2, joined).join(' ');
    return [{ ...candidate, layout, gaps: candidate.gaps.toSpliced(at, 1) }];
  });
}

function certaintyAsWritten(candidate: Candidate): Certainty {
  const { layout, tail } = candidate;
  if (layout === '12') return 'regardless';
  if (layout === '10') return 'with-control-digit';
  if (readsAsSomethingElse(tail)) return 'never';
  if (dateThenFour.test(layout) && !pairs.test(layout)) return certaintyOfDate(candidate);
  return certaintyOfAnyGroups(candidate);
}

/** The second of two dates, a clock time ("10.15"), hours ("08-16"), "22/11" or a hash after a date. */
function readsAsSomethingElse(tail: string): boolean {
  const isDate = /^(?:19|20)\d\d-\d\d-\d\d(?!\d)/.test(tail);
  const isTime = /^(?:[01]\d|2[0-4])(?:[.:]|\s?-\s?)[0-5]\d(?!\d)/.test(tail);
  return isDate || isTime || /^\d\d\/|^\d{4}[a-f]+\d/.test(tail);
}

/** Other groups, "81 12 18 98 76" among them, may be a list of wards; an amount has no group end after the date. */
function certaintyOfAnyGroups(candidate: Candidate): Certainty {
  const { gaps, layout, standsAlone } = candidate;
  const isPlain = gaps.every((gap) => plainGap.test(gap)) || (layout === '4 2 6' && isDotted(gaps));
  if (!isPlain || !standsAlone || !isCutSomewhere(candidate)) return 'never';
  const isSixPairs = pairs.test(layout) && gaps.length === 5;
  return isSixPairs && gaps.every((gap) => gap === ' ') ? 'regardless' : 'with-control-digit';
}

function isCutSomewhere({ digits, layout, tail }: Candidate): boolean {
  const hasFourAtEnd = groupEnds(layout).includes(digits.length - 4) && !/(?:3 1|1 3)$/.test(layout);
  if (hasFourAtEnd || isOfAllPairs(layout)) return true;
  return cutOddly.test(layout) && !/^[\d\s-]+[,.:/]\d/.test(tail);
}

/** Six pairs, with two of them run together. */
function isOfAllPairs(layout: string): boolean {
  return /^(?:2 )*4(?: 2)*$/.test(layout) && groupEnds(layout).at(-1) === 12;
}

/** After how many digits a group ends: 6 and 10 for "6 4". */
function groupEnds(layout: string): number[] {
  let digits = 0;
  return layout.split(' ').map((length) => (digits += Number(length)));
}

function certaintyOfDate({ layout, gaps, digits }: Candidate): Certainty {
  const mainGap = gaps.length - (layout.endsWith(' 4') ? 1 : 2);
  const main = gaps[mainGap] ?? '';
  if (isUneven(gaps.slice(0, mainGap)) || isLabel(main) || /[,:;!?./]/.test(gaps[mainGap + 1] ?? ''))
    return 'never';
  const isDoubtful = isPause(main) || isDottedThroughout(gaps) || isDayOfAnOutage(digits, layout, main);
  return isDoubtful ? 'with-control-digit' : 'regardless';
}

/** Two kinds of separator, or a clock's or a list's, do not make a date: "08 05-16", "08:10:33". */
function isUneven(inDate: readonly string[]): boolean {
  const [last, before = last] = inDate.map((gap) => gap.trim()).toReversed();
  return /[,:;!?]/.test(inDate.join('')) || last !== before;
}

/** "2026-11-22: 1017 …" is a day and what happened then. */
function isLabel(gap: string): boolean {
  return /:\s/.test(gap);
}

/** As versions ("24.10.12.1234") and addresses on the web ("/2026/11/22/1234") are. */
function isDottedThroughout(gaps: readonly string[]): boolean {
  return gaps.length > 2 && isDotted(gaps);
}

function isDotted(gaps: readonly string[]): boolean {
  return gaps.every((gap) => gap === gaps[0] && /^[./]$/.test(gap));
}

/** A comma, a colon, the end of a sentence, or a new line without a hyphen. */
function isPause(gap: string): boolean {
  return /[,:;!?=]|\.\s/.test(gap) || (gap.includes('\n') && !gap.includes('-'));
}

/**
 * "2026-11-22 1177" is a day and something else; "1981-12-18 9876" is somebody. The routine is from 2025, and
 * what is said of an outage is later.
 */
function isDayOfAnOutage(digits: string, layout: string, main: string): boolean {
  return layout.startsWith('4 2 2') && !/^[-+]$/.test(main) && digits >= '2025';
}
