import { readFile } from 'node:fs/promises';
import { recordLine } from './chain.ts';
import { inspectChain } from './inspect-chain.ts';
import type { Inspected } from './inspect-chain.ts';
import type { StoragePlace } from './open-store.ts';
import type { Records } from './read-only-files.ts';
import { codeOf, storageFault } from './storage-fault.ts';
import type { StreamName } from './store.ts';
import { streamPath } from './stream-paths.ts';

/** Looks at a stream as it lies on disk, or as the database gives it, beside a service that writes to it. */
export async function inspectStream(
  place: StoragePlace,
  stream: StreamName,
  records: Records,
): Promise<Inspected> {
  if (place.kind === 'file') return inspectChain(await textOf(streamPath(place.directory, stream)));
  const read = await records.read(stream, 0);
  return inspectChain(read.map((record) => `${recordLine(record)}\n`).join(''));
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw storageFault(`${path} kunde inte läsas`, error);
  }
}
