import { expect, test } from 'vitest';
import { findPatientIdentities } from '../../src/domain/patient-identity.ts';

// Nobody's numbers: those of Skatteverket's printed example (811218-9876), or days that no calendar has.

const found = (text: string): string[] =>
  findPatientIdentities(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

test.each([
  ['pnr 811218', 'birth-date 811218'],
  ['pnr: 811218-98', 'birth-date 811218-98'],
  ['Personnumret är 19811218', 'birth-date 19811218'],
  ['P-nr 810231-987', 'birth-date 810231-987'],
  ['personnummer 123456-7890', 'personal-number 123456-7890'],
  ['pers.nr. 8112189875', 'personal-number 8112189875'],
  ['personnummer ÅÅMMDD-NNNN: 811399-9876', 'personal-number 811399-9876'],
  ['pnr 811218-98 12345', 'birth-date 811218-98'],
  ['pnr 810231 811218-9876', 'personal-number 810231 811218-9876'],
  ['samordningsnr 701063', 'birth-date 701063'],
  ['reservnummer 810231', 'birth-date 810231'],
  ['född 811218', 'birth-date 811218'],
  ['f. 811218', 'birth-date 811218'],
  ['Född: 1981-12-18', 'birth-date 1981-12-18'],
  ['född den 18/12 1981', 'birth-date 18/12 1981'],
  ['född 18 december 1981', 'birth-date 18 december 1981'],
  ['födelsedatum 18.12.81', 'birth-date 18.12.81'],
  ['sista fyra 9876', 'personal-number 9876'],
  ['fyra sista siffrorna är 9876', 'personal-number 9876'],
  ['fyra sista är 1-2-1-2', 'personal-number 1-2-1-2'],
  ['sista fyra: 9 8 7 6', 'personal-number 9 8 7 6'],
  ['fyra sista 98 76', 'personal-number 98 76'],
  ['811218 de sista är 9876', 'personal-number 811218 de sista är 9876'],
  ['19811218, och sedan sista 9876', 'personal-number 19811218, och sedan sista 9876'],
  ['1981-12-18 kontrollsiffror 9876', 'personal-number 1981-12-18 kontrollsiffror 9876'],
  ['personnummret 811218-987', 'birth-date 811218-987'],
  ['personnumer 811218', 'birth-date 811218'],
  ['personnummer åtta ett ett två ett åtta', 'personal-number åtta ett ett två ett åtta'],
  [
    'personnumret är åtta, ett, ett, två, ett, åtta, nio, åtta, sju, sex',
    'personal-number åtta, ett, ett, två, ett, åtta, nio, åtta, sju, sex',
  ],
  [
    'Pnr: åttioett tolv arton nittioåtta sjuttiosex',
    'personal-number åttioett tolv arton nittioåtta sjuttiosex',
  ],
])('the words before it make it one: "%s"', (text, identity) => {
  expect(found(text)).toEqual([identity]);
});
