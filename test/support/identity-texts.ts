import * as fc from 'fast-check';
import { digits } from './digits.ts';
import { surroundings } from './surroundings.ts';

/**
 * Nobody's numbers: Skatteverket's test numbers and its printed examples, and numbers made here with a birth
 * date that no calendar has (30 February, 31 April …), so that no generated one can be a person's.
 */
export const publishedNumbers = [
  '191212121212',
  '189001019802',
  '198112189876',
  '196408233234',
  '199006022397',
  '200001052380',
  '195711212893',
  '197912309296',
  '194408139089',
  '200512312398',
  '197010632391',
];
const impossibleDays = ['0230', '0231', '0431', '0631', '0931', '1131', '0290', '0491', '0691', '1191'];

function controlDigit(nine: string): string {
  const sum = Array.from(nine, (digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1))
    .map((product) => (product > 9 ? product - 9 : product))
    .reduce((total, product) => total + product, 0);
  return String((10 - (sum % 10)) % 10);
}

const made = fc
  .tuple(fc.integer({ min: 1900, max: 2024 }), fc.constantFrom(...impossibleDays), digits(3))
  .map(([year, day, serial]) => `${year}${day}${serial}`)
  .map((eleven) => eleven + controlDigit(eleven.slice(2)));
const rightNumber = fc.oneof(fc.constantFrom(...publishedNumbers), made);
const mistypedNumber = made.map((digits) => digits.slice(0, 11) + String((Number(digits.at(-1)) + 3) % 10));

/** A number in pieces: `four` are the last digits. */
export type Parts = {
  readonly century: string;
  readonly y: string;
  readonly m: string;
  readonly d: string;
  readonly four: string;
};

export function partsOf(digits: string): Parts {
  const [century = '', y = '', m = '', d = '', ab = '', cd = ''] = digits.match(/\d\d/g) ?? [];
  return { century, y, m, d, four: ab + cd };
}

const dashes = Array.from('-+‐‑‒–—―−﹣－_.').concat([
  ' - ',
  ' – ',
  ' -',
  '- ',
  '-\n',
  '\\-',
  '&#45;',
  '&ndash;',
  '&#x2212;',
]);
const spaces = [' ', '\u00A0', '\u2009', '\u202F', '\u3000', '  ', '&nbsp;', '&amp;nbsp;', '<br>', '</b> '];
const between = fc.constantFrom(...dashes, ...spaces, '**-', '`-`', ') ', '/', ' / ', '·-');

/** However the control digit is. */
export const writtenPlainly: ((parts: Parts, gap: string) => string)[] = [
  ({ y, m, d, four }, gap) => `${y}${m}${d}${gap}${four}`,
  ({ century, y, m, d, four }, gap) => `${century}${y}${m}${d}${gap}${four}`,
  ({ century, y, m, d, four }) => `${century}${y}${m}${d}${four}`,
  ({ century, y, m, d, four }) => `${century}${y}-${m}-${d}-${four}`,
  ({ century, y, m, d, four }) => `${century}${y}.${m}.${d} ${four}`,
  ({ century, y, m, d, four }) => `${century}${y}/${m}/${d}-${four}`,
  ({ century, y, m, d, four }) => `${century}${y} ${m} ${d} - ${four}`,
  ({ century, y, m, d, four }) => `${century} ${y}${m}${d}-${four}`,
  ({ y, m, d, four }) => `${y} ${m} ${d} ${four}`,
  ({ y, m, d, four }) => `${y}-${m}-${d}-${four}`,
  ({ y, m, d, four }) => `${y}${m}${d} ${four.slice(0, 2)} ${four.slice(2)}`,
  ({ century, y, m, d, four }) => `${century} ${y} ${m} ${d} ${four.slice(0, 2)} ${four.slice(2)}`,
  ({ century, y, m, d, four }) => fullWidth(`${century}${y}${m}${d}－${four}`),
  ({ century, y, m, d, four }) => arabic(`${century}${y}${m}${d}${four}`),
  ({ y, m, d, four }) => Array.from(`${y}${m}${d}-${four}`).join('\u200B'),
  ({ century, y, m, d, four }) => `${century}${y}\u00AD${m}${d}\u2060${four}`,
  ({ y, m, d, four }) => `pnr${y}${m}${d}-${four}`,
  ({ century, y, m, d, four }) => `pat.${century}${y}${m}${d}${four}`,
];

/** Only with the right control digit. */
export const writtenOddly: ((parts: Parts) => string)[] = [
  ({ y, m, d, four }) => `${y}${m}${d}${four}`,
  ({ y, m, d, four }) => `${y} ${m} ${d} ${four.slice(0, 2)} ${four.slice(2)}`,
  ({ y, m, d, four }) => `${y}${m} ${d} ${four}`,
  ({ y, m, d, four }) => `${y}${m}${d}${four.slice(0, 2)} ${four.slice(2)}`,
  ({ y, m, d, four }) => `${y}${m} ${d}${four}`,
  ({ y, m, d, four }) => `${y}${m}${d} - ${four.slice(0, 3)} ${four.slice(3)}`,
  ({ y, m, d, four }) => `${y}${m}${d}\n${four}`,
  ({ y, m, d, four }) => `${y}${m}${d}, ${four}`,
  ({ century, y, m, d, four }) => `${century}${y} ${m}${d} ${four}`,
  ({ y, m, d, four }) => Array.from(`${y}${m}${d}${four}`).join(' '),
  ({ y, m, d, four }) => `${y}${m}${d}-${four}`.replaceAll('0', 'O'),
  ({ y, m, d, four }) => `${y}${m}${d}-${four}`.replaceAll('1', 'l'),
];

/** After a word that says what comes, a part is enough. */
export const announcedParts: ((parts: Parts) => string)[] = [
  ({ y, m, d }) => `pnr ${y}${m}${d}`,
  ({ century, y, m, d }) => `Personnummer: ${century}${y}${m}${d}`,
  ({ y, m, d, four }) => `pers.nr är ${y}${m}${d}-${four.slice(0, 2)}`,
  ({ four, y }) => `personnumret är 99${y}99-${four}`,
  ({ century, y, m, d }) => `född ${century}${y}-${m}-${d}`,
  ({ y, m, d }) => `f. ${y}${m}${d}`,
  ({ y, m, d }) => `${y}${m}${d}-XXXX`,
  ({ four }) => `sista fyra är ${four}`,
  ({ four }) => `fyra sista är ${Array.from(four).join('-')}`,
  ({ y, m, d, four }) => `${y}${m}${d} de sista är ${four}`,
];

export const reserveForms: ((parts: Parts) => string)[] = [
  ({ century, y, m, d, four }) => `${century}${y}${m}${d}-${four.slice(1)}R`,
  ({ century, y, m, d, four }) => `${century}${y}${m}${d}${four.slice(1)}R`,
  ({ y, m, d, four }) => `${y}${m}${d}-T${four.slice(1)}`,
  ({ century, y, m, d }) => `${century}${y}${m}${d}-TF12`,
  ({ y, m, d }) => `25${y}${m}${d}KHD5`,
  ({ y }) => `00${y}2145-BZ31`,
];

function fullWidth(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}

function arabic(text: string): string {
  return text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
}

const isCalendarDay = (digits: string): boolean => Number(digits.slice(6, 8)) <= 31;

/** A text with one identity in it, which begins at `from`. */
export const identityTexts = fc
  .tuple(
    fc.oneof(
      fc
        .tuple(fc.oneof(rightNumber, mistypedNumber), fc.constantFrom(...writtenPlainly), between)
        .map(([digits, write, gap]) => write(partsOf(digits), gap)),
      fc
        .tuple(
          rightNumber.filter((digits) => digits[2] !== '0'),
          fc.constantFrom(...writtenOddly),
        )
        .map(([digits, write]) => write(partsOf(digits))),
      fc
        .tuple(rightNumber, fc.constantFrom(...announcedParts))
        .map(([digits, write]) => write(partsOf(digits))),
      fc
        .tuple(made.filter(isCalendarDay), fc.constantFrom(...reserveForms))
        .map(([digits, write]) => write(partsOf(digits))),
    ),
    surroundings,
  )
  .map(([identity, [before, after]]) => ({ identity, text: before + identity + after, from: before.length }));
