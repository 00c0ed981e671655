import { z } from 'zod';
import type { Directory } from '../domain/directory.ts';
import type { Outage } from '../domain/outage.ts';
import type { Records } from '../storage/read-only-files.ts';
import type { StoredRecord, StreamName } from '../storage/store.ts';
import { directoryFold, outageFold } from './fold.ts';

/** An outage or a drill that the directory has announced. */
export type AnnouncedOutage = { readonly id: string; readonly isDrill: boolean; readonly stream: StreamName };

/** What the directory holds, and which outages it announces, in that order. */
export type ReadDirectory = {
  readonly directory: Directory;
  readonly announced: readonly AnnouncedOutage[];
};

/** An outage as it stands, and the records that it was folded from. */
export type ReadOutage = { readonly outage: Outage; readonly records: readonly StoredRecord[] };

const opened = z.object({ kind: z.literal('outageOpened'), outage: z.string(), isDrill: z.boolean() });

/** Reads the directory, for the operator's commands: settled outages are announced there too. */
export const readDirectory = async (store: Records): Promise<ReadDirectory> =>
  directoryIn(await store.read('directory', 0));

/** The directory that its records come to. */
export function directoryIn(records: readonly StoredRecord[]): ReadDirectory {
  const fold = directoryFold();
  fold.take(records);
  return { directory: fold.state, announced: announcedIn(records) };
}

/** The outages that the directory's records announce, in that order, settled ones too. */
export function announcedIn(records: readonly StoredRecord[]): readonly AnnouncedOutage[] {
  return records
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => opened.safeParse(entry).data ?? [])
    .map(({ isDrill, outage: id }) => ({ id, isDrill, stream: outageFold(id, isDrill).stream }));
}

/** Reads one outage; undefined where nothing was ever written of it. */
export async function readOutage(
  store: Records,
  { id, isDrill }: AnnouncedOutage,
): Promise<ReadOutage | undefined> {
  const fold = outageFold(id, isDrill);
  const records = await store.read(fold.stream, 0);
  if (records.length === 0) return undefined;
  fold.take(records);
  return { outage: fold.state, records };
}
