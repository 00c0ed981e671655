import { z } from 'zod';
import { copyOf } from './chain.ts';
import { createLine } from './line.ts';
import { messageOf } from './message-of.ts';
import { createStreamWriter } from './postgres/append-records.ts';
import { faultless, insist, openDatabase, patienceMs } from './postgres/database.ts';
import type { Database } from './postgres/database.ts';
import { createHeads } from './postgres/heads.ts';
import { standForLead } from './postgres/leadership.ts';
import { lineLock } from './postgres/names.ts';
import { migrate } from './postgres/migrate.ts';
import { takeOver } from './postgres/take-over.ts';
import { createReader } from './postgres/read-records.ts';
import { codeOf } from './storage-fault.ts';
import { StoreFault } from './store.ts';
import type { Append, Appended, Store, StreamName } from './store.ts';
import type { StoreLog } from './store-log.ts';
import { checkStreamName, isStreamName } from './stream-name.ts';
import { createUnderWay } from './under-way.ts';

/** What the store may be given; by itself it is silent. */
export type PostgresStoreOptions = {
  readonly log?: StoreLog | undefined;
};

/**
 * Opens the store in the PostgreSQL database of the URL, whose tables are made where they are missing. Any number of
 * processes may use it. Rejects with `StoreFault` where it cannot be reached, entered or used.
 */
export async function openPostgresStore(url: string, { log }: PostgresStoreOptions = {}): Promise<Store> {
  const database = openDatabase(url);
  try {
    await faultless('DATABASE_URL: databasen kan inte användas', () => migrate(database));
    return storeOf({ database, url, log });
  } catch (error) {
    await database[Symbol.asyncDispose]();
    throw error;
  }
}

const notWritten = 'Det gick inte att skriva i databasen';
const notRead = 'Det gick inte att läsa i databasen';

type Parts = PostgresStoreOptions & { readonly database: Database; readonly url: string };

function storeOf({ database, url, log }: Parts): Store {
  const underWay = createUnderWay();
  const heads = createHeads();
  // Containers may all have process 1; they have not all lived as long.
  const instance = `${process.pid}-${process.hrtime.bigint()}`;
  const read = createReader(database.run, heads);
  const writerOf = createWriters((stream) =>
    createStreamWriter(stream, { run: database.run, heads, instance }),
  );
  const failed = (error: unknown): void => log?.warn({ fault: codeOf(error) }, 'cannot stand for the lead');
  let hasFailed = false;

  const append = async (what: Append): Promise<Appended> => {
    checkStreamName(what.stream);
    const copy = copyOf(what);
    try {
      const appended = await faultless(notWritten, () => writerOf(what.stream)(copy));
      hasFailed = false;
      return appended;
    } catch (error) {
      hasFailed = true;
      throw error;
    }
  };
  return {
    append: (what) => underWay.run(() => append(what)),
    read: (stream, after) => underWay.run(() => onStream(notRead, stream, () => read(stream, after))),
    streams: () => underWay.run(() => faultless(notRead, () => streamsIn(database))),
    takeOver: (stream, records) =>
      underWay.run(async () => {
        await onStream(notWritten, stream, () => takeOver(database, stream, records));
        heads.forget(stream);
      }),
    erase: (stream) =>
      underWay.run(async () => {
        await onStream(notWritten, stream, () => erase(database, stream));
        heads.forget(stream);
      }),
    exclusively: createExclusively(database),
    lead: (leader) => standForLead({ url, instance, failed }, leader),
    fault: () =>
      messageOf(() =>
        underWay.run(async () => {
          await faultless('Databasen tar inte emot något', () => tryToWrite(database, hasFailed));
          hasFailed = false;
        }),
      ),
    async [Symbol.asyncDispose]() {
      if (await underWay.end()) await database[Symbol.asyncDispose]();
    },
  };
}

/** Rejects with `StoreFault`, whatever it is; what is no stream's name does not come to the database. */
async function onStream<Result>(
  what: string,
  stream: StreamName,
  work: () => Promise<Result>,
): Promise<Result> {
  checkStreamName(stream);
  return faultless(what, work);
}

/** One writer for each stream, made when it is first written to. */
function createWriters<Writer>(create: (stream: StreamName) => Writer): (stream: StreamName) => Writer {
  const writers = new Map<StreamName, Writer>();
  return (stream) => {
    const writer = writers.get(stream) ?? create(stream);
    writers.set(stream, writer);
    return writer;
  };
}

/** It is waited for longer than one who died in it can hold it up. */
const lockTheLine = { sql: `select pg_advisory_xact_lock(${lineLock})`, timeoutMs: 6_000 };

const streamRows = z.array(z.object({ stream: z.string() }));

async function streamsIn({ run }: Database): Promise<readonly StreamName[]> {
  const rows = await run('select stream from bot_records where version = 1 order by stream');
  return streamRows.parse(rows).flatMap(({ stream }) => (isStreamName(stream) ? [stream] : []));
}

/** Nobody writes meanwhile: else a record could come to stand alone, with nothing before it. */
function erase({ inTransaction }: Database, stream: StreamName): Promise<void> {
  return inTransaction(async (run) => {
    await run('lock table bot_records in share row exclusive mode');
    await run('delete from bot_records where stream = $1', [stream]);
  });
}

/**
 * In line here, and then among all that use the database. The lock is a transaction's, so that the server frees it when
 * the process dies, or says nothing for a while. Whether that transaction ends well is no matter: each write that was
 * made meanwhile has been committed by itself, guarded by its own expected version.
 */
function createExclusively({ inTransaction }: Database): Store['exclusively'] {
  const inLine = createLine();
  return (work) =>
    inLine(async () => {
      let done: ReturnType<typeof work> | undefined;
      const attempt = async (): Promise<void> => {
        try {
          await inTransaction(async () => {
            done = work();
            await done.catch(() => undefined);
          }, lockTheLine);
        } catch (error) {
          if (done === undefined) throw error;
        }
      };
      await faultless(notWritten, () => insist(patienceMs.write, attempt));
      return done ?? Promise.reject(new StoreFault(notWritten));
    });
}

/** Rejects where nothing can be written: where something has failed, it is tried. */
async function tryToWrite({ inTransaction, run }: Database, hasFailed: boolean): Promise<void> {
  if (!hasFailed) {
    await insist(patienceMs.read, () => run('insert into bot_records select * from bot_records where false'));
    return;
  }
  await inTransaction(async (runIn) => {
    await runIn("insert into bot_records values ('probe', 1, 0, '', '', '')");
    await runIn("delete from bot_records where stream = 'probe'");
  });
}
