import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isNextInChain } from '../storage/chain.ts';
import { openFileStore } from '../storage/file-store.ts';
import type { StoredRecord } from '../storage/store.ts';
import { createRandom } from '../intent/create-random.ts';
import type { TortureOptions } from './torture-run.ts';

/** What was answered: the id that stands at a version of a stream. */
type Acknowledged = Map<string, string>;
type Writer = { readonly directory: string; readonly life: number; readonly random: () => number };

/** After so many lives a new directory is begun: each life reads all that those before it wrote. */
const livesPerDirectory = 25;

/**
 * Kills a process that writes to the file store, again and again in the same directory, and looks each time: all that
 * was answered is there, the chains hold, no record is half, and the next process can go on. Gives what did not hold.
 */
export async function tortureStore({ size: kills, seed, say }: TortureOptions): Promise<readonly string[]> {
  const random = createRandom(seed);
  for (let done = 0; done < kills; done += livesPerDirectory) {
    const lives = Math.min(livesPerDirectory, kills - done);
    const directory = await mkdtemp(join(tmpdir(), 'torture-store-'));
    const { faults, told } = await tortureDirectory({ directory, random }, lives);
    say(`${done + lives} kills: ${told}`);
    if (faults.length > 0) return [`${directory} (kept)`, ...faults];
    await rm(directory, { recursive: true });
  }
  return [];
}

async function tortureDirectory({ directory, random }: Omit<Writer, 'life'>, lives: number) {
  const answered: Acknowledged = new Map();
  let cut = 0;
  for (let life = 1; life <= lives; life++) {
    const said = await killedWriter({ directory, life, random });
    for (const [, place = '', id = ''] of said.matchAll(/^(\S+ \d+) (\S+)\n/gm)) answered.set(place, id);
    const faults = await inspect(directory, answered, () => cut++);
    if (faults.length > 0) return { faults, told: `life ${life} broke it` };
  }
  return { faults: [], told: `${answered.size} answered writes kept; unfinished ones cut off: ${cut}` };
}

/** What the writer said before it was killed: in its start, or at some moment under load. */
async function killedWriter({ directory, life, random }: Writer): Promise<string> {
  const writer = join(import.meta.dirname, 'torture-store-writer.ts');
  const child = spawn(process.execPath, [writer, directory, String(life)], {
    env: {},
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    said += String(text);
  });
  if (random() < 0.8) await Promise.race([once(child.stdout, 'data'), closed]);
  await Promise.race([wait(random() * 50), closed]);
  child.kill('SIGKILL');
  await closed;
  return child.signalCode === 'SIGKILL' ? said : `${said}\n`;
}

async function inspect(
  directory: string,
  answered: Acknowledged,
  cutOff: () => void,
): Promise<readonly string[]> {
  await using store = await openFileStore(directory, { log: { warn: cutOff } });
  const faults: string[] = [];
  const found: Acknowledged = new Map();
  for (const stream of await store.streams()) {
    const records = await store.read(stream, 0);
    for (const [at, record] of records.entries()) {
      if (!isNextInChain(records[at - 1], record))
        faults.push(`${stream} ${record.version}: not in the chain`);
      const id = idOf(record);
      if (id === undefined) faults.push(`${stream} ${record.version}: not whole`);
      else found.set(`${stream} ${record.version}`, id);
    }
  }
  if (new Set(found.values()).size < found.size) faults.push('something was written twice');
  const lost = [...answered].filter(([place, id]) => found.get(place) !== id);
  return [...faults, ...lost.map(([place, id]) => `${place}: ${id} was answered and is not there`)];
}

/** The id that all entries of a record carry; undefined where one of them is missing. */
function idOf({ entries }: StoredRecord): string | undefined {
  const [id] = entries.map((entry) => entry['id']);
  const isWhole = entries.every(
    (entry, at) => entry['id'] === id && entry['at'] === at && entry['of'] === entries.length,
  );
  return isWhole && typeof id === 'string' ? id : undefined;
}
