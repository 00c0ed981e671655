import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/storage/file-store.ts';
import { openFile } from '../../src/storage/open-file.ts';
import { makeDirectory } from '../../src/storage/sync-directory.ts';
import { append } from './append-builder.ts';
import { describeStore } from './store-contract.ts';
import { openToOthers, withoutUmask } from '../support/open-to-others.ts';
import { temporaryDirectory } from './temporary-directory.ts';

describeStore('the file store', async () => {
  const directory = await temporaryDirectory();
  return {
    isDurable: true,
    open: () => openFileStore(join(directory.path, 'data')),
    [Symbol.asyncDispose]: () => directory[Symbol.asyncDispose](),
  };
});

test('a record is a line of JSON, in a file that only the service may read', async () => {
  using mask = new DisposableStack();
  mask.use(withoutUmask());
  await using place = await temporaryDirectory();
  const directory = join(place.path, 'new/data');
  await using store = await openFileStore(directory);
  for (const stream of ['directory', 'outages/a1', 'drills/b2', 'phrases'] as const) {
    const { kind, ...appended } = await store.append(append({ stream }));
    const text = await readFile(join(directory, `${stream}.jsonl`), 'utf8');
    expect({ kind, record: JSON.parse(text) }).toEqual({ kind: 'appended', ...appended });
    expect(text).toMatch(/^[^\n]+\n$/);
  }
  const modeOf = async (path: string) => ((await stat(join(directory, path))).mode & 0o777).toString(8);
  const files = ['directory.jsonl', 'outages/a1.jsonl', 'drills/b2.jsonl', 'phrases.jsonl', 'lock'];
  expect(await Promise.all(files.map(modeOf))).toEqual(files.map(() => '600'));
  await store.takeOver('outages/a1', await store.read('outages/a1', 0));
  expect(await modeOf('outages/a1.jsonl')).toBe('600');
  expect(await openToOthers(join(place.path, 'new'))).toEqual([]);
  const folders = ['..', '', 'outages', 'drills'];
  expect(await Promise.all(folders.map(modeOf))).toEqual(folders.map(() => '700'));
});

test('files that are no streams are not listed', async () => {
  await using place = await temporaryDirectory();
  await using store = await openFileStore(place.path);
  await store.append(append());
  const strangers = ['other.jsonl', 'outages/Kopia.jsonl', 'outages/a1.jsonl.bak', 'outages/empty.jsonl'];
  for (const name of strangers) await writeFile(join(place.path, name), name.includes('empty') ? '' : 'x\n');
  expect(await store.streams()).toEqual(['outages/a1']);
});

test('a directory leaves nothing behind but its streams', async () => {
  await using place = await temporaryDirectory();
  const store = await openFileStore(place.path);
  await store.append(append());
  await store.append(append({ stream: 'outages/b2' }));
  await store.erase('outages/b2');
  await store[Symbol.asyncDispose]();
  expect((await readdir(place.path, { recursive: true })).toSorted()).toEqual([
    'drills',
    'outages',
    'outages/a1.jsonl',
  ]);
});

test('an erased stream waits for what is on its way, and whoever comes meanwhile begins anew', async () => {
  await using place = await temporaryDirectory();
  await using store = await openFileStore(place.path);
  const before = store.append(append());
  const erased = store.erase('outages/a1');
  const after = store.append(append({ expectedVersion: 0, recordedAt: 2 }));
  expect(await before).toMatchObject({ record: { version: 1 } });
  await erased;
  expect(await after).toMatchObject({ record: { version: 1 } });
  expect(await store.read('outages/a1', 0)).toMatchObject([{ recordedAt: 2 }]);
});

test('a directory that cannot be used is refused in words for the operator', async () => {
  await using place = await temporaryDirectory();
  const path = join(place.path, 'file');
  await writeFile(path, '');
  await expect(openFileStore(path)).rejects.toThrow(
    `Datamappen ${path} kan inte användas (EEXIST). Kontrollera disken.`,
  );
});

test('a directory that the system lets nobody make is refused, and not tried for ever', async () => {
  await expect(openFileStore('/proc/data/of/the/bot')).rejects.toThrow(
    /^Datamappen \/proc\/data\/of\/the\/bot kan inte användas \(E\w+\)/,
  );
});

test('one directory is made by several at once, with those above it', async () => {
  await using place = await temporaryDirectory();
  const path = join(place.path, 'a/b/c');
  const made = Array.from({ length: 5 }, () => makeDirectory(path, openFile));
  await Promise.all(made);
  expect((await stat(path)).isDirectory()).toBe(true);
});
