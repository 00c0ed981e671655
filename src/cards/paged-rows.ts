import type { CardAction, Line } from './answer.ts';
import { own } from './line.ts';

/** How many rows a card has room for. */
const rowsOnPage = 25;

/** One page of a list: its rows, which page it is where there are several, and the buttons to the others. */
export type Page<Row> = {
  readonly rows: readonly Row[];
  readonly lines: readonly Line[];
  readonly actions: readonly CardAction[];
};

/** The page of a list, counted from 1; a page that is not there is the nearest one that is. */
export function pageOf<Row>(
  all: readonly Row[],
  wished: number,
  { verb, data }: Pick<CardAction, 'verb' | 'data'>,
): Page<Row> {
  const last = Math.max(1, Math.ceil(all.length / rowsOnPage));
  const page = Math.min(last, Math.max(1, Math.trunc(wished) || 1));
  const turn = (title: string, to: number): CardAction => ({ title, verb, data: { ...data, page: `${to}` } });
  return {
    rows: all.slice((page - 1) * rowsOnPage, page * rowsOnPage),
    lines: last === 1 ? [] : [own(`Sida ${page} av ${last}.`)],
    actions: [
      ...(page < last ? [turn('Nästa sida', page + 1)] : []),
      ...(page > 1 ? [turn('Förra sidan', page - 1)] : []),
    ],
  };
}
