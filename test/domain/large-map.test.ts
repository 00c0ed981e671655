import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LargeMap, largeMap } from '../../src/domain/large-map.ts';

type Change = { readonly key: string | number; readonly value: number | undefined };

const someKey = fc.oneof(
  fc.nat({ max: 300 }),
  fc.nat({ max: 300 }).map((one) => `K7M-${one}`),
);
/** Now and then something is deleted, sometimes most of it. */
const someValue = fc.oneof(fc.nat(), fc.nat(), fc.nat(), fc.constant(undefined), fc.constant(undefined));
const someChange = fc.record({ key: someKey, value: someValue });
const someDeletion = fc.record({ key: someKey, value: fc.constant(undefined) });
const someBatch = fc.oneof(
  fc.array(someChange, { maxLength: 400 }),
  fc.array(someDeletion, { maxLength: 1_000 }),
);
const batches = fc.array(someBatch, { maxLength: 6 });

function changed(map: LargeMap<string | number, number>, changes: readonly Change[]) {
  const draft = map.draft();
  for (const { key, value } of changes) {
    if (value === undefined) draft.delete(key);
    else draft.set(key, value);
    expect([draft.get(key), draft.has(key)]).toEqual([value, value !== undefined]);
  }
  return draft.done();
}

const isOdd = (value: number): boolean => value % 2 === 1;

test('a large map is as a map is, in its order, and no reader sees what is written later', () => {
  fc.assert(
    fc.property(batches, (all) => {
      let map = new LargeMap<string | number, number>();
      const model = new Map<string | number, number>();
      const seen: (readonly [typeof map, ReadonlyMap<string | number, number>])[] = [];
      for (const changes of all) {
        map = changed(map, changes);
        for (const { key, value } of changes) {
          if (value === undefined) model.delete(key);
          else model.set(key, value);
        }
        seen.push([map, new Map(model)]);
      }
      for (const [then, asItWas] of seen) {
        expect([...then]).toEqual([...asItWas]);
        expect([...then.keys()]).toEqual([...asItWas.keys()]);
        expect([...then.values()]).toEqual([...asItWas.values()]);
        expect(then.size).toBe(asItWas.size);
        expect(then.findLast(isOdd)).toBe([...asItWas.values()].findLast(isOdd));
        for (const key of [...asItWas.keys(), 'none', -1])
          expect([then.get(key), then.has(key)]).toEqual([asItWas.get(key), asItWas.has(key)]);
      }
    }),
    { numRuns: 200 },
  );
});

test('a very large map finds each of its own, and nothing else', () => {
  const map = largeMap(Array.from({ length: 10_000 }, (_none, at) => [`key-${at}`, at] as const));
  expect([...map.keys()].every((key) => map.get(key) === Number(key.slice('key-'.length)))).toBe(true);
  expect([map.size, map.get('key-10000'), map.has('key--1')]).toEqual([10_000, undefined, false]);
});

test('where nothing is written the map itself comes back', () => {
  const map = largeMap<string, number>([['a', 1]]);
  const draft = map.draft();
  draft.delete('b');
  expect(draft.done()).toBe(map);
});
