import { expect, test } from 'vitest';
import { isThere, testSource, testsNamedIn } from './support/tests-named.ts';

const security = testSource('../SECURITY.md');

test('every test that SECURITY.md names is there', () => {
  const named = testsNamedIn(security);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((one) => !isThere(one))).toEqual([]);
});

test('every threat in it is attacked by a test', () => {
  const [, threats = ''] = security.split(/## (?:Threats|Measured)/);
  const rows = threats.split('\n').filter((line) => /^\| (?!threat |-)/.test(line));
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.filter((row) => testsNamedIn(row).length === 0)).toEqual([]);
});
