import { looksLikePhoneNumber, parsePhoneNumber } from './phone-number.ts';

/** An area code, "+46" or "0046", and the groups after it; never the tail of a date or of an identity. */
const grouped =
  /(?<!\d|\d[-+./])(?:(?:\+|00 ?)46[ -]?(?:\(0\))?[ -]?\d{1,3}|\(?0(?:8|[1-9]\d{1,2})\)?)(?:[ ./-]{1,3}\d{2,7}){1,4}(?!\d)/g;

/** Bare digits are a phone number only where a word before them says so. */
const announced = /(?<![\p{L}\d])(?:tel|tfn|mob|ring|sms|fax|växel)\p{L}*[ :.-]{0,3}(0\d{7,9})(?!\d)/giu;

/**
 * The text with every digit of a phone number turned into `¤`, so that no phone number is taken for part
 * of an identity. `text` is folded (folded-text.ts); the length stays.
 */
export function hidePhoneNumbers(text: string): string {
  const shown = text.replaceAll(announced, (match, number: string) =>
    parsePhoneNumber(number).kind === 'phone-number' ? hide(match) : match,
  );
  const pieces: string[] = [];
  let done = 0;
  grouped.lastIndex = 0;
  for (let match = grouped.exec(shown); match !== null; match = grouped.exec(shown)) {
    const phone = phoneNumberIn(match[0], shown.slice(Math.max(0, match.index - 9), match.index));
    grouped.lastIndex = match.index + Math.max(phone.length, 1);
    pieces.push(shown.slice(done, match.index), hide(phone));
    done = match.index + phone.length;
  }
  return pieces.join('') + shown.slice(done);
}

function hide(phone: string): string {
  return phone.replaceAll(/\d/g, '¤');
}

/** The match, shortened group by group: of "060-16 31 00 811218" only the first part is the number. */
function phoneNumberIn(match: string, before: string): string {
  let phone = match;
  while (phone !== '' && !looksLikePhoneNumber(phone))
    phone = phone.replace(/\D*\d+$/, '').replace(/^\D+$/, '');
  return continuesNumber(before, phone) ? '' : phone;
}

/**
 * With spaces only, what looks like an area code may be the end of the number before it: "0612" in
 * "811218 0612 811218 0620", "08" in "1981 08 12 9876".
 */
function continuesNumber(before: string, phone: string): boolean {
  if (/^\(?08\D{1,3}\d\d\D/.test(phone)) return /\d\s$/.test(before);
  return /^0\d{2,3} /.test(phone) && /\d{6} $/.test(before);
}
