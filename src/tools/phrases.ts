import { csvOf } from './csv.ts';
import { z } from 'zod';
import { phraseEventSchema } from '../intent/phrase-event.ts';
import type { PhraseEvent } from '../intent/phrase-event.ts';
import type { Intent } from '../intent/recognition.ts';
import { openRecords, runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';

/**
 * `npm run phrases`: what was not understood, beside the service that runs, for whoever lets the corpus grow. Only the
 * words that the bot brings with it are there (src/intent/known-words.ts). Nothing is changed.
 */
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
  return csvOf([headings, ...cells]);
}

await runCommand({
  usage: `Så visar du det som inte förstods:
  npm run --silent phrases                (CSV)
  npm run --silent phrases -- --json

Mappen är DATA_DIR, eller den som --data anger.`,
  values: [],
  flags: ['json'],
  options: z.strictObject({ json: z.boolean().default(false) }),
  async run({ json }, storage): Promise<Outcome> {
    await using store = await openRecords(storage);
    const records = await store.read('phrases', 0);
    const events = records.flatMap(({ entries }) => entries.map((entry) => phraseEventSchema.parse(entry)));
    const rows = rowsOf(events);
    return { kind: 'done', said: json ? `${JSON.stringify(rows, null, 2)}\n` : asCsv(rows) };
  },
});
