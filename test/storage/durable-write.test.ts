import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileStore } from '../../src/storage/file-store.ts';
import { isNextInChain } from '../../src/storage/chain.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Store } from '../../src/storage/store.ts';
import { append } from './append-builder.ts';
import { createDisk, systemError } from './disk-double.ts';
import type { DiskDouble } from './disk-double.ts';
import { temporaryDirectory } from './temporary-directory.ts';

let place: Awaited<ReturnType<typeof temporaryDirectory>>;
let disk: DiskDouble;
let store: Store;
beforeEach(async () => {
  place = await temporaryDirectory();
  disk = createDisk();
  store = await openFileStore(join(place.path, 'data'), { openFile: disk.openFile });
});
afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});
const reopen = async (): Promise<void> => {
  await store[Symbol.asyncDispose]();
  store = await openFileStore(join(place.path, 'data'));
};
const versionsOnDisk = async (): Promise<readonly number[]> => {
  await reopen();
  const records = await store.read('outages/a1', 0);
  expect(records.every((record, at) => isNextInChain(records[at - 1], record))).toBe(true);
  return records.map(({ version }) => version);
};
/** Makes the next syncs wait until they are let go. */
const holdSync = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  disk.trouble.datasync = async (file) => {
    begin();
    await promise;
    await file.datasync();
  };
  return { begun, letGo: () => resolve() };
};

describe('an answer', () => {
  test('comes after the sync, and until then nobody can read it', async () => {
    const sync = holdSync();
    let isAnswered = false;
    const writing = store.append(append()).finally(() => {
      isAnswered = true;
    });
    await sync.begun;
    expect(await store.read('outages/a1', 0)).toEqual([]);
    expect(await store.streams()).toEqual([]);
    expect(isAnswered).toBe(false);
    sync.letGo();
    await writing;
    expect(await store.read('outages/a1', 0)).toHaveLength(1);
  });

  test('in a new stream comes after the directory is synced too', async () => {
    disk.acts.length = 0;
    await store.append(append());
    expect(disk.acts).toEqual(['write a1.jsonl', 'datasync a1.jsonl', 'sync outages']);
    await store.append(append());
    expect(disk.acts.slice(3)).toEqual(['write a1.jsonl', 'datasync a1.jsonl']);
  });

  test('that rests on what an earlier process wrote comes after that is synced', async () => {
    await store.append(append());
    await store[Symbol.asyncDispose]();
    disk.acts.length = 0;
    store = await openFileStore(join(place.path, 'data'), { openFile: disk.openFile });
    await store.read('outages/a1', 0);
    expect(disk.acts).toEqual(['datasync a1.jsonl', 'sync outages']);
  });

  test('is not given before the folders of a new data directory are synced', () => {
    expect(disk.acts).toEqual([
      expect.stringMatching(/^sync store-/),
      'sync data', // for outages
      'sync data', // for drills
    ]);
  });
});

describe('writes at once', () => {
  test('to one stream share one write and one sync', async () => {
    await store.append(append());
    disk.acts.length = 0;
    await Promise.all(Array.from({ length: 50 }, () => store.append(append())));
    expect(disk.acts).toEqual(['write a1.jsonl', 'datasync a1.jsonl']);
  });

  test('that come during a sync wait for one of their own', async () => {
    const sync = holdSync();
    const first = store.append(append());
    await sync.begun;
    const others = Array.from({ length: 9 }, () => store.append(append()));
    sync.letGo();
    await Promise.all([first, ...others]);
    expect(disk.acts.filter((act) => act === 'datasync a1.jsonl')).toHaveLength(2);
    expect(await versionsOnDisk()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  test('are judged against those that are not on disk yet', async () => {
    const sync = holdSync();
    const first = store.append(append({ expectedVersion: 0 }));
    await sync.begun;
    const second = store.append(append({ expectedVersion: 1 }));
    const tooLate = store.append(append({ expectedVersion: 1 }));
    sync.letGo();
    expect(await Promise.all([first, second, tooLate])).toMatchObject([
      { kind: 'appended', record: { version: 1 } },
      { kind: 'appended', record: { version: 2 } },
      { kind: 'conflict', version: 2 },
    ]);
  });
});

/** Half of what is to be written gets there, and then the disk is full. */
const fillUp = (): void => {
  disk.trouble.write = async (file, bytes, offset) => {
    if (offset > 0) throw systemError('ENOSPC');
    return file.write(bytes.subarray(0, bytes.length / 2), 0);
  };
};
const failures = async (writes: readonly Promise<unknown>[]): Promise<readonly unknown[]> =>
  (await Promise.allSettled(writes)).map((one) => (one.status === 'rejected' ? one.reason : 'was answered'));

describe('a disk that fills up in the middle of a write', () => {
  test('fails those that are written together and those that wait behind them, and keeps what was there', async () => {
    await store.append(append());
    const sync = holdSync();
    const written = store.append(append());
    await sync.begun;
    fillUp();
    const together = [1, 2, 3].map(() => store.append(append()));
    sync.letGo();
    expect(await written).toMatchObject({ record: { version: 2 } });
    expect(await failures(together)).toEqual([1, 2, 3].map(() => expect.any(StoreFault)));
    expect(await versionsOnDisk()).toEqual([1, 2]);
  });

  test('says so to the operator, and when there is room it goes on', async () => {
    await store.append(append());
    fillUp();
    await expect(store.append(append())).rejects.toThrow(
      /a1\.jsonl kunde inte skrivas\. Inget av det sparades \(ENOSPC\)\. Disken är full: frigör plats\.$/,
    );
    delete disk.trouble.write;
    expect(await store.append(append({ expectedVersion: 1 }))).toMatchObject({ record: { version: 2 } });
    expect(await store.fault()).toBeUndefined();
    expect(await versionsOnDisk()).toEqual([1, 2]);
  });

  test('makes nobody believe that somebody else was first', async () => {
    const sync = holdSync();
    const first = store.append(append({ expectedVersion: 0 }));
    await sync.begun;
    fillUp();
    const second = store.append(append({ expectedVersion: 1 }));
    const third = store.append(append({ expectedVersion: 1 }));
    sync.letGo();
    await first;
    await expect(second).rejects.toThrow(StoreFault);
    // Judged again when the second had failed, and then refused by the full disk itself.
    await expect(third).rejects.toThrow(StoreFault);
  });

  test('does not fail the writes of other streams', async () => {
    disk.trouble.write = async (file, bytes, offset) => {
      if (bytes.includes('too much')) throw systemError('ENOSPC');
      return file.write(bytes, offset);
    };
    const tooMuch = store.append(append({ entries: [{ kind: 'too much' }] }));
    const other = store.append(append({ stream: 'directory' }));
    expect(await failures([tooMuch, other])).toEqual([expect.any(StoreFault), 'was answered']);
    expect(await store.streams()).toEqual(['directory']);
  });

  test('and cannot be brought back to how it was, is not written to any more', async () => {
    await store.append(append());
    fillUp();
    disk.trouble.truncate = () => Promise.reject(systemError('EIO'));
    await expect(store.append(append())).rejects.toThrow(/disken bekräftade det inte \(EIO\)/);
    delete disk.trouble.write;
    delete disk.trouble.truncate;
    await expect(store.append(append())).rejects.toThrow(/starta sedan om tjänsten/);
    expect(await versionsOnDisk()).toEqual([1]);
  });
});

describe('a sync that fails', () => {
  beforeEach(async () => {
    await store.append(append());
    disk.trouble.datasync = () => Promise.reject(systemError('EIO'));
    await store.append(append()).catch(() => undefined);
    delete disk.trouble.datasync;
  });

  test('stops all writing to that file until the next start, and tells the operator', async () => {
    disk.acts.length = 0;
    await expect(store.append(append())).rejects.toThrow(
      /outages\/a1\.jsonl skrevs, men disken bekräftade det inte \(EIO\)\. Inget mer skrivs/,
    );
    expect(disk.acts).toEqual([]);
    expect(await store.fault()).toMatch(/a1\.jsonl .* Kontrollera disken, och starta sedan om tjänsten\.$/);
    await reopen();
    expect(await store.fault()).toBeUndefined();
    expect(await store.append(append())).toMatchObject({ kind: 'appended' });
  });

  test('leaves what was answered before it to be read, and other streams to be written', async () => {
    expect(await store.read('outages/a1', 0)).toHaveLength(1);
    expect(await store.append(append({ stream: 'directory' }))).toMatchObject({ kind: 'appended' });
  });
});

test('a disk that nothing can be written to is a fault until there is room', async () => {
  fillUp();
  await expect(store.append(append())).rejects.toThrow(StoreFault);
  expect(await store.fault()).toMatch(/^Inget kan skrivas i datamappen .* \(ENOSPC\)\. Disken är full/);
  delete disk.trouble.write;
  expect(await store.fault()).toBeUndefined();
});
