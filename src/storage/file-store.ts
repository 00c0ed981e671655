import { constants } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chainRecord, checkChain, copyOf } from './chain.ts';
import { lockDirectory } from './directory-lock.ts';
import type { DirectoryLock } from './directory-lock.ts';
import { leadAlways } from './lead-always.ts';
import { createLine } from './line.ts';
import { messageOf } from './message-of.ts';
import { openFile, writeAll } from './open-file.ts';
import type { OpenFile } from './open-file.ts';
import { storageFault } from './storage-fault.ts';
import { StoreFault } from './store.ts';
import type { Append, Appended, Store } from './store.ts';
import type { StoreLog } from './store-log.ts';
import { openStreamFiles } from './stream-files.ts';
import type { StreamFiles } from './stream-files.ts';
import { makeDirectory } from './sync-directory.ts';
import { createUnderWay } from './under-way.ts';

/** What a file store may be given; by itself it is silent and uses the machine's disk. */
export type FileStoreOptions = {
  readonly log?: StoreLog;
  readonly openFile?: OpenFile;
};

/**
 * Opens the store in a directory, which is made where it is missing: `directory.jsonl`, `outages/<id>.jsonl` and
 * `drills/<id>.jsonl`, a record a line, for the service's own eyes. Rejects with `StoreFault` where the directory
 * cannot be used or another process has it.
 */
export async function openFileStore(directory: string, options: FileStoreOptions = {}): Promise<Store> {
  const surroundings = {
    openFile: options.openFile ?? openFile,
    cutOff: (stream: string, bytes: number) =>
      options.log?.warn({ stream, bytes }, 'unfinished record cut off'),
  };
  try {
    await makeDirectory(directory, surroundings.openFile);
    const lock = await lockDirectory(directory);
    try {
      const files = await openStreamFiles(directory, { ...surroundings, mayWrite: lock.check });
      return storeOf({ files, lock, probe: () => tryToWrite(directory, surroundings.openFile) });
    } catch (error) {
      await lock.release();
      throw error;
    }
  } catch (error) {
    throw storageFault(`Datamappen ${directory} kan inte användas`, error);
  }
}

type Parts = {
  readonly files: StreamFiles;
  readonly lock: DirectoryLock;
  /** Rejects with `StoreFault` where nothing can be written. */
  readonly probe: () => Promise<void>;
};

/** More than most writes are. */
const probeBytes = 65_536;

function storeOf({ files, lock, probe }: Parts): Store {
  const underWay = createUnderWay();
  let hasFailed = false;

  return {
    append: (append) =>
      underWay.run(async () => {
        try {
          const appended = await appendTo(files, copyOf(append));
          if (appended.kind === 'appended') hasFailed = false;
          return appended;
        } catch (error) {
          hasFailed = true;
          throw error;
        }
      }),
    read: (stream, after) =>
      underWay.run(async () => {
        const { db, adapter } = await files.opened(stream);
        return db.data.slice(after, adapter.count);
      }),
    streams: () => underWay.run(files.names),
    takeOver: (stream, records) =>
      underWay.run(async () => {
        checkChain(records);
        await files.replace(stream, records);
      }),
    erase: (stream) => underWay.run(() => files.erase(stream)),
    exclusively: createLine(),
    lead: leadAlways,
    fault: () =>
      messageOf(() =>
        underWay.run(async () => {
          lock.check();
          const broken = await files.broken();
          if (broken !== undefined) throw new StoreFault(broken);
          if (hasFailed) await probe();
          hasFailed = false;
        }),
      ),
    async [Symbol.asyncDispose]() {
      if (!(await underWay.end())) return;
      await files.close();
      await lock.release();
    },
  };
}

/** Concurrent ones are judged in the order they came, against those before them that are not on disk yet too. */
async function appendTo(files: StreamFiles, append: Append): Promise<Appended> {
  for (;;) {
    const { db, adapter } = await files.opened(append.stream);
    const { expectedVersion } = append;
    if (expectedVersion === 'any' || expectedVersion === db.data.length) {
      const record = chainRecord(db.data.at(-1), append);
      await db.update((records) => records.push(record));
      return { kind: 'appended', record };
    }
    const isAllOnDisk = adapter.count === db.data.length;
    if (isAllOnDisk || expectedVersion < adapter.count) return { kind: 'conflict', version: adapter.count };
    // Those before it may yet fail; and whoever is told of a conflict must find the record that was first.
    await adapter.idle();
  }
}

/** Rejects with `StoreFault` where nothing can be written to the directory. */
async function tryToWrite(directory: string, open: OpenFile): Promise<void> {
  const path = join(directory, 'probe');
  try {
    const file = await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
    try {
      await writeAll(file, Buffer.alloc(probeBytes));
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw storageFault(`Inget kan skrivas i datamappen ${directory}`, error);
  } finally {
    await rm(path, { force: true });
  }
}
