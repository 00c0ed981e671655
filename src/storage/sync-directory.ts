import { constants } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { OpenFile } from './open-file.ts';

/** Resolves when the directory's list of files would survive a loss of power. */
export async function syncDirectory(path: string, openFile: OpenFile): Promise<void> {
  const handle = await openFile(path, constants.O_RDONLY, 0);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Makes a directory that only the service may enter, and those above it that are missing; they would survive as well.
 * One at a time: where the system lets nobody make one (`/proc`), Node's own way tries for ever.
 */
export async function makeDirectory(path: string, openFile: OpenFile): Promise<void> {
  if (await isDirectory(path)) return;
  const above = dirname(resolve(path));
  await makeDirectory(above, openFile);
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    // Somebody else may have made it in between.
    if (!(await isDirectory(path))) throw error;
  }
  await syncDirectory(above, openFile);
}

async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
