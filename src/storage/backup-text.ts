import { hash as digest } from 'node:crypto';
import { z } from 'zod';
import { readRecordLine, recordLine } from './chain.ts';
import { StoreFault } from './store.ts';
import type { StoredRecord, StreamName } from './store.ts';
import { isStreamName } from './stream-name.ts';

/** All that a store holds, or a part of it that can stand alone. */
export type Contents = ReadonlyMap<StreamName, readonly StoredRecord[]>;

/** The shape of the file; another number is another shape. */
const format = 1;
const headSchema = z.strictObject({ avbrottsboten: z.literal('backup'), format: z.literal(format) });
const streamSchema = z.strictObject({
  stream: z.string().refine(isStreamName),
  records: z.int().min(1),
  /** The hash of its last record. */
  head: z.string(),
});
const sealSchema = z.strictObject({ sha256: z.string() });

/**
 * A backup as one text: what it is, then each stream's name, count and head with its records as they stand in the
 * store, byte for byte, and last a hash of everything before it.
 */
export function backupText(contents: Contents): string {
  const head: z.infer<typeof headSchema> = { avbrottsboten: 'backup', format };
  const lines = [head, ...[...contents].flatMap(([stream, records]) => linesOf(stream, records))];
  const text = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
  return `${text}${JSON.stringify({ sha256: digest('sha256', text) })}\n`;
}

function linesOf(stream: StreamName, records: readonly StoredRecord[]): readonly (object | string)[] {
  const last = records.at(-1);
  if (last === undefined) return [];
  return [{ stream, records: records.length, head: last.hash }, ...records.map(recordLine)];
}

/** What a backup holds. Throws `StoreFault` where it is no backup, or not every byte of it is as it was written. */
export function readBackupText(text: string): Contents {
  const lines = text.split('\n');
  const [seal = ''] = lines.splice(-2);
  const sealed = text.slice(0, Math.max(0, text.length - seal.length - 1));
  if (parsed(headSchema, lines.shift()) === undefined) throw noBackup;
  if (parsed(sealSchema, seal)?.sha256 !== digest('sha256', sealed))
    throw damaged('kontrollsumman stämmer inte');
  const contents = new Map<StreamName, readonly StoredRecord[]>();
  while (lines.length > 0) {
    const stream = parsed(streamSchema, lines.shift());
    if (stream === undefined) throw damaged('en rad är inte som den skrevs');
    const records = recordsOf(lines.splice(0, stream.records));
    if (records.length !== stream.records || records.at(-1)?.hash !== stream.head) {
      throw damaged(`kedjan i ${stream.stream} håller inte efter post ${records.length}`);
    }
    contents.set(stream.stream, records);
  }
  return contents;
}

/** Those that follow each other from the first on. */
function recordsOf(lines: readonly string[]): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  for (const line of lines) {
    const record = readRecordLine(records.at(-1), line);
    if (record === undefined) return records;
    records.push(record);
  }
  return records;
}

function parsed<Schema extends z.ZodType>(schema: Schema, line = ''): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

const noBackup = new StoreFault(
  'Filen är ingen säkerhetskopia av Avbrottsboten, eller en som en nyare version har gjort. Inget är ändrat.',
);

const damaged = (why: string): StoreFault =>
  new StoreFault(`Säkerhetskopian är skadad: ${why}. Inget är ändrat. Ta en annan kopia.`);
