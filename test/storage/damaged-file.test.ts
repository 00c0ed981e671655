import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/storage/file-store.ts';
import { readLines } from '../../src/storage/read-lines.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Store } from '../../src/storage/store.ts';
import { append } from './append-builder.ts';
import { temporaryDirectory } from './temporary-directory.ts';

let place: Awaited<ReturnType<typeof temporaryDirectory>>;
let path: string;
let content: Buffer;
const logged: unknown[] = [];
const log = { warn: (about: object, message: string): void => void logged.push([about, message]) };
const opened = (): Promise<Store> => openFileStore(place.path, { log });

beforeEach(async () => {
  place = await temporaryDirectory();
  path = join(place.path, 'outages/a1.jsonl');
  logged.length = 0;
  await using store = await opened();
  for (const at of [1, 2, 3]) await store.append(append({ recordedAt: at }));
  content = await readFile(path);
});
afterEach(() => place[Symbol.asyncDispose]());

const lines = (): readonly string[] => content.toString().split('\n').slice(0, -1);
const withLines = (changed: readonly string[]): string => changed.map((line) => `${line}\n`).join('');
const startOfLast = (): number => content.lastIndexOf('\n', content.length - 2) + 1;

describe('a last line that a crash has cut off', () => {
  test.each([
    ['after its first byte', () => startOfLast() + 1],
    ['in its middle', () => startOfLast() + 100],
    ['in the middle of a letter', () => content.lastIndexOf('Å') + 1],
    ['right before its line end', () => content.length - 1],
  ])('%s was never answered: it is cut off, and the stream goes on', async (_, length) => {
    await truncate(path, length());
    await using store = await opened();
    expect(await store.read('outages/a1', 0)).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect((await stat(path)).size).toBe(startOfLast());
    expect(logged).toEqual([
      [{ stream: 'outages/a1', bytes: length() - startOfLast() }, 'unfinished record cut off'],
    ]);
    expect(await store.append(append({ expectedVersion: 2 }))).toMatchObject({ record: { version: 3 } });
  });

  test('may be the first: then the stream is empty', async () => {
    await truncate(path, 10);
    await using store = await opened();
    expect(await store.read('outages/a1', 0)).toEqual([]);
    expect(await store.streams()).toEqual([]);
    expect(await store.append(append({ expectedVersion: 0 }))).toMatchObject({ record: { version: 1 } });
  });

  test('is not looked for before the stream is used', async () => {
    await truncate(path, content.length - 1);
    await using store = await opened();
    expect(await store.streams()).toEqual(['outages/a1']);
    expect(logged).toEqual([]);
  });
});

describe('a file that is not as it was written', () => {
  test.each<[string, number, (all: readonly string[]) => readonly string[]]>([
    ['a line that is no JSON', 2, ([one = '', , three = '']) => [one, '{"hash":', three]],
    ['an empty line', 2, ([one = '', ...rest]) => [one, '', ...rest]],
    [
      'a changed text',
      3,
      ([one = '', two = '', three = '']) => [one, two, three.replace('Ringde', 'Ringer')],
    ],
    [
      'a changed time',
      1,
      ([one = '', ...rest]) => [one.replace('"recordedAt":1', '"recordedAt":2'), ...rest],
    ],
    [
      'the same meaning written otherwise',
      1,
      ([one = '', ...rest]) => [one.replace(':1}', ':1.0}'), ...rest],
    ],
    ['a line that is missing', 2, ([one = '', , three = '']) => [one, three]],
    ['the first line missing', 1, ([, ...rest]) => rest],
    ['lines in another order', 2, ([one = '', two = '', three = '']) => [one, three, two]],
    ['a line twice', 3, ([one = '', two = '', three = '']) => [one, two, two, three]],
  ])('%s is refused, with its number and what to do', async (_, line, change) => {
    const damaged = withLines(change(lines()));
    await writeFile(path, damaged);
    await using store = await opened();
    const message =
      `${path} rad ${line} är skadad: den är inte som den skrevs. Filen används inte och har inte ändrats. ` +
      'Stoppa tjänsten, spara undan filen och återställ den från en säkerhetskopia.';
    await expect(store.read('outages/a1', 0)).rejects.toThrow(new StoreFault(message));
    await expect(store.append(append())).rejects.toThrow(new StoreFault(message));
    expect(await readFile(path, 'utf8')).toBe(damaged);
  });

  test('any byte flipped anywhere is refused', () => {
    fc.assert(
      fc.property(fc.nat(content.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(content);
        damaged.writeUInt8(damaged.readUInt8(at) ^ flip, at);
        expect(() => readLines(damaged, path)).toThrow(StoreFault);
      }),
      { numRuns: 2000 },
    );
  });

  test('does not keep the other streams from being used, and can be erased', async () => {
    await writeFile(path, 'x\n');
    await using store = await opened();
    await expect(store.read('outages/a1', 0)).rejects.toThrow(StoreFault);
    expect(await store.append(append({ stream: 'directory' }))).toMatchObject({ kind: 'appended' });
    await store.erase('outages/a1');
    expect(await store.append(append({ expectedVersion: 0 }))).toMatchObject({ record: { version: 1 } });
  });

  test('is read again when it has been restored', async () => {
    await writeFile(path, 'x\n');
    await using store = await opened();
    await expect(store.read('outages/a1', 0)).rejects.toThrow(StoreFault);
    await writeFile(path, content);
    expect(await store.read('outages/a1', 0)).toHaveLength(3);
  });
});
