import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openFileStore } from '../../src/storage/file-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { append } from './append-builder.ts';
import { createDisk, systemError } from './disk-double.ts';
import { temporaryDirectory } from './temporary-directory.ts';

test('a file is on disk before it takes the place of another, and its name after', async () => {
  await using place = await temporaryDirectory();
  const disk = createDisk();
  await using store = await openFileStore(place.path, { openFile: disk.openFile });
  await store.append(append());
  const records = await store.read('outages/a1', 0);
  disk.acts.length = 0;
  await store.takeOver('outages/a1', records);
  expect(disk.acts.slice(0, 3)).toEqual(['write a1.jsonl.new', 'datasync a1.jsonl.new', 'sync outages']);
});

test('where the disk is full the stream is as it was, goes on, and nothing lies about', async () => {
  await using place = await temporaryDirectory();
  const disk = createDisk();
  await using store = await openFileStore(place.path, { openFile: disk.openFile });
  await store.append(append());
  await store.append(append());
  const before = await store.read('outages/a1', 0);
  const bytes = await readFile(join(place.path, 'outages/a1.jsonl'), 'utf8');
  disk.trouble.write = () => Promise.reject(systemError('ENOSPC'));
  await expect(store.takeOver('outages/a1', before.slice(0, 1))).rejects.toThrow(StoreFault);
  await expect(store.takeOver('outages/a1', before.slice(0, 1))).rejects.toThrow(
    /Inget är ändrat.*Disken är full/,
  );
  delete disk.trouble.write;
  expect(await readFile(join(place.path, 'outages/a1.jsonl'), 'utf8')).toBe(bytes);
  expect(await readdir(join(place.path, 'outages'))).toEqual(['a1.jsonl']);
  expect(await store.read('outages/a1', 0)).toEqual(before);
  expect(await store.append(append({ expectedVersion: 2 }))).toMatchObject({ record: { version: 3 } });
});

test('what is on its way is written before, and whoever writes meanwhile writes after', async () => {
  await using place = await temporaryDirectory();
  await using store = await openFileStore(place.path);
  await store.append(append({ recordedAt: 1 }));
  const records = await store.read('outages/a1', 0);
  const underWay = store.append(append({ recordedAt: 2 }));
  const taken = store.takeOver('outages/a1', records);
  const after = store.append(append({ recordedAt: 3 }));
  expect(await underWay).toMatchObject({ record: { version: 2 } });
  await taken;
  expect(await after).toMatchObject({ record: { version: 2, recordedAt: 3 } });
});
