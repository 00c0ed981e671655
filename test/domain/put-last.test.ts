import { expect, test } from 'vitest';
import { putLast } from '../../src/domain/put-last.ts';

test('a map that is full forgets what was put there the longest ago; what is put there again counts from then', () => {
  const map = new Map<string, number>();
  for (const [at, key] of ['a', 'b', 'a', 'c'].entries()) putLast(map, [key, at], 2);
  expect([...map]).toEqual([
    ['a', 2],
    ['c', 3],
  ]);
});
