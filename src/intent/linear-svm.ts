import { createRandom } from './create-random.ts';
import type { SparseRow } from './features.ts';

/** On which side of the border a row belongs; undefined where it may lie on either. */
type Side = 1 | -1 | undefined;

/**
 * The weights of a linear border between two sides, one for each of `width` columns: about 1 or more on the one
 * side, −1 or less on the other. A support vector machine with squared loss, solved by dual coordinate descent
 * (Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008). The larger `cost`, the
 * more a single row decides. The rows are taken in an order that is drawn anew each round, with a fixed seed: the same
 * rows give the same weights.
 */
export function separate(
  rows: readonly SparseRow[],
  sideOf: (row: number) => Side,
  { width, cost, rounds }: { readonly width: number; readonly cost: number; readonly rounds: number },
): Float64Array {
  const weights = new Float64Array(width);
  const slack = 0.5 / cost;
  const rowsAtStake = rows.flatMap((row, at) => {
    const side = sideOf(at);
    return side === undefined ? [] : [{ row, side, length: dot(row.values, row.values), worth: 0 }];
  });
  const draw = createRandom(1);
  for (let round = 0; round < rounds; round += 1) {
    for (const stake of shuffled(rowsAtStake, draw)) {
      const { row, side, length, worth } = stake;
      const shortfall = side * along(weights, row) - 1 + slack * worth;
      stake.worth = Math.max(0, worth - shortfall / (length + slack));
      if (stake.worth !== worth) shift(weights, row, (stake.worth - worth) * side);
    }
  }
  return weights;
}

function dot(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);
}

/** How far a row reaches along the weights. */
function along(weights: Float64Array, { columns, values }: SparseRow): number {
  let sum = 0;
  for (let at = 0; at < columns.length; at += 1) sum += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function shift(weights: Float64Array, { columns, values }: SparseRow, by: number): void {
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    weights[column] = (weights[column] ?? 0) + by * (values[at] ?? 0);
  }
}

/** Fisher and Yates' shuffle, of a copy. */
function shuffled<T>(items: readonly T[], draw: () => number): readonly T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(draw() * (last + 1));
    const [one, two] = [mixed[last], mixed[other]];
    if (one !== undefined && two !== undefined) [mixed[last], mixed[other]] = [two, one];
  }
  return mixed;
}
