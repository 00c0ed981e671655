import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openInspection } from '../../src/storage/inspect-streams.ts';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { readOnlyFiles } from '../../src/storage/read-only-files.ts';
import type { StreamName } from '../../src/storage/store.ts';
import { chainReport } from '../../src/tools/chain-report.ts';
import { closedOutage, timrasOwn, wardsOwn } from '../support/closed-outage.ts';
import type { ClosedOutage } from '../support/closed-outage.ts';
import { newPostgresDatabase } from '../support/postgres-place.ts';
import type { PostgresPlace } from '../support/postgres-place.ts';
import { runTool } from '../support/run-tool.ts';
import type { ToolRun } from '../support/run-tool.ts';

let closed: ClosedOutage;
let place: PostgresPlace;
beforeAll(async () => {
  [closed, place] = await Promise.all([closedOutage(), newPostgresDatabase()]);
  const from = readOnlyFiles(closed.data);
  await using store = await openPostgresStore(place.url);
  for (const name of await from.streams()) await store.takeOver(name, await from.read(name, 0));
});
afterAll(async () => {
  await closed[Symbol.asyncDispose]();
  await place[Symbol.asyncDispose]();
});

const stream = (): StreamName => `outages/${closed.outage}`;
const tool = (name: string, ...args: readonly string[]): Promise<ToolRun> =>
  runTool(name, args, { DATABASE_URL: place.url });

/** Works while the rows are changed so; they are as they were afterwards. */
async function changed<Result>(sql: string, work: () => Promise<Result>): Promise<Result> {
  await place.run('create table untouched as select * from bot_records');
  try {
    await place.run(sql, [stream()]);
    return await work();
  } finally {
    await place.run(
      'truncate bot_records; insert into bot_records select * from untouched; drop table untouched',
    );
  }
}

/** What an inspection finds in the outage's stream. */
async function faultsAfter(sql: string): Promise<readonly string[]> {
  return changed(sql, async () => {
    await using inspection = await openInspection({ kind: 'postgres', url: place.url });
    expect(await inspection.streams()).toContain(stream());
    return chainReport(stream(), await inspection.inspect(stream())).faults;
  });
}

describe('in a database an audit finds', () => {
  test.each([
    [
      'records that were changed, and one that was removed, each by its number',
      `with gone as (delete from bot_records where stream = $1 and version = 3)
        update bot_records set entries = replace(entries, 'kind', 'Kind') where stream = $1 and version in (2, 5)`,
      [/rad 2 är ändrad/, /rad 5 är ändrad/, /post 3 saknas/],
    ],
    [
      'two that changed places',
      `update bot_records one set (previous, recorded_at, hash, entries) =
        (select previous, recorded_at, hash, entries from bot_records other
          where other.stream = $1 and other.version = 7 - one.version)
        where stream = $1 and version in (3, 4)`,
      [/rad 3 är ändrad/, /rad 4 är ändrad/],
    ],
    [
      'that the beginning is gone',
      'delete from bot_records where stream = $1 and version <= 2',
      [/posterna 1–2 saknas/],
    ],
  ])('%s', async (_what, sql, told) => {
    expect(await faultsAfter(sql)).toEqual(told.map((one) => expect.stringMatching(one)));
  });

  test('an end that was cut off, by the checksum that was printed; and tells who read what, all the same', async () => {
    const rows = await place.run('select hash from bot_records where stream = $1 order by version', [
      stream(),
    ]);
    const head = String(rows.at(-1)?.['hash']).slice(0, 12);
    const cut = 'delete from bot_records where stream = $1 and version > 8';
    const run = await changed(cut, () => tool('audit', '--outage', closed.outage, '--head', head));
    expect(run).toMatchObject({
      code: 1,
      stderr: `FEL:\nKontrollsumman ${head} finns inte: slutet är avklippt, eller loggen är utbytt.\n`,
    });
    expect(run.stdout).toMatch(/\tPerson 21\t\S+\tAvdelning 24\tRegion Västernorrland\tläste loggen\t/);
  });
});

/** Every byte of the database's files: tables, indexes and the server's own catalogue. */
async function allBytes(): Promise<string> {
  await place.run('checkpoint');
  const [row] = await place.run(
    `select current_setting('data_directory') as at, oid from pg_database where datname = current_database()`,
  );
  const directory = join(String(row?.['at']), 'base', String(row?.['oid']));
  const files = await readdir(directory);
  return (await Promise.all(files.map((name) => readFile(join(directory, name), 'latin1')))).join('');
}

test('what is erased is in no byte of the database’s files', async () => {
  const ofWard = wardsOwn.slice(0, 2);
  await place.run('analyze');
  const samples = `select * from pg_stats where tablename = 'bot_records' and attname = 'entries'`;
  expect(await place.run(samples)).toEqual([]);
  const before = await allBytes();
  for (const text of [...ofWard, ...timrasOwn]) expect(before).toContain(latin(text));
  // Somebody else still looks at the database as it was: a row that is only deleted would stay for them.
  const looking = new Client({ connectionString: place.url });
  await looking.connect();
  await looking.query('begin isolation level repeatable read; select 1');
  const args = ['--outage', closed.outage, '--organisation', 'region', '--decision', 'DNR 7'];
  const erased = await tool('erase', ...args);
  await looking.end();
  expect(erased).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/WAL/) });
  const after = await allBytes();
  expect(ofWard.filter((text) => after.includes(latin(text)))).toEqual([]);
  expect(after).toContain(latin(timrasOwn[0] ?? ''));
});

/** As its bytes read one by one. */
const latin = (text: string): string => Buffer.from(text).toString('latin1');
