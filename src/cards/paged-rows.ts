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

/** What turns the pages, and how many rows each has where they are not the usual ones. */
type Turning = Pick<CardAction, 'verb' | 'data' | 'opensForm'> & { readonly size?: number };

/** The page of a list, counted from 1; a page that is not there is the nearest one that is. */
export function pageOf<Row>(all: readonly Row[], wished: number, turning: Turning): Page<Row> {
  const { size = rowsOnPage, data, ...carried } = turning;
  const last = Math.max(1, Math.ceil(all.length / size));
  const page = Math.min(last, Math.max(1, Math.trunc(wished) || 1));
  const turn = (title: string, to: number): CardAction => ({
    title,
    ...carried,
    data: { ...data, page: `${to}` },
  });
  return {
    rows: all.slice((page - 1) * size, page * size),
    lines: last === 1 ? [] : [own(`Sida ${page} av ${last}.`)],
    actions: [
      ...(page < last ? [turn('Nästa sida', page + 1)] : []),
      ...(page > 1 ? [turn('Förra sidan', page - 1)] : []),
    ],
  };
}
