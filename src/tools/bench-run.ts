/** What may be at most, and what was measured. */
export type Goal = { readonly what: string; readonly measured: number; readonly most: number };

/** A line of the table: what was measured, in which unit stands in it. */
export type Row = readonly [what: string, ...values: readonly string[]];

/** One thing that is measured. The first row of its table has the headings. */
export type Bench = {
  readonly name: string;
  readonly run: (options: { readonly rounds: number }) => Promise<{
    readonly table: readonly Row[];
    readonly goals: readonly Goal[];
  }>;
};

/** The middle one of the numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Milliseconds of CPU that the process uses meanwhile. */
export async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { system, user } = process.cpuUsage(before);
  return (system + user) / 1000;
}
