import { z } from 'zod';
import type { NumberedLine } from '../inspect-chain.ts';
import type { StreamName } from '../store.ts';
import { isStreamName } from '../stream-name.ts';
import type { Run } from './database.ts';
import { lineOf, recordRow } from './read-records.ts';

/** So many rows are read at a time: each statement must be through in its time. */
const pageRows = 2_000;
const statementMs = 6_000;

const streamRows = z.array(z.object({ stream: z.string() }));
const recordRows = z.array(recordRow);

/** Every stream of which any row is there, in the order of their names: also one that has lost its first. */
export async function streamsWithRows(run: Run): Promise<readonly StreamName[]> {
  const rows = await run('select distinct stream from bot_records order by stream', [], statementMs);
  return streamRows.parse(rows).flatMap(({ stream }) => (isStreamName(stream) ? [stream] : []));
}

/** The rows of a stream as they stand, whatever was done to them, as the lines of a file; each with its version. */
export async function streamLines(run: Run, stream: StreamName): Promise<readonly NumberedLine[]> {
  const lines: NumberedLine[] = [];
  for (;;) {
    const values = [stream, lines.at(-1)?.line ?? 0];
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const rows = recordRows.parse(await run(select, values, statementMs));
    lines.push(...rows.map((row) => ({ line: row.version, version: row.version, text: lineOf(row) })));
    if (rows.length < pageRows) return lines;
  }
}

const select = `
  select version, previous, recorded_at, hash, entries from bot_records
  where stream = $1 and version > $2 order by version limit ${pageRows}`;
