import { entriesText } from '../chain.ts';
import type { StoredRecord } from '../store.ts';

/** The columns of the records' table. SQL. */
export const columns = 'stream, version, recorded_at, previous, entries, hash';

/** Records of one stream ($1), as rows of what `columnsOf` gives ($2 to $6). SQL. */
export const unnested = 'unnest($2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[])';

/** The records by column, all but their stream. */
export const columnsOf = (records: readonly StoredRecord[]): readonly unknown[] => [
  records.map(({ version }) => version),
  records.map(({ recordedAt }) => recordedAt),
  records.map(({ previous }) => previous),
  records.map(entriesText),
  records.map(({ hash }) => hash),
];
