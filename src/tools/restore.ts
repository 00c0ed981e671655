import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readBackupText } from '../storage/backup-text.ts';
import type { Contents } from '../storage/backup-text.ts';
import type { StoragePlace } from '../storage/open-store.ts';
import { storageFault } from '../storage/storage-fault.ts';
import type { Store, StreamName } from '../storage/store.ts';
import { nameOf, openOwnStore, runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';

/** `npm run restore`: a backup back into an empty store, while the service is stopped. */

const usage = `Så lägger du tillbaka en säkerhetskopia, med tjänsten stoppad:
  npm run --silent restore -- --from <fil>

Det läggs i databasen DATABASE_URL eller mappen DATA_DIR, eller i mappen som --data anger. Den ska vara tom: inget skrivs över.`;

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw storageFault(`${path} kunde inte läsas`, error);
  }
}

/** The directory last: without it nothing is found of the rest. Where one fails, those before it are taken away again. */
async function restore(contents: Contents, store: Store): Promise<void> {
  const streams = [...contents.keys()].toSorted(
    (one, other) => Number(one === 'directory') - Number(other === 'directory'),
  );
  const done: StreamName[] = [];
  try {
    for (const stream of streams) {
      done.push(stream);
      // oxlint-disable-next-line no-await-in-loop -- the order is the promise
      await store.takeOver(stream, contents.get(stream) ?? []);
    }
  } catch (error) {
    await Promise.allSettled(done.map((stream) => store.erase(stream)));
    throw error;
  }
}

function saidOf(contents: Contents, storage: StoragePlace): string {
  const lines = [...contents].map(
    ([stream, records]) => `${stream}: ${records.length} poster, till ${records.at(-1)?.hash ?? ''}`,
  );
  return [
    `Säkerhetskopian är tillbaka i ${nameOf(storage)}, och kedjan håller i varje ström:`,
    ...lines,
  ].join('\n');
}

await runCommand({
  usage,
  values: ['from'],
  options: z.strictObject({ from: z.string({ error: 'saknas' }).min(1) }),
  async run({ from }, storage): Promise<Outcome> {
    const contents = readBackupText(await textOf(from));
    await using store = await openOwnStore(storage);
    const held = await store.streams();
    if (held.length > 0) {
      const why = `I ${nameOf(storage)} finns redan ${held.length} strömmar. Inget är ändrat. Ange en tom mapp med --data, eller flytta undan det som finns.`;
      return { kind: 'refused', why: [why] };
    }
    await restore(contents, store);
    return { kind: 'done', said: `${saidOf(contents, storage)}\n` };
  },
});
