import { z } from 'zod';
import { checkChain } from '../chain.ts';
import { StoreFault } from '../store.ts';
import type { StoredRecord, StreamName } from '../store.ts';
import type { Database, Run } from './database.ts';
import { leadLock } from './names.ts';
import { columns, columnsOf, unnested } from './record-columns.ts';

/** So many records are written by one statement; each must be through in its time. */
const mostTogether = 2_000;
const statementMs = 6_000;
/** So long may the whole table take to be written anew, in milliseconds. */
const longMs = 5 * 60_000;

const insert = `insert into bot_records (${columns}) select $1, record.* from ${unnested} as record`;
const lockRows = z.tuple([z.object({ locked: z.boolean() })]);
const existsRows = z.tuple([z.object({ exists: z.boolean() })]);

/**
 * Puts the records in the place of whatever the stream held, in one transaction; of what it held no byte is left in the
 * table's files. Rejects where an instance of the service leads: it would go on with what it remembers.
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
    await run('lock table bot_records in access exclusive mode', [], statementMs);
    await empty(run, stream);
    for (let start = 0; start < records.length; start += mostTogether) {
      const together = records.slice(start, start + mostTogether);
      // oxlint-disable-next-line no-await-in-loop -- one statement after the other, in one transaction
      await run(insert, [stream, ...columnsOf(together)], statementMs);
    }
  }, opening);
}

const opening = { sql: `set local statement_timeout = ${longMs}`, timeoutMs: statementMs };

/**
 * A deleted row would stand in the table's file until a vacuum, and in what that leaves of a page after it. So the rows
 * of the other streams are copied into a file of their own, and the old one goes when this is committed.
 */
async function empty(run: Run, stream: StreamName): Promise<void> {
  const [{ exists }] = existsRows.parse(
    await run('select exists (select from bot_records where stream = $1) as exists', [stream]),
  );
  if (!exists) return;
  await run('create temporary table bot_records_kept (like bot_records) on commit drop');
  await run(
    `insert into bot_records_kept (${columns}) select ${columns} from bot_records where stream <> $1`,
    [stream],
    longMs,
  );
  await run('truncate bot_records', [], longMs);
  await run(`insert into bot_records (${columns}) select ${columns} from bot_records_kept`, [], longMs);
}

const isRunning =
  'DATABASE_URL: tjänsten är igång på databasen. Inget har ändrats. Stoppa den överallt, och försök igen.';
