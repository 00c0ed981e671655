import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { directoryColumns, directoryRow } from './directory.ts';
import type { DirectoryRow } from './directory.ts';
import { load } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import { readTextFile } from './read-text-file.ts';

/**
 * Reads and checks the directory: a CSV with a heading row, comma or semicolon, as a spreadsheet saves it.
 * No file is an empty directory. Every fault is led by its line: `rad 3, number: …`.
 */
export async function readDirectory(file?: string): Promise<Loaded<readonly DirectoryRow[]>> {
  if (file === undefined) return { kind: 'loaded', value: [] };
  const text = await readTextFile(file);
  return text.kind === 'faulty' ? text : parseDirectory(text.value);
}

type Line = { readonly number: number; readonly cells: readonly string[] };

function parseDirectory(csv: string): Loaded<readonly DirectoryRow[]> {
  const lines = splitLines(csv);
  if (lines.kind === 'faulty') return lines;
  const [header, ...body] = lines.value;
  const columns = header?.cells ?? [];
  const headerFaults = faultsOfHeader(columns);
  if (headerFaults.length > 0) return { kind: 'faulty', faults: headerFaults };
  const rows = body.map((line) => ({ line: line.number, row: parseRow(line, columns) }));
  const faults = [
    ...rows.flatMap(({ line, row }) =>
      row.kind === 'faulty' ? row.faults.map((fault) => `rad ${line}, ${fault}`) : [],
    ),
    ...faultsOfRepetition(rows),
  ];
  if (faults.length > 0) return { kind: 'faulty', faults };
  return { kind: 'loaded', value: rows.flatMap(({ row }) => (row.kind === 'loaded' ? [row.value] : [])) };
}

/** With `info` each record comes beside its line number, which the library's types leave out. */
const recordsWithLines = z.array(
  z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) }),
);

function splitLines(csv: string): Loaded<readonly Line[]> {
  const [heading = ''] = csv.split('\n', 1);
  try {
    const records = recordsWithLines.parse(
      parse(csv, {
        bom: true,
        delimiter: heading.includes(';') ? ';' : ',',
        info: true,
        relax_column_count: true,
        skip_records_with_empty_values: true,
        trim: true,
      }),
    );
    return {
      kind: 'loaded',
      value: records.map(({ record, info }) => ({ number: info.lines, cells: record })),
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = 'lines' in error ? `rad ${String(error['lines'])}, ` : '';
    return {
      kind: 'faulty',
      faults: [`${line}kan inte läsas som CSV: ett citattecken är fel (${error.code})`],
    };
  }
}

function faultsOfHeader(columns: readonly string[]): readonly string[] {
  const missing = directoryColumns.filter((column) => !columns.includes(column));
  const unknown = columns.filter((column) => !directoryColumns.includes(column));
  const repeated = columns.filter((column, index) => columns.indexOf(column) !== index);
  return [
    ...missing.map((column) => `rad 1: kolumnen ”${column}” saknas`),
    ...unknown.map((column) => `rad 1: kolumnen ”${column}” är okänd`),
    ...repeated.map((column) => `rad 1: kolumnen ”${column}” står två gånger`),
  ];
}

function parseRow({ cells }: Line, columns: readonly string[]): Loaded<DirectoryRow> {
  if (cells.length !== columns.length) {
    return { kind: 'faulty', faults: [`har ${cells.length} fält, ska ha ${columns.length}`] };
  }
  return load(directoryRow, Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
}

function faultsOfRepetition(
  rows: readonly { readonly line: number; readonly row: Loaded<DirectoryRow> }[],
): readonly string[] {
  const firstLines = new Map<string, number>();
  return rows.flatMap(({ line, row }) => {
    if (row.kind === 'faulty') return [];
    const key = [row.value.organisation, row.value.party, row.value.name.toLowerCase()].join('|');
    const first = firstLines.get(key);
    firstLines.set(key, first ?? line);
    return first === undefined ? [] : [`rad ${line}, name: ”${row.value.name}” står redan på rad ${first}`];
  });
}
