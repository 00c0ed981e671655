import { cp, glob, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import type { Plugin } from 'rolldown';

/** `npm run build`: the service as the image and the systemd unit start it; `-- --out <folder>` for another place. */

const source = join(import.meta.dirname, '..');

/** What the service reads when it runs, from beside the file that reads it. */
const readBeside = ['intent/weights.json', 'routine/avbrottsrutin.json', 'storage/postgres/*.sql'];

/** Native code that packages ask for, and do without where it is not installed. */
const native = ['pg-native', 'dtrace-provider'];

/**
 * A file with one letter beyond ASCII is kept in two bytes a letter, all five million of them. So letters are escaped.
 * Where that cannot be done when all is put together they are in a pattern, a page or a comment, and the escape means
 * the letter there too; after a backslash it would not, and the build stops.
 */
const lettersEscaped: Plugin = {
  name: 'letters-escaped',
  transform: {
    filter: { code: /[^\0-\x7f]/ },
    handler(code, id) {
      if (/\\[^\0-\x7f]/.test(code)) throw new Error(`${id}: a letter beyond ASCII stands after a backslash`);
      return { code: code.replaceAll(/[^\0-\x7f]/g, escaped), map: null };
    },
  },
};

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

/**
 * What is used of packages that load all they have: other ways to talk to Teams, to send files, to check who asks. A
 * name that is imported of them besides stops the build; one that is looked up in another way would be missing when it
 * is used.
 */
const used: Readonly<Record<string, string>> = {
  'botbuilder/lib/index.js': `export { BotAdapter, MessageFactory, TurnContext } from 'botbuilder-core';`,
  'botbuilder-core/lib/index.js': `
    export { INVOKE_RESPONSE_KEY } from './activityHandlerBase.js';
    export { BotAdapter } from './botAdapter.js';
    export { shallowCopy } from './internal.js';
    export { MessageFactory } from './messageFactory.js';
    export { TurnContext } from './turnContext.js';
  `,
  'restify/lib/plugins/index.js': 'export {};',
};

const onlyTheUsed: Plugin = {
  name: 'only-the-used',
  load: {
    filter: { id: /\/node_modules\/(?:botbuilder|botbuilder-core|restify)\// },
    handler: (id) => used[id.split('/node_modules/').at(-1) ?? ''],
  },
};

/** Text of four million characters is read faster than loaded as code. */
const weightsBeside: Plugin = {
  name: 'weights-beside',
  resolveId: { filter: { id: /weights\.json$/ }, handler: () => ({ id: './weights.json', external: true }) },
};

/**
 * Puts the service and its packages together into one file, `main.js`, in a directory that is made anew: to find and
 * load 2 600 files takes longer than to run what is in them. Names are not shortened, so that the log of a fault says
 * where it was, and the map beside it on which line. Rejects where something is imported that is not there.
 */
async function buildService(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true });
  await using bundle = await rolldown({
    input: { main: join(source, 'main.ts') },
    platform: 'node',
    external: native,
    plugins: [onlyTheUsed, weightsBeside, lettersEscaped],
    onLog(_level, { code, message }) {
      if (code === 'UNRESOLVED_IMPORT') throw new Error(message);
    },
  });
  await bundle.write({
    dir: directory,
    format: 'esm',
    charset: 'ascii',
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
