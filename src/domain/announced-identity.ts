import { identityKind, isBirthDate, type IdentityKind } from './identity-digits.ts';
import { joiner, type FoundIdentity } from './written-identity.ts';

/** What may stand between "personnummer" and the number: signs, and words that say nothing. */
const filler = String.raw`(?:[\s:=#*_.,()"'|>/-]|(?:är|var|nr|nummer|på|för|till|i|pat|patient|patienten|den|hon|han|hen|datum|å{2,4}mmdd|nnnn|xxxx|siffror|siffrorna|personnumm?e?ret|pnr)(?!\p{L})){0,12}`;

const numberWord = 'numm?e?r|nr';
const identityWord = String.raw`(?:(?:person|samordnings|reserv|f[öo]delse|identitets)[ .-]{0,2}(?:${numberWord}|id)|(?<!\p{L})(?:p|pers|sam|samordn)[ .-]{0,2}(?:${numberWord})|(?<!\p{L})ssn)\p{L}*`;
const bornWord = String.raw`(?<!\p{L})f[öo](?:dd|ddes|delse(?:datum|dag|dat|tid)\p{L}*)(?!\p{L})`;
const lastFourWords = String.raw`(?:(?:fyra|4) sista|sista (?:fyra|4))(?!\p{L})`;

const lastDigitsWords = String.raw`(?:sista|kontrollsiffr\p{L}*|slutsiffr\p{L}*)(?!\p{L})`;

const oneDigit = '(?:noll|en|ett|tv[åa]|tre|fyra|fem|sex|sju|[åa]tta|nio)';
const twoDigits = `(?:tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton|nitton|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|[åa]ttio|nittio) ?${oneDigit}?)`;
const wordGap = String.raw`(?:[\s,.-]{1,3}|och ){1,2}`;

const month = '(?:0[1-9]|1[0-2])';
const monthName = String.raw`(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}*\.?`;
const anyDay = String.raw`(?:0?[1-9]|[12]\d|3[01])`;
const year = String.raw`(?:(?:18|19|20)?\d\d)`;
const digitDate = String.raw`${year}(?<gap>[ ./-]?)${month}\k<gap>(?:0[1-9]|[12678]\d|3[01]|9[01])`;
const writtenDate = String.raw`${anyDay}(?:[/.-](?:${month}|[1-9])|:?e? ?${monthName})[ ./-]{1,2}${year}`;

const numberAfterWord = pattern(`${identityWord}${filler}`, String.raw`\d+(?:${joiner}{1,3}\d+){0,11}`);
const fourDigits = String.raw`(?:\d{4}|\d\d \d\d|\d(?:[ -]{1,3}\d){3})(?!\d)`;
const lastFour = pattern(`${lastFourWords}${filler}`, fourDigits);
const dateThenLastFour = pattern(
  String.raw`(?<!\d)`,
  String.raw`${digitDate}(?!\d)[^\d¤•]{1,25}?${lastDigitsWords}${filler}${fourDigits}`,
);
const spelledOut = pattern(
  `${identityWord}${filler}`,
  String.raw`(?:(?:${oneDigit}|${twoDigits})(?:${wordGap}(?:${oneDigit}|${twoDigits})){5,11}|${twoDigits}(?:${wordGap}${twoDigits}){2,5})(?!\p{L})`,
);
const birthDates = [
  pattern(
    String.raw`(?:${bornWord}${filler}|(?<![\p{L}\d./?&#%~@+$-])f[ .:]{0,3})`,
    String.raw`${digitDate}(?!\d)`,
  ),
  pattern(`${bornWord}${filler}`, String.raw`${writtenDate}(?!\d)`),
  pattern(String.raw`(?<!\d)`, String.raw`${digitDate}[ -]?(?:x{4}|\*{4}|_{4}|\?{4})(?!\p{L})`),
];

/** Most texts need not be searched for every form: they have no such word, and fewer digits than "född 1 maj 81". */
const anyIdentityWord = new RegExp(`${numberWord}|id|ssn`, 'iu');
const shortest = /\d\D*\d\D*\d/;

function pattern(before: string, wanted: string): RegExp {
  return new RegExp(`${before}(?<wanted>${wanted})`, 'dgiu');
}

/**
 * What the words before it make an identity, in a folded text without its phone numbers: after
 * "personnummer", "pnr", "reservnr" any ten or twelve digits, or a date with fewer than four digits after
 * it; after "född", "f." a birth date; four digits after "sista fyra", or after a date and "sista"; a row of numbers
 * in words after "personnummer"; and a date with four crosses after it.
 */
export function findAnnouncedIdentities(text: string): FoundIdentity[] {
  const inWords = anyIdentityWord.test(text) ? wantedIn(text, spelledOut) : [];
  const spelled = inWords.map((number) => found('personal-number', number));
  if (!shortest.test(text)) return spelled;
  return [
    ...wantedIn(text, numberAfterWord).flatMap((number) => announcedNumber(text, number)),
    ...[lastFour, dateThenLastFour]
      .flatMap((form) => wantedIn(text, form))
      .map((number) => found('personal-number', number)),
    ...spelled,
    ...birthDates.flatMap((form) => wantedIn(text, form)).map((date) => found('birth-date', date)),
  ];
}

type Span = readonly [start: number, end: number];

function wantedIn(text: string, form: RegExp): Span[] {
  return Array.from(text.matchAll(form), ({ indices }) => indices?.groups?.['wanted'] ?? [0, 0]);
}

function found(kind: IdentityKind, [start, end]: Span): FoundIdentity {
  return { kind, start, end };
}

function announcedNumber(text: string, [start, end]: Span): FoundIdentity[] {
  let digits = '';
  let last = start;
  for (const { 0: group, index } of text.slice(start, end).matchAll(/\d+/g)) {
    if (digits.length >= 6 && digits.length + group.length > 12) break;
    digits += group;
    last = start + index + group.length;
    if (isWhole(digits)) return [found(identityKind(digits) ?? 'personal-number', [start, last])];
  }
  return beginsWithBirthDate(digits) ? [found('birth-date', [start, last])] : [];
}

function isWhole(digits: string): boolean {
  return digits.length === 10 || digits.length === 12;
}

function beginsWithBirthDate(digits: string): boolean {
  return isBirthDate(digits.slice(0, 6)) || isBirthDate(digits.slice(0, 8));
}
