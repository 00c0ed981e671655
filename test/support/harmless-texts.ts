import * as fc from 'fast-check';
import { digits, twoDigits } from './digits.ts';
import { surroundings } from './surroundings.ts';

const routineNumbers = [
  '0660 890 70',
  '0611–800 00',
  '060-16 31 00',
  '0690-25 01 00',
  '0660-880 00',
  '060-19 10 00',
  '0612-800 00',
  '0611-34 80 00',
  '0620- 68 20 00',
  '060-191565',
];

const day = fc.tuple(fc.integer({ min: 2025, max: 2031 }), twoDigits(1, 12), twoDigits(1, 31));
const isoDay = day.map((parts) => parts.join('-'));
const clock = fc
  .tuple(twoDigits(0, 23), fc.constantFrom(':', '.'), twoDigits(0, 59))
  .map((parts) => parts.join(''));
const areaCode = fc.constantFrom('0611', '0612', '0620', '0660', '0690', '0270', '0501');
const subscriber = fc
  .tuple(fc.integer({ min: 10, max: 99 }), twoDigits(0, 99), twoDigits(0, 99))
  .map((parts) => parts.join(' '));
const shortSubscriber = fc
  .tuple(fc.integer({ min: 100, max: 999 }), twoDigits(0, 99))
  .map((parts) => parts.join(' '));
const threeTwoTwo = fc
  .tuple(fc.integer({ min: 100, max: 999 }), twoDigits(0, 99), twoDigits(0, 99))
  .map((parts) => parts.join(' '));
const dash = fc.constantFrom('-', '–', '- ', ' ', '\u2011');

const phones = fc.oneof(
  fc.constantFrom(...routineNumbers),
  fc.tuple(areaCode, dash, subscriber).map((parts) => parts.join('')),
  fc.tuple(areaCode, dash, shortSubscriber).map((parts) => parts.join('')),
  fc.tuple(fc.constantFrom('060', '063', '031'), dash, subscriber).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('070', '072', '073', '076', '079'), dash, threeTwoTwo)
    .map((parts) => parts.join('')),
  threeTwoTwo.map((rest) => `+46 70 ${rest}`),
  shortSubscriber.map((rest) => `+46 (0)611-${rest}`),
  subscriber.map((rest) => `0046 611 ${rest}`),
  fc
    .tuple(fc.integer({ min: 100, max: 999 }), fc.integer({ min: 100, max: 999 }), twoDigits(0, 99))
    .map((parts) => `08-${parts.join(' ')}`),
  subscriber.map((rest) => `0611-${rest} ankn 123`),
  fc.constantFrom('112', '1177', '113 13', '114 14'),
);

const moments = fc.oneof(
  isoDay,
  day.map((parts) => parts.join('')),
  day.map((parts) => parts.join('').slice(2)),
  day.map(([year, month, date]) => `${Number(date)}/${Number(month)} ${year}`),
  fc.tuple(isoDay, clock).map((parts) => parts.join(' ')),
  fc.tuple(isoDay, clock, clock).map(([date, from, to]) => `${date} kl ${from}–${to}`),
  fc.tuple(isoDay, twoDigits(0, 12), twoDigits(13, 24)).map(([date, from, to]) => `${date} ${from}-${to}`),
  fc
    .tuple(isoDay, twoDigits(0, 23), twoDigits(0, 59))
    .map(([date, hour, minute]) => `${date}T${hour}:${minute}:07.123Z`),
  fc
    .tuple(isoDay, twoDigits(0, 23), twoDigits(0, 59))
    .map(([date, hour, minute]) => `${date.replaceAll('-', '')}T${hour}${minute}00Z`),
  fc.tuple(isoDay, fc.constantFrom('–', ' – ', '-', ' - ', ' till '), isoDay).map((parts) => parts.join('')),
  fc
    .tuple(isoDay, clock, isoDay, clock)
    .map(([from, hour, to, minute]) => `${from} ${hour} - ${to} ${minute}`),
  clock.map((time) => `kl ${time}`),
);

const amounts = fc.oneof(
  fc.integer({ min: 1, max: 9_999_999 }).map((sum) => `${sum.toLocaleString('sv-SE')} kr`),
  fc
    .integer({ min: 100_000, max: 999_999_999 })
    .map((sum) => `${sum.toLocaleString('sv-SE').replaceAll('\u00A0', ' ')} kr`),
  fc.tuple(fc.integer({ min: 1, max: 999 }), twoDigits(0, 99)).map((parts) => `${parts.join(',')} kr`),
);

const organisationNumber = fc
  .tuple(fc.constantFrom('23', '21', '55', '80'), fc.integer({ min: 2000, max: 9999 }), digits(4))
  .map(([group, middle, last]) => `${group}${middle}-${last}`);

const codes = fc.oneof(
  fc
    .tuple(
      fc.string({ unit: fc.constantFrom(...Array.from('CDFGHJKMNPRTVX234679')), minLength: 3, maxLength: 3 }),
      twoDigits(0, 99),
    )
    .map(([first, last]) => `${first}-${last}`),
  fc.constantFrom(
    'K7M-3F',
    'k7m3f',
    'Än 2015-579',
    'RS 2025/1234',
    'HSN/1234:2025',
    'SE2321000206-1A2B',
    'Box 1234, 871 29',
  ),
  fc.integer({ min: 0, max: 9_999_999 }).map((value) => `INC${String(value).padStart(7, '0')}`),
  fc.tuple(isoDay, digits(3)).map(([date, serial]) => `${date.replaceAll('-', '')}-${serial}`),
  digits(5).map((code) => `${code.slice(0, 3)} ${code.slice(3)} Härnösand`),
  organisationNumber,
  digits(13),
  fc.uuid().filter((id) => /[a-f]/.test(id.slice(0, 8))),
  fc.tuple(fc.nat(9), fc.nat(20), fc.nat(400)).map((parts) => `version ${parts.join('.')}`),
  fc.ipV4(),
  fc
    .tuple(fc.double({ min: 61, max: 64, noNaN: true }), fc.double({ min: 15, max: 19, noNaN: true }))
    .map(([north, east]) => `${north.toFixed(5)}, ${east.toFixed(5)}`),
  fc.webUrl().map((url) => url.replaceAll(/\d/g, '7')),
  fc.tuple(fc.nat(40), fc.nat(12)).map(([ward, room]) => `avd ${ward} rum ${room}, sal ${room + 1}`),
  fc.integer({ min: 1900, max: 2010 }).map((year) => `född ${year}`),
);

const visits = fc.oneof(
  fc
    .tuple(fc.nat(99), fc.nat(40), fc.nat(8))
    .map(([ward, room, bed]) => `avd ${ward} rum ${room} säng ${bed}`),
  fc.array(fc.nat(99), { minLength: 2, maxLength: 6 }).map((wards) => `avd ${wards.join(', ')}`),
  fc
    .tuple(fc.nat(20), fc.nat(9), twoDigits(0, 99))
    .map(([house, floor, room]) => `hus ${house}, plan ${floor}, rum ${floor}${room}`),
  fc.tuple(fc.nat(40), fc.nat(40)).map(([all, done]) => `${all} patienter, ${done} klara`),
);

/** Clock times without a sign between hour and minute, several after another. */
const bareTimes = fc
  .array(
    fc.tuple(twoDigits(0, 23), twoDigits(0, 59)).map((parts) => parts.join('')),
    { minLength: 1, maxLength: 4 },
  )
  .chain((times) => fc.constantFrom(', ', ' ', '-', ' och ').map((gap) => `kl ${times.join(gap)}`));

/** By what they are, as the table of figures names them. */
export const harmlessKinds = {
  'phone numbers': phones,
  'several phone numbers': fc.array(phones, { minLength: 2, maxLength: 5 }).map((all) => all.join(', ')),
  'dates and times': moments,
  'times as 1345': bareTimes,
  amounts,
  'rooms, beds and counts': visits,
  'codes, cases and addresses': codes,
} as const;

const harmless = fc.oneof(phones, moments, amounts, codes);
/** Texts with numbers that are nobody's: one, or two after each other. */
export const harmlessTexts = fc
  .oneof(
    fc.tuple(harmless, surroundings).map(([thing, [before, after]]) => before + thing + after),
    fc
      .tuple(harmless, fc.constantFrom(' och ', ', ', '. ', '\n', ' | ', ' – ', ' '), harmless)
      .map((parts) => parts.join(''))
      .filter((text) => !isADayAndAClock(text) && !isAnAmountAfterDigits(text)),
  )
  // A year of birth with digits after it may well be a date of birth.
  .filter((text) => !/född \d{4}\W+\d/.test(text));

/**
 * "20261122 1177", "2026-11-22 1177", "20270722-902 – 3CC": nothing, or the control digit alone, tells it from an
 * identity.
 */
function isADayAndAClock(text: string): boolean {
  return /(?<!\d)(?:\d{6}|\d{8}|\d{4}-\d\d-\d\d)\D{1,4}(?:\d{4}|\d{3}\D{1,4}\d)(?!\d)/.test(text);
}

/** "kl 00:24 | 10 125 724 kr": ten digits with nothing but spaces and a bar between them, or twelve. */
function isAnAmountAfterDigits(text: string): boolean {
  const [joined = ''] = /\d+(?: \| | – | )\d{1,3}(?:[ \u00A0]\d{3})+(?= kr)/.exec(text) ?? [];
  return [10, 12].includes(joined.replaceAll(/\D/g, '').length);
}
