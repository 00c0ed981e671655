import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TortureRun } from './torture-run.ts';

/**
 * A run of the whole service against Teams' double. The double lies among the tests, which nothing here may import:
 * `test/processes/torture.ts` is started as a process. What it says on stderr is what did not hold.
 */
export function tortureScenario(usual: Pick<TortureRun, 'name' | 'of' | 'size'>): TortureRun {
  const { name } = usual;
  return {
    ...usual,
    async run({ echo = '', size, seed, say }) {
      const file = join(import.meta.dirname, '../../test/processes/torture.ts');
      const child = spawn(process.execPath, [file, name, `${size}`, `${seed}`, echo], {
        env: {},
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const faults: string[] = [];
      createInterface(child.stdout).on('line', say);
      createInterface(child.stderr).on('line', (line) => faults.push(line));
      const [code] = await once(child, 'close');
      return code === 0 ? faults : [...faults, `It ended with ${code}`];
    },
  };
}
