import { open, readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { steadyContents } from '../app/steady-contents.ts';
import { backupText, readBackupText } from '../storage/backup-text.ts';
import type { Contents } from '../storage/backup-text.ts';
import { codeOf, storageFault } from '../storage/storage-fault.ts';
import { StoreFault } from '../storage/store.ts';
import { clockNow } from './clock-now.ts';
import { nameOf, openRecords, runCommand } from './operator-command.ts';
import type { Outcome } from './operator-command.ts';

/** `npm run backup`: all that the store holds, in one file, beside the service that runs. */

const usage = `Så tar du en säkerhetskopia, medan tjänsten kör:
  npm run --silent backup                        (i den här mappen, med dagens datum i namnet)
  npm run --silent backup -- --to <fil>

Det som kopieras är DATA_DIR, eller mappen som --data anger. Filen har det som loggats: förvara den som loggen.`;

async function defaultName(): Promise<string> {
  return `avbrottsbot-${(await clockNow()).toISOString().slice(0, 19).replaceAll(':', '')}.backup`;
}

function countsOf(contents: Contents): string {
  const records = [...contents.values()].reduce((sum, { length }) => sum + length, 0);
  return `${contents.size} strömmar, ${records} poster`;
}

/** On disk when it is done, or not there; never in the place of another file. */
async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if (codeOf(error) === 'EEXIST') throw new StoreFault(`${path} finns redan. Ange en annan fil med --to.`);
    throw storageFault(`${path} kunde inte skapas`, error);
  });
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw storageFault(`${path} kunde inte skrivas, och är borttagen`, error);
  } finally {
    await file.close();
  }
}

await runCommand({
  usage,
  values: ['to'],
  options: z.strictObject({ to: z.string().min(1).optional() }),
  async run({ to }, storage): Promise<Outcome> {
    const path = to ?? (await defaultName());
    await using records = await openRecords(storage);
    const contents = await steadyContents(records);
    if (contents.get('directory')?.length === 0) {
      return { kind: 'refused', why: [`Det finns inget att kopiera i ${nameOf(storage)}.`] };
    }
    await writeNew(path, backupText(contents));
    // Read as a restore would read it: a copy that cannot be restored is none.
    const written = readBackupText(await readFile(path, 'utf8'));
    return { kind: 'done', said: `${path}: ${countsOf(written)}, ur ${nameOf(storage)}\n` };
  },
});
