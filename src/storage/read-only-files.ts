import { readFile } from 'node:fs/promises';
import { readLines } from './read-lines.ts';
import { codeOf } from './storage-fault.ts';
import type { Store, StoredRecord } from './store.ts';
import { streamPath, streamsIn } from './stream-paths.ts';

/** What can be read beside a service that writes: nothing is opened for writing, and nothing is locked. */
export type Records = Pick<Store, 'read' | 'streams'>;

/**
 * The records of a file store as they are on disk: a last line that is not finished is left out. What does not exist
 * has no records. `read` throws `StoreFault` for a damaged line.
 */
export function readOnlyFiles(directory: string): Records {
  return {
    read: async (stream, after) => (await readRecords(streamPath(directory, stream))).slice(after),
    streams: () => streamsIn(directory),
  };
}

async function readRecords(path: string): Promise<readonly StoredRecord[]> {
  try {
    return readLines(await readFile(path), path).records;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
