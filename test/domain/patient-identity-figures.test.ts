import { expect, test } from 'vitest';
import { identityFaults, identityTable } from '../support/identity-table.ts';
import { measureIdentity } from '../support/measure-identity.ts';

const figures = measureIdentity({ perKind: 1_000, seed: 1 });

test('every written form is found in every sentence, and one in a thousand harmless texts is stopped at most', () => {
  expect(figures.forms.length).toBeGreaterThanOrEqual(20);
  const tried = figures.harmless.reduce((sum, kind) => sum + kind.tried, 0);
  expect(tried).toBeGreaterThanOrEqual(5_000);
  expect(identityFaults(figures)).toEqual([]);
});

test('of what people wrote by hand, only a file named after a day and a time is stopped', () => {
  expect(figures.harmless.at(-1)?.examples).toEqual(['logg_20261127_0810.txt']);
});

test('numbers in odd groups that begin with a zero are found, but for those that are phone numbers', () => {
  const { found, tried } = figures.phoneLike;
  expect(found / tried).toBeGreaterThan(0.9);
});

test('the table has a row for each form and each kind', () => {
  const table = identityTable(figures).join('\n');
  for (const { name } of [...figures.forms, ...figures.harmless]) expect(table).toContain(`| ${name} |`);
});
