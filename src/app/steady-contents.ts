import type { Contents } from '../storage/backup-text.ts';
import type { Records } from '../storage/read-only-files.ts';
import { StoreFault } from '../storage/store.ts';
import type { StoredRecord, StreamName } from '../storage/store.ts';

/** Reading takes milliseconds, and what is waited for is seldom written: so often in a row is not chance. */
const mostTries = 20;

/**
 * All that a store holds at one moment, read beside a service that goes on writing. Every outage is announced in the
 * directory before it begins, and the directory says when one needs no looking after any more: so what is read of
 * outages counts only where nothing of that was written meanwhile. Within a stream what is read is whole records from
 * the first on, as after a crash at that moment. Rejects with `StoreFault` for damage, or where the directory does not
 * come to rest.
 */
export async function steadyContents(records: Records): Promise<Contents> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    // oxlint-disable-next-line no-await-in-loop -- read anew where the directory changed
    const contents = await readIfSteady(records);
    if (contents !== undefined) return contents;
  }
  throw new StoreFault('Registret över enheter och avbrott ändrades hela tiden. Försök igen om en stund.');
}

async function readIfSteady(records: Records): Promise<Contents | undefined> {
  const directory = await records.read('directory', 0);
  const contents = new Map<StreamName, readonly StoredRecord[]>([['directory', directory]]);
  for (const stream of await records.streams()) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time: the service beside it needs the disk more
    if (stream !== 'directory') contents.set(stream, await records.read(stream, 0));
  }
  const since = await records.read('directory', directory.length);
  return since.every(isOfNotices) ? contents : undefined;
}

/** What became of notices is written all the time, and says nothing of other streams. */
const isOfNotices = ({ entries }: StoredRecord): boolean =>
  entries.every(({ kind }) => kind.startsWith('notice'));
