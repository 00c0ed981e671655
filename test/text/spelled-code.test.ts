import { expect, test } from 'vitest';
import { spelledCode } from '../../src/text/spelled-code.ts';

test.each([
  ['K7M-3F', 'Kalle, sju, Martin – tre, Filip'],
  ['CDF-G2', 'Cesar, David, Filip – Gustav, två'],
  ['HJK-M4', 'Helge, Johan, Kalle – Martin, fyra'],
  ['NPR-T6', 'Niklas, Petter, Rudolf – Tore, sex'],
  ['VX9-74', 'Viktor, Xerxes, nio – sju, fyra'],
])('%s is read out as "%s"', (code, spoken) => {
  expect(spelledCode(code)).toBe(spoken);
});

test('every letter has a name that begins with it, and none is shared', () => {
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const names = letters.map(spelledCode);
  expect(names.map((name) => name.slice(0, 1))).toEqual(letters);
  expect(names.filter((name) => name.length < 4)).toEqual([]);
});
