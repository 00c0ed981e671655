import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A process of the product. */
export type Running = {
  readonly child: ChildProcess;
  /** Resolves with the first line that matches; rejects with what was said on stderr when it ends before. */
  readonly line: (pattern: RegExp) => Promise<string>;
  /** Resolves when it has ended: its exit code, and what it said on stderr. */
  readonly ended: () => Promise<{ readonly code: number; readonly said: string }>;
};

/** Runs a file of src/ with nothing in its environment but what is given. */
export function run(file: string, env: NodeJS.ProcessEnv, args: readonly string[] = []): Running {
  const path = join(import.meta.dirname, '../../src', file);
  const child = spawn(process.execPath, [path, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text) => errors.push(String(text)));
  const closed = once(child, 'close');
  return {
    child,
    async line(pattern) {
      for await (const line of createInterface(child.stdout)) {
        if (pattern.test(line)) return line;
      }
      throw new Error(`Ended without ${String(pattern)}: ${errors.join('')}`);
    },
    async ended() {
      const [code] = await closed;
      return { code: Number(code), said: errors.join('') };
    },
  };
}
