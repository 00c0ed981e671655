import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isThere, testSource, testsNamedIn } from '../support/tests-named.ts';

const named = testsNamedIn(testSource('faults/README.md'));

test('every test that the table of faults names is there', () => {
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((one) => !isThere(one))).toEqual([]);
});

test('every test of a fault has a row in the table', () => {
  const files = globSync('faults/*.test.ts', { cwd: join(import.meta.dirname, '..') }).filter(
    (file) => !file.endsWith('/table.test.ts'),
  );
  // They all do something that takes time, so what is said before `async` is a title.
  const there = files.flatMap((file) =>
    [...testSource(file).matchAll(/'([^'\n]+)',\s*async\b/g)].map(([, title = '']) => ({ file, title })),
  );
  expect(there.length).toBeGreaterThan(40);
  const rows = new Set(named.map(({ file, title }) => `${file}: ${title}`));
  expect(there.filter(({ file, title }) => !rows.has(`${file}: ${title}`))).toEqual([]);
});
