import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real PostgreSQL that is this test's alone. */
export type PostgresServer = AsyncDisposable & {
  readonly url: string;
  /** Resolves when it has ended all connections and is down. */
  readonly stop: () => Promise<void>;
  /** Resolves when it takes connections again. */
  readonly start: () => Promise<void>;
};

const source = join(import.meta.dirname, '../processes/postgres-server.ts');

export async function startPostgresServer(): Promise<PostgresServer> {
  const child = spawn(process.execPath, [source], { stdio: ['pipe', 'pipe', 'pipe'] });
  const errors: string[] = [];
  child.stderr.setEncoding('utf8').on('data', (text) => errors.push(String(text)));
  const closed = once(child, 'close');
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const answer = async (): Promise<string> => {
    const { done, value } = await lines.next();
    if (done === true) throw new Error(`PostgreSQL did not start: ${errors.join('')}`);
    return value;
  };
  const ask = async (command: string): Promise<void> => {
    child.stdin.write(`${command}\n`);
    await answer();
  };
  return {
    url: await answer(),
    stop: () => ask('stop'),
    start: () => ask('start'),
    async [Symbol.asyncDispose]() {
      child.stdin.end();
      await closed;
    },
  };
}
