import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isNextInChain } from '../../src/storage/chain.ts';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { StoredRecord } from '../../src/storage/store.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { append } from './append-builder.ts';

/** A store behind a network that can be cut, and one that is always there. */
async function openBehindProxy() {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await newPostgresPlace());
  const proxy = stack.use(await startTcpProxy(place.url));
  const store = stack.use(await openPostgresStore(proxy.url));
  const near = stack.use(await openPostgresStore(place.url));
  const all = stack.move();
  return { place, proxy, store, near, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

const idsOf = (records: readonly StoredRecord[]): readonly unknown[] =>
  records.flatMap(({ entries }) => entries.map((entry) => entry['id']));

test('a write whose answer is lost is there once, and is answered as written', async () => {
  await using stage = await openBehindProxy();
  const { proxy, store, near } = stage;
  for (let version = 0; version < 5; version += 1) {
    await store.read('outages/a1', 0);
    proxy.loseAnswer();
    const entries = [{ kind: 'noted', id: version }];
    expect(await store.append(append({ expectedVersion: version, entries }))).toMatchObject({
      kind: 'appended',
      record: { version: version + 1 },
    });
  }
  expect(idsOf(await near.read('outages/a1', 0))).toEqual([0, 1, 2, 3, 4]);
});

test('a write whose answer is lost while another process writes is there once, whoever was first', async () => {
  await using stage = await openBehindProxy();
  const { proxy, store, near } = stage;
  for (let round = 0; round < 5; round += 1) {
    await store.read('outages/a1', 0);
    proxy.loseAnswer();
    await Promise.all([
      store.append(append({ entries: [{ kind: 'noted', id: `far-${round}` }] })),
      near.append(append({ entries: [{ kind: 'noted', id: `near-${round}` }] })),
    ]);
  }
  const ids = idsOf(await near.read('outages/a1', 0));
  expect(ids).toHaveLength(10);
  expect(new Set(ids)).toEqual(
    new Set(['far', 'near'].flatMap((who) => [0, 1, 2, 3, 4].map((at) => `${who}-${at}`))),
  );
});

test('connections that are reset while nobody uses them are replaced, and nobody notices', async () => {
  await using stage = await openBehindProxy();
  const { proxy, store } = stage;
  const streams = ['outages/a1', 'outages/b2', 'directory'] as const;
  await Promise.all(streams.map((stream) => store.append(append({ stream }))));
  proxy.reset();
  expect(await store.read('outages/a1', 0)).toHaveLength(1);
  proxy.reset();
  expect(await store.append(append({ expectedVersion: 1 }))).toMatchObject({ kind: 'appended' });
});

test.concurrent(
  'behind a network that swallows everything, nothing is answered as written, and all ends in time',
  async () => {
    await using stage = await openBehindProxy();
    const { proxy, store, near } = stage;
    await store.append(append({ entries: [{ kind: 'noted', id: 'before' }] }));
    proxy.swallow();
    const begun = performance.now();
    const reading = store.read('outages/a1', 0).then(
      () => 'read',
      (error: unknown) => [error instanceof StoreFault, performance.now() - begun < 4_500],
    );
    const writing = store.append(append({ entries: [{ kind: 'noted', id: 'during' }] }));
    await expect(writing).rejects.toThrow(/^Det gick inte att skriva i databasen \(timeout\)\. Kontrollera/);
    expect(performance.now() - begun).toBeLessThan(9_000);
    expect(await reading).toEqual([true, true]);
    expect(await store.fault()).toMatch(/^Databasen tar inte emot något/);
    proxy.reset();
    expect(await store.fault()).toBeUndefined();
    await store.append(append({ entries: [{ kind: 'noted', id: 'after' }] }));
    expect(idsOf(await near.read('outages/a1', 0))).toEqual(['before', 'after']);
  },
);

test.concurrent('a line whose holder is swallowed by the network is free again within seconds', async () => {
  await using stage = await openBehindProxy();
  const { proxy, store, near } = stage;
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: inside, resolve: isInside } = Promise.withResolvers<void>();
  const holding = store.exclusively(async () => {
    isInside();
    await held;
  });
  await inside;
  proxy.swallow();
  const begun = performance.now();
  await near.exclusively(async () => undefined);
  expect(performance.now() - begun).toBeLessThan(5_500);
  letGo();
  await holding;
});

test.concurrent('what was answered to a writer that is killed is there, whole and once', async () => {
  await using place = await newPostgresPlace();
  await using store = await openPostgresStore(place.url);
  const answered = new Map<number, string>();
  for (const life of [1, 2, 3, 4]) {
    const writer = join(import.meta.dirname, '../processes/postgres-writer.ts');
    const child = spawn(process.execPath, [writer, place.url, `${life}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const closed = once(child, 'close');
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said += String(text);
    });
    await once(child.stdout, 'data');
    await pause(life * 15);
    child.kill('SIGKILL');
    await closed;
    for (const [, version, id = ''] of said.matchAll(/^(\d+) (\S+)\n/gm)) answered.set(Number(version), id);
  }
  const records = await store.read('outages/a1', 0);
  expect(answered.size).toBeGreaterThan(4);
  expect(records.every((record, at) => isNextInChain(records[at - 1], record))).toBe(true);
  const ids = records.map(({ entries }) => new Set(entries.map((entry) => entry['id'])));
  expect(ids.every(({ size }) => size === 1)).toBe(true);
  expect(new Set(idsOf(records)).size).toBe(records.length);
  expect([...answered].filter(([version, id]) => ids[version - 1]?.has(id) !== true)).toEqual([]);
});
