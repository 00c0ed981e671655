import * as fc from 'fast-check';
import { plantedIdentities } from './planted-identities.ts';

/** As deep as asked for. */
const nested = (depth: number): unknown =>
  Array.from({ length: depth }).reduce((inner: unknown) => ({ data: [inner] }), 'djupt');

/** Only JSON makes keys of an object's own out of these. */
const prototypeKeys: unknown = JSON.parse(
  '{"__proto__":{"verb":"outage.declare","isAdmin":true},"constructor":{"prototype":{"verb":"x"}},"toString":1}',
);

/** UTF-16 of any kind, well-formed or not. */
const units: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.nat(0xff), fc.nat(0xffff), fc.constantFrom(0x200b, 0x202e, 0xfeff, 0xdc00)), {
    maxLength: 80,
  })
  .map((codes) => String.fromCharCode(...codes));

/** Values that nobody expects, of any type. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    '',
    ' ',
    [],
    {},
    [[]],
    '\u0000',
    '\ud800',
    '\u202e',
    '😀'.repeat(200),
    'x'.repeat(5_000),
    '-'.repeat(30_000),
    nested(6),
    nested(18),
    nested(30),
    prototypeKeys,
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '../../etc/passwd',
    '${title}',
    '${$root}',
    '{{DATE(2026-11-27T10:00:00Z, SHORT)}}',
    '<at>Avbrottsboten</at>',
    '<script>alert(1)</script>',
    '[länk](https://example.com)',
    '=HYPERLINK("x")',
    'a,b,,c',
    '9'.repeat(400),
    '2026-02-30',
    '25:61',
    '9999-12-31',
    '0001-01-01',
    '&#x110000;&#0;',
  ),
  units,
  fc.jsonValue({ maxDepth: 3 }),
);

const said = [
  'vem ringer jag i Ånge?',
  'får vi skriva ut patienten?',
  'hjälp',
  'Lifecare SP ligger nere',
  'starta avbrott kl 08.10, alla kommuner',
  'avsluta avbrottet 14.10',
  'anslut enheten',
  'ringde Ånge 09:10, pratade med Lisa, inskrivning bekräftad',
  'Timrå har bekräftat K7M-3F',
  'vad har vi kvar att registrera?',
  'statistik',
  'patienten andas inte',
  'vad händer',
];

/** What somebody writes, sensible or not; at times with an identity in it. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...said) },
  { weight: 2, arbitrary: fc.lorem({ maxCount: 12 }) },
  { weight: 2, arbitrary: units },
  { weight: 1, arbitrary: fc.constantFrom('a'.repeat(20_001), 'pat '.repeat(4_000), '1 '.repeat(2_000)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom(...said, 'pat', ''),
        fc.constantFrom(...plantedIdentities),
        fc.constantFrom('', ' tack', '\n'),
      )
      .map(([before, identity, after]) => `${before} ${identity}${after}`),
  },
);

const listOf = (words: string): readonly string[] => words.trim().split(/\s+/);

/** By which the fields of the bot's forms are filled in, and their ids. */
export const fieldNames = listOf(`
  formId version outage unit case entry task draft whole warned page verb opens
  name careSetting organisation directNumber isCoordination person message kind
  startedOn startedAt expectedEndOn expectedEndAt nextUpdateOn nextUpdateAt scope
  endedOn endedAt restoredOn restoredAt reason code direction party
  municipality counterpart items outcome calledOn calledAt receivers
  receivingMunicipality admittedOn admittedAt dischargedOn dischargedAt wentHome
  sipOn formUsed tasks note intent question asked msteams __proto__
`);

const fitting = listOf(`
  inpatient-somatic municipality primary-care region ange timra unplanned drill planned given received read-back
  no-answer admission dischargeNotice admission,planningBasis,canReceive municipality,primary-care true false
  2026-11-27 08:10 23:59 K7M-3F u1 call.who none - form
`);

/** What may stand in a field: something that fits in one of them, words, or junk. */
export const fieldValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...fitting, '0611-800 00') },
  { weight: 3, arbitrary: words },
  { weight: 2, arbitrary: junk },
);
