import { parsePhoneNumberFromString, type PhoneNumber as LibraryNumber } from 'libphonenumber-js/max';
import { foldText } from './folded-text.ts';

/**
 * A Swedish phone number. `printed` is as its source wrote it, trimmed; `e164` is `+46…`, or the digits
 * alone of a short service number (112), which has no E.164 form. Two are the same when `e164` is.
 */
export type PhoneNumber = {
  readonly kind: 'phone-number';
  readonly printed: string;
  readonly e164: string;
};

/**
 * Why a text is no phone number: it has letters or other signs that no number has; it lacks the area
 * code ("800 00"); it is another country's; it has fewer than eight or more than ten digits with the
 * leading zero; or there is no such area code, or none with numbers of that length.
 */
export type PhoneNumberRefusal = {
  readonly kind:
    'empty' | 'not-digits' | 'no-area-code' | 'not-swedish' | 'too-short' | 'too-long' | 'unknown';
};

/** Emergency, care advice, accident information, police: dialled without area code from all of Sweden. */
const serviceNumbers: ReadonlyMap<string, string> = new Map([
  ['112', '112'],
  ['1177', '1177'],
  ['11313', '113 13'],
  ['11414', '114 14'],
]);

/** Reads a Swedish number however it is grouped: any dash or space, "+46", "0046", "(0)", "tel:". */
export function parsePhoneNumber(written: string): PhoneNumber | PhoneNumberRefusal {
  const dialled = dialledText(written);
  if (dialled === '') return { kind: 'empty' };
  if (!/^[\d +()./-]+$/.test(dialled)) return { kind: 'not-digits' };
  const digits = dialled.replaceAll(/\D/g, '');
  if (serviceNumbers.has(digits)) return { kind: 'phone-number', printed: written.trim(), e164: digits };
  if (!dialled.startsWith('+') && !digits.startsWith('0')) return { kind: 'no-area-code' };
  const number = parsePhoneNumberFromString(dialled, { defaultCountry: 'SE', extract: false });
  const refusal = refusalOf(dialled, number);
  if (refusal !== undefined || number === undefined) return { kind: refusal ?? 'unknown' };
  return { kind: 'phone-number', printed: written.trim(), e164: number.number };
}

function dialledText(written: string): string {
  return foldText(written)
    .text.trim()
    .replace(/^tel:\s*/i, '')
    .replaceAll(/\s+/g, ' ');
}

function refusalOf(dialled: string, number?: LibraryNumber): PhoneNumberRefusal['kind'] | undefined {
  if (number?.isValid() === true) return number.country === 'SE' ? undefined : 'not-swedish';
  if (/^\+(?!46)/.test(dialled)) return 'not-swedish';
  const { length } = number?.nationalNumber ?? dialled.replaceAll(/\D/g, '');
  if (length < 7) return 'too-short';
  return length > 9 ? 'too-long' : 'unknown';
}

/**
 * 077x and 0200 are printed with a code of four digits ("0771-11 77 00"), which the library splits
 * after three.
 */
const fourDigitCode = /^\+46(77\d|200)(\d\d)(\d\d)(\d\d)$/;

/** The number as Swedes print it: "0611-800 00". What is no such number is given back as it came. */
export function formatPhoneNumber(e164: string): string {
  const service = serviceNumbers.get(e164);
  if (service !== undefined) return service;
  if (fourDigitCode.test(e164)) return e164.replace(fourDigitCode, '0$1-$2 $3 $4');
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}

/** What a phone dials when the number is pressed: "tel:+4661180000". */
export function telHref(e164: string): string {
  return `tel:${e164}`;
}

/**
 * Whether a text is written as phone numbers are: a known area code (or "+46", "0046"), a separator, then
 * groups. Bare digits are not, nor is "08 02 31 98 76", where nothing tells the area code from a year.
 */
export function looksLikePhoneNumber(written: string): boolean {
  const text = dialledText(written);
  const isInternational = /^(?:\+|00)/.test(text);
  const firstGroup = /^\(?(0\d+)\)?[ ./-]/.exec(text)?.[1];
  if (firstGroup === undefined && !isInternational) return false;
  if (/^\(?08([ ./-])\d\d\1\d\d/.test(text)) return false;
  const number = parsePhoneNumber(text);
  if (number.kind !== 'phone-number') return false;
  const [areaCode] = formatPhoneNumber(number.e164).split('-');
  return isInternational || firstGroup === areaCode || /^07\d\d$/.test(firstGroup ?? '');
}

/** How many digits must be inserted, left out or changed to make one number the other (Levenshtein). */
export function phoneNumberDistance(first: string, second: string): number {
  const target = nationalDigits(second);
  let row = Array.from({ length: target.length + 1 }, (_, column) => column);
  for (const digit of nationalDigits(first)) row = nextRow(row, digit, target);
  return row.at(-1) ?? 0;
}

function nextRow(above: readonly number[], digit: string, target: readonly string[]): number[] {
  const row = [(above[0] ?? 0) + 1];
  for (const [column, other] of target.entries()) {
    const changed = (above[column] ?? 0) + (digit === other ? 0 : 1);
    row.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (row[column] ?? 0) + 1));
  }
  return row;
}

function nationalDigits(e164: string): readonly string[] {
  return Array.from(e164.replace(/^\+46/, '0'));
}

/** Two different numbers that one slip or a few turn into each other. */
type ConfusablePair = {
  readonly first: string;
  readonly second: string;
  readonly distance: number;
};

/** The pairs at most `atMost` digits apart, nearest first; the numbers are `e164`, repeats count once. */
export function confusablePairs(numbers: readonly string[], atMost: number): readonly ConfusablePair[] {
  const distinct = [...new Set(numbers)];
  return distinct
    .flatMap((first, index) =>
      distinct
        .slice(index + 1)
        .map((second) => ({ first, second, distance: phoneNumberDistance(first, second) })),
    )
    .filter((pair) => pair.distance <= atMost)
    .toSorted((one, other) => one.distance - other.distance);
}
