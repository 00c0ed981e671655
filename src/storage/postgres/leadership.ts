import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import type { Leader } from '../store.ts';
import { connectionTo } from './database.ts';
import { leadLock, listenToChannel } from './names.ts';

/**
 * In milliseconds. Whoever leads asks the database for a sign of life, and leads for `lease` from the moment when it
 * asked. Whoever gets the lock after it waits that long before it begins: so no two lead at once, whatever became of the
 * connection of the one before. The server frees the lock of one whom it has not heard of for `silence`. Together, and
 * with `again`, less than five seconds.
 */
const leadTimes = { beat: 500, lease: 2_000, silence: 2_500, again: 250, answer: 1_500 } as const;
/** Notifications come as soon as they are sent; should one be lost all the same, this is how long it is missed. */
const lookEveryMs = 10_000;

type Parts = {
  readonly url: string;
  /** Whose notifications are not news. */
  readonly instance: string;
};

/** Stands for the lead of the records in the database, until it is disposed of. */
export function standForLead(parts: Parts, leader: Leader): AsyncDisposable {
  const ended = new AbortController();
  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      // A database that is away, or that ended the connection: another try is all there is to do.
      // oxlint-disable-next-line no-await-in-loop -- one time after the other
      await standOnce(parts, leader, ended.signal).catch(() => undefined);
      // oxlint-disable-next-line no-await-in-loop -- as above
      await rest(leadTimes.again, ended.signal);
    }
  };
  const running = run();
  return {
    async [Symbol.asyncDispose]() {
      ended.abort();
      await running;
    },
  };
}

/** On one connection: waits for the lead, leads, and gives it back. Resolves when all that it began has ended. */
async function standOnce({ url, instance }: Parts, leader: Leader, ended: AbortSignal): Promise<void> {
  await using session = await openSession(url);
  const { gone, query } = session;
  while (!(await isLocked(query))) {
    if (ended.aborted) return;
    await rest(leadTimes.again, ended);
  }
  session.onNotification((payload) => {
    if (payload !== instance) leader.news();
  });
  await query(listenToChannel);
  const given = new AbortController();
  const lease = keepLease(query, AbortSignal.any([gone, given.signal]));
  await rest(leadTimes.lease, AbortSignal.any([ended, lease.over]));
  const lost = AbortSignal.any([ended, lease.over]);
  const looking = setInterval(leader.news, lookEveryMs);
  // Cut off, the lock is given back at once: what is under way may take long to be recorded.
  lease.over.addEventListener('abort', session.close, { once: true });
  if (!lost.aborted) await leader.reign(lost);
  clearInterval(looking);
  given.abort();
}

type Query = (text: string) => Promise<readonly unknown[]>;
type Session = AsyncDisposable & {
  readonly query: Query;
  readonly onNotification: (heard: (payload: string | undefined) => void) => void;
  /** Aborted once the connection is known to be dead. */
  readonly gone: AbortSignal;
  /** At once, however dead the other end is. */
  readonly close: () => void;
};

async function openSession(url: string): Promise<Session> {
  const socket = new Socket();
  const { answer } = leadTimes;
  const client = new Client({ ...connectionTo(url), stream: () => socket, query_timeout: answer });
  const dead = new AbortController();
  client.on('error', () => dead.abort());
  client.on('end', () => dead.abort());
  const close = (): void => {
    dead.abort();
    socket.destroy();
  };
  const query: Query = async (text) => (await client.query<Record<string, unknown>>(text)).rows;
  try {
    await client.connect();
    await query(`set idle_session_timeout = ${leadTimes.silence}`);
  } catch (error) {
    close();
    throw error;
  }
  return {
    query,
    onNotification: (heard) => void client.on('notification', ({ payload }) => heard(payload)),
    gone: dead.signal,
    close,
    [Symbol.asyncDispose]: async () => close(),
  };
}

const lockRows = z.tuple([z.object({ locked: z.boolean() })]);

async function isLocked(query: Query): Promise<boolean> {
  const [{ locked }] = lockRows.parse(await query(`select pg_try_advisory_lock(${leadLock}) as locked`));
  return locked;
}

type Lease = { readonly over: AbortSignal };

/** Asks for signs of life until the signal; `over` when none came in time, counted from when it was asked for. */
function keepLease(query: Query, stopped: AbortSignal): Lease {
  const over = new AbortController();
  let ending = setTimeout(() => over.abort(), leadTimes.lease);
  const beat = async (): Promise<void> => {
    while (!stopped.aborted && !over.signal.aborted) {
      const asked = performance.now();
      // oxlint-disable-next-line no-await-in-loop -- one beat after the other
      await query('select 1');
      clearTimeout(ending);
      ending = setTimeout(() => over.abort(), leadTimes.lease - (performance.now() - asked));
      // oxlint-disable-next-line no-await-in-loop -- as above
      await rest(leadTimes.beat, stopped);
    }
  };
  void beat()
    .catch(() => undefined)
    .finally(() => {
      clearTimeout(ending);
      over.abort();
    });
  return { over: over.signal };
}

/** Ends early, without fault, when the signal says so. */
async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
