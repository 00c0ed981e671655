import { expect, test } from 'vitest';
import { careGroups } from '../../src/domain/care-group.ts';
import { reregistrationTasks } from '../../src/domain/ids.ts';
import { possibleOutcomes } from '../../src/domain/reregistration-conditions.ts';
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
    'om patienten skrevs ut men inte in under avbrottet',
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

const phrases = [
  'skrevs in under avbrottet',
  'skrevs ut under avbrottet',
  'har gått hem',
  'blev utskrivningsklar under avbrottet',
];

test('no condition of any task says something and its opposite', () => {
  for (const group of careGroups) {
    for (const task of reregistrationTasks) {
      const outcomes = possibleOutcomes(group, task, {});
      for (const level of new Set(outcomes.map((outcome) => outcome.level))) {
        const text = conditionText(outcomes.filter((one) => one.level === level).map(({ when }) => when));
        const isBoth = (phrase: string): boolean =>
          text.includes(`inte ${phrase}`) && text.replaceAll(`inte ${phrase}`, '').includes(phrase);
        expect(phrases.filter(isBoth), `${group} ${task} ${level}: ${text}`).toEqual([]);
      }
    }
  }
});
