import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LargeMap, largeMap } from '../../src/domain/large-map.ts';

type Change = { readonly key: string | number; readonly value: number | undefined };

const someKey = fc.oneof(
  fc.nat({ max: 150 }),
  fc.nat({ max: 150 }).map((one) => `K7M-${one}`),
);
/** Now and then something is deleted, sometimes most of it. */
const someValue = fc.oneof(fc.nat(), fc.nat(), fc.nat(), fc.constant(undefined), fc.constant(undefined));
const someChange = fc.record({ key: someKey, value: someValue });
const someSetting = fc.record({ key: someKey, value: fc.nat() });
const someDeletion = fc.record({ key: someKey, value: fc.constant(undefined) });
/** As long as they may be, and not as short as they are by themselves. */
const someBatch = fc.oneof(
  fc.array(someChange, { maxLength: 10 }),
  fc.array(someChange, { maxLength: 400, size: 'max' }),
  fc.array(someSetting, { maxLength: 400, size: 'max' }),
  fc.array(someDeletion, { maxLength: 500, size: 'max' }),
);
/** Whether somebody looks at what was written while it is. */
const batches = fc.array(fc.tuple(someBatch, fc.boolean()), { maxLength: 6, size: 'max' });

function changed(map: LargeMap<string | number, number>, changes: readonly Change[], isAsked: boolean) {
  const draft = map.draft();
  for (const { key, value } of changes) {
    if (value === undefined) draft.delete(key);
    else draft.set(key, value);
    const isSeen = !isAsked || (draft.get(key) === value && draft.has(key) === (value !== undefined));
    if (!isSeen) throw new Error(`What was written of ${key} is not seen`);
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
      for (const [changes, isAsked] of all) {
        map = changed(map, changes, isAsked);
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
        const keys = [...model.keys(), ...asItWas.keys(), 'none', -1];
        expect(keys.map((key) => then.get(key))).toEqual(keys.map((key) => asItWas.get(key)));
        expect(keys.map((key) => then.has(key))).toEqual(keys.map((key) => asItWas.has(key)));
      }
    }),
    { numRuns: 200 },
  );
});

/** So many keys, from one of them on. */
const keysFrom = (from: number, count: number): readonly string[] =>
  Array.from({ length: count }, (_none, at) => `key-${from + at}`);

test.each([
  ['at once', [10_000]],
  ['bit by bit', [1, 5, 94, 4_900, 5_000]],
  ['much, and then little', [9_990, 10]],
])('a very large map finds each of its own, and nothing else: written %s', (_how, sizes) => {
  let map = new LargeMap<string, string>();
  for (const size of sizes) {
    const draft = map.draft();
    for (const key of keysFrom(map.size, size)) draft.set(key, `of ${key}`);
    map = draft.done();
  }
  const keys = keysFrom(0, 10_000);
  expect([...map.keys()]).toEqual(keys);
  expect(keys.every((key) => map.has(key) && map.get(key) === `of ${key}`)).toBe(true);
  expect([map.size, map.get('key-10000'), map.has('key--1')]).toEqual([10_000, undefined, false]);
});

test('where nothing is written the map itself comes back', () => {
  const map = largeMap<string, number>([['a', 1]]);
  const draft = map.draft();
  draft.delete('b');
  expect(draft.done()).toBe(map);
});
