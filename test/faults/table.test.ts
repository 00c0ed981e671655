import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const tests = join(import.meta.dirname, '..');
const sourceOf = (file: string): string => readFileSync(join(tests, file), 'utf8');

/** The tests that the table names, as it names them: `file`: title. */
const named = [...sourceOf('faults/README.md').matchAll(/`([\w/-]+\.test\.ts)`: (.+?) *(?=<br>|\|)/g)].map(
  ([, file = '', title = '']) => ({ file, title }),
);

test('every test that the table of faults names is there', () => {
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ file, title }) => !sourceOf(file).includes(`'${title}'`))).toEqual([]);
});

test('every test of a fault has a row in the table', () => {
  const files = globSync('faults/*.test.ts', { cwd: tests }).filter(
    (file) => !file.endsWith('/table.test.ts'),
  );
  // They all do something that takes time, so what is said before `async` is a title.
  const there = files.flatMap((file) =>
    [...sourceOf(file).matchAll(/'([^'\n]+)',\s*async\b/g)].map(([, title = '']) => ({ file, title })),
  );
  expect(there.length).toBeGreaterThan(40);
  const rows = new Set(named.map(({ file, title }) => `${file}: ${title}`));
  expect(there.filter(({ file, title }) => !rows.has(`${file}: ${title}`))).toEqual([]);
});
