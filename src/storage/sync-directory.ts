import { constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
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

/** Makes a directory that only the service may enter, and those above it that are missing; they would survive as well. */
export async function makeDirectory(path: string, openFile: OpenFile): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  const highest = resolve(first);
  for (let made = resolve(path); isWithin(highest, made); made = dirname(made)) {
    await syncDirectory(dirname(made), openFile);
  }
}

const isWithin = (directory: string, path: string): boolean => !relative(directory, path).startsWith('..');
