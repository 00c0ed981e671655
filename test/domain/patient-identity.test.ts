import { expect, test } from 'vitest';
import { findPatientIdentities, maskPatientIdentities } from '../../src/domain/patient-identity.ts';

// Nobody's numbers: Skatteverket's test numbers and printed examples (811218-9876, 19121212-1212, 18900101-9802,
// 701063-2391), days that no calendar has (31 February), and reserve numbers published as examples.

const found = (text: string): string[] =>
  findPatientIdentities(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test.each([
  ['811218-9876', 'personal-number'],
  ['121212+1212', 'personal-number'],
  ['191212121212', 'personal-number'],
  ['189001019802', 'personal-number'],
  ['20000105-2380', 'personal-number'],
  ['19 811218-9876', 'personal-number'],
  ['701063-2391', 'coordination-number'],
  ['197010632391', 'coordination-number'],
  ['18500145-1234', 'reserve-number'],
  ['992004391013', 'reserve-number'],
  ['19810231-123R', 'reserve-number'],
  ['19810231123r', 'reserve-number'],
  ['19810231 123R', 'reserve-number'],
  ['19810231-TF12', 'reserve-number'],
  ['19810231-K123', 'reserve-number'],
  ['19810231-12M3', 'reserve-number'],
  ['810231-TA3C', 'reserve-number'],
  ['123456-DA0A', 'reserve-number'],
  ['22950231-FH20', 'reserve-number'],
  ['25780231KHD5', 'reserve-number'],
  ['00342145-BZ31', 'reserve-number'],
  ['811218-XXXX', 'birth-date'],
  ['19811218-****', 'birth-date'],
])('%s is a %s', (identity, kind) => {
  expect(found(`Patienten ${identity} skrivs ut.`)).toEqual([`${kind} ${identity}`]);
});

test.each([
  '811218-9876',
  '811218-9875',
  '19811218-9876',
  '198112189876',
  '8112189876',
  '811218+9876',
  '811218–9876',
  '811218−9876',
  '811218 9876',
  '811218      9876',
  '811218\u00A09876',
  '811218\u20099876',
  '811218 - 9876',
  '811218- 9876',
  '811218.9876',
  '811218/9876',
  '811218_9876',
  '811218=9876',
  '811218…9876',
  '8112\u200B18-98\u00AD76',
  '19 81 12 18 98 76',
  '81 12 18 98 76',
  '811218 98 76',
  '8112 18 9876',
  '81121898 76',
  '8112 189876',
  '811218 - 987 6',
  '811218 9 876',
  '198112 189876',
  '1981 12189876',
  '1981121898 76',
  '19811218 987 6',
  '19 811218-9876',
  '8 1 1 2 1 8 - 9 8 7 6',
  '1981-12-18-9876',
  '1981-12-18 9876',
  '1981.12.18 9876',
  '1981/12/18-9876',
  '1981 12 18 - 9876',
  '81-12-18 9876',
  '81.12.18.9876',
  '811218, 9876',
  '811218. 9876',
  '0702301235',
  '８１１２１８－９８７６',
  '٨١١٢١٨-٩٨٧٦',
  '811218&nbsp;9876',
  '811218&#45;9876',
  '811218%2D9876',
  '**811218**-9876',
  '811218\\-9876',
  '`811218`-`9876`',
  '811218<br>9876',
  '<b>811218</b>-9876',
  '(811218) 9876',
  '"811218","9876"',
  '| 811218 | - | 9876 |',
  '811218\n9876',
  '811218-\r\n9876',
  'pnr811218-9876',
  'pat.198112189876',
  'https://exempel.se/?pnr=19811218-9876&x=1',
  '8l1218-9876',
  '8I12I8-9876',
  '000l05-238O',
  '811218-9876/19811218-9876',
  '000105-2380',
  '08 02 31 98 71',
  '08-02-31-9876',
  '1981 08 31 9876',
  '811218-0612 811218-0620',
  '811218 0612 811218 0620',
  '060-16 31 00 811218-9876',
  '811218-9876 0611-800 00',
  'ring 060-16 31 00/811218-9876',
  '2026-11-22 811218-9876 2026-11-23',
  // One space too many, or too few.
  '81121 8-9876',
  '8112 18-98 76',
  '811218-98 76',
  '811 2189876',
  '8 112189876',
  '1981121 89876',
  '19811218 9 876',
  '1981 -12-18-9876',
  '1981-12- 18-9876',
  '1981.12.189876',
  '81 12 189876',
  '81 12-18 9876',
  '19 81 1218 98 76',
  '8 1 1 2 18 9 8 7 6',
  '1964 08  23 - 3234',
  '19 81-12-18-9875',
])('"%s" holds an identity', (text) => {
  expect(found(text)).not.toEqual([]);
  expect(found(`Se (${text}), sa hon.`)).not.toEqual([]);
  expect(found(maskPatientIdentities(text))).toEqual([]);
});

const numbers = [
  '0660 890 70',
  '0660 890\n70',
  '0611–800 00',
  '060-16 31 00',
  '0690-25 01 00',
  '0660-880 00',
  '060-19 10 00',
  '0612-800 00',
  '0611-34 80 00',
  '0620- 68 20 00',
  'tel:060-191565',
  '+46 611 800 00',
  '0046 611 800 00',
  '+46 (0)611-34 80 00',
  '0611-800 00 ankn 123',
  '0611-34 80 00, 0611-34 80 01',
  '070-123 45 67',
  '070-101 12 34',
  '0701-23 45 67',
  'tel 0702301235',
  '010-112 34 56',
  '08-121 898 76',
  '112',
  '1177',
  '113 13',
  '114 14',
  '0771-11 77 00',
  '0660-880 00 tonval 2',
];
const times = [
  '2026-11-22',
  '22/11',
  '22/11 2026',
  '20261122',
  '261122',
  '2026-11-22 10:15',
  '2026-11-22 10:15:30',
  '2026-11-22 10.15',
  '2026-11-22 08-16',
  '2026-11-22 kl 10.15–14.30',
  '2026-11-22, 08:10–14:10',
  '2026-11-22T10:15:00.000Z',
  '2026-11-22T10:15:00+01:00',
  '20261122T101500Z',
  '20261122 081033',
  '2026-11-22–2026-11-24',
  '2026-11-22 - 2027-01-05',
  '2026-11-22 0611-800 00',
  '20261122 0611-800 00',
  'Nov 20 08:10:33 2026',
  '2026-11-12 08:10:33,123',
  'fr.o.m. 2026-11-22',
  't.f. 2026-11-22',
  'född 1938',
];
const others = [
  'K7M-3F',
  'K7M-3F 2026-11-22',
  '1 250 000 kr',
  '10 000 000',
  '1 101 010 000 kr',
  'RS 2025/1234',
  'Än 2015-579',
  'INC0012345',
  'ärende 20251122-001',
  '871 85 Härnösand',
  '232100-0206',
  '556016-0680',
  'SE2321000206-1A2B',
  '62.6323, 17.9379',
  '2.10.3',
  '7310865004703',
  '192.168.10.12',
  'avd 24, rum 12',
  'f47ac10b-58cc-4372-a567-0e02b2c3d479',
  'ec130118-3204-1be1-82c8-97dffc1bde7e',
  '00:11:22:33:44:55',
  '4581 2012 0312 3456',
  '2026-08-22 `6398a9581`',
  'avd 10, 11, 12, 13 och 14',
  '2023 2024 2025',
  '810245-1234',
  '2026-11-22: 1017 ringde vi',
  '20310428-534 – 5,49 kr',
  '81 12 18 98 76 24',
  '2031-08-28 05-16, 1177',
  '81 12-18 9875',
  'AB810231A123',
  'personnummer: 12345',
  'pnr 139999',
  'Personnummer skrivs aldrig här, ring 0611-800 00',
  'https://exempel.se/2026/11/22',
  'personnummer skrivs aldrig, en av två ringde',
  'personnummer: ett två tre',
  '2026-11-22 sista samtalet 1015',
  'de fyra sista dagarna 10.15',
  'de fyra sista, 08-16',
];

test.each([...numbers, ...times, ...others])('"%s" is no identity', (text) => {
  const around = [text, `Ring ${text} snarast.`, `(${text})`, `${text}\n${text}`, `${text}, 060-16 31 00`];
  expect(around.flatMap(found)).toEqual([]);
});

test.each([
  '8112189875',
  '81 12 18 98 75',
  '81121898 75',
  '8112 189875',
  '811218 - 987 5',
  '8112 18 9875',
  '811218, 9875',
  '811218. 9875',
  '811218\n9875',
  '81.12.18.9875',
  '/1981/12/18/9875',
  '811 2189875',
  '19 81 1218 98 75',
  '8l1218-9875',
  '992004391014',
])('"%s" would be an identity with the right control digit', (text) => {
  expect(found(text)).toEqual([]);
});

test.each(['20261122-1015', '261122 1015', '202611221015', '20251122-0001'])(
  '%s cannot be told from an identity and is taken for one',
  (text) => {
    expect(found(text)).toEqual([`personal-number ${text}`]);
  },
);

test.each([
  ['0812189876', []],
  ['0701231234', []],
  ['0611-800 00', []],
  ['811218-9876', ['811218-9876']],
  ['010231-1234', ['010231-1234']],
  ['060-16 31 00, pnr 811218-9876', ['811218-9876']],
])('in a phone field the phone number comes first: "%s"', (text, identities) => {
  const spans = findPatientIdentities(text, { field: 'phone' });
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(identities);
});

test('a finding tells where, and nothing of what', () => {
  expect(findPatientIdentities('Hej 811218-9876!')).toEqual([{ kind: 'personal-number', start: 4, end: 15 }]);
});

test('a masked text keeps everything but the identities', () => {
  const text = 'Ring 060-16 31 00 om 811218-9876 och 19121212-1212, kod K7M-3F.';
  expect(maskPatientIdentities(text)).toBe('Ring 060-16 31 00 om •••• och ••••, kod K7M-3F.');
});

test('an identity is masked whole, with what was hidden between its digits', () => {
  expect(maskPatientIdentities('a 8112&shy;18\u200B-98\u200B76&nbsp;b')).toBe('a ••••&nbsp;b');
});

test('a hundred thousand characters, sensible or not, are read', () => {
  for (const piece of [
    '8',
    ' ',
    '&',
    '<',
    '\ud800',
    '811218-9876 ',
    '070-101 12 34 ',
    'pnr ',
    '01-11 ',
    '1\u200B',
  ]) {
    const text = piece.repeat(100_000 / piece.length);
    const last = findPatientIdentities(text).at(-1);
    expect(last?.end ?? 0).toBeLessThanOrEqual(text.length);
  }
});
