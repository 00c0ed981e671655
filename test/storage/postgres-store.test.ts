import { expect, test } from 'vitest';
import { isNextInChain } from '../../src/storage/chain.ts';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Appended } from '../../src/storage/store.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { append } from './append-builder.ts';
import { describeStore } from './store-contract.ts';

describeStore('the PostgreSQL store', async () => {
  const place = await newPostgresPlace();
  return {
    isDurable: true,
    open: () => openPostgresStore(place.url),
    [Symbol.asyncDispose]: () => place[Symbol.asyncDispose](),
  };
});

/** Two processes as far as the database can tell. */
async function openTwo() {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await newPostgresPlace());
  const one = stack.use(await openPostgresStore(place.url));
  const other = stack.use(await openPostgresStore(place.url));
  const all = stack.move();
  return { place, one, other, [Symbol.asyncDispose]: () => all.disposeAsync() };
}

test('what one process has written another reads at once, and goes on from', async () => {
  await using stores = await openTwo();
  for (const [at, store] of [stores.one, stores.other, stores.one, stores.other].entries()) {
    await store.append(append({ expectedVersion: at }));
    expect(await stores.one.read('outages/a1', 0)).toHaveLength(at + 1);
    expect(await stores.other.read('outages/a1', at)).toHaveLength(1);
  }
});

test('two processes that write to one stream at the same time lose nothing, and keep one chain', async () => {
  await using stores = await openTwo();
  const writers = [stores.one, stores.other].flatMap((store, by) =>
    Array.from({ length: 4 }, async (_none, writer) => {
      const ids: string[] = [];
      for (let count = 0; count < 20; count += 1) {
        const id = `${by}-${writer}-${count}`;
        await store.append(append({ entries: [{ kind: 'noted', id }] }));
        ids.push(id);
      }
      return ids;
    }),
  );
  const written = (await Promise.all(writers)).flat();
  const records = await stores.one.read('outages/a1', 0);
  expect(records).toHaveLength(written.length);
  expect(new Set(records.map(({ entries: [entry] }) => entry?.['id']))).toEqual(new Set(written));
  expect(records.every((record, at) => isNextInChain(records[at - 1], record))).toBe(true);
});

test('of two processes that rest on the same version one is first, and the other is told', async () => {
  await using stores = await openTwo();
  for (let version = 0; version < 20; version += 1) {
    const outcomes: readonly Appended[] = await Promise.all(
      [stores.one, stores.other].map((store) => store.append(append({ expectedVersion: version }))),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['appended', 'conflict']);
  }
  expect(await stores.one.read('outages/a1', 0)).toHaveLength(20);
});

test('work in line is done one at a time in all processes', async () => {
  await using stores = await openTwo();
  let inside = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    inside += 1;
    most = Math.max(most, inside);
    await stores.one.append(append());
    inside -= 1;
  };
  await Promise.all(
    Array.from({ length: 20 }, (_none, at) => (at % 2 === 0 ? stores.one : stores.other).exclusively(work)),
  );
  expect(most).toBe(1);
  expect(await stores.one.read('outages/a1', 0)).toHaveLength(20);
});

test('whoever dies in the line is not waited for, and what it wrote stands', async () => {
  await using stores = await openTwo();
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const { promise: inside, resolve: isInside } = Promise.withResolvers<void>();
  const first = stores.one.exclusively(async () => {
    isInside();
    await held;
    return stores.one.append(append({ expectedVersion: 0 }));
  });
  await inside;
  const next = stores.other.exclusively(() => stores.other.append(append({ expectedVersion: 0 })));
  await stores.place.run(
    "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and objid = hashtext('bot_records'::regclass::oid::text)::oid",
  );
  expect(await next).toMatchObject({ kind: 'appended' });
  letGo();
  // It goes on beside the other; what keeps the two apart is the version that each rests on.
  expect(await first).toEqual({ kind: 'conflict', version: 1 });
});

test('more than is read at a time comes whole and in order', async () => {
  await using stores = await openTwo();
  const written = await Promise.all(
    Array.from({ length: 4_500 }, (_none, at) => stores.one.append(append({ recordedAt: at }))),
  );
  const [all, late, other] = await Promise.all([
    stores.other.read('outages/a1', 0),
    stores.other.read('outages/a1', 2_100),
    stores.other.read('directory', 0),
  ]);
  expect(all.map(({ recordedAt }) => recordedAt)).toEqual(written.map((_one, at) => at));
  expect(late).toEqual(all.slice(2_100));
  expect(other).toEqual([]);
});

test.each([
  ['text', `update bot_records set entries = replace(entries, 'Ånge', 'Timrå') where version = 2`],
  ['white space', `update bot_records set entries = entries || ' ' where version = 2`],
  ['time', 'update bot_records set recorded_at = recorded_at + 1 where version = 2'],
  ['hash', `update bot_records set hash = repeat('a', 64) where version = 2`],
  ['link', `update bot_records set previous = repeat('a', 64) where version = 2`],
  ['stream', `update bot_records set stream = 'outages/b2' where version = 2`],
])('a row whose %s was changed is refused, with its place', async (_what, sql) => {
  await using stores = await openTwo();
  for (let count = 0; count < 3; count += 1) await stores.one.append(append());
  await stores.place.run(sql);
  const reading = stores.other.read('outages/a1', 0);
  await expect(reading).rejects.toThrow(StoreFault);
  await expect(reading).rejects.toThrow(/outages\/a1 version [23] är skadad/);
  await expect(reading).rejects.not.toThrow(/Timrå|Ånge/);
});

test('a damaged stream keeps nobody from reading another', async () => {
  await using stores = await openTwo();
  await stores.one.append(append());
  await stores.one.append(append({ stream: 'directory' }));
  await stores.place.run(`update bot_records set entries = '[]' where stream = 'outages/a1'`);
  const [damaged, whole] = await Promise.allSettled([
    stores.other.read('outages/a1', 0),
    stores.other.read('directory', 0),
  ]);
  expect([damaged.status, whole.status]).toEqual(['rejected', 'fulfilled']);
});

test('a stream that is erased while others write to it is whole or gone', async () => {
  await using stores = await openTwo();
  for (let round = 0; round < 10; round += 1) {
    await Promise.all([
      ...Array.from({ length: 5 }, () => stores.one.append(append())),
      ...Array.from({ length: 5 }, () => stores.other.append(append())),
      stores.one.erase('outages/a1'),
    ]);
    const records = await stores.other.read('outages/a1', 0);
    expect(records.every((record, at) => isNextInChain(records[at - 1], record))).toBe(true);
  }
});

test('a database that cannot be written to is a fault, until it can be again', async () => {
  await using stores = await openTwo();
  const { place, one } = stores;
  await place.run('alter table bot_records rename to away');
  await expect(one.append(append())).rejects.toThrow('Det gick inte att skriva i databasen (42P01).');
  expect(await one.fault()).toMatch(/^Databasen tar inte emot något \(42P01\)/);
  await place.run('alter table away rename to bot_records');
  expect(await one.fault()).toBeUndefined();
  expect(await one.append(append())).toMatchObject({ kind: 'appended' });
  expect(await one.streams()).toEqual(['outages/a1']);
});
