import { expect, test } from 'vitest';
import { caseText, conditionText } from '../../src/text/condition-text.ts';

test('a task that always holds has no condition', () => {
  expect(conditionText([{}])).toBe('');
});

test('alternatives are joined with "eller", and "not P, but Q" after "P" is only "Q"', () => {
  expect(conditionText([{ wentHome: true }, { wentHome: false, readyForDischarge: true }])).toBe(
    'om patienten har gått hem eller blev utskrivningsklar under avbrottet',
  );
});

test('facts that must hold together are joined with "och"', () => {
  expect(conditionText([{ admitted: false, discharged: true }])).toBe(
    'om patienten inte skrevs in under avbrottet och skrevs ut under avbrottet',
  );
});

test.each([
  [{ admitted: true, discharged: true }, 'skrevs både in och ut under avbrottet'],
  [{ admitted: true, discharged: false }, 'skrevs in men inte ut under avbrottet'],
  [
    { admitted: false, discharged: true, wentHome: true },
    'skrevs ut men inte in under avbrottet och har gått hem',
  ],
  [{ admitted: false, discharged: false }, 'varken skrevs in eller ut under avbrottet'],
])('%j is told as "%s"', (known, text) => {
  expect(caseText(known)).toBe(text);
});
