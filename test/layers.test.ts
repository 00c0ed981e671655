import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Each folder may import only those of the rows above it; files beside each other in a row are strangers. */
const rows: readonly (readonly string[])[] = [
  ['domain'],
  ['routine', 'intent', 'text', 'storage'],
  ['cards', 'delivery'],
  ['pages'],
  ['app'],
  ['teams'],
  ['http'],
  ['config.ts'],
  ['service.ts'],
  ['main.ts', 'tools'],
];

/** What may be imported or named in one place only. */
const homes: readonly (readonly [what: string, pattern: RegExp, home: RegExp])[] = [
  ['botbuilder', /from 'botbuilder/, /^(?:teams\/|tools\/build\.ts$)/],
  ['restify', /from 'restify/, /^http\//],
  ['lowdb', /from 'lowdb/, /^storage\//],
  ['pg', /from 'pg'/, /^storage\//],
  ['the environment', /process\.env/, /^config\.ts$/],
  ['the clock', /new Date\(\)|Date\.now\(/, /^service\.ts$/],
  ['randomness', /randomUUID|randomBytes|Math\.random|getRandomValues/, /^service\.ts$/],
];

const root = join(import.meta.dirname, '../src');
const files = globSync('**/*.ts', { cwd: root }).toSorted();
const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');
const rowOf = (file: string): number => {
  const [top = ''] = file.split('/');
  return rows.findIndex((row) => row.includes(top));
};
const isStranger = (from: string, to: string): boolean => {
  const [fromTop] = from.split('/');
  const [toTop] = to.split('/');
  return fromTop !== toTop && rowOf(to) >= rowOf(from);
};

describe('the way through the house', () => {
  test.each(files)('%s imports only to its left', (file) => {
    expect(rowOf(file), 'a folder that the house does not know').toBeGreaterThanOrEqual(0);
    const imported = [...sourceOf(file).matchAll(/from '(\.[^']+)'/g)].map(([, path = '']) =>
      relative(root, join(root, dirname(file), path)),
    );
    expect(imported.filter((other) => isStranger(file, other))).toEqual([]);
  });

  test.each(homes)('%s is used in its own place alone', (_what, pattern, home) => {
    expect(files.filter((file) => pattern.test(sourceOf(file)) && !home.test(file))).toEqual([]);
  });
});
