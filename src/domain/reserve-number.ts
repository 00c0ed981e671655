import type { FoundIdentity } from './written-identity.ts';

const month = '(?:0[1-9]|1[0-2])';
const day = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const birthDate = String.raw`(?:1[89]|2[01])\d\d-?${month}-?${day}`;
const nridLetter = '[A-HJ-NPR-UX-Z]';

/**
 * The forms of reserve numbers with letters in place of digits:
 * - a birth date and four signs with one or two letters: Region Västernorrland `NNNR`, Västerbotten, Dalarna
 *   and Västra Götaland `LNNN`, Gävleborg `NNLN`, Blekinge, Sörmland, Värmland and Örebro `LLNL` or `LLNN`
 *   (HL7 Sweden, basprofiler-r4, PatientIdentifierConformancePatternSE; Socialstyrelsen's advice is a right
 *   birth date and at least one letter in the last four). Small letters only where there is a century;
 * - Region Skåne's `[DEF]L[01]L` after any six or eight digits (same source);
 * - Inera's national one, `XXYYMMDDNNGC`: a century moved 3, 6, 9 … ahead, or "00" and a serial number;
 *   without the letters I, O, Q, V, W (Inera, Nationellt reservidformat 1.0).
 */
const forms = [
  String.raw`(?:${birthDate}|\d\d${month}${day})-?(?:[A-Z]\d{3}|[A-Z]{2}\d[A-Z\d]|\d{3}[A-Z]|\d\d[A-Z]\d)`,
  String.raw`${birthDate}(?:-?(?:[a-z]\d{3}|\d{3}[a-z]|\d\d[a-z]\d)| \d{3}[Rr])`,
  String.raw`(?:\d{6}|\d{8})-?[DEF][A-Z][01][A-Z]`,
  String.raw`(?:(?:2[2-9]|[3-8]\d|9[0-8])\d\d${month}${day}|00\d\d[2-9]\d[45]\d)-?${nridLetter}{2}(?:\d|${nridLetter})\d`,
].map((form) => new RegExp(String.raw`(?<![\p{L}\d])${form}(?![\p{L}\d])`, 'gu'));

/** How each form begins; a text without it need not be searched for any. */
const beginning = /\d{4}/;

/** The reserve numbers with letters in a folded text; those of digits alone are written-identity.ts's. */
export function findReserveNumbers(text: string): FoundIdentity[] {
  if (!beginning.test(text)) return [];
  return forms.flatMap((form) =>
    Array.from(text.matchAll(form), ({ 0: { length }, index }) => ({
      kind: 'reserve-number',
      start: index,
      end: index + length,
    })),
  );
}
