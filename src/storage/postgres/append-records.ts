import { z } from 'zod';
import { chainRecord, firstPrevious } from '../chain.ts';
import type { Link } from '../chain.ts';
import { StoreFault } from '../store.ts';
import type { Append, Appended, StoredRecord, StreamName } from '../store.ts';
import { insist, patienceMs } from './database.ts';
import type { Run } from './database.ts';
import { isRefusal } from './database-fault.ts';
import type { Heads } from './heads.ts';
import { channel } from './names.ts';
import { columns, columnsOf, unnested } from './record-columns.ts';

type Waiting = { readonly append: Append; readonly settle: PromiseWithResolvers<Appended> };
type Parts = {
  readonly run: Run;
  readonly heads: Heads;
  /** Told to the other processes with each write, so that they know whose it is. */
  readonly instance: string;
};
/** What is written is judged before the ones after it, as one write. */
type Judged = {
  readonly records: readonly StoredRecord[];
  readonly outcomes: readonly (readonly [Waiting, Appended])[];
};

/** So many of one stream are written together. */
const mostTogether = 200;
/** Others may be first again and again; so often in a row is not chance. */
const mostOvertaken = 100;

/** All rows or none, and only right after the record that they were chained to; so no version is ever left out. */
const insert = `
  with written as (
    insert into bot_records (${columns})
    select $1, record.*
    from ${unnested} as record
    where ($7 = 0 or exists (select from bot_records where stream = $1 and version = $7 and hash = $8))
      and not exists (select from bot_records where stream = $1 and version = $7 + 1)
    returning version
  )
  select version, pg_notify(${channel}, $9) from written`;
const selectHead = 'select version, hash from bot_records where stream = $1 order by version desc limit 1';
const selectHash = 'select hash from bot_records where stream = $1 and version = $2';

const headRows = z.array(z.object({ version: z.int(), hash: z.string() }));
const hashRows = z.array(z.object({ hash: z.string() }));
const noHead: Link = { version: 0, hash: firstPrevious };
const uniqueViolation = '23505';

/**
 * Writes to one stream, in the order in which it is asked. What comes while a write is under way is written together,
 * in the next one. Another process may write at the same time: then all is judged anew on what it wrote.
 */
export function createStreamWriter(stream: StreamName, parts: Parts) {
  const waiting: Waiting[] = [];
  let isWriting = false;

  const writeAll = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const together = waiting.splice(0, mostTogether);
      // oxlint-disable-next-line no-await-in-loop -- one write after the other is what is meant
      await writeTogether(stream, together, parts).catch((error: unknown) => {
        parts.heads.forget(stream);
        for (const { settle } of together) settle.reject(error);
      });
    }
    isWriting = false;
  };
  return (append: Append): Promise<Appended> => {
    const settle = Promise.withResolvers<Appended>();
    waiting.push({ append, settle });
    if (!isWriting) void writeAll();
    return settle.promise;
  };
}

/** A conflict is told of only what the database has been asked anew: whoever hears of it reads what was first. */
async function writeTogether(stream: StreamName, together: readonly Waiting[], parts: Parts): Promise<void> {
  let known = parts.heads.of(stream);
  for (let overtaken = 0; overtaken < mostOvertaken; overtaken += 1) {
    // oxlint-disable-next-line no-await-in-loop -- judged anew on what the try before found
    const head = known ?? (await headOf(stream, parts.run));
    const judged = judge(together, head);
    const isSure = known === undefined || judged.records.length === together.length;
    // oxlint-disable-next-line no-await-in-loop -- as above
    if (isSure && (await write(stream, judged.records, parts))) {
      parts.heads.saw(stream, judged.records.at(-1) ?? head);
      for (const [{ settle }, appended] of judged.outcomes) settle.resolve(appended);
      return;
    }
    known = undefined;
  }
  throw new StoreFault('Det gick inte att skriva: andra skrev emellan varje gång. Försök igen.');
}

/** Each on those before it. */
function judge(together: readonly Waiting[], head: Link): Judged {
  const records: StoredRecord[] = [];
  const outcomes = together.map((one): readonly [Waiting, Appended] => {
    const { expectedVersion } = one.append;
    const { version } = records.at(-1) ?? head;
    if (expectedVersion !== 'any' && expectedVersion !== version) return [one, { kind: 'conflict', version }];
    const record = chainRecord(records.at(-1) ?? (head.version === 0 ? undefined : head), one.append);
    records.push(record);
    return [one, { kind: 'appended', record }];
  });
  return { records, outcomes };
}

async function headOf(stream: StreamName, run: Run): Promise<Link> {
  const [head = noHead] = headRows.parse(await insist(patienceMs.write, () => run(selectHead, [stream])));
  return head;
}

/**
 * False where another process was first, and nothing is written. Where the connection breaks off nobody knows what the
 * server has done: the very same rows are tried again, which their key lets in once, and what stands in their place
 * then tells whether they are there.
 */
async function write(
  stream: StreamName,
  records: readonly StoredRecord[],
  { run, instance }: Parts,
): Promise<boolean> {
  const [first] = records;
  if (first === undefined) return true;
  const values = valuesOf(stream, records, instance);
  const isThere = async (): Promise<boolean> => {
    const [found] = hashRows.parse(await run(selectHash, [stream, first.version]));
    return found?.hash === first.hash;
  };
  let isUnclear = false;
  return insist(patienceMs.write, async () => {
    const mayBeThere = isUnclear;
    isUnclear = true;
    return (await inserted(run, values)) || (mayBeThere && (await isThere()));
  });
}

async function inserted(run: Run, values: readonly unknown[]): Promise<boolean> {
  try {
    return (await run(insert, values)).length > 0;
  } catch (error) {
    if (isRefusal(error) && error.code === uniqueViolation) return false;
    throw error;
  }
}

function valuesOf(
  stream: StreamName,
  records: readonly StoredRecord[],
  instance: string,
): readonly unknown[] {
  const [first] = records;
  return [
    stream,
    ...columnsOf(records),
    (first?.version ?? 1) - 1,
    first?.previous ?? firstPrevious,
    instance,
  ];
}
