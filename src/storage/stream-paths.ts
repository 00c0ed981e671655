import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { codeOf } from './storage-fault.ts';
import type { StreamName } from './store.ts';
import { checkStreamName, isStreamName } from './stream-name.ts';

/** Where streams lie; the first is the data directory itself. */
export const streamFolders = ['', 'outages', 'drills'] as const;
const ending = '.jsonl';

/** The file of a stream. Throws `StoreFault` for what is no name of one. */
export function streamPath(directory: string, stream: StreamName): string {
  checkStreamName(stream);
  return join(directory, `${stream}${ending}`);
}

/** The streams that have a file, in the order of their names. */
export async function streamsIn(directory: string): Promise<readonly StreamName[]> {
  const listed = await Promise.all(streamFolders.map((folder) => filesIn(directory, folder)));
  return listed.flat().filter(isStreamName).toSorted();
}

async function filesIn(directory: string, folder: string): Promise<readonly string[]> {
  const names = await namesIn(join(directory, folder));
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}${folder === '' ? '' : '/'}${basename(name, ending)}`);
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return await readdir(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
