import { parseArgs } from 'node:util';
import { benchAnswers } from './bench-answer.ts';
import { benchIntent } from './bench-intent.ts';
import { benchLogs } from './bench-log.ts';
import { benchStart } from './bench-start.ts';
import { benchStore } from './bench-store.ts';
import type { Bench, Row } from './bench-run.ts';

/**
 * `npm run bench`: how long things take on this machine, as tables, and whether the goals are met.
 * `-- --only <bench>` for one of them, `--rounds N` for how often each thing is measured, by turns with the others.
 */
const benches: readonly Bench[] = [
  { name: 'answer', run: benchAnswers },
  { name: 'store', run: benchStore },
  { name: 'log', run: benchLogs },
  { name: 'start', run: benchStart },
  { name: 'intent', run: benchIntent },
];

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function tableText(table: readonly Row[]): string {
  const widths = (table[0] ?? []).map((_, at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  const line = (row: Row): string =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ');
  return table.map(line).join('\n');
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '15' } },
});
const chosen = benches.filter(({ name }) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`--only: one of ${benches.map(({ name }) => name).join(', ')}`);
for (const { name, run } of chosen) {
  const { table, goals } = await run({ rounds: Number(values.rounds) });
  say(`${name}\n${tableText(table)}`);
  for (const { what, measured, most } of goals) {
    say(`${measured <= most ? 'met   ' : 'MISSED'} ${what}: ${measured.toFixed(2)} (goal ≤ ${most})`);
  }
}
