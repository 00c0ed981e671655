import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstPrevious, isNextInChain } from '../../src/storage/chain.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Entry, Store, StoredRecord, StreamName } from '../../src/storage/store.ts';
import { append } from './append-builder.ts';

/** Somewhere a store keeps its records. A store that is opened there again finds them, where `isDurable`. */
export type StorePlace = AsyncDisposable & {
  readonly isDurable: boolean;
  readonly open: () => Promise<Store>;
};

const versions = (records: readonly StoredRecord[]): readonly number[] =>
  records.map(({ version }) => version);
const isChained = (records: readonly StoredRecord[]): boolean =>
  records.every((record, at) => isNextInChain(records[at - 1], record));

/** What every adapter keeps; a test file per adapter calls it with a new place for each test. */
export function describeStore(name: string, newPlace: () => Promise<StorePlace>): void {
  describe(`${name} keeps the contract`, () => {
    let place: StorePlace;
    let store: Store;
    beforeEach(async () => {
      place = await newPlace();
      store = await place.open();
    });
    afterEach(async () => {
      await store[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    });
    const reopen = async (): Promise<void> => {
      await store[Symbol.asyncDispose]();
      store = await place.open();
    };
    const reopenWhereDurable = async (): Promise<void> => {
      if (place.isDurable) await reopen();
    };
    /** Appends one record, and gives it. */
    const appended = async (changes: Parameters<typeof append>[0] = {}): Promise<StoredRecord> => {
      const result = await store.append(append(changes));
      if (result.kind !== 'appended') throw new Error(`conflict at ${result.version}`);
      return result.record;
    };

    test('a stream that does not exist has nothing to read', async () => {
      expect(await store.read('outages/never', 0)).toEqual([]);
      expect(await store.streams()).toEqual([]);
    });

    test('the first record is version 1 and follows upon zeros', async () => {
      const entries = [{ kind: 'noted', text: 'Ringde Ånge' }];
      const record = await appended({ recordedAt: 17, entries });
      expect(record).toEqual({
        version: 1,
        recordedAt: 17,
        previous: firstPrevious,
        entries,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      expect(await store.read('outages/a1', 0)).toEqual([record]);
    });

    test('each record carries the hash of the one before', async () => {
      const first = await appended();
      const second = await appended();
      expect([second.version, second.previous]).toEqual([2, first.hash]);
      expect(isChained(await store.read('outages/a1', 0))).toBe(true);
    });

    test('what is read begins after the version that is known', async () => {
      for (const at of [1, 2, 3]) await appended({ recordedAt: at });
      expect(versions(await store.read('outages/a1', 1))).toEqual([2, 3]);
      expect(await store.read('outages/a1', 3)).toEqual([]);
      expect(await store.read('outages/a1', 9)).toEqual([]);
    });

    test.each([0, 1, 3])(
      'a decision that rests on version %i of two is a conflict',
      async (expectedVersion) => {
        await appended();
        await appended();
        expect(await store.append(append({ expectedVersion }))).toEqual({ kind: 'conflict', version: 2 });
        expect(await store.read('outages/a1', 2)).toEqual([]);
      },
    );

    test('a decision that rests on the last version is written', async () => {
      await appended({ expectedVersion: 0 });
      expect(await appended({ expectedVersion: 1 })).toMatchObject({ version: 2 });
    });

    test('of a hundred that rest on the same version one is first', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, () => store.append(append({ expectedVersion: 0 }))),
      );
      expect(outcomes.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'conflict')).toEqual(
        Array.from({ length: 99 }, () => ({ kind: 'conflict', version: 1 })),
      );
      expect(await store.read('outages/a1', 0)).toHaveLength(1);
    });

    test('whoever is told of a conflict can read what was first', async () => {
      const first = store.append(append({ expectedVersion: 0 }));
      expect(await store.append(append({ expectedVersion: 0 }))).toMatchObject({ kind: 'conflict' });
      expect(await store.read('outages/a1', 0)).toHaveLength(1);
      await first;
    });

    test('a hundred at once keep their order, and get a version each', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 100 }, (_, at) =>
          appended({ recordedAt: at, entries: [{ kind: 'noted', at }] }),
        ),
      );
      const records = await store.read('outages/a1', 0);
      expect(records).toEqual(outcomes);
      expect(records.map(({ version, recordedAt }) => [version, recordedAt])).toEqual(
        Array.from({ length: 100 }, (_, at) => [at + 1, at]),
      );
      expect(isChained(records)).toBe(true);
    });

    test('streams are counted and chained by themselves', async () => {
      const streams: readonly StreamName[] = ['directory', 'outages/a1', 'drills/a1', 'phrases'];
      const first = await Promise.all(streams.map((stream) => appended({ stream })));
      expect(versions(first)).toEqual([1, 1, 1, 1]);
      expect(await store.streams()).toEqual(['directory', 'drills/a1', 'outages/a1', 'phrases']);
    });

    test('entries come back as JSON has them, whatever they hold', async () => {
      await fc.assert(
        fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async (fields) => {
          const entry: Entry = { ...fields, kind: 'noted' };
          const { version } = await appended({ entries: [entry, { kind: 'also' }] });
          const [record] = await store.read('outages/a1', version - 1);
          expect(JSON.stringify(record?.entries.map(sorted))).toBe(
            JSON.stringify([sorted(entry), sorted({ kind: 'also' })]),
          );
        }),
        { numRuns: 50 },
      );
      expect(isChained(await store.read('outages/a1', 0))).toBe(true);
    });

    test('what is changed after it was given is not changed in the store', async () => {
      const entry = { kind: 'noted', items: ['one'] };
      const writing = appended({ entries: [entry] });
      entry.items.push('two');
      await writing;
      const [record] = await store.read('outages/a1', 0);
      expect(record?.entries).toEqual([{ kind: 'noted', items: ['one'] }]);
    });

    test.each([
      ['a time that is no number', { recordedAt: Number.NaN }],
      ['a time that is no whole number', { recordedAt: 0.5 }],
      ['a stream that leads elsewhere', { stream: 'outages/../../etc' as const }],
      ['a stream with capitals', { stream: 'outages/A1' as const }],
      ['a stream without an id', { stream: 'drills/' as const }],
    ])('%s is refused, and the stream goes on', async (_, changes) => {
      await expect(store.append(append(changes))).rejects.toThrow(StoreFault);
      expect(await appended()).toMatchObject({ version: 1 });
      expect(await store.streams()).toEqual(['outages/a1']);
      expect(await store.fault()).toBeUndefined();
    });

    test('an erased stream is gone, and its name begins anew', async () => {
      await appended();
      await appended({ stream: 'directory' });
      await store.erase('outages/a1');
      expect(await store.read('outages/a1', 0)).toEqual([]);
      expect(await store.streams()).toEqual(['directory']);
      expect(await appended({ expectedVersion: 0 })).toMatchObject({ version: 1, previous: firstPrevious });
    });

    test('records of another store are taken over as they are, and the stream goes on from them', async () => {
      const records = [await appended({ recordedAt: 1 }), await appended({ recordedAt: 2 })];
      await store.takeOver('outages/b2', records);
      expect(await store.read('outages/b2', 0)).toEqual(records);
      expect(await appended({ stream: 'outages/b2', expectedVersion: 2 })).toMatchObject({
        version: 3,
        previous: records[1]?.hash,
      });
      await reopenWhereDurable();
      expect(versions(await store.read('outages/b2', 0))).toEqual([1, 2, 3]);
    });

    test('what a stream held before it was taken over is gone', async () => {
      const records = [await appended({ stream: 'outages/b2', recordedAt: 1 })];
      for (const at of [1, 2, 3]) await appended({ recordedAt: at });
      await store.takeOver('outages/a1', records);
      expect(await store.read('outages/a1', 0)).toEqual(records);
      expect(await store.append(append({ expectedVersion: 3 }))).toEqual({ kind: 'conflict', version: 1 });
    });

    test('nothing taken over is a stream without records', async () => {
      await store.takeOver('outages/a1', []);
      expect(await store.streams()).toEqual([]);
      expect(await appended({ expectedVersion: 0 })).toMatchObject({ version: 1 });
    });

    test('records that are no whole chain are not taken over, and nothing is changed', async () => {
      const first = await appended({ recordedAt: 1 });
      const second = await appended({ recordedAt: 2 });
      const changed: readonly (readonly StoredRecord[])[] = [
        [second],
        [second, first],
        [first, first],
        [{ ...first, recordedAt: 9 }],
        [first, { ...second, entries: [] }],
      ];
      for (const records of changed) {
        await expect(store.takeOver('outages/a1', records)).rejects.toThrow(StoreFault);
        await expect(store.takeOver('outages/b2', records)).rejects.toThrow(StoreFault);
      }
      expect(await store.read('outages/a1', 0)).toEqual([first, second]);
      expect(await store.streams()).toEqual(['outages/a1']);
    });

    test('what does not exist can be erased', async () => {
      await store.erase('outages/never');
      expect(await store.streams()).toEqual([]);
    });

    test('work in line is done one at a time, in the order it came', async () => {
      const steps: string[] = [];
      const work = (name: string) => async () => {
        steps.push(`${name} begins`);
        await appended();
        steps.push(`${name} ends`);
        return name;
      };
      expect(await Promise.all(['a', 'b'].map((name) => store.exclusively(work(name))))).toEqual(['a', 'b']);
      expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
    });

    test('work in line that fails does not stop the next', async () => {
      const fails = store.exclusively(() => Promise.reject(new Error('no')));
      const next = store.exclusively(() => appended());
      await expect(fails).rejects.toThrow('no');
      expect(await next).toMatchObject({ version: 1 });
    });

    test('who stands for the lead has it, and gives it back when what it began has ended', async () => {
      const { promise: leads, resolve: isLeading } = Promise.withResolvers<AbortSignal>();
      const { promise: ended, resolve: end } = Promise.withResolvers<void>();
      const leading = store.lead({
        async reign(lost) {
          isLeading(lost);
          await ended;
        },
        news: () => undefined,
      });
      const lost = await leads;
      expect(lost.aborted).toBe(false);
      const given = leading[Symbol.asyncDispose]();
      expect(lost.aborted).toBe(true);
      const state = Promise.race([Promise.resolve(given).then(() => 'given'), Promise.resolve('held')]);
      expect(await state).toBe('held');
      end();
      await given;
    });

    test('a store that can be written to has no fault', async () => {
      await appended();
      expect(await store.fault()).toBeUndefined();
    });

    test('what was under way when it closed is there when it opens again', async () => {
      if (!place.isDurable) return;
      const writing = Promise.all(Array.from({ length: 10 }, () => appended()));
      await store[Symbol.asyncDispose]();
      const written = await writing;
      await reopen();
      expect(await store.read('outages/a1', 0)).toEqual(written);
      expect(await store.streams()).toEqual(['outages/a1']);
      expect(await appended({ expectedVersion: 10 })).toMatchObject({ version: 11 });
      expect(isChained(await store.read('outages/a1', 0))).toBe(true);
    });

    test('a closed store takes nothing, and may be closed again', async () => {
      if (!place.isDurable) return;
      await store[Symbol.asyncDispose]();
      await expect(store.append(append())).rejects.toThrow(StoreFault);
      await expect(store.read('outages/a1', 0)).rejects.toThrow(StoreFault);
      expect(await store.fault()).toMatch(/är stängd/);
    });
  });
}

/** JSON does not say in which order an object's keys come. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, field]) => [key, sorted(field)]);
}
