import { readFileSync, statSync } from 'node:fs';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive, ownIdentity, processIdentity } from './process-identity.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { codeOf, storageFault } from './storage-fault.ts';
import { StoreFault } from './store.ts';

/** The right to write in a directory. */
export type DirectoryLock = {
  /** Throws `StoreFault` when another process has taken the directory over: whoever lost it writes no more. */
  readonly check: () => void;
  readonly release: () => Promise<void>;
};

/**
 * Takes the directory for this process; rejects with `StoreFault` while another lives that has it. Which one has it
 * stands in the file `lock`, written whole before it gets that name.
 *
 * Of several that start at once one gets it: a name is given by `link`, which fails where it is taken. The lock of a
 * dead process is removed only by whoever holds a lock on that act (`lock.removal`) and finds the dead one still there;
 * so nobody removes one that somebody else has taken since. The lock on the removal is taken in the same way, should
 * its process die in the middle.
 */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, 'lock');
  const text = `${JSON.stringify({ ...ownIdentity(), token: String(process.hrtime.bigint()) })}\n`;
  // Two that start at once have different ids, or live in different containers and have different times.
  const draft = `${path}.${process.pid}-${process.hrtime.bigint()}`;
  try {
    await writeWhole(draft, text);
    await take(path, draft, directory);
  } catch (error) {
    throw storageFault(`Datamappen ${directory} kunde inte låsas`, error);
  } finally {
    await rm(draft, { force: true });
  }
  const isOurs = createOwnership(path, text);
  return {
    check() {
      if (isOurs()) return;
      throw new StoreFault(
        `Datamappen ${directory} har tagits över av en annan process, eller dess lås har tagits bort. ` +
          'Inget mer sparas härifrån. Se till att bara en instans kör och starta om den.',
      );
    },
    async release() {
      if (isOurs()) await rm(path, { force: true });
    },
  };
}

/** Whether the file still has this text. It is asked before every write, so the file is read only when it is another. */
function createOwnership(path: string, text: string): () => boolean {
  let known = '';
  return () => {
    try {
      const { ino, mtimeNs, size } = statSync(path, { bigint: true });
      const seen = `${ino} ${mtimeNs} ${size}`;
      if (seen === known) return true;
      if (readFileSync(path, 'utf8') !== text) return false;
      known = seen;
      return true;
    } catch {
      return false;
    }
  };
}

/** Gives the draft the lock's name, or throws the `StoreFault` that says who has it. */
async function take(path: string, draft: string, directory: string): Promise<void> {
  while (!(await linked(draft, path))) {
    const found = await textOf(path);
    const holder = holderIn(found);
    if (holder !== undefined && isAlive(holder)) throw inUse(directory, holder);
    const removal = `${path}.removal`;
    await take(removal, draft, directory);
    try {
      if ((await textOf(path)) === found) await rm(path, { force: true });
    } finally {
      await rm(removal, { force: true });
    }
  }
}

async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Empty when it has just been released. */
async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Undefined for what no process of ours wrote whole: locks get their name only when they are on disk. */
function holderIn(text: string): ProcessIdentity | undefined {
  try {
    return processIdentity.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function inUse(directory: string, { pid }: ProcessIdentity): StoreFault {
  return new StoreFault(
    `Datamappen ${directory} används redan av process ${pid}. Stäng den först, eller ange en annan mapp för den här. ` +
      'Bara en process i taget får använda en datamapp.',
  );
}
