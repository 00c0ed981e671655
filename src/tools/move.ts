import { isDeepStrictEqual, parseArgs } from 'node:util';
import { access } from 'node:fs/promises';
import { readDatabaseUrl } from '../config.ts';
import { openFileStore } from '../storage/file-store.ts';
import { openPostgresStore } from '../storage/postgres-store.ts';
import { StoreFault } from '../storage/store.ts';
import type { Store, StoredRecord, StreamName } from '../storage/store.ts';

/**
 * `npm run move`: copies every record of a data directory into the database of `DATABASE_URL`, reads both back and
 * compares them record by record. The directory is not changed. Broken off, it can be run again: what is there already
 * must be the beginning of what is moved.
 */

const usage = `Så flyttar du in allt från en datamapp i PostgreSQL, med tjänsten stoppad:
  DATABASE_URL=postgres://… npm run --silent move -- --from <mappen, till exempel ./data>`;

type Move = { readonly from: Store; readonly to: Store };
type Moved = { readonly stream: StreamName; readonly records: number };

/** Rejects with `StoreFault` where the target has anything that is not of the source, before anything is written. */
async function checkTarget({ from, to }: Move): Promise<void> {
  for (const stream of await to.streams()) {
    const [wanted, found] = await Promise.all([from.read(stream, 0), to.read(stream, 0)]);
    if (isDeepStrictEqual(wanted.slice(0, found.length), found)) continue;
    throw new StoreFault(
      `DATABASE_URL: databasen har redan poster som inte kommer från mappen (${stream}). Inget har flyttats. ` +
        'Ange en tom databas.',
    );
  }
}

async function copy({ from, to }: Move, stream: StreamName): Promise<void> {
  const there = (await to.read(stream, 0)).length;
  const records = await from.read(stream, there);
  await Promise.all(records.map((record) => copyRecord(to, stream, record)));
}

/** The same entries at the same place have the same hash: the chain goes on as it was. */
async function copyRecord(to: Store, stream: StreamName, record: StoredRecord): Promise<void> {
  const { entries, recordedAt, version } = record;
  const appended = await to.append({ stream, expectedVersion: version - 1, recordedAt, entries });
  if (appended.kind === 'appended' && appended.record.hash === record.hash) return;
  throw new StoreFault(
    `DATABASE_URL: någon annan skrev i ${stream} under flytten. Stoppa tjänsten överallt, töm databasen och flytta igen.`,
  );
}

/** Reads both as they are now. */
async function compared({ from, to }: Move, stream: StreamName): Promise<Moved> {
  const [wanted, found] = await Promise.all([from.read(stream, 0), to.read(stream, 0)]);
  const at = wanted.findIndex((record, index) => !isDeepStrictEqual(record, found[index]));
  if (at === -1 && wanted.length === found.length) return { stream, records: wanted.length };
  const version = at === -1 ? wanted.length + 1 : at + 1;
  throw new StoreFault(
    `${stream} version ${version} är inte densamma i databasen som i mappen. Använd inte databasen: töm den och flytta igen.`,
  );
}

async function move(stores: Move): Promise<readonly Moved[]> {
  await checkTarget(stores);
  const streams = await stores.from.streams();
  const moved: Moved[] = [];
  for (const stream of streams) await copy(stores, stream);
  for (const stream of streams) moved.push(await compared(stores, stream));
  const found = await stores.to.streams();
  if (isDeepStrictEqual(found, streams)) return moved;
  throw new StoreFault('DATABASE_URL: någon annan skrev i databasen under flytten. Töm den och flytta igen.');
}

function report(directory: string, moved: readonly Moved[]): string {
  const records = moved.reduce((sum, one) => sum + one.records, 0);
  return [
    ...moved.map((one) => `${one.stream}\t${one.records}`),
    `Flyttat: ${records} poster i ${moved.length} strömmar. Båda är lästa igen och lika, post för post.`,
    `Starta tjänsten med DATABASE_URL, och starta den aldrig mer på ${directory}: där syns inget av det som händer nu.`,
    'Mappen är oförändrad. Behåll den tills databasen är säkerhetskopierad, och ta sedan bort den.',
  ].join('\n');
}

async function run(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], strict: false, options: { from: { type: 'string' } } });
  const configured = readDatabaseUrl();
  if (configured.kind === 'faulty') throw new StoreFault([...configured.faults, usage].join('\n'));
  if (typeof values.from !== 'string') throw new StoreFault(usage);
  const directory = values.from;
  await access(directory).catch(() => {
    throw new StoreFault(`Mappen ${directory} finns inte.\n${usage}`);
  });
  await using from = await openFileStore(directory);
  await using to = await openPostgresStore(configured.value);
  return report(directory, await move({ from, to }));
}

try {
  process.stdout.write(`${await run(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
