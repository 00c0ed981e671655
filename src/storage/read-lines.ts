import { isUtf8 } from 'node:buffer';
import { readRecordLine } from './chain.ts';
import { StoreFault } from './store.ts';
import type { StoredRecord } from './store.ts';

const lineFeed = 0x0a;

/** The records of a file, and how many of its bytes they are: the rest is a line that was never finished. */
export type Lines = { readonly records: StoredRecord[]; readonly bytes: number };

/**
 * Reads a stream's file. A last line without its line end was cut off by a crash and was never answered; any other
 * line that is not as it was written throws `StoreFault`, with its number.
 */
export function readLines(content: Buffer, path: string): Lines {
  const records: StoredRecord[] = [];
  let start = 0;
  for (let end = content.indexOf(lineFeed); end !== -1; end = content.indexOf(lineFeed, start)) {
    const record = recordIn(content.subarray(start, end), records.at(-1));
    if (record === undefined) throw damaged(path, records.length + 1);
    records.push(record);
    start = end + 1;
  }
  // A flipped line end must not pass for a crash: then the line before it is whole.
  if (recordIn(content.subarray(start, -1), records.at(-1))) throw damaged(path, records.length + 1);
  return { records, bytes: start };
}

function recordIn(line: Buffer, last: StoredRecord | undefined): StoredRecord | undefined {
  return isUtf8(line) ? readRecordLine(last, line.toString()) : undefined;
}

function damaged(path: string, line: number): StoreFault {
  return new StoreFault(
    `${path} rad ${line} är skadad: den är inte som den skrevs. Filen används inte och har inte ändrats. ` +
      'Stoppa tjänsten, spara undan filen och återställ den från en säkerhetskopia.',
  );
}
