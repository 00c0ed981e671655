import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { readDataDirectory } from '../config.ts';
import { phraseEventSchema } from '../intent/phrase-event.ts';
import type { PhraseEvent } from '../intent/phrase-event.ts';
import type { Intent } from '../intent/recognition.ts';
import { readStreamFile } from '../storage/read-only-files.ts';

/**
 * `npm run phrases`: what was not understood, beside the service that runs, for whoever lets the corpus grow. Only the
 * words that the bot brings with it are there (src/intent/known-words.ts). Nothing is changed.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, data: { type: 'string' } },
});

type Row = {
  readonly words: string;
  readonly offered: readonly Intent[];
  /** What was pressed of it, each as often as it was. */
  readonly pressed: readonly Intent[];
  readonly count: number;
};

/** Most often first. */
function rowsOf(events: readonly PhraseEvent[]): readonly Row[] {
  const pressed = new Map(
    events.flatMap((event) => (event.kind === 'phraseChosen' ? [[event.id, event.intent]] : [])),
  );
  const rows = new Map<string, Row>();
  for (const event of events) {
    if (event.kind !== 'phraseMissed') continue;
    const { id, offered, words } = event;
    const key = JSON.stringify([words, offered]);
    const known = rows.get(key) ?? { words, offered, pressed: [], count: 0 };
    const choice = pressed.get(id);
    rows.set(key, {
      ...known,
      count: known.count + 1,
      pressed: choice === undefined ? known.pressed : [...known.pressed, choice],
    });
  }
  return [...rows.values()].toSorted((a, b) => b.count - a.count || (a.words < b.words ? -1 : 1));
}

/** Semicolons and a byte order mark, as Swedish spreadsheets read them; a cell that begins a formula is made a text. */
function asCsv(rows: readonly Row[]): string {
  const cells = rows.map(({ count, offered, pressed, words }) => [
    words,
    offered.join(' '),
    pressed.join(' '),
    count,
  ]);
  const headings = ['ord', 'föreslaget', 'valt', 'antal'];
  return stringify([headings, ...cells], { delimiter: ';', bom: true, escape_formulas: true });
}

const configured = readDataDirectory();
if (configured.kind === 'faulty') {
  process.stderr.write(`${configured.faults.join('\n')}\n`);
  process.exitCode = 2;
} else {
  const records = await readStreamFile(values.data ?? configured.value, 'phrases');
  const rows = rowsOf(
    records.flatMap(({ entries }) => entries.map((entry) => phraseEventSchema.parse(entry))),
  );
  process.stdout.write(values.json ? `${JSON.stringify(rows, null, 2)}\n` : asCsv(rows));
}
