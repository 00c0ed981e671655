import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { freePort } from '../support/free-port.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import type { PostgresPlace } from '../support/postgres-place.ts';
import { append } from './append-builder.ts';

const sqlDirectory = join(import.meta.dirname, '../../src/storage/postgres');
const migrations = (await readdir(sqlDirectory)).filter((name) => name.endsWith('.sql')).toSorted();

/** The place's URL for another user, password, port or database. */
function urlWith(place: PostgresPlace, changes: Partial<URL>): string {
  return Object.assign(new URL(place.url), changes).href;
}

/** Somebody with a password and no rights. */
async function newUser(place: PostgresPlace): Promise<AsyncDisposable & { readonly name: string }> {
  const name = `user_${process.hrtime.bigint()}`;
  await place.run(`create role ${name} login password 'hemligt'`);
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await place.run(`drop owned by ${name}`);
      await place.run(`drop role ${name}`);
    },
  };
}

test('many that start at the same time on an empty database all start, and the tables are made once', async () => {
  await using place = await newPostgresPlace();
  const stores = await Promise.all(Array.from({ length: 6 }, () => openPostgresStore(place.url)));
  await Promise.all(stores.map((store) => store.append(append())));
  expect(await stores[0]?.read('outages/a1', 0)).toHaveLength(6);
  expect(await place.run('select version from bot_migrations order by version')).toEqual(
    migrations.map((_name, at) => ({ version: at + 1 })),
  );
  await Promise.all(stores.map((store) => store[Symbol.asyncDispose]()));
});

test('what a newer version has made is left as it is', async () => {
  await using place = await newPostgresPlace();
  await (await openPostgresStore(place.url))[Symbol.asyncDispose]();
  await place.run('insert into bot_migrations (version) values (99)');
  const opening = openPostgresStore(place.url);
  await expect(opening).rejects.toThrow(StoreFault);
  await expect(opening).rejects.toThrow(
    `DATABASE_URL: databasen är gjord av en nyare version av tjänsten (steg 99, den här kan ${migrations.length}).`,
  );
});

test('whoever may read and write in the tables, and make none, can use them once they are there', async () => {
  await using place = await newPostgresPlace();
  await using user = await newUser(place);
  const url = urlWith(place, { username: user.name, password: 'hemligt' });
  await expect(openPostgresStore(url)).rejects.toThrow(
    /\((?:42501|3F000)\)\. Ge användaren i DATABASE_URL rätt/,
  );
  await (await openPostgresStore(place.url))[Symbol.asyncDispose]();
  await place.run(`grant usage on schema ${place.schema} to ${user.name}`);
  await place.run(
    `grant select, insert, update, delete on all tables in schema ${place.schema} to ${user.name}`,
  );
  await using store = await openPostgresStore(url);
  expect(await store.append(append())).toMatchObject({ kind: 'appended' });
  await store.erase('outages/a1');
  expect(await store.streams()).toEqual([]);
});

test('a database that answers before anything is on disk is refused', async () => {
  await using place = await newPostgresPlace();
  const url = new URL(place.url);
  url.searchParams.set('options', `-c search_path=${place.schema} -c synchronous_commit=off`);
  await expect(openPostgresStore(url.href.replaceAll('+', '%20'))).rejects.toThrow(
    'synchronous_commit är off',
  );
});

test('a database in another encoding is refused', async () => {
  await using place = await newPostgresPlace();
  const name = `latin_${process.hrtime.bigint()}`;
  await place.run(`create database ${name} encoding 'LATIN1' locale 'C' template template0`);
  try {
    const url = new URL(place.url);
    url.pathname = `/${name}`;
    url.search = '';
    await expect(openPostgresStore(url.href)).rejects.toThrow('LATIN1 och ska vara UTF8');
  } finally {
    await place.run(`drop database ${name}`);
  }
});

test.each<readonly [string, (place: PostgresPlace) => Promise<string>, RegExp]>([
  [
    'a wrong password',
    async (place) => urlWith(place, { password: 'fel-lösenord' }),
    /\(28P01\)\. Den släpper inte in/,
  ],
  [
    'a missing database',
    async (place) => urlWith(place, { pathname: '/finns-inte' }),
    /\(3D000\)\. Det finns ingen/,
  ],
  [
    'a port where nobody is',
    async (place) => urlWith(place, { port: `${await freePort()}` }),
    /\(ECONNREFUSED\)\. Kontrollera att den är igång/,
  ],
  [
    'a host that nobody knows',
    async (place) => urlWith(place, { hostname: 'finns-inte.invalid' }),
    /\((?:ENOTFOUND|EAI_AGAIN|timeout)\)\. Kontrollera/,
  ],
  [
    'an encryption that the server does not have',
    async (place) => `${place.url}&sslmode=verify-full`,
    /\(SSL\)\. Krypteringen/,
  ],
])('%s is told in words for the operator, without the password', async (_what, urlOf, words) => {
  await using place = await newPostgresPlace();
  const url = await urlOf(place);
  const opening = openPostgresStore(url);
  await expect(opening).rejects.toThrow(StoreFault);
  await expect(opening).rejects.toThrow(words);
  const { password, hostname } = new URL(url);
  const error: unknown = await opening.catch((fault: unknown) => fault);
  const message = error instanceof Error ? error.message : '';
  expect(message).toMatch(/^DATABASE_URL: databasen kan inte användas \(/);
  for (const secret of [password, decodeURIComponent(password), hostname])
    expect(message).not.toContain(secret);
});

test('samples of what was logged before none were kept are gone once it starts, and no row was written anew', async () => {
  await using place = await newPostgresPlace();
  const [first = ''] = migrations;
  await place.run(await readFile(join(sqlDirectory, first), 'utf8'));
  await place.run(
    'create table bot_migrations (version integer primary key, done_at timestamptz not null default now())',
  );
  await place.run('insert into bot_migrations (version) values (1)');
  await place.run(
    `insert into bot_records select 'directory', one, 0, '', 'Lisa ' || (one % 5), '' from generate_series(1, 100) one`,
  );
  await place.run('analyze bot_records');
  const samples = () =>
    place.run(`select * from pg_stats where schemaname = $1 and attname = 'entries'`, [place.schema]);
  const file = () => place.run(`select pg_relation_filenode('bot_records') as file`);
  expect(JSON.stringify(await samples())).toContain('Lisa');
  const before = await file();
  await (await openPostgresStore(place.url))[Symbol.asyncDispose]();
  expect(await samples()).toEqual([]);
  await place.run('analyze bot_records');
  expect(await samples()).toEqual([]);
  expect(await file()).toEqual(before);
});
