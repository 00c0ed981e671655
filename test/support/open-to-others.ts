import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** What of a file or directory, and of all within it, anybody but its owner may read, write or enter; with its mode. */
export async function openToOthers(path: string): Promise<readonly string[]> {
  const isDirectory = (await stat(path)).isDirectory();
  const within = isDirectory ? await readdir(path, { recursive: true }) : [];
  const found = await Promise.all(
    [path, ...within.map((name) => join(path, name))].map(async (one) => {
      const { mode } = await stat(one);
      return (mode & 0o077) === 0 ? [] : [`${one} ${(mode & 0o777).toString(8)}`];
    }),
  );
  return found.flat();
}

/** Where whoever makes a file has to say who may read it: nothing is taken from its mode, here and in what is started. */
export function withoutUmask(): Disposable {
  const before = process.umask(0);
  return { [Symbol.dispose]: () => void process.umask(before) };
}
