import { stringify } from 'csv-stringify/sync';

/** Rows as Swedish spreadsheets read them: semicolons and a byte order mark. A cell that begins a formula is made a text. */
export const csvOf = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { delimiter: ';', bom: true, escape_formulas: true },
  );
