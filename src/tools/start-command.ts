import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const root = join(import.meta.dirname, '../..');
const manifest = z.object({ scripts: z.object({ start: z.string().startsWith('node ') }) });

/** What Node is given by `npm start`: its options, and the service's file, or another one in its place. */
export function startCommand(main?: string): readonly string[] {
  const { scripts } = manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const given = scripts.start.split(' ').slice(1);
  return [...given.slice(0, -1), main ?? join(root, given.at(-1) ?? '')];
}
