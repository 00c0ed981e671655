import { constants } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { recordLine } from './chain.ts';
import { LinesAdapter } from './lines-adapter.ts';
import type { Surroundings } from './lines-adapter.ts';
import { writeAll } from './open-file.ts';
import type { OpenFile } from './open-file.ts';
import { codeOf, storageFault } from './storage-fault.ts';
import type { StoredRecord, StreamName } from './store.ts';
import { streamFolders, streamPath, streamsIn } from './stream-paths.ts';
import { makeDirectory, syncDirectory } from './sync-directory.ts';

/** A stream in use: its records in memory, with those on their way to the disk last, and the file behind them. */
type OpenStream = { readonly db: Low<StoredRecord[]>; readonly adapter: LinesAdapter };

/** The streams of a directory, each read when it is first used and kept from then on. */
export type StreamFiles = {
  readonly opened: (stream: StreamName) => Promise<OpenStream>;
  /** Those that have something written, in the order of their names. */
  readonly names: () => Promise<readonly StreamName[]>;
  /** Puts a file with these records in the place of the stream's, at once; what is on its way is written before. */
  readonly replace: (stream: StreamName, records: readonly StoredRecord[]) => Promise<void>;
  /** Removes the file when what is on its way is written. A file that cannot be read is removed as well. */
  readonly erase: (stream: StreamName) => Promise<void>;
  /** Why a stream is not written any more, if there is one. */
  readonly broken: () => Promise<string | undefined>;
  readonly close: () => Promise<void>;
};

/** What the files are given; a line cut off is told with its stream. */
type FilesSurroundings = Omit<Surroundings, 'cutOff'> & {
  readonly cutOff: (stream: StreamName, bytes: number) => void;
};

/** Makes the folders that are missing and opens them; no stream is read yet. */
export async function openStreamFiles(
  directory: string,
  surroundings: FilesSurroundings,
): Promise<StreamFiles> {
  for (const folder of streamFolders) await makeDirectory(join(directory, folder), surroundings.openFile);
  const load = async (stream: StreamName): Promise<OpenStream> => {
    const cutOff = (bytes: number): void => surroundings.cutOff(stream, bytes);
    const adapter = new LinesAdapter(streamPath(directory, stream), { ...surroundings, cutOff });
    const db = new Low<StoredRecord[]>(adapter, []);
    await db.read();
    return { db, adapter };
  };
  const streams = createKept<OpenStream>();
  const hasRecords = async (stream: StreamName): Promise<boolean> => {
    const known = await streams.known(stream);
    return known === undefined ? (await sizeOf(streamPath(directory, stream))) > 0 : known.adapter.count > 0;
  };

  /** Whoever comes meanwhile waits for the change, and reads what is there then. */
  const changed = async (stream: StreamName, change: (path: string) => Promise<void>): Promise<void> => {
    const path = streamPath(directory, stream);
    surroundings.mayWrite();
    const before = streams.known(stream);
    const loaded = (async () => {
      await (await before)?.adapter.close();
      await change(path);
      await syncDirectory(dirname(path), surroundings.openFile);
      return load(stream);
    })();
    await streams.keep(stream, loaded);
  };

  return {
    async opened(stream) {
      return streams.get(stream) ?? streams.keep(stream, load(stream));
    },
    async names() {
      const listed = await streamsIn(directory);
      const isKept = await Promise.all(listed.map(hasRecords));
      return listed.filter((_, at) => isKept[at]);
    },
    replace: (stream, records) => changed(stream, (path) => putInPlace(path, records, surroundings.openFile)),
    erase: (stream) => changed(stream, (path) => rm(path, { force: true })),
    async broken() {
      const open = await streams.all();
      return open.find(({ adapter }) => adapter.broken)?.adapter.broken?.message;
    },
    async close() {
      for (const { adapter } of await streams.all()) await adapter.close();
    },
  };
}

/** What takes time to get, once per name. What could not be got is forgotten, so that it is tried again. */
function createKept<Value>() {
  const values = new Map<StreamName, Promise<Value>>();
  return {
    get: (name: StreamName): Promise<Value> | undefined => values.get(name),
    keep(name: StreamName, getting: Promise<Value>): Promise<Value> {
      const kept = getting.catch((error: unknown) => {
        if (values.get(name) === kept) values.delete(name);
        throw error;
      });
      values.set(name, kept);
      return kept;
    },
    /** Undefined also for what could not be got. */
    known: async (name: StreamName): Promise<Value | undefined> => values.get(name)?.catch(() => undefined),
    async all(): Promise<readonly Value[]> {
      const settled = await Promise.allSettled(values.values());
      return settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    },
  };
}

/** In bytes; 0 where there is no such file any more. */
async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function putInPlace(path: string, records: readonly StoredRecord[], openFile: OpenFile): Promise<void> {
  const draft = `${path}.new`;
  try {
    await writeLines(draft, records, openFile);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw storageFault(`${path} kunde inte skrivas om. Inget är ändrat`, error);
  }
}

/** A file of its own, on disk when it is done. */
async function writeLines(path: string, records: readonly StoredRecord[], openFile: OpenFile): Promise<void> {
  const file = await openFile(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o600);
  try {
    await writeAll(file, Buffer.from(records.map((record) => `${recordLine(record)}\n`).join('')));
    await file.datasync();
  } finally {
    await file.close();
  }
}
