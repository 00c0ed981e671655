import { hash as digest } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import { StoreFault } from './store.ts';
import type { Append, Entry, StoredRecord } from './store.ts';

/** What stands before the first record of a stream. */
export const firstPrevious = '0'.repeat(64);

type Content = Omit<StoredRecord, 'hash'>;

/** What the record after it is chained to. */
export type Link = Pick<StoredRecord, 'version' | 'hash'>;

/** A copy as JSON makes it. Throws `StoreFault` for what could not be read again: it would close the whole stream. */
export function copyOf(append: Append): Append {
  const entries: unknown = JSON.parse(JSON.stringify(append.entries));
  if (areEntries(entries) && Number.isSafeInteger(append.recordedAt)) return { ...append, entries };
  throw new StoreFault('En händelse har inte rätt form. Inget av den är sparat. Anmäl felet.');
}

/** The record that follows `last` (undefined: the first), made of what `copyOf` gave. */
export function chainRecord(
  last: Link | undefined,
  { recordedAt, entries }: Pick<Append, 'recordedAt' | 'entries'>,
): StoredRecord {
  const version = (last?.version ?? 0) + 1;
  const content = { version, recordedAt, previous: last?.hash ?? firstPrevious, entries };
  return { ...content, hash: hashOf(content) };
}

/** SHA-256 of the content, as 64 hexadecimal digits. */
const hashOf = (content: Content): string => digest('sha256', contentText(content));

/** All that the hash covers, in canonical JSON. */
function contentText({ version, recordedAt, previous, entries }: Content): string {
  return canonicalJson({ version, recordedAt, previous, entries });
}

/** Whether the record is what was written, and stands right after `last` (undefined: is the first). */
export function isNextInChain(last: Link | undefined, record: StoredRecord): boolean {
  return follows(last, record) && record.hash === hashOf(record);
}

function follows(last: Link | undefined, { version, previous }: StoredRecord): boolean {
  return version === (last?.version ?? 0) + 1 && previous === (last?.hash ?? firstPrevious);
}

/** Throws `StoreFault` where the records are not a chain from its beginning, each as it was written. */
export function checkChain(records: readonly StoredRecord[]): void {
  const at = records.findIndex((record, index) => !isNextInChain(records[index - 1], record));
  if (at === -1) return;
  throw new StoreFault(
    `Post ${at + 1} följer inte på den före, eller är inte som den skrevs. Inget är sparat.`,
  );
}

/** The record as a line of JSON without its line end: the hash, and after it the very text that it was made of. */
export function recordLine(record: StoredRecord): string {
  return `{"hash":"${record.hash}",${contentText(record).slice(1)}`;
}

/** The entries as they stand in the line. */
export const entriesText = ({ entries }: StoredRecord): string => canonicalJson(entries);

const lineStart = /^\{"hash":"([0-9a-f]{64})",/;

/**
 * The record that stands in a line after `last`; undefined where any byte of it is not as it was written. The text is
 * judged and not its meaning: to JSON, two texts may mean the same (`1` and `1.0`), and then one of them is damaged.
 */
export function readRecordLine(last: Link | undefined, line: string): StoredRecord | undefined {
  const record = intactRecord(line);
  if (record === undefined || !follows(last, record)) return undefined;
  // The hash of the one before is kept once in memory.
  return last === undefined ? record : { ...record, previous: last.hash };
}

/** The record in a line that is as it was written, wherever it stands; else undefined. */
export function intactRecord(line: string): StoredRecord | undefined {
  const [start = '', hash] = lineStart.exec(line) ?? [];
  if (hash === undefined || hash !== digest('sha256', `{${line.slice(start.length)}`)) return undefined;
  const record = parsed(line);
  return isRecord(record) ? record : undefined;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function areEntries(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry['kind'] === 'string');
}

function isRecord(value: unknown): value is StoredRecord {
  return (
    isObject(value) &&
    Number.isSafeInteger(value['version']) &&
    Number.isSafeInteger(value['recordedAt']) &&
    typeof value['previous'] === 'string' &&
    typeof value['hash'] === 'string' &&
    areEntries(value['entries'])
  );
}
