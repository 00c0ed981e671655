import { Client } from 'pg';
import { inject } from 'vitest';

/** A schema of its own in the PostgreSQL that the test files share. */
export type PostgresPlace = AsyncDisposable & {
  readonly url: string;
  readonly schema: string;
  /** Runs SQL in the schema, past the store. */
  readonly run: (
    sql: string,
    values?: readonly unknown[],
  ) => Promise<readonly Readonly<Record<string, unknown>>[]>;
};

/** How many places this test file has made. */
let places = 0;

export async function newPostgresPlace(): Promise<PostgresPlace> {
  places += 1;
  const schema = `t_${process.pid}_${process.hrtime.bigint()}_${places}`;
  const whole = await sharedUrl();
  const url = new URL(whole);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const client = new Client({ connectionString: whole, options: `-c search_path=${schema}` });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`create schema ${schema}`);
  return {
    url: url.href.replaceAll('+', '%20'),
    schema,
    run: async (sql, values = []) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
    async [Symbol.asyncDispose]() {
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

/** A database of its own there: whose files are nobody else's. */
export async function newPostgresDatabase(): Promise<PostgresPlace> {
  places += 1;
  const name = `d_${process.pid}_${process.hrtime.bigint()}_${places}`;
  const whole = await sharedUrl();
  const owner = new Client({ connectionString: whole });
  await owner.connect();
  await owner.query(`create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(whole);
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  client.on('error', () => undefined);
  await client.connect();
  return {
    url: url.href,
    schema: 'public',
    run: async (sql, values = []) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
    async [Symbol.asyncDispose]() {
      await client.end();
      await owner.query(`drop database ${name} with (force)`);
      await owner.end();
    },
  };
}

async function sharedUrl(): Promise<string> {
  const response = await fetch(inject('postgresAt'));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}
