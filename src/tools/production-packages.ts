import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codeOf, storageFault } from '../storage/storage-fault.ts';
import { StoreFault } from '../storage/store.ts';

/** A package that `npm ci --omit=dev` installs, at one of its places. */
export type ProductionPackage = {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it, from the package itself; undefined where it says none. */
  readonly licence: string | undefined;
  readonly path: string;
};

/** What the lock file says of the whole tree. */
export type DependencyTree = {
  readonly production: readonly ProductionPackage[];
  /** Of production and development. */
  readonly count: number;
};

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), dev: z.boolean().optional(), license: z.string().optional() }),
  ),
});
const manifestSchema = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

/**
 * Reads `package-lock.json` in a directory, and what each package of production says of itself. Throws `StoreFault` where
 * there is none, as in the image.
 */
export async function readDependencyTree(root: string): Promise<DependencyTree> {
  const { packages } = lockSchema.parse(JSON.parse(await lockIn(root)));
  const all = Object.entries(packages).filter(([path]) => path !== '');
  const production = all.filter(([, { dev }]) => dev !== true);
  return {
    production: await Promise.all(
      production.map(async ([path, { license, version = '' }]) => ({
        name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version,
        licence: await licenceOf(join(root, path), license),
        path,
      })),
    ),
    count: all.length,
  };
}

async function lockIn(root: string): Promise<string> {
  const path = join(root, 'package-lock.json');
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw storageFault(`${path} kunde inte läsas`, error);
    throw new StoreFault(
      `${path} finns inte. Kör kommandot i en klonad källkod där npm ci är kört: containern har inte filen.`,
    );
  }
}

/** What is not installed on this machine, as what is for another system, is known by the lock file alone. */
async function licenceOf(directory: string, locked: string | undefined): Promise<string | undefined> {
  try {
    const text = await readFile(join(directory, 'package.json'), 'utf8');
    const { license, licenses = [] } = manifestSchema.parse(JSON.parse(text));
    const said = typeof license === 'object' ? license.type : license;
    return said ?? (licenses.length === 0 ? undefined : licenses.map(({ type }) => type).join(' OR '));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return locked;
    throw error;
  }
}

/** How many bytes the files of the packages have, each counted once. */
export async function bytesOf(root: string, packages: readonly ProductionPackage[]): Promise<number> {
  const sizes = await Promise.all(packages.map(({ path }) => bytesIn(join(root, path))));
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Packages within a package are counted by themselves. */
async function bytesIn(directory: string): Promise<number> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  const sizes = entries.map(async (entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? 0 : bytesIn(path);
    return entry.isFile() ? (await stat(path)).size : 0;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
