import { describe, expect, test } from 'vitest';
import { describedCase } from '../../src/intent/described-case.ts';
import type { DescribedCase } from '../../src/intent/described-case.ts';

type Facts = Partial<DescribedCase>;

const inAndOut: Facts = { admitted: true, discharged: true };
const sameDay: Facts = { sameDayOnly: true };

const described: readonly (readonly [string, Facts])[] = [
  // Both during the outage
  ['ska en patient som blev inskriven och utskriven under avbrottet registreras?', inAndOut],
  ['Ska den som blev inskriven och utskriven under avbrottet registreras?', inAndOut],
  ['ska patienter som både skrivits in och ut under driftstoppet registreras', inAndOut],
  ['patienten var både in- och utskriven under avbrottet', inAndOut],
  ['in och utskriven under stoppet, måste det in?', inAndOut],
  ['in- och utskriven medan SP var nere', inAndOut],
  ['J4P-6F behöver inte efterregistreras, in och ut under avbrottet', inAndOut],
  ['patienten skrevs in och ut samma dag under avbrottet', inAndOut],
  ['behöver man efterregistrera pat som skrevs in och ut samma dag under stoppet?', inAndOut],
  ['under avbrottet skrevs en patient in och skrevs ut', inAndOut],
  ['Under driftstoppet blev hon inskriven och utskriven, vad gör vi?', inAndOut],
  ['blev inskriven och sedan utskriven när systemet låg nere', inAndOut],
  ['patienten lades in i går och skrevs ut i dag, allt under avbrottet', inAndOut],
  ['INSKRIVEN OCH UTSKRIVEN UNDER AVBROTTET', inAndOut],
  ['ar den som bade skrevs in och skrevs ut under avbrottet undantagen', inAndOut],
  ['kom in och gick hem medan SP var nere', { admitted: true, wentHome: true }],
  [
    'Patienten kom och gick hem samma dag under avbrottet, måste hen registreras?',
    { admitted: true, wentHome: true },
  ],
  ['Patienten skrevs in igår och gick hem idag, allt under avbrottet.', { admitted: true, wentHome: true }],

  // Admitted during, still there or discharged later
  [
    'Pat inskriven under avbrottet, ligger kvar. Ska hen in i SP efteråt?',
    { admitted: true, discharged: false },
  ],
  [
    'inskriven under avbrott men utskriven först efter, behövs efterreg?',
    { admitted: true, discharged: false },
  ],
  [
    'patienten skrevs in under avbrottet och är fortfarande inneliggande',
    { admitted: true, discharged: false },
  ],
  ['Inskriven under driftstoppet, inte utskriven', { admitted: true, discharged: false }],
  ['inskriven under avbrottet men har inte skrivits ut', { admitted: true, discharged: false }],
  ['skrevs in men inte ut under avbrottet', { admitted: true, discharged: false }],
  [
    'Vi på psyk hade en pat som lades in igår när SP var nere och som är kvar på avdelningen. Ska den registreras i efterhand?',
    { admitted: true, discharged: false },
  ],
  [
    'patienten blev inskriven under stoppet och skrevs ut efter avbrottet',
    { admitted: true, discharged: false },
  ],
  ['in under avbrottet, ut efter', { admitted: true, discharged: false }],
  [
    'Vi fick en inskrivning per telefon medan systemet låg nere. Patienten är fortfarande inlagd.',
    { admitted: true, discharged: false },
  ],
  ['vad gäller för patienter som skrevs in under avbrottet?', { admitted: true }],
  ['Patienten är inskriven under avbrottet, ska inskrivningsmeddelande skickas?', { admitted: true }],
  ['den som kom in medan lifecare låg nere', { admitted: true }],

  // Admitted before
  [
    'Hon var inskriven före avbrottet och skrevs ut under det, vad ska jag registrera nu?',
    { admitted: false, discharged: true },
  ],
  ['inskriven innan, utskriven under avbrottet => reg?', { admitted: false, discharged: true }],
  [
    'patienten skrevs in före avbrottet och ut under, ska det registreras',
    { admitted: false, discharged: true },
  ],
  ['inskriven före driftstoppet och fortfarande inneliggande', { admitted: false, discharged: false }],
  [
    'patienten var redan inskriven när avbrottet började och blev utskriven under avbrottet',
    { admitted: false, discharged: true },
  ],
  ['inskriven sedan tidigare, utskriven under stoppet', { admitted: false, discharged: true }],
  ['Inskriven före avbrottet, ligger kvar', { admitted: false, discharged: false }],
  ['patienten skrevs in innan avbrottet', { admitted: false }],

  // Discharged only
  ['Patient utskriven under avbrottet – hur registreras det efteråt?', { discharged: true }],
  ['En inskriven patient skrevs ut under avbrottet', { discharged: true }],
  [
    'Pat skrevs ut till korttidsboende i Härnösand under stoppet. Räcker det att jag reg utskrivningen efteråt?',
    { discharged: true },
  ],
  ['patienten är inte utskriven', { discharged: false }],
  ['patienten ligger kvar', { discharged: false }],
  ['hen är ej utskriven ännu', { discharged: false }],
  ['patienten är fortfarande inskriven', { discharged: false }],

  // "Utskrivningsklar" is not "utskriven"
  ['patienten blev utskrivningsklar under avbrottet', { readyForDischarge: true }],
  ['utskrivningsklar under driftstoppet men inte utskriven', { readyForDischarge: true, discharged: false }],
  [
    'inskriven före avbrottet, utskrivningsklar under avbrottet, ligger kvar',
    { admitted: false, readyForDischarge: true, discharged: false },
  ],
  ['inskriven under avbrottet men inte utskrivningsklar', { admitted: true, readyForDischarge: false }],
  ['patienten är utskrivningsklar', {}],
  ['Ska utskrivningsklar läggas in efteråt?', {}],
  ['meddelades utskrivningsklar före avbrottet', { readyForDischarge: false }],
  ['Pat är utskrivningsklar och vill hem', {}],
  ['ska utskrivningsmeddelande skickas i efterhand?', {}],
  ['blev utskrivningsklar och utskriven under avbrottet', { readyForDischarge: true, discharged: true }],

  // Went home: a fact of its own
  ['måste planeringsunderlaget skrivas i efterhand om pat redan gått hem?', { wentHome: true }],
  ['Måste vi efterregistrera patienter som redan har gått hem?', { wentHome: true }],
  ['Behöver patientinformationen fyllas i i efterhand när patienten redan åkt hem?', { wentHome: true }],
  [
    'om en patient har hunnit åka hem innan systemet kom igång måste man registrera något då',
    { wentHome: true },
  ],
  ['patienten är redan hemma', { wentHome: true }],
  ['patienten har inte gått hem', { wentHome: false }],
  ['får patienten gå hem', {}],
  ['patienten ska hem i morgon', {}],
  ['kan hen åka hem under avbrottet', {}],

  // The same day, but is it the outage's?
  ['skrevs in och ut samma dag', sameDay],
  ['patienten blev inskriven och utskriven samma dag, ska det registreras?', sameDay],
  ['inskriven och utskriven samma dygn', sameDay],
  ['in och ut samma dag', sameDay],
  ['kan jag registrera samma dag', {}],

  // A date for the SIP, agreed by phone
  ['vi har kommit överens om SIP-datum per telefon', { sipDateAgreed: true }],
  ['Vi har kommit överens om en dag för SIP per telefon, vad händer sen?', { sipDateAgreed: true }],
  ['Vi har bokat SIP med Sollefteå kommun per telefon den 22/10.', { sipDateAgreed: true }],
  ['inskriven under avbrottet och SIP-datum är bestämt på telefon', { admitted: true, sipDateAgreed: true }],
  ['inget SIP-datum bestämt', { sipDateAgreed: false }],
  ['hur kallar vi till SIP', {}],

  // Before it was over is during it; after it began too
  ['patienten togs in medan Lifecare låg nere och skrevs ut innan det var igång', inAndOut],
  ['inskriven under avbrottet och utskriven innan avbrottet var över', inAndOut],
  ['patienten skrevs in efter att systemet gick ner', { admitted: true }],
  ['inskriven efter att avbrottet började', { admitted: true }],
  ['patienten skrevs ut när avbrottet var slut', { discharged: false }],
  ['inskriven under avbrottet men utskriven dagen efter', { admitted: true }],
  ['skrivits in under driftstoppet men inte hunnit skrivas ut', { admitted: true, discharged: false }],
  ['patienten var inlagd före avbrottet och gick hem under det', { admitted: false, wentHome: true }],
  ['både inskrivning och utskrivning skedde under avbrottet', inAndOut],
  ['patienten är inskriven och blev utskrivningsklar under avbrottet', { readyForDischarge: true }],
  ['vi skrev ut en patient under avbrottet som varit inlagd sedan förra veckan', { discharged: true }],

  // A "not" with a time: it did not happen *then*
  ['patienten var inte inskriven före avbrottet', {}],
  ['patienten har inte varit inskriven före avbrottet', {}],
  ['Patienten är inte inskriven före avbrottet utan under', { admitted: true }],
  ['Patienten skrevs inte in före avbrottet, utan under det', { admitted: true }],
  ['blev inte inskriven före utan under driftstoppet', { admitted: true }],
  ['inte inskriven innan avbrottet men under det', { admitted: true }],
  ['inskriven inte före utan under avbrottet', { admitted: true }],
  ['skrevs inte ut före avbrottet utan under', { discharged: true }],
  ['patienten skrevs inte ut under avbrottet utan efter', { discharged: false }],
  ['pat är inte inskriven under avbrottet utan före', { admitted: false }],
  ['hen blev inte utskriven efter avbrottet', {}],
  ['patienten blev inte inskriven på avdelning 4 före avbrottet', {}],
  ['skrevs inte ut efter avbrottet utan under', { discharged: true }],
  ['skrevs inte ut förrän efter avbrottet', { discharged: false }],
  ['skrevs inte in förrän avbrottet började', {}],
  ['patienten skrevs inte in under avbrottet', { admitted: false }],
  ['varken inskriven eller utskriven under avbrottet', { admitted: false, discharged: false }],
  ['Under avbrottet blev hon inte utskriven', { discharged: false }],
  ['inskriven före avbrottet, inte utskriven', { admitted: false, discharged: false }],

  // Two patients are not one, and what contradicts itself says nothing
  ['En patient skrevs in under avbrottet och en annan skrevs ut under avbrottet', {}],
  ['Pat A inskriven under avbrottet. Pat B utskriven under avbrottet.', {}],
  ['patient 1 skrevs in under avbrottet, patient 2 skrevs ut under avbrottet', {}],
  ['vi har två patienter, den ena skrevs in under avbrottet, den andra skrevs ut under avbrottet', {}],
  ['fru A skrevs in under avbrottet och herr B skrevs ut under avbrottet', {}],
  ['patient ett skrevs in under avbrottet och patient två skrevs ut under avbrottet', {}],
  ['2 pat inskrivna under avbrottet, ena utskriven under avbrottet', {}],
  ['hon skrevs ut under avbrottet, han skrevs in under avbrottet', {}],
  ['Kvinnan skrevs in under stoppet. Mannen skrevs ut under stoppet.', {}],
  ['en patient skrevs in under avbrottet, en patient skrevs ut under avbrottet', {}],
  ['En patient skrevs in under avbrottet och ytterligare en skrevs ut under det', {}],
  ['K7M-3F skrevs in under avbrottet, R4T-9C skrevs ut under avbrottet', {}],
  ['Ingen patient skrevs in under avbrottet', {}],
  ['inskriven under avbrottet? nej före. utskriven under.', {}],
  ['inskriven under avbrottet? före. utskriven under.', {}],
  ['Inskriven under avbrottet, nej förresten före avbrottet.', {}],
  ['Patienten skrevs in under avbrottet. Patienten skrevs in före avbrottet.', {}],
  ['utskriven under avbrottet, ligger kvar', {}],
  ['patienten skrevs in, under avbrottet', { admitted: true }],
  ['utskriven under avbrottet till en annan avdelning', { discharged: true }],
  ['K7M-3F inskriven under avbrottet. K7M-3F utskriven under avbrottet.', inAndOut],
  ['hon skrevs in under avbrottet och hon skrevs ut under avbrottet', inAndOut],

  // After the beginning and before the end are during it
  ['patienten skrevs in efter avbrottets början', { admitted: true }],
  ['inskriven efter driftstoppets start', { admitted: true }],
  ['utskriven efter att avbrottet hade börjat', { discharged: true }],
  ['inskriven efter avbrottets start och utskriven före avbrottets slut', inAndOut],
  ['utskriven efter avbrottets slut', { discharged: false }],
  ['inskriven före avbrottets början', { admitted: false }],

  // Perhaps
  ['patienten skrevs kanske in under avbrottet', {}],
  ['Kanske inskriven under avbrottet', {}],
  ['hon blev troligen utskriven under avbrottet', {}],
  ['patienten skulle ha skrivits in under avbrottet', {}],
  ['jag tror att hen skrevs ut under avbrottet', {}],
  ['vet inte om patienten skrevs in före avbrottet', {}],
  ['patienten har nog gått hem', {}],
  ['Inskriven före avbrottet. Troligen utskriven under avbrottet.', { admitted: false }],

  // A stay throughout is not an admission during
  ['patienten låg inskriven under hela avbrottet', {}],
  ['var inskriven under avbrottet sedan tidigare', {}],
  ['inskriven under hela driftstoppet', {}],
  ['hon låg inlagd under avbrottet', {}],
  ['har varit inskriven under avbrottet', {}],
  ['patienten låg inskriven under avbrottet och skrevs ut under avbrottet', { discharged: true }],

  // Nothing said, or not said when
  ['vad ska efterregistreras', {}],
  ['ska inneliggande patienter registreras efter avbrottet', {}],
  ['ska en inskriven patient registreras?', {}],
  ['Ska den som är inskriven registreras under avbrottet?', {}],
  ['hur gör vi efter avbrottet med inskrivna patienter', {}],
  ['blev inskriven och utskriven', {}],
  ['vad har vi kvar att registrera', {}],
  ['hur skriver jag in en patient', {}],
  ['', {}],
];

describe('a case told in words', () => {
  test.each(described)('%s', (text, facts) => {
    expect(describedCase(text)).toEqual({ sameDayOnly: false, ...facts });
  });
});

test('a text of a hundred thousand letters is read as far as the cap and no further', () => {
  expect(describedCase(`inskriven under avbrottet ${'x '.repeat(50_000)}`)).toEqual({
    admitted: true,
    sameDayOnly: false,
  });
});

test.each([
  ['patienten skrevs in när avbrottet började', true],
  ['när driftstoppet startade skrevs patienten in', true],
  ['patienten var inskriven när avbrottet började', false],
  ['patienten hade redan skrivits in när avbrottet började', false],
  ['när avbrottet började var patienten inskriven', undefined],
])('"%s": admitted during the outage is %s', (text, admitted) => {
  expect(describedCase(text).admitted).toBe(admitted);
});
