import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from './read-lines.ts';
import { codeOf } from './storage-fault.ts';
import type { StoredRecord, StreamName } from './store.ts';
import { checkStreamName } from './stream-name.ts';

/**
 * Reads a stream of a file store as it is on disk, beside a service that writes to it: a last line that is not
 * finished is left out. Empty for a stream that does not exist. Throws `StoreFault` for a damaged line.
 */
export async function readStreamFile(
  directory: string,
  stream: StreamName,
): Promise<readonly StoredRecord[]> {
  checkStreamName(stream);
  const path = join(directory, `${stream}.jsonl`);
  try {
    return readLines(await readFile(path), path).records;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
