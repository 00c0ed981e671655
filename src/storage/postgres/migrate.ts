import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { StoreFault } from '../store.ts';
import type { Database, Run } from './database.ts';
import { migrationLock } from './names.ts';

const directory = import.meta.dirname;
/** So long may a step take, or be waited for while another process takes it; in milliseconds. */
const longMs = 5 * 60_000;
const numbered = /^(\d{4})-[a-z-]+\.sql$/;

const tableRows = z.tuple([
  z.object({ exists: z.boolean(), encoding: z.string(), commits: z.string(), release: z.int() }),
]);
const versionRows = z.tuple([z.object({ version: z.int() })]);
/** `idle_session_timeout`, which frees the lead of a process that is cut off, came with PostgreSQL 14. */
const oldestRelease = 140_000;

/**
 * Brings the tables to the version of this program, forward only: the files beside this one, in the order of their
 * numbers, all in one transaction. Of several that start at once one does it and the others find it done. Rejects with
 * `StoreFault` where the database is newer than the program, too old, in another encoding than UTF-8, or commits before
 * anything is on disk.
 */
export async function migrate(database: Database): Promise<void> {
  const names = (await readdir(directory)).filter((name) => numbered.test(name)).toSorted();
  const files = await Promise.all(names.map((name) => readFile(join(directory, name), 'utf8')));
  await database.inTransaction(async (run) => {
    const done = await versionOf(run);
    if (done > files.length) throw newer(done, files.length);
    for (const [at, sql] of [...files.entries()].slice(done)) {
      // oxlint-disable-next-line no-await-in-loop -- each builds on the one before
      await run(sql, [], longMs);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await run('insert into bot_migrations (version) values ($1)', [at + 1]);
    }
  }, opening);
}

const opening = {
  sql: `set local statement_timeout = ${longMs}; select pg_advisory_xact_lock(${migrationLock})`,
  timeoutMs: longMs,
};

/** Whether a migration has ever been done. Throws `StoreFault` for a server that the promises cannot rest on. */
async function checkServer(run: Run): Promise<boolean> {
  const [{ commits, encoding, exists, release }] = tableRows.parse(
    await run(
      `select to_regclass('bot_migrations') is not null as exists, current_setting('server_encoding') as encoding,
        current_setting('synchronous_commit') as commits, current_setting('server_version_num')::int as release`,
    ),
  );
  if (release < oldestRelease) {
    throw new StoreFault('DATABASE_URL: PostgreSQL är för gammal; version 14 eller senare behövs.');
  }
  if (encoding !== 'UTF8') {
    throw new StoreFault(
      `DATABASE_URL: databasens teckenkodning är ${encoding} och ska vara UTF8; skapa den med till exempel CREATE DATABASE avbrott ENCODING 'UTF8' TEMPLATE template0`,
    );
  }
  if (commits === 'off') {
    throw new StoreFault(
      'DATABASE_URL: databasen svarar innan något är på disk (synchronous_commit är off); sätt den till on.',
    );
  }
  return exists;
}

/** How many migrations have been done. Whoever may only read and write in the tables can start once they are there. */
async function versionOf(run: Run): Promise<number> {
  if (!(await checkServer(run))) {
    await run(
      'create table bot_migrations (version integer primary key, done_at timestamptz not null default now())',
    );
  }
  const [{ version }] = versionRows.parse(
    await run('select coalesce(max(version), 0) as version from bot_migrations'),
  );
  return version;
}

function newer(found: number, known: number): StoreFault {
  return new StoreFault(
    `DATABASE_URL: databasen är gjord av en nyare version av tjänsten (steg ${found}, den här kan ${known}). ` +
      'Inget har ändrats. Starta den nyare versionen, eller återställ en säkerhetskopia som är äldre.',
  );
}
