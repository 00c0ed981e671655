import { findAnnouncedIdentities } from './announced-identity.ts';
import { foldText } from './folded-text.ts';
import type { IdentityKind } from './identity-digits.ts';
import { parsePhoneNumber } from './phone-number.ts';
import { hidePhoneNumbers } from './phones-in-text.ts';
import { findReserveNumbers } from './reserve-number.ts';
import { findWrittenIdentities, type FoundIdentity } from './written-identity.ts';

/** Where a text names a patient: UTF-16 offsets into that text, never its digits. */
export type IdentityFinding = {
  readonly kind: IdentityKind;
  readonly start: number;
  readonly end: number;
};

/** What the text was typed into: in a phone field the phone parser decides first. */
type IdentityOptions = { readonly field?: 'text' | 'phone' };

const uuid = /(?<![\da-f])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\da-f])/gi;

/**
 * Every patient identity in a text, in order and without overlap: personal numbers, coordination numbers
 * and reserve numbers however they are written, and birth dates where a word before them or crosses after
 * them say so. Takes any text, is linear in its length and never throws.
 *
 * Six or eight digits with a possible date, a separator and four more, or twelve digits with a century,
 * are an identity whatever the control digit; ten bare digits and unusual groupings only with a right one.
 * What is written as a phone number (area code and groups) is none.
 *
 * Some harmless texts cannot be told from an identity and are found: a day and a clock time as
 * "20261122-1015", "261122 1015" or "202611221015"; a case number of the form "20251122-0001". With a colon
 * or a point in the time, or a word before it, they pass. Unseen are numbers in words ("åttioett tolv …") without "personnummer" before them, in
 * pictures, in a foreign form, and ten bare digits or odd groups with a slip of the pen and no word before.
 */
export function findPatientIdentities(
  text: string,
  options: IdentityOptions = {},
): readonly IdentityFinding[] {
  if (options.field === 'phone' && isPhoneField(text)) return [];
  const folded = foldText(text);
  const shown = hidePhoneNumbers(folded.text.replaceAll(uuid, (id) => '¤'.repeat(id.length)));
  const found = [
    ...findWrittenIdentities(shown),
    ...findReserveNumbers(shown),
    ...findAnnouncedIdentities(shown),
  ];
  return merge(found).map(({ kind, start, end }) => ({
    kind,
    start: folded.starts[start] ?? 0,
    end: folded.ends[end - 1] ?? 0,
  }));
}

/** The text with each identity replaced by the same four dots: no digit of it, nor how many, remains. */
export function maskPatientIdentities(text: string, options: IdentityOptions = {}): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { start, end } of findPatientIdentities(text, options)) {
    pieces.push(text.slice(done, start), '••••');
    done = end;
  }
  return pieces.join('') + text.slice(done);
}

/** "010231-1234" could be dialled, yet nobody writes a phone number so. */
function isPhoneField(text: string): boolean {
  if (/^\s*(?:\d{6}|\d{8})[-+]\d{4}\s*$/.test(foldText(text).text)) return false;
  return parsePhoneNumber(text).kind === 'phone-number';
}

/** Of findings that overlap the first gives the kind, and they become one. */
function merge(found: readonly FoundIdentity[]): FoundIdentity[] {
  const merged: FoundIdentity[] = [];
  for (const next of found.toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last === undefined || next.start >= last.end) merged.push(next);
    else merged[merged.length - 1] = { ...last, end: Math.max(last.end, next.end) };
  }
  return merged;
}
