import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'pg';
import type { ClientConfig, PoolClient, QueryConfig } from 'pg';
import { databaseFault, isRefusal } from './database-fault.ts';

/** Runs one statement and gives its rows. Rejects with what pg says, after at most so many milliseconds. */
export type Run = (
  text: string,
  values?: readonly unknown[],
  timeoutMs?: number,
) => Promise<readonly unknown[]>;

/** SQL, and milliseconds. */
type Opening = { readonly sql: string; readonly timeoutMs: number };

/** A database that may be away for a while: nothing waits for it longer than `waits` say. */
export type Database = AsyncDisposable & {
  /** A statement by itself: it is committed when this resolves. */
  readonly run: Run;
  /**
   * Several statements that are all committed or none; `opening` is sent along with the beginning, and waited for so
   * long. The connection may break off while the work is about something else: only what is run on it then fails.
   */
  readonly inTransaction: (work: (run: Run) => Promise<void>, opening?: Opening) => Promise<void>;
};

/**
 * In milliseconds. Teams waits about ten seconds for an answer: a question that finds no database must be through with
 * it in half of that.
 */
const waits = {
  connect: 2_000,
  statement: 2_000,
  /** The server's own limit. */
  most: 6_000,
  /** After so long without a word the server takes back a transaction, and what was locked in it. */
  idleInTransaction: 4_000,
  again: 100,
  farewell: 1_000,
} as const;

/**
 * How long something is tried again where connections break off, in milliseconds. A question has an answer without the
 * books; a write has none, and a database that is started anew is there again soon.
 */
export const patienceMs = { read: 1_000, write: 4_000 } as const;

/** Enough for what one process does at once: a line, its reads together, a write per stream. */
const mostConnections = 8;

/** How a connection is made, whatever it is for. What the URL says of it goes before what stands here. */
export function connectionTo(url: string): ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'avbrottsboten',
    connectionTimeoutMillis: waits.connect,
    // What is given up here is not left running there.
    statement_timeout: waits.most,
    idle_in_transaction_session_timeout: waits.idleInTransaction,
    keepAlive: true,
  };
}

export function openDatabase(url: string): Database {
  let connections = openConnections(url);

  /** Of connections that were open together one that broke off says that the others are dead, too. */
  const retire = (old: Connections): void => {
    if (old !== connections) return;
    connections = openConnections(url);
    void old.close(waits.most);
  };
  const withClient = async <Result>(
    work: (client: PoolClient) => Promise<Result>,
    kind: 'statement' | 'transaction' = 'statement',
  ): Promise<Result> => {
    const from = connections;
    const client = await from.pool.connect();
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
    inTransaction: (work, { sql, timeoutMs } = { sql: '', timeoutMs: waits.statement }) =>
      withClient(async (client) => {
        const run = runOn(client);
        await run(`begin; ${sql}`, [], timeoutMs);
        await work(run);
        await run('commit');
      }, 'transaction'),
    [Symbol.asyncDispose]: () => connections.close(waits.farewell),
  };
}

type Connections = {
  readonly pool: Pool;
  /** Lets what is under way end for so many milliseconds; a network that says nothing any more holds up nobody. */
  readonly close: (ms: number) => Promise<void>;
};

function openConnections(url: string): Connections {
  const sockets = new Set<Socket>();
  const stream = (): Socket => {
    const socket = new Socket();
    sockets.add(socket);
    return socket.once('close', () => sockets.delete(socket));
  };
  const pool = new Pool({ ...connectionTo(url), stream, max: mostConnections, idleTimeoutMillis: 60_000 });
  // A connection that breaks off while no statement runs on it: the next one finds that out, or gets another.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    pool,
    async close(ms) {
      await Promise.race([pool.end(), pause(ms, undefined, { ref: false })]);
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Timed = QueryConfig<unknown[]> & { readonly query_timeout: number };

function runOn(client: PoolClient): Run {
  return async (text, values = [], timeoutMs = waits.statement) => {
    const query: Timed = { text, values: [...values], query_timeout: timeoutMs };
    const { rows } = await client.query<Record<string, unknown>>(query);
    return rows;
  };
}

/**
 * Tries again for so many milliseconds while connections break off, as they do when the database is started anew; for
 * what may be done twice. What the server refuses is not tried again.
 */
export async function insist<Result>(forMs: number, work: () => Promise<Result>): Promise<Result> {
  const begun = performance.now();
  for (;;) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- each try comes after the one before
      return await work();
    } catch (error) {
      if (isRefusal(error) || performance.now() - begun > forMs) throw error;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(waits.again);
    }
  }
}

/** What the work gives; what goes wrong with the database comes as a `StoreFault`. */
export async function faultless<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw databaseFault(what, error);
  }
}
