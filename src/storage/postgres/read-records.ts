import { z } from 'zod';
import { readRecordLine } from '../chain.ts';
import type { Link } from '../chain.ts';
import { StoreFault } from '../store.ts';
import type { StoredRecord, StreamName } from '../store.ts';
import { insist, patienceMs } from './database.ts';
import type { Run } from './database.ts';
import type { Heads } from './heads.ts';

/** Somebody waits for the records of a stream after a version. */
type Wanted = {
  readonly stream: StreamName;
  /** The version that is known; what comes after it is chained to it. */
  after: number;
  last: Link | undefined;
  readonly found: StoredRecord[];
  readonly settle: PromiseWithResolvers<readonly StoredRecord[]>;
};

/** How long a database that could not be read is left alone, in milliseconds. */
const awayMs = 1_000;
/** So many records of one stream are read at a time: each statement must be through in its time. */
const pageRecords = 2_000;

/**
 * Of each stream the page after its known version, and that one without its entries: what comes after is chained to it.
 */
const select = `
  select wanted.at::int, record.*
  from unnest($1::text[], $2::int[]) with ordinality as wanted (stream, after, at)
  cross join lateral (
    select version, previous, recorded_at, hash, case when version > wanted.after then entries else '' end as entries
    from bot_records
    where stream = wanted.stream and version >= wanted.after
    order by version
    limit ${pageRecords + 1}
  ) as record
  order by wanted.at, record.version`;

/** A record's row. */
export const recordRow = z.object({
  version: z.int(),
  previous: z.string(),
  recorded_at: z.string(),
  hash: z.string(),
  entries: z.string(),
});
const rowsOfWanted = z.array(recordRow.extend({ at: z.int() }));
type Row = z.infer<typeof rowsOfWanted>[number];

/**
 * Reads streams and checks their chains, as a file is read. What is asked for at the same time, or while another question
 * is under way, is one question to the database, and is answered as of one moment.
 */
export function createReader(run: Run, heads: Heads) {
  let gathered: Wanted[] = [];
  let isAsking = false;
  const away = createAway();
  const ask = async (wanted: readonly Wanted[]): Promise<void> => {
    try {
      away.check();
      await readAll(run, wanted);
    } catch (error) {
      away.failed(error);
      for (const { settle } of wanted) settle.reject(error);
    }
  };
  const askAll = async (): Promise<void> => {
    isAsking = true;
    // What is asked for in the same breath goes along.
    await Promise.resolve();
    while (gathered.length > 0) {
      const wanted = gathered;
      gathered = [];
      // oxlint-disable-next-line no-await-in-loop -- one question after the other is what is meant
      await ask(wanted);
    }
    isAsking = false;
  };
  return async (stream: StreamName, after: number): Promise<readonly StoredRecord[]> => {
    const settle = Promise.withResolvers<readonly StoredRecord[]>();
    gathered.push({ stream, after, last: undefined, found: [], settle });
    if (!isAsking) void askAll();
    const records = await settle.promise;
    const last = records.at(-1);
    if (last !== undefined) heads.saw(stream, last);
    return records;
  };
}

/** Whoever asks right after a failure gets the same one: a person who waits meets it once, and not at each step. */
function createAway() {
  let failure: { readonly error: unknown; readonly until: number } | undefined;
  return {
    check(): void {
      if (failure !== undefined && performance.now() < failure.until) throw failure.error;
      failure = undefined;
    },
    failed(error: unknown): void {
      failure ??= { error, until: performance.now() + awayMs };
    },
  };
}

/** Settles all that are wanted; rejects where the database could not be asked. */
async function readAll(run: Run, wanted: readonly Wanted[]): Promise<void> {
  for (let open = wanted; open.length > 0;) {
    const values = [open.map(({ stream }) => stream), open.map(({ after }) => after)];
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const rows = rowsOfWanted.parse(await insist(patienceMs.read, () => run(select, values)));
    const byWanted = Map.groupBy(rows, ({ at }) => at);
    open = open.filter((one, index) => hasMore(one, byWanted.get(index + 1) ?? []));
  }
}

/** Takes a page; false where that settles it. */
function hasMore(wanted: Wanted, page: readonly Row[]): boolean {
  try {
    for (const row of page) take(wanted, row);
  } catch (error) {
    wanted.settle.reject(error);
    return false;
  }
  wanted.after = wanted.last?.version ?? wanted.after;
  if (page.length > pageRecords) return true;
  wanted.settle.resolve(wanted.found);
  return false;
}

function take(wanted: Wanted, row: Row): void {
  if (row.version === wanted.after) {
    wanted.last = row;
    return;
  }
  const record = readRecordLine(wanted.last, lineOf(row));
  if (record === undefined) throw damaged(wanted.stream, row.version);
  wanted.found.push(record);
  wanted.last = record;
}

/** As `recordLine` writes it. */
export function lineOf({ version, previous, recorded_at, hash, entries }: z.infer<typeof recordRow>): string {
  return `{"hash":"${hash}","entries":${entries},"previous":${JSON.stringify(previous)},"recordedAt":${recorded_at},"version":${version}}`;
}

function damaged(stream: StreamName, version: number): StoreFault {
  return new StoreFault(
    `Databasen: ${stream} version ${version} är skadad, eller så saknas posten före: den är inte som den skrevs. ` +
      'Inget har ändrats. Stoppa tjänsten, spara undan databasen och återställ den från en säkerhetskopia.',
  );
}
