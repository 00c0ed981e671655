import { createServer } from 'node:http';
import type { TestProject } from 'vitest/node';
import { environmentWith } from '../../src/config.ts';
import { portOf } from './port-of.ts';
import { startPostgresServer } from './postgres-server.ts';
import type { PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers with the URL of the PostgreSQL that all test files share. */
    readonly postgresAt: string;
  }
}

/**
 * One PostgreSQL for the whole run: that of `TEST_DATABASE_URL`, or one that is started when the first test file asks for
 * it, and ends with the run.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let shared: Promise<PostgresServer> | undefined;
  const urlOf = async (): Promise<string> => {
    const own = environmentWith({})['TEST_DATABASE_URL'];
    if (own !== undefined) return own;
    shared ??= startPostgresServer();
    return (await shared).url;
  };
  const asked = createServer((_request, response) => {
    void urlOf().then(
      (url) => response.end(url),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    asked.listen(0, '127.0.0.1', resolve);
  });
  project.provide('postgresAt', `http://127.0.0.1:${portOf(asked)}`);
  return async () => {
    asked.close();
    await shared?.then((server) => server[Symbol.asyncDispose]());
  };
}
