import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pino from 'pino';
import { expect, test } from 'vitest';
import { logOptions } from '../src/service.ts';
import { createMemoryStore } from '../src/storage/memory-store.ts';
import { openFileStore } from '../src/storage/file-store.ts';
import { temporaryDirectory } from './storage/temporary-directory.ts';
import { question } from './support/activities.ts';
import { freePort } from './support/free-port.ts';
import { startBot } from './support/start-bot.ts';
import { startTeamsDouble } from './support/teams-double.ts';

test('should a log line come to hold what somebody wrote, it is not read', () => {
  const lines: string[] = [];
  const log = pino(logOptions, { write: (line) => void lines.push(line) });
  log.info(
    { text: 'hemligt', activity: { text: 'hemligt', from: { name: 'hemligt' } }, outcome: 'answered' },
    'turn',
  );
  log.info({ password: 'hemligt', at: [{ note: 'hemligt' }], err: new Error('hemligt') }, 'turn');
  log.info({ at: ['at here'], status: 200 }, 'turn');
  expect(lines.join('')).toContain('answered');
  expect(lines.at(-1)).toContain('"at":["at here"],"status":200');
  expect(lines.join('')).not.toContain('hemligt');
});

test('what cannot be read is said at the start, and not in the next outage', async () => {
  await using directory = await temporaryDirectory();
  await writeFile(join(directory.path, 'directory.jsonl'), '{"hash":"not one"}\n');
  const store = await openFileStore(directory.path);
  await expect(startBot({ fetch }, { store })).rejects.toThrow(/directory\.jsonl/);
});

test('who asks while the records are read is not turned away, and is answered when they are', async () => {
  await using double = await startTeamsDouble();
  const port = await freePort();
  const read = Promise.withResolvers<void>();
  const store = createMemoryStore();
  const starting = startBot(double, {
    config: { listen: { host: '127.0.0.1', port } },
    store: { ...store, read: (...what) => read.promise.then(() => store.read(...what)) },
  });
  // It listens before it has read.
  while ((await fetch(`http://127.0.0.1:${port}/health`).catch(() => undefined)) === undefined);
  const asked = double.deliver({ port }, question('vem ringer jag i Ånge?'));
  let isAnswered = false;
  void asked.then(() => (isAnswered = true));
  await fetch(`http://127.0.0.1:${port}/health`);
  expect(isAnswered).toBe(false);
  read.resolve();
  await using bot = await starting;
  expect((await asked).status).toBe(200);
  expect(double.connector.messages()).toHaveLength(1);
  expect(bot.port).toBe(port);
});

test('a store that cannot be read any more is told to operations, and takes nothing down', async () => {
  const store = createMemoryStore();
  let isReadable = true;
  await using bot = await startBot(
    { fetch },
    {
      store: {
        ...store,
        read: async (...what) => (isReadable ? store.read(...what) : Promise.reject(new Error('gone'))),
      },
    },
  );
  isReadable = false;
  const ready = await fetch(`http://127.0.0.1:${bot.port}/ready`);
  const metrics = await fetch(`http://127.0.0.1:${bot.port}/metrics`);
  expect([ready.status, metrics.status]).toEqual([503, 200]);
  expect(await metrics.text()).toMatch(/bot_notices_failed Nan/i);
});
