/** A sparse row: positions of its columns and their values. */
export type SparseRow = { readonly columns: Int32Array; readonly values: Float64Array };

/**
 * Ridge regression in closed form, by the rows: coefficients `a` with (X·Xᵀ + penalty·I)·a = target, for every target.
 * The weights of the columns are then Xᵀ·a. Deterministic; time grows with the cube of the number of rows.
 */
export function solveRidge(
  rows: readonly SparseRow[],
  targets: readonly Float64Array[],
  penalty: number,
): readonly Float64Array[] {
  const factor = cholesky(gram(rows, penalty));
  return targets.map((target) => solved(factor, target));
}

/** Lower triangle of X·Xᵀ + penalty·I, row by row. */
function gram(rows: readonly SparseRow[], penalty: number): readonly Float64Array[] {
  const triangle = rows.map((_, row) => new Float64Array(row + 1));
  const dense = new Float64Array(1 + Math.max(0, ...rows.map(({ columns }) => columns.at(-1) ?? 0)));
  for (const [row, { columns, values }] of rows.entries()) {
    spread(dense, columns, values);
    const line = triangle[row] ?? new Float64Array(0);
    for (let other = 0; other <= row; other += 1) line[other] = dot(dense, rows[other]);
    line[row] = (line[row] ?? 0) + penalty;
    for (const column of columns) dense[column] = 0;
  }
  return triangle;
}

function spread(dense: Float64Array, columns: Int32Array, values: Float64Array): void {
  for (let at = 0; at < columns.length; at += 1) dense[columns[at] ?? 0] = values[at] ?? 0;
}

function dot(dense: Float64Array, row: SparseRow | undefined): number {
  if (row === undefined) return 0;
  const { columns, values } = row;
  let sum = 0;
  for (let at = 0; at < columns.length; at += 1) sum += (dense[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

/** In place: the lower triangle becomes L with L·Lᵀ = the matrix. */
function cholesky(triangle: readonly Float64Array[]): readonly Float64Array[] {
  for (const [row, line] of triangle.entries()) {
    for (let column = 0; column <= row; column += 1) {
      const pivot = triangle[column] ?? line;
      const rest = (line[column] ?? 0) - innerProduct(line, pivot, column);
      line[column] = column === row ? Math.sqrt(rest) : rest / (pivot[column] ?? 1);
    }
  }
  return triangle;
}

/** Four sums side by side, since each addition waits for the one before it. */
function innerProduct(left: Float64Array, right: Float64Array, length: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = length - (length % 4);
  for (let start = 0; start < whole; start += 4) {
    a += at(left, start) * at(right, start);
    b += at(left, start + 1) * at(right, start + 1);
    c += at(left, start + 2) * at(right, start + 2);
    d += at(left, start + 3) * at(right, start + 3);
  }
  for (let rest = whole; rest < length; rest += 1) a += at(left, rest) * at(right, rest);
  return a + b + c + d;
}

/** L·Lᵀ·x = target, solved for x: forwards, then backwards. */
function solved(factor: readonly Float64Array[], target: Float64Array): Float64Array {
  const values = new Float64Array(target);
  for (const [row, line] of factor.entries()) {
    values[row] = (at(values, row) - innerProduct(line, values, row)) / at(line, row);
  }
  for (const [row, line] of [...factor.entries()].toReversed()) {
    const value = at(values, row) / at(line, row);
    values[row] = value;
    for (let column = 0; column < row; column += 1)
      values[column] = at(values, column) - value * at(line, column);
  }
  return values;
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
