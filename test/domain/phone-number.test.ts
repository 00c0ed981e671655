import { expect, test } from 'vitest';
import {
  confusablePairs,
  formatPhoneNumber,
  looksLikePhoneNumber,
  parsePhoneNumber,
  phoneNumberDistance,
  telHref,
} from '../../src/domain/phone-number.ts';

const parsed = (written: string): string => {
  const number = parsePhoneNumber(written);
  return number.kind === 'phone-number' ? number.e164 : number.kind;
};

/** The routine's numbers as it prints them (lines 58–60, 562, 586, 602–614), and the one its links hide (622). */
const routine = [
  ['Servicedesk', '0660 890 70', '+4666089070', '0660-890 70'],
  ['Region Västernorrland', '0611–800 00', '+4661180000', '0611-800 00'],
  ['Timrå', '060-16 31 00', '+4660163100', '060-16 31 00'],
  ['Ånge', '0690-25 01 00', '+46690250100', '0690-25 01 00'],
  ['Örnsköldsvik', '0660-880 00', '+4666088000', '0660-880 00'],
  ['Sundsvall', '060-19 10 00', '+4660191000', '060-19 10 00'],
  ['Kramfors', '0612-800 00', '+4661280000', '0612-800 00'],
  ['Härnösand', '0611-34 80 00', '+46611348000', '0611-34 80 00'],
  ['Sollefteå', '0620- 68 20 00', '+46620682000', '0620-68 20 00'],
  ['a link', 'tel:060-191565', '+4660191565', '060-19 15 65'],
] as const;

test.each(routine)('%s has %s: %s, printed %s', (_, printed, e164, formatted) => {
  expect(parsePhoneNumber(printed)).toEqual({ kind: 'phone-number', printed, e164 });
  expect(formatPhoneNumber(e164)).toBe(formatted);
  expect(parsed(formatted)).toBe(e164);
  expect(telHref(e164)).toBe(`tel:${e164}`);
});

test.each([
  ['figure dash', '0611‒80000'],
  ['hyphen', '0611‐800 00'],
  ['non-breaking hyphen', '0611‑800 00'],
  ['en dash', '0611–800 00'],
  ['em dash', '0611—800 00'],
  ['horizontal bar', '0611―800 00'],
  ['minus', '0611−80000'],
  ['no-break space', '0611\u00A0800\u00A000'],
  ['narrow spaces', '0611\u2009800\u202F00'],
  ['line break', '0611-800\n00'],
  ['no separator', '061180000'],
  ['stray spaces', ' 0611 - 800 00 '],
  ['parentheses', '(0611) 800 00'],
  ['slash', '0611/800 00'],
  ['country code', '+46 611 800 00'],
  ['country code and zero', '+46 (0)611-800 00'],
  ['country code after zeros', '0046 611 800 00'],
  ['wide digits', '０６１１－８００００'],
  ['zero-width space', '0611\u200B-800 00'],
  ['HTML entities', '0611&#45;800&nbsp;00'],
])('the number is the same with %s', (_, written) => {
  expect(parsed(written)).toBe('+4661180000');
});

test.each([
  ['', 'empty'],
  ['  ', 'empty'],
  ['support.it@rvn.se', 'not-digits'],
  ['0611-8OO OO', 'not-digits'],
  ['0611-800 00 ankn 123', 'not-digits'],
  ['800 00', 'no-area-code'],
  ['611-800 00', 'no-area-code'],
  ['811218-9876', 'no-area-code'],
  ['+47 22 22 22 22', 'not-swedish'],
  ['+999 123 456', 'not-swedish'],
  ['0611', 'too-short'],
  ['060-1631', 'too-short'],
  ['060-16 31 00 00 00', 'too-long'],
  ['0611-8000', 'unknown'],
  ['0699-123 45', 'unknown'],
])('"%s" is no number: %s', (written, kind) => {
  expect(parsePhoneNumber(written)).toEqual({ kind });
});

test.each([
  ['112', '112'],
  ['1177', '1177'],
  ['11313', '113 13'],
  ['11414', '114 14'],
])('the service number %s needs no area code and is printed %s', (e164, printed) => {
  expect(parsed(printed)).toBe(e164);
  expect(formatPhoneNumber(e164)).toBe(printed);
});

test.each([
  ['+46701234567', '070-123 45 67'],
  ['+46101234567', '010-123 45 67'],
  ['+468123456', '08-12 34 56'],
  ['+4681234567', '08-123 45 67'],
  ['+46812345678', '08-123 456 78'],
  ['+46771117700', '0771-11 77 00'],
  ['+46200112233', '0200-11 22 33'],
  ['+4620910000', '020-91 00 00'],
  ['no number', 'no number'],
])('%s is printed %s', (e164, printed) => {
  expect(formatPhoneNumber(e164)).toBe(printed);
});

test.each([
  ['060-16 31 00', true],
  ['0611-34 80 00', true],
  ['070-1234567', true],
  ['0701-23 45 67', true],
  ['08-123 456 78', true],
  ['+46 70 123 45 67', true],
  ['0046 611 800 00', true],
  ['0701234567', false],
  ['06 11 80 00 00', false],
  ['010231-1234', false],
  ['08 02 31 98 76', false],
  ['08-02-31-9876', false],
  ['0699-123 45', false],
  ['1177', false],
])('"%s" is written as phone numbers are: %s', (written, isSo) => {
  expect(looksLikePhoneNumber(written)).toBe(isSo);
});

test('the routine has numbers that one to three slips turn into each other', () => {
  const names = new Map<string, string>(routine.map(([name, , e164]) => [e164, name]));
  const pairs = confusablePairs([...names.keys()], 3).map(({ first, second, distance }) => [
    names.get(first),
    names.get(second),
    distance,
  ]);
  expect(pairs).toEqual([
    ['Region Västernorrland', 'Kramfors', 1],
    ['Servicedesk', 'Örnsköldsvik', 2],
    ['Region Västernorrland', 'Örnsköldsvik', 3],
    ['Region Västernorrland', 'Sundsvall', 3],
    ['Region Västernorrland', 'Härnösand', 3],
    ['Timrå', 'Sundsvall', 3],
    ['Örnsköldsvik', 'Kramfors', 3],
    ['Örnsköldsvik', 'Sollefteå', 3],
    ['Sundsvall', 'a link', 3],
  ]);
});

test('a number is at no distance from itself and makes no pair with itself', () => {
  expect(phoneNumberDistance('+4661180000', '+4661180000')).toBe(0);
  expect(confusablePairs(['+4661180000', '+4661180000'], 9)).toEqual([]);
});

test('the distance counts digits left out and added as well as changed ones', () => {
  expect(phoneNumberDistance('+4661180000', '+466118000')).toBe(1);
  expect(phoneNumberDistance('+466118000', '+4661180000')).toBe(1);
  expect(phoneNumberDistance('112', '1177')).toBe(2);
});
