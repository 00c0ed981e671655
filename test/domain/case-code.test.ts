import { assert, property, string, uuid } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCaseCode, newCaseCode, readCaseCode } from '../../src/domain/case-code.ts';
import { findPatientIdentities } from '../../src/domain/patient-identity.ts';
import { findCodes } from '../../src/intent/entities/code.ts';

const contractAlphabet = Array.from('CDFGHJKMNPRTVX234679');
const free = (): boolean => false;
const written = (characters: readonly string[]): string =>
  `${characters.slice(0, 3).join('')}-${characters.slice(3).join('')}`;
const charactersOf = (code: string): readonly string[] => Array.from(code.replace('-', ''));
const writings = (code: string): readonly string[] =>
  [code, code.replace('-', '')].flatMap((text) => [text, text.toLowerCase()]);
const isFound = (code: string): boolean =>
  writings(code).every((text) => {
    const found = findCodes(`bekräftar ${text}, tack`);
    return found.length === 1 && found[0]?.value === code;
  });
const isIdentity = (code: string): boolean => findPatientIdentities(`Kod ${code}`).length > 0;

const codeCount = 60_606;
const codes = Array.from({ length: codeCount }, (_, seed) => newCaseCode(seed.toString(16), free));
const sample = codes.filter((_, index) => index % 20 === 0);

describe('a code', () => {
  test.each(['K7M-3F', 'R4T-9C'])('%s of the contract and the corpus is right', (code) => {
    expect(isCaseCode(code)).toBe(true);
  });

  test.each([
    ['another check character', 'K7M-3G'],
    ['two characters that changed places', '7KM-3F'],
    ['two that changed places across the hyphen', 'K73-MF'],
    ['N for M', 'K7N-3F'],
    ['lower case', 'k7m-3f'],
    ['no hyphen', 'K7M3F'],
    ['its hyphen elsewhere', 'K7-M3F'],
    ['a long dash', 'K7M–3F'],
    ['a blank before it', ' K7M-3F'],
    ['a line break after it', 'K7M-3F\n'],
    ['a character too many', 'K7M-3FC'],
    ['a character too few', 'K7M-3'],
    ['a vowel', 'K7M-3A'],
    ['no digit, though its sum is right', 'CCC-CC'],
    ['nothing in it', ''],
  ])('with %s is none', (_case, code) => {
    expect(isCaseCode(code)).toBe(false);
  });
});

describe('of all the codes', () => {
  test('each comes once, is right, begins with a letter and has a digit among its free characters', () => {
    expect(new Set(codes).size).toBe(codeCount);
    expect(codes.filter((code) => !isCaseCode(code))).toEqual([]);
    expect(codes.filter((code) => !/^[CDFGHJKMPRTVX](?=.*\d.*.$)/.test(code))).toEqual([]);
  });

  test('none has an N, which is taken for M when spoken', () => {
    expect(codes.filter((code) => code.includes('N'))).toEqual([]);
  });

  test('each is found by the recogniser, with and without hyphen, in either case', () => {
    expect(codes.filter((code) => !isFound(code))).toEqual([]);
  });

  test('none is taken for a patient identity', () => {
    expect(sample.filter(isIdentity)).toEqual([]);
  });
});

type Slip = (characters: readonly string[]) => readonly (readonly string[])[];

const places = [0, 1, 2, 3, 4];
const pairs = places.flatMap((one) => places.slice(one + 1).map((other) => [one, other] as const));

const wrongCharacter: Slip = (characters) =>
  places.flatMap((place) => contractAlphabet.map((wrong) => characters.with(place, wrong)));
const swap: Slip = (characters) =>
  pairs.map(([one, other]) =>
    characters.with(one, characters[other] ?? '').with(other, characters[one] ?? ''),
  );
const wrongDouble: Slip = (characters) =>
  pairs
    .filter(([one, other]) => characters[one] === characters[other])
    .flatMap(([one, other]) =>
      contractAlphabet.map((wrong) => characters.with(one, wrong).with(other, wrong)),
    );

test.each([
  ['every single wrong character', wrongCharacter],
  ['every swap of two characters, neighbours or not', swap],
  ['every double character that became another double', wrongDouble],
])('%s is caught', (_case, slip) => {
  const missed = sample.flatMap((code) =>
    slip(charactersOf(code))
      .map(written)
      .filter((wrong) => wrong !== code && isCaseCode(wrong)),
  );
  expect(missed).toEqual([]);
});

/** How far the check character moves when one place takes the next character of the alphabet is that place's weight. */
test('each place has a weight of its own modulo 19, none is 0, and no two add up to 19', () => {
  const alphabet = contractAlphabet.filter((character) => character !== 'N');
  const checkOf = (characters: readonly string[]): number =>
    alphabet.findIndex((check) => isCaseCode(written([...characters, check])));
  const base = ['K', '7', '7', '7'];
  const free = base.map((character, place) => {
    const next = alphabet[alphabet.indexOf(character) + 1] ?? '';
    return (checkOf(base) - checkOf(base.with(place, next)) + 19) % 19;
  });
  const weights = [...free, 1];
  expect(weights).toEqual([3, 7, 6, 2, 1]);
  expect(new Set(weights).size).toBe(5);
  expect(weights).not.toContain(0);
  expect(pairs.filter(([one, other]) => (weights[one] ?? 0) + (weights[other] ?? 0) === 19)).toEqual([]);
});

describe('what is typed', () => {
  test.each([
    ['as it is written', 'K7M-3F'],
    ['in lower case', 'k7m-3f'],
    ['without hyphen', 'k7m3f'],
    ['with a space', 'K7M 3F'],
    ['with spaces around the hyphen', 'K7M - 3F'],
    ['with spaces throughout', 'k 7 m 3 f'],
    ['with an en dash', 'K7M–3F'],
    ['with an em dash', 'K7M—3F'],
    ['with a minus', 'K7M−3F'],
    ['with a non-breaking hyphen', 'K7M‑3F'],
    ['with a no-break space', 'K7M\u00A03F'],
    ['with blanks around it', '  K7M-3F\n'],
    ['with an invisible character', 'K7M-\u200B3F'],
  ])('%s is read', (_case, typed) => {
    expect(readCaseCode(typed)).toEqual({ kind: 'read', code: 'K7M-3F' });
  });

  test.each([
    ['another check character', 'k7m3g', 'K7M-3G'],
    ['two characters that changed places', 'k7m f3', 'K7M-F3'],
    ['N for M', 'k7n-3f', 'K7N-3F'],
    ['N for M at the end', 'D2C–6n', 'D2C-6N'],
  ])('with %s is mistyped, and told as it was read', (_case, typed, code) => {
    expect(readCaseCode(typed)).toEqual({ kind: 'mistyped', code });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'hejdå'],
    ['a code with more around it', 'koden K7M-3F'],
    ['two codes', 'K7M-3F R4T-9C'],
    ['four characters', 'K7M-3'],
    ['six characters', 'K7M-3FC'],
    ['characters that no code has', 'K7M-3O'],
    ['letters alone', 'CCC-CC'],
    ['other signs between', 'K7M/3F'],
    ['a phone number', '060-19 10 00'],
  ])('%s is not a code', (_case, typed) => {
    expect(readCaseCode(typed)).toEqual({ kind: 'not-a-code' });
  });

  test('any code is read back, and what is read is a code', () => {
    expect(sample.map((code) => readCaseCode(code.replace('-', '').toLowerCase()))).toEqual(
      sample.map((code) => ({ kind: 'read', code })),
    );
    assert(
      property(string({ unit: 'binary' }), (typed) => {
        const reading = readCaseCode(typed);
        expect(reading.kind === 'not-a-code' || isCaseCode(reading.code) === (reading.kind === 'read')).toBe(
          true,
        );
      }),
    );
  });
});

describe('a new code', () => {
  const seed = '2f1c8a34-9d0e-4b7a-8c15-6e9f03b2d7a1';

  test('is the same for the same seed, and rests on its last twelve digits', () => {
    expect(newCaseCode(seed, free)).toBe(newCaseCode(seed, free));
    expect(newCaseCode(seed.toUpperCase(), free)).toBe(newCaseCode(seed, free));
    expect(newCaseCode(seed.replace('2f1c8a34', '00000000'), free)).toBe(newCaseCode(seed, free));
    expect(newCaseCode(seed.replace(/1$/, '2'), free)).not.toBe(newCaseCode(seed, free));
  });

  test('is made of any text', () => {
    assert(property(string(), (text) => isCaseCode(newCaseCode(text, free))));
    assert(property(uuid(), (text) => isCaseCode(newCaseCode(text, free))));
  });

  test('is another where the first is taken, and looks different', () => {
    const first = newCaseCode(seed, free);
    const next = newCaseCode(seed, (code) => code === first);
    const alike = charactersOf(next).filter((character, place) => character === charactersOf(first)[place]);
    expect(isCaseCode(next)).toBe(true);
    expect(alike.length).toBeLessThanOrEqual(2);
  });

  test('is the last free one when all others are taken', () => {
    const last = codes[12_345] ?? '';
    expect(newCaseCode(seed, (code) => code !== last)).toBe(last);
  });

  test('is a fault when none is free', () => {
    expect(() => newCaseCode(seed, () => true)).toThrow(/All 60606 case codes are taken/);
  });
});
