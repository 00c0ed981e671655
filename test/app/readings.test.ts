import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Asker } from '../../src/domain/asker.ts';
import { ask } from '../support/ask.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const { routine } = await builtInKnowledge();
const ward: Asker = { careSetting: 'inpatient-somatic', organisation: 'region' };
const psychiatry: Asker = { careSetting: 'psychiatric-outpatient', organisation: 'region' };
const careManager: Asker = { careSetting: 'municipality', organisation: 'harnosand' };
const healthCentre: Asker = { careSetting: 'primary-care', organisation: 'region' };

/** Each ambiguity of the routine: what is asked, by whom, what the answer says, and what it must not say. */
const readings: readonly (readonly [
  id: string,
  asked: string,
  asker: Asker,
  says: RegExp,
  never?: RegExp,
])[] = [
  ['A01', 'vem ringer jag?', {}, /EJ BESLUTAD/, /är fastställd/],
  [
    'A02',
    'vad ska registreras i efterhand?',
    ward,
    /Hann inskrivningsmeddelandet inte skickas .* räknas patienten som inskriven/,
  ],
  [
    'A02',
    'patienten skrevs in före avbrottet och ligger kvar, vad registreras i efterhand?',
    ward,
    /Hann inskrivningsmeddelandet inte skickas .* räknas patienten som inskriven/,
  ],
  [
    'A03',
    'ska utskrivningsklar registreras i efterhand?',
    ward,
    /exakta klockslag och mottagare på blanketten/,
  ],
  [
    'A04',
    'ska utskrivningsklar registreras i efterhand?',
    ward,
    /Ligger patienten kvar: fråga systemförvaltningen/,
  ],
  [
    'A05',
    'patienten har gått hem men är inte utskriven, skrevs in under avbrottet, vad registreras efteråt?',
    ward,
    /gått hem men inte skrivits ut under avbrottet/,
  ],
  [
    'A06',
    'patienten skrevs ut under avbrottet till ett korttidsboende, ska vi registrera det efteråt?',
    ward,
    /Utskriven till annat än hemmet .*: rutinen säger inget om det/,
  ],
  ['A08', 'vad ska registreras i efterhand?', ward, /redan har sagt i telefon behöver inte skrivas in/],
  [
    'A09',
    'patienten skrevs ut under avbrottet och har gått hem, ska vi registrera något efteråt?',
    careManager,
    /Ett utskick hem räcker, och slutenvården gör det/,
    /SKA: Skicka hem/,
  ],
  [
    'A10',
    'patienten skrevs både in och ut under avbrottet och har gått hem, ska det registreras efteråt?',
    ward,
    /FRÅGA: har patienten fått skriftlig information/,
  ],
  [
    'A11',
    'vad ska registreras i efterhand?',
    careManager,
    /Slutenvården registrerar in- och utskrivning/,
    /SKA: Inskrivningsmeddelande/,
  ],
  [
    'A12',
    'patienten skrevs ut under avbrottet, ska vi registrera något efteråt?',
    healthCentre,
    /FRÅGA: har fast vårdkontakt lämnats i telefon\? Bekräfta den då/,
  ],
  [
    'A13',
    'hur gör vi med SIP när Lifecare är igång igen?',
    healthCentre,
    /både skrevs in och ut under avbrottet skickas den formella kallelsen/,
  ],
  ['A14', 'var ska blanketten skickas?', ward, /Kasta den aldrig innan den är inskickad/],
  ['A15', 'när gäller avbrottsrutinen?', {}, /över 2 timmar som längre .*inte fastställd i rutinen/],
  ['A16', 'Lifecare fungerar inte', ward, /Samordnarna förklarar avbrottet påbörjat och avslutat/],
  [
    'A17',
    'vad är numret till servicedesk?',
    ward,
    /0660 890 70.*e-post support\.it@rvn\.se, men ring i första hand/,
  ],
  ['A18', 'vem ringer jag?', careManager, /0611–800 00 är regionens växel.*inget kommunnummer/],
  ['A19', 'numret till Sundsvall?', {}, /060-19 10 00/, /19 ?15 ?65/],
  ['A20', 'vad ska vi lämna över?', careManager, /Biståndshandläggaren är vägen in/],
  [
    'A21',
    'vem ringer jag på hälsocentralen?',
    ward,
    /Finns ingen fast vårdkontakt: ring patientens hälsocentral/,
  ],
  ['A22', 'vem kallar till SIP?', {}, /Öppenvården\/primärvården kallar\. Säg namnet/],
  ['A23', 'vad ska jag lämna över?', {}, /Säg också när patienten blir utskrivningsklar/],
  ['A24', 'var ska blanketten skickas?', ward, /ansvarig systemförvaltare[^]*IT-enheten Skeppet/],
  [
    'A25',
    'patienten skrevs in och ut samma dag, ska den registreras efteråt?',
    ward,
    /”Under avbrottet” är från att systemet slutade fungera/,
  ],
  ['A26', 'hur kallar vi till SIP?', psychiatry, /samordnad vårdplan, inte SIP/],
  ['A27', 'ska vi kvittera meddelanden efteråt?', ward, /Jämför fördröjda meddelanden/],
  ['A28', 'vem ringer jag i Umeå?', ward, /Omfattas inte av rutinen/, /Timrå/],
  [
    'A29',
    'hur dokumenterar jag en patient med skyddad identitet under avbrottet?',
    ward,
    /säger inget om skyddade personuppgifter/,
  ],
  ['A30', 'hur dokumenterar jag under avbrottet?', ward, /under avbrottet om det går, annars efteråt/],
  [
    'A31',
    'vad ska registreras i efterhand om det var två avbrott samma dag?',
    ward,
    /Varje avbrott har egen tid och omfattning/,
  ],
  [
    'A32',
    'vem ringer jag i Kramfors?',
    ward,
    /Biståndshandläggaren har i sin tur ansvaret/,
    /växeln, som i sin tur ansvarar/,
  ],
];

const rows = readings.map(([id, asked, asker, says, never = /(?!)/]) => ({ id, asked, asker, says, never }));

test.each(rows)('$id, asked "$asked"', ({ asked, asker, says, never }) => {
  const answer = ask(asked, asker);
  expect(answer).toMatch(says);
  expect(answer).not.toMatch(never);
});

test('every ambiguity that was found has its reading, in order, and is shown by a test', () => {
  const ids = routine.readings.map(({ id }) => id);
  expect(ids).toEqual([...new Set(readings.map(([id]) => id))]);
  expect(ids).toHaveLength(31);
});

test('what only the customer can answer is asked in the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const open = routine.readings.filter(({ askCustomer }) => askCustomer);
  const cells = new Set(readme.split('|').map((cell) => cell.trim()));
  expect(open.filter(({ id, reading }) => !cells.has(id) || !cells.has(reading))).toEqual([]);
});
