import { z } from 'zod';
import { checkChain, entriesText } from '../chain.ts';
import { StoreFault } from '../store.ts';
import type { StoredRecord, StreamName } from '../store.ts';
import type { Database } from './database.ts';
import { leadLock } from './names.ts';

/** So many records are written by one statement; each must be through in its time. */
const mostTogether = 2_000;
const statementMs = 6_000;

const insert = `
  insert into bot_records (stream, version, recorded_at, previous, entries, hash)
  select $1, record.* from unnest($2::int[], $3::bigint[], $4::text[], $5::text[], $6::text[]) as record`;
const lockRows = z.tuple([z.object({ locked: z.boolean() })]);

/**
 * Puts the records in the place of whatever the stream held, in one transaction. Rejects where an instance of the
 * service leads: it would go on with what it remembers.
 */
export async function takeOver(
  { inTransaction }: Database,
  stream: StreamName,
  records: readonly StoredRecord[],
): Promise<void> {
  checkChain(records);
  await inTransaction(async (run) => {
    const [{ locked }] = lockRows.parse(await run(`select pg_try_advisory_xact_lock(${leadLock}) as locked`));
    if (!locked) throw new StoreFault(isRunning);
    await run('lock table bot_records in share row exclusive mode');
    await run('delete from bot_records where stream = $1', [stream], statementMs);
    for (let start = 0; start < records.length; start += mostTogether) {
      // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in one transaction
      await run(insert, valuesOf(stream, records.slice(start, start + mostTogether)), statementMs);
    }
  });
}

const isRunning =
  'DATABASE_URL: tjänsten är igång på databasen. Inget har ändrats. Stoppa den överallt, och försök igen.';

const valuesOf = (stream: StreamName, records: readonly StoredRecord[]): readonly unknown[] => [
  stream,
  records.map(({ version }) => version),
  records.map(({ recordedAt }) => recordedAt),
  records.map(({ previous }) => previous),
  records.map(entriesText),
  records.map(({ hash }) => hash),
];
