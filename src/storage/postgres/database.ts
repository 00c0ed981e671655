import { Pool } from 'pg';
import type { ClientConfig, PoolClient, QueryConfig } from 'pg';
import { databaseFault, isRefusal } from './database-fault.ts';

/** Runs one statement and gives its rows. Rejects with what pg says, after at most so many milliseconds. */
export type Run = (
  text: string,
  values?: readonly unknown[],
  timeoutMs?: number,
) => Promise<readonly unknown[]>;

/** A database that may be away for a while: nothing waits for it longer than `waits` say. */
export type Database = AsyncDisposable & {
  /** A statement by itself: it is committed when this resolves. */
  readonly run: Run;
  /**
   * Several statements that are all committed or none; `opening` is sent along with the beginning. The connection may
   * break off while the work is about something else: only what is run on it then fails.
   */
  readonly inTransaction: (work: (run: Run) => Promise<void>, opening?: string) => Promise<void>;
};

/**
 * In milliseconds. Teams waits about ten seconds for an answer: a question that finds no database must be through with
 * it in half of that.
 */
const waits = {
  connect: 2_000,
  statement: 2_000,
  /** For a line that others stand in: longer than one who died in it can hold it up. */
  line: 6_000,
  /** After so long without a word the server takes back a transaction, and what was locked in it. */
  idleInTransaction: 4_000,
} as const;

/** Enough for what one process does at once: a line, its reads together, a write per stream. */
const mostConnections = 8;

/** How a connection is made, whatever it is for. What the URL says of it goes before what stands here. */
export function connectionTo(url: string): ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'avbrottsboten',
    connectionTimeoutMillis: waits.connect,
    // What is given up here is not left running there.
    statement_timeout: waits.line,
    idle_in_transaction_session_timeout: waits.idleInTransaction,
    keepAlive: true,
  };
}

export function openDatabase(url: string): Database {
  let pool = newPool(url);
  const retired = new Set<Promise<void>>();

  /** Of connections that were open together one that broke off says that the others are dead, too. */
  const retire = (old: Pool): void => {
    if (old !== pool) return;
    pool = newPool(url);
    const ending = old.end().finally(() => retired.delete(ending));
    retired.add(ending);
  };
  const withClient = async <Result>(
    work: (client: PoolClient) => Promise<Result>,
    kind: 'statement' | 'transaction' = 'statement',
  ): Promise<Result> => {
    const from = pool;
    const client = await from.connect();
    try {
      const result = await work(client);
      client.release();
      return result;
    } catch (error) {
      const isBroken = !isRefusal(error);
      if (isBroken) retire(from);
      // The server takes back a transaction whose connection is closed.
      client.release(isBroken || kind === 'transaction');
      throw error;
    }
  };

  return {
    run: (text, values, timeoutMs) => withClient((client) => runOn(client)(text, values, timeoutMs)),
    inTransaction: (work, opening = '') =>
      withClient(async (client) => {
        const run = runOn(client);
        await run(`begin; ${opening}`, [], waits.line);
        await work(run);
        await run('commit');
      }, 'transaction'),
    async [Symbol.asyncDispose]() {
      await Promise.allSettled([pool.end(), ...retired]);
    },
  };
}

function newPool(url: string): Pool {
  const pool = new Pool({ ...connectionTo(url), max: mostConnections, idleTimeoutMillis: 60_000 });
  // A connection that breaks off while no statement runs on it: the next one finds that out, or gets another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

type Timed = QueryConfig<unknown[]> & { readonly query_timeout: number };

function runOn(client: PoolClient): Run {
  return async (text, values = [], timeoutMs = waits.statement) => {
    const query: Timed = { text, values: [...values], query_timeout: timeoutMs };
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows;
  };
}

/** What the work gives; what goes wrong with the database comes as a `StoreFault`. */
export async function faultless<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw databaseFault(what, error);
  }
}
