import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { municipalities } from '../../src/domain/ids.ts';
import { findCodes } from '../../src/intent/entities/code.ts';
import { findItems } from '../../src/intent/entities/items.ts';
import { findMunicipalities } from '../../src/intent/entities/municipality.ts';
import { findParties } from '../../src/intent/entities/party.ts';
import { findUnits } from '../../src/intent/entities/unit.ts';
import { municipalityNames } from '../../src/intent/lexicon/municipalities.ts';
import { fold } from '../../src/intent/normalise.ts';
import { recognise } from '../../src/intent/recognise.ts';

const values = <T>(found: readonly { readonly value: T }[]): readonly T[] => found.map(({ value }) => value);

describe('a code is read however it is typed', () => {
  test.each([
    ['bekräftar K7M-3F', ['K7M-3F']],
    ['k7m3f', ['K7M-3F']],
    ['K7M 3F', ['K7M-3F']],
    ['kod k7m-3f, tack', ['K7M-3F']],
    ['K7M–3F', ['K7M-3F']],
    ['K7M - 3F', ['K7M-3F']],
    ['k 7 m 3 f', ['K7M-3F']],
    ['k7m3f.', ['K7M-3F']],
    ['KFM-3F', ['KFM-3F']],
    ['K7M-3F och R4T-9C', ['K7M-3F', 'R4T-9C']],
  ])('%s', (text, codes) => expect(values(findCodes(text))).toEqual(codes));

  test.each([
    'avd 24',
    'hc 24',
    'tfn 24',
    'dnr 24',
    '237mg',
    '234 kr',
    '23467',
    'tack',
    'perfekt',
    'P1',
    'medicin 3',
    '0660 234 67',
    'K7M-3',
    'AK7M-3FB',
    'K8M-3F',
    '',
  ])('there is none in "%s"', (text) => expect(findCodes(text)).toEqual([]));

  const letter = fc.constantFrom(...Array.from('CDFGHJKMNPRTVX'));
  const digit = fc.constantFrom(...Array.from('234679'));
  test('upper and lower case, with and without the hyphen, are the same code', () => {
    fc.assert(
      fc.property(fc.tuple(letter, digit, letter, digit, letter), ([a, b, c, d, e]) => {
        const code = `${a}${b}${c}-${d}${e}`;
        const joined = /^\d{3}/u.test(code) ? code : code.replace('-', '');
        for (const typed of [code, code.toLowerCase(), joined, joined.toLowerCase()]) {
          expect(values(findCodes(`kod ${typed}`))).toEqual([code]);
        }
      }),
    );
  });
});

describe('a municipality', () => {
  const spellings = municipalities.flatMap((id) =>
    municipalityNames[id].filter((name) => name !== 'timrå').map((name) => [name, id] as const),
  );
  test.each(spellings)('%s is %s', (name, id) => {
    expect(values(findMunicipalities(`vem ringer jag i ${name}?`))).toEqual([id]);
    expect(values(findMunicipalities(`VEM RINGER JAG I ${name.toUpperCase()}`))).toEqual([id]);
  });

  test.each([
    ['Sundsvalls kommun', ['sundsvall']],
    ['Ånges växel', ['ange']],
    ['ange kommun vaxelnr', ['ange']],
    ['ring till ange', ['ange']],
    ['har ringt ange', ['ange']],
    ['Timrå och Ånge', ['timra', 'ange']],
    ['ånge', ['ange']],
  ])('%s', (text, ids) => expect(values(findMunicipalities(text))).toEqual(ids));

  test.each([
    'kan du ange numret till kommunens växel',
    'ska vi på hälsocentralen ange fast vårdkontakt',
    'Vänligen ange vilken kontaktväg som gäller',
    'ska man ange namn på den man ringt',
    'ange huvudstaden i Norge',
    'Sundsvalls sjukhus',
    'lång väg till sängen',
  ])('there is none in "%s"', (text) => expect(findMunicipalities(text)).toEqual([]));
});

describe('a party', () => {
  test.each([
    ['servicedesk nummer', ['it-support']],
    ['it-supporten', ['it-support']],
    ['kommunens it-support', ['it-support']],
    ['helpdesken', ['it-support']],
    ['kommunen', ['municipality']],
    ['biståndshandläggaren', ['municipality']],
    ['bistandshandlaggare', ['municipality']],
    ['bisthand', ['municipality']],
    ['kommunens växel', ['municipality']],
    ['handläggaren', ['municipality']],
    ['avdelningen', ['inpatient-ward']],
    ['vårdavdelningen', ['inpatient-ward']],
    ['slutenvården', ['inpatient-ward']],
    ['sjukhuset', ['inpatient-ward']],
    ['hälsocentralen', ['primary-care']],
    ['hc', ['primary-care']],
    ['vårdcentralen', ['primary-care']],
    ['primärvården', ['primary-care']],
    ['distriktssköterskan', ['primary-care']],
    ['fast vårdkontakt', ['primary-care']],
    ['psykiatrisk öppenvård', ['psychiatric-outpatient']],
    ['öppenpsykiatrin', ['psychiatric-outpatient']],
    ['psykmottagningen', ['psychiatric-outpatient']],
    ['regionens växel', ['region-switchboard']],
    ['sjukhusväxeln', ['region-switchboard']],
    ['förvaltningen', ['system-administration']],
    ['systemförvaltaren', ['system-administration']],
    ['Lifecare-förvaltningen', ['system-administration']],
    ['kommunen och hälsocentralen', ['municipality', 'primary-care']],
    ['vi på hc når inte kommunen', ['municipality']],
    ['it', []],
  ])('%s', (text, parties) => {
    const found = findParties(fold(text)).toSorted((a, b) => a.start - b.start);
    expect(values(found)).toEqual(parties);
  });

  test.each([
    ['numret till IT i Timrå', ['it-support']],
    ['numret till IT', ['it-support']],
    ['ring IT', ['it-support']],
    ['RING IT', ['it-support']],
    ['vem är IT hos oss', ['it-support']],
    ['numret till it', ['it-support']],
    ['vem kan jag få tag i it', ['it-support']],
    ['jag ringde it nyss', ['it-support']],
    ['IT-supporten', ['it-support']],
    ['DO IT', []],
    ['is it down', []],
    ['call it a day', []],
    ['it is down', []],
    ['till itu', []],
  ])('as typed: %s', (text, parties) => expect(values(findParties(text))).toEqual(parties));

  test('the IT support of a place is not that place', () => {
    expect(recognise('numret till IT i Timrå').entities).toEqual({
      municipality: 'timra',
      party: 'it-support',
    });
  });
});

describe('a unit is named as typed', () => {
  test.each([
    ['anteckna att avd 12 ringde', ['avd 12']],
    ['avdelning 7B', ['avdelning 7B']],
    ['hc ankaret', ['hc ankaret']],
    ['Hälsocentralen Ankaret', ['Hälsocentralen Ankaret']],
    ['Nolby hälsocentral', ['Nolby hälsocentral']],
    ['Vi är Medicinavdelning 2', ['Medicinavdelning 2']],
    ['Biståndsenheten Kramfors', ['Biståndsenheten Kramfors']],
    ['avd 10.30 ringde kommunen', []],
    ['pratade med avd 10:30', []],
    ['avd 10. Ringde', ['avd 10']],
    ['har hälsocentralen fått informationen', []],
    ['hur når jag hälsocentralen', []],
    ['ska vi på hälsocentralen ange fast vårdkontakt', []],
  ])('%s', (text, units) => expect(values(findUnits(text))).toEqual(units));
});

describe('an item of the routine', () => {
  test.each([
    ['utskrivningsmeddelande', ['dischargeNotice']],
    ['utskrivningsmeddelandet', ['dischargeNotice']],
    ['utskrivningsmedelande', ['dischargeNotice']],
    ['utskrivnings meddelande', ['dischargeNotice']],
    ['utskrivningsklar', ['readyForDischarge']],
    ['Utskrivningsklar meddelande', ['readyForDischarge']],
    ['utskrivningsklart', ['readyForDischarge']],
    ['utskrivningsklarmeddelande', ['readyForDischarge']],
    ['utskrivningsklar och utskrivningsmeddelande', ['readyForDischarge', 'dischargeNotice']],
    ['utskr.medd', ['readyForDischarge', 'dischargeNotice']],
    ['utskrmedd', ['readyForDischarge', 'dischargeNotice']],
    ['utskrivningsmklar', ['readyForDischarge', 'dischargeNotice']],
    ['utskrivningskmeddelande', ['readyForDischarge', 'dischargeNotice']],
    ['utskrivnigsklar', ['readyForDischarge']],
    ['utskrivningskalr', ['readyForDischarge']],
    ['utskrivningsklra', ['readyForDischarge']],
    ['utskrivningsklr', ['readyForDischarge']],
    ['utskivningsklar', ['readyForDischarge']],
    ['utskrivningsklarh', ['readyForDischarge']],
    ['utskr.klar', ['readyForDischarge']],
    ['utskrivnigsklarmedelande', ['readyForDischarge']],
    ['utskrivnigsmeddelande', ['dischargeNotice']],
    ['utskrivningsmdedelande', ['dischargeNotice']],
    ['utskrivningsmeddlande', ['dischargeNotice']],
    ['utskivningsmeddelandet', ['dischargeNotice']],
    ['patienten inte längre är utskrivningsklar', ['readyForDischargeWithdrawn']],
    ['hen är inte utskrivningsklar längre', ['readyForDischargeWithdrawn']],
    ['ej längre bedöms utskrivningsklar', ['readyForDischargeWithdrawn']],
    ['beräknat utskrivningsdatum, ändrat till fredag', ['expectedDischargeChanged']],
    ['utskrivningsdatumet har flyttats till måndag', ['expectedDischargeChanged']],
    ['ber utskr datum ändrat', ['expectedDischargeChanged']],
    ['allt utom planeringsunderlag', []],
    ['inskrivning och allt annat förutom PU och utskrivningsklar', ['admission']],
    ['inskrivning men inte planeringsunderlag', ['admission']],
    ['lämnade inskrivning, ej PU', ['admission']],
    ['har inte lämnat beräknat utskrivningsdatum', []],
    ['inskrivning utan planeringsunderlag', ['admission']],
    ['inte PU utan utskrivningsmeddelande', ['dischargeNotice']],
    ['inte bara inskrivning utan även PU', ['admission', 'planningBasis']],
    ['inte inskrivning men utskrivningsklar', ['readyForDischarge']],
    ['inte längre utskrivningsklar', ['readyForDischargeWithdrawn']],
    ['utskrivningsklar återkallad', ['readyForDischargeWithdrawn']],
    ['inskrivning', ['admission']],
    ['inskr', ['admission']],
    ['inskrivningsmeddelande', ['admission']],
    ['beräknat utskrivningsdatum', ['expectedDischarge']],
    ['ber utskr datum', ['expectedDischarge']],
    ['ändrat utskrivningsdatum', ['expectedDischargeChanged']],
    ['faktiskt utskrivningsdatum', ['actualDischarge']],
    ['utskrivningsdatum', ['expectedDischarge', 'actualDischarge']],
    ['planeringsunderlag', ['planningBasis']],
    ['PU', ['planningBasis']],
    ['aktuella insatser', ['currentServices']],
    ['de kan ta emot på torsdag', ['canReceive']],
    ['fast vårdkontakt', ['namedContact']],
    ['behov av SIP', ['sipNeed']],
    ['SIP-datum', ['sipSummons']],
    ['vidareförmedlat', ['forwarded']],
    ['patienten är utskriven', []],
    ['utskrivning', []],
    ['skriv ut dokumentet', []],
    ['utskrift', []],
  ])('%s', (text, items) => expect(findItems(fold(text))).toEqual(items));
});

test('what is named several times is a list, what is named once is not, what is not named is absent', () => {
  expect(recognise('ringde Timrå 10.15 och Ånge 10.30').entities).toMatchObject({
    municipality: ['timra', 'ange'],
    time: ['10:15', '10:30'],
  });
  expect(recognise('vem ringer jag i Ånge?').entities).toEqual({
    municipality: 'ange',
    party: 'municipality',
  });
  expect(recognise('hej').entities).toEqual({});
});

test('where the patient lives is a place, not yet somebody to call', () => {
  expect(recognise('Patienten bor i Ö-vik. Vem ringer jag?').entities).toEqual({
    municipality: 'ornskoldsvik',
  });
});
