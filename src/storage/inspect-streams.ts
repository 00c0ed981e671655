import { readFile } from 'node:fs/promises';
import { inspectChain, inspectLines } from './inspect-chain.ts';
import type { Inspected } from './inspect-chain.ts';
import type { StoragePlace } from './open-store.ts';
import { faultless, openDatabase } from './postgres/database.ts';
import { migrate } from './postgres/migrate.ts';
import { streamLines, streamsWithRows } from './postgres/stream-lines.ts';
import { codeOf, storageFault } from './storage-fault.ts';
import type { StreamName } from './store.ts';
import { streamPath, streamsIn } from './stream-paths.ts';

/** Looks at what is stored as it lies there, beside a service that writes to it. Close it when done. */
export type Inspection = AsyncDisposable & {
  readonly streams: () => Promise<readonly StreamName[]>;
  readonly inspect: (stream: StreamName) => Promise<Inspected>;
};

/** Rejects with `StoreFault` where a database cannot be used. */
export async function openInspection(place: StoragePlace): Promise<Inspection> {
  return place.kind === 'file' ? ofFiles(place.directory) : ofDatabase(place.url);
}

function ofFiles(directory: string): Inspection {
  return {
    streams: () => streamsIn(directory),
    inspect: async (stream) => inspectChain(await textOf(streamPath(directory, stream))),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

async function ofDatabase(url: string): Promise<Inspection> {
  const database = openDatabase(url);
  try {
    await faultless('DATABASE_URL: databasen kan inte användas', () => migrate(database));
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
  const { run } = database;
  return {
    streams: () => faultless(notRead, () => streamsWithRows(run)),
    inspect: (stream) => faultless(notRead, async () => inspectLines(await streamLines(run, stream))),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

const notRead = 'Det gick inte att läsa i databasen';

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw storageFault(`${path} kunde inte läsas`, error);
  }
}
