import { openFileStore } from '../storage/file-store.ts';
import type { StreamName } from '../storage/store.ts';
import { createRandom } from '../intent/create-random.ts';

/**
 * Writes to a file store until it is killed, and says on stdout what the store has answered: stream, version and id,
 * a line each. Arguments: the directory, and which of its lives this is. Started by `torture-store.ts`.
 */
const [directory = '', life = '0'] = process.argv.slice(2);
const streams: readonly StreamName[] = ['directory', 'outages/t1', 'drills/t1'];
const writersPerStream = 4;
/** Large enough that a write is many pages, so that a kill may come in the middle of one. */
const textMost = 200_000;

const store = await openFileStore(directory);
const random = createRandom(Number(life));

async function write(stream: StreamName, writer: number): Promise<never> {
  for (let count = 0; ; count++) {
    const id = `${life}-${stream}-${writer}-${count}`;
    const of = 1 + Math.floor(random() * 3);
    const text = 'å'.repeat(random() < 0.02 ? Math.floor(random() * textMost) : 20);
    const entries = Array.from({ length: of }, (_, at) => ({
      kind: 'torture',
      id,
      at,
      of,
      ...(at === 0 && { text }),
    }));
    const appended = await store.append({ stream, expectedVersion: 'any', recordedAt: count, entries });
    if (appended.kind === 'appended') process.stdout.write(`${stream} ${appended.record.version} ${id}\n`);
  }
}

await Promise.all(
  streams.flatMap((stream) => Array.from({ length: writersPerStream }, (_, writer) => write(stream, writer))),
);
