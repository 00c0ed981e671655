import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const build = join(import.meta.dirname, 'build.ts');

/** Builds the service in a directory, as `npm run build` does; in a process of its own, since it takes much memory. */
export async function buildIn(directory: string): Promise<void> {
  await promisify(execFile)(process.execPath, [build, '--out', directory]);
}
