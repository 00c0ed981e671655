import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { temporaryDirectory } from '../storage/temporary-directory.ts';

const root = join(import.meta.dirname, '../..');
const lockFile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});

/** The packages right under `node_modules` that `npm ci --omit=dev` installs. */
async function productionPackages(): Promise<readonly string[]> {
  const { packages } = lockFile.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(([path, { dev }]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) && dev !== true)
    .map(([path]) => path);
}

/**
 * A directory as the image has it: what the Dockerfile copies, and beside it the packages of production alone. Node is
 * to be told not to follow the links to the packages (`asInstalled`), or it would find the others beside them.
 */
export async function productionTree(
  copied: readonly string[],
): Promise<AsyncDisposable & { readonly path: string }> {
  const place = await temporaryDirectory();
  for (const name of copied) {
    // oxlint-disable-next-line no-await-in-loop -- few
    await cp(join(root, name), join(place.path, name), { recursive: true });
  }
  await Promise.all(
    (await productionPackages()).map(async (path) => {
      await mkdir(join(place.path, dirname(path)), { recursive: true });
      await symlink(join(root, path), join(place.path, path));
    }),
  );
  return place;
}

export const asInstalled = { NODE_PRESERVE_SYMLINKS: '1', NODE_PRESERVE_SYMLINKS_MAIN: '1' };
