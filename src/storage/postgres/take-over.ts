import { z } from 'zod';
import { checkChain } from '../chain.ts';
import { StoreFault } from '../store.ts';
import type { StoredRecord, StreamName } from '../store.ts';
import type { Database } from './database.ts';
import { leadLock } from './names.ts';
import { columns, columnsOf, unnested } from './record-columns.ts';

/** So many records are written by one statement; each must be through in its time. */
const mostTogether = 2_000;
const statementMs = 6_000;

const insert = `insert into bot_records (${columns}) select $1, record.* from ${unnested} as record`;
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
      const together = records.slice(start, start + mostTogether);
      // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in one transaction
      await run(insert, [stream, ...columnsOf(together)], statementMs);
    }
  });
}

const isRunning =
  'DATABASE_URL: tjänsten är igång på databasen. Inget har ändrats. Stoppa den överallt, och försök igen.';
