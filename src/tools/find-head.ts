import { logErasedSchema } from '../domain/log-erased.ts';
import type { Inspected } from '../storage/inspect-chain.ts';
import type { StoredRecord, StreamName } from '../storage/store.ts';
import { recordTime } from '../text/record-time.ts';

/** Where a hash that was printed before stands; undefined where it stands nowhere: then an end was cut off, or more. */
export function findHead(
  head: string,
  inspected: ReadonlyMap<StreamName, Pick<Inspected, 'records'>>,
): string | undefined {
  for (const [stream, { records }] of inspected) {
    const found = foundIn(head, records);
    if (found !== undefined) return `Kontrollsumman ${head} är ${found} i ${stream}.`;
  }
  return undefined;
}

function foundIn(head: string, records: readonly StoredRecord[]): string | undefined {
  const record = records.find(({ hash }) => hash.startsWith(head));
  const last = records.at(-1)?.version ?? 0;
  if (record !== undefined) return `post ${record.version} av ${last}`;
  const erasures = records
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => logErasedSchema.safeParse(entry).data ?? []);
  for (const { at, decision, hashes } of erasures) {
    const index = hashes.findIndex((hash) => hash.startsWith(head));
    if (index !== -1) return `post ${index + 1} som den var före gallringen ${recordTime(at)}, ${decision},`;
  }
  return undefined;
}
