import { cp, glob, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';

/** `npm run build`: the service as the image and the systemd unit start it; `-- --out <folder>` for another place. */

const source = join(import.meta.dirname, '..');

/** What the service reads when it runs, from beside the file that reads it. */
const readBeside = ['routine/avbrottsrutin.json', 'storage/postgres/*.sql'];

/** Native code that packages ask for, and do without where it is not installed. */
const native = ['pg-native', 'dtrace-provider'];

/**
 * Puts the service and its packages together into one file, `main.js`, in a directory that is made anew: to find and
 * load 2 600 files takes longer than to run what is in them. Names are kept, so that the log of a fault says where it
 * was, and the map beside it on which line. Rejects where something is imported that is not there.
 */
async function buildService(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await using bundle = await rolldown({
    input: { main: join(source, 'main.ts') },
    platform: 'node',
    external: native,
    onLog(_level, { code, message }) {
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
    },
  });
  await bundle.write({
    dir: directory,
    format: 'esm',
    codeSplitting: false,
    sourcemap: true,
    minify: { compress: true, mangle: false, codegen: true },
  });
  for await (const file of glob(readBeside, { cwd: source })) {
    await cp(join(source, file), join(directory, basename(file)));
  }
}

const { values } = parseArgs({ options: { out: { type: 'string' } } });
await buildService(values.out ?? join(import.meta.dirname, '../../dist/service'));
