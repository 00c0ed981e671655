import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { z } from 'zod';
import type { Leader } from '../store.ts';
import { connectionTo } from './database.ts';
import { leadLock, listenToChannel } from './names.ts';

/**
 * In milliseconds. Whoever leads asks the database for a sign of life at every `beat`, and leads for `lease` from the
 * moment when it asked. Whoever gets the lock after it first waits for longer than that, so that no two lead at once
 * whatever became of the connection of the one before, also where a timer is late. The server frees the lock of one whom
 * it has not heard of for `silence`. All together is less than five seconds.
 */
const leadTimes = { beat: 500, lease: 1_500, wait: 2_000, silence: 2_500, again: 250 } as const;
/** Notifications come as soon as they are sent; should one be lost all the same, this is how long it is missed. */
const lookEveryMs = 10_000;

type Parts = {
  readonly url: string;
  /** Whose notifications are not news. */
  readonly instance: string;
  /** Told once that there is no connection to stand on, until there is one again. */
  readonly failed: (error: unknown) => void;
};

/** Stands for the lead of the records in the database, until it is disposed of. */
export function standForLead(parts: Parts, leader: Leader): AsyncDisposable {
  const ended = new AbortController();
  let isFailing = false;
  const stand = async (): Promise<void> => {
    try {
      await using session = await openSession(parts.url);
      isFailing = false;
      await standOn(session, { ...parts, leader, ended: ended.signal });
    } catch (error) {
      if (!isFailing) parts.failed(error);
      isFailing = true;
    }
  };
  const run = async (): Promise<void> => {
    while (!ended.signal.aborted) {
      // oxlint-disable-next-line no-await-in-loop -- one time after the other
      await stand();
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

type Standing = Pick<Parts, 'instance'> & { readonly leader: Leader; readonly ended: AbortSignal };

/** On one connection: waits for the lead, leads, and gives it back. Resolves when all that it began has ended. */
async function standOn(session: Session, { instance, leader, ended }: Standing): Promise<void> {
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
  const { over } = keepLease(query, AbortSignal.any([gone, given.signal]));
  const lost = AbortSignal.any([ended, over]);
  await rest(leadTimes.wait, lost);
  // Cut off, the lock is given back at once: what is under way may take long to be recorded.
  over.addEventListener('abort', session.close, { once: true });
  const looking = setInterval(leader.news, lookEveryMs);
  try {
    if (!lost.aborted) await leader.reign(lost);
  } finally {
    clearInterval(looking);
    given.abort();
  }
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
  const client = new Client({ ...connectionTo(url), stream: () => socket, query_timeout: leadTimes.lease });
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
