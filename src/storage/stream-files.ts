import { readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Low } from 'lowdb';
import { LinesAdapter } from './lines-adapter.ts';
import type { Surroundings } from './lines-adapter.ts';
import type { OpenFile } from './open-file.ts';
import { codeOf } from './storage-fault.ts';
import type { StoredRecord, StreamName } from './store.ts';
import { checkStreamName, isStreamName } from './stream-name.ts';
import { makeDirectory, syncDirectory } from './sync-directory.ts';

/** A stream in use: its records in memory, with those on their way to the disk last, and the file behind them. */
type OpenStream = { readonly db: Low<StoredRecord[]>; readonly adapter: LinesAdapter };

/** The streams of a directory, each read when it is first used and kept from then on. */
export type StreamFiles = {
  readonly opened: (stream: StreamName) => Promise<OpenStream>;
  /** Those that have something written, in the order of their names. */
  readonly names: () => Promise<readonly StreamName[]>;
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

/** Where streams lie; the first is the data directory itself. */
const folders = ['', 'outages', 'drills'] as const;
const ending = '.jsonl';

/** Makes the folders that are missing and opens them; no stream is read yet. */
export async function openStreamFiles(
  directory: string,
  surroundings: FilesSurroundings,
): Promise<StreamFiles> {
  for (const folder of folders) await makeDirectory(join(directory, folder), surroundings.openFile);
  const pathOf = (stream: StreamName): string => join(directory, `${stream}${ending}`);
  const load = async (stream: StreamName): Promise<OpenStream> => {
    const cutOff = (bytes: number): void => surroundings.cutOff(stream, bytes);
    const adapter = new LinesAdapter(pathOf(stream), { ...surroundings, cutOff });
    const db = new Low<StoredRecord[]>(adapter, []);
    await db.read();
    return { db, adapter };
  };
  const streams = createKept<OpenStream>();
  const hasRecords = async (stream: StreamName): Promise<boolean> => {
    const known = await streams.known(stream);
    return known === undefined ? (await sizeOf(pathOf(stream))) > 0 : known.adapter.count > 0;
  };

  return {
    async opened(stream) {
      checkStreamName(stream);
      return streams.get(stream) ?? streams.keep(stream, load(stream));
    },
    async names() {
      const listed = (await Promise.all(folders.map((folder) => streamsIn(directory, folder)))).flat();
      const isKept = await Promise.all(listed.map(hasRecords));
      return listed.filter((_, at) => isKept[at]).toSorted();
    },
    async erase(stream) {
      checkStreamName(stream);
      surroundings.mayWrite();
      const before = streams.known(stream);
      const removed = remove(pathOf(stream), before, surroundings.openFile);
      const loaded = removed.then(() => load(stream));
      // Whoever comes meanwhile waits for the removal, and finds the stream empty.
      await streams.keep(stream, loaded);
    },
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

async function streamsIn(directory: string, folder: string): Promise<readonly StreamName[]> {
  const names = await readdir(join(directory, folder));
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}${folder === '' ? '' : '/'}${basename(name, ending)}`)
    .filter(isStreamName);
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

async function remove(
  path: string,
  before: Promise<OpenStream | undefined>,
  openFile: OpenFile,
): Promise<void> {
  const stream = await before;
  await stream?.adapter.close();
  await rm(path, { force: true });
  await syncDirectory(dirname(path), openFile);
}
