import { createBooks } from '../app/books.ts';
import type { Books } from '../app/books.ts';
import { createBot } from '../app/bot.ts';
import type { Speaker, Spoken } from '../app/bot.ts';
import { issueNotices } from '../app/issue-notices.ts';
import type { Phrases } from '../app/phrases.ts';
import { startTimekeeper } from '../app/timekeeper.ts';
import { createDelivery } from '../delivery/delivery.ts';
import { defaultDeliveryLimits } from '../delivery/delivery-limits.ts';
import type { Person } from '../domain/person.ts';
import { createRandom } from '../intent/create-random.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import { createMemoryStore } from '../storage/memory-store.ts';
import type { Store } from '../storage/store.ts';
import pino from 'pino';
import { sampleLead, sampleNow, sampleOutage } from './sample-log.ts';
import type { SampleLog } from './sample-log.ts';

/** The bot without Teams and without a disk, in the outage of a sample log, with all that runs beside it. */
export type SampleBot = AsyncDisposable & {
  readonly says: (by: Person, text: string) => Promise<Spoken | undefined>;
  readonly presses: (by: Person, verb: string, data: object) => Promise<Spoken | undefined>;
  /** The outage is over from now on. */
  readonly end: () => Promise<void>;
  /** Resolves when nothing runs any more beside it. */
  readonly idle: () => Promise<void>;
};

const stream = `outages/${sampleOutage}` as const;

/** Puts the sample's events into a store. */
export async function fillStore(store: Store, { batches, directoryEvents }: SampleLog): Promise<void> {
  const recordedAt = sampleNow;
  await store.append({ stream: 'directory', expectedVersion: 'any', recordedAt, entries: directoryEvents });
  for (let from = 0; from < batches.length; from += 1000) {
    const some = batches.slice(from, from + 1000);
    await Promise.all(
      some.map((entries) => store.append({ stream, expectedVersion: 'any', recordedAt, entries })),
    );
  }
}

/** Starts with all of the sample's events in a store in memory. */
export async function startSampleBot(log: SampleLog, knowledge: Knowledge): Promise<SampleBot> {
  const store = createMemoryStore();
  await fillStore(store, log);
  const clock = createClock();
  const { books, isBusy } = countedBooks(store, clock, knowledge);
  const { changed, parts } = startBeside(books, clock);
  const { newId, now } = clock;
  const bot = createBot({
    knowledge,
    callLinks: 'none',
    books,
    roster: { membership: async () => ({ kind: 'member', checkedAt: clock.at, verifiedAt: clock.at }) },
    phrases: noPhrases,
    now,
    newId,
    changed,
    failed,
  });
  return {
    says: (by, text) => bot.hear(text, speaker(by, newId())),
    presses: (by, verb, data) =>
      bot.press({ verb, data: { formId: newId(), ...data, verb } }, 'execute', speaker(by, newId())),
    async end() {
      clock.at += 120_000;
      await store.append({ stream, expectedVersion: 'any', recordedAt: clock.at, entries: [log.ending] });
      changed();
    },
    async idle() {
      for (let quiet = 0; quiet < 20; quiet = isBusy() ? 0 : quiet + 1) await nextTurn();
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

type Clock = { at: number; readonly now: () => Date; readonly newId: () => string };

/** Stands still until it is set; and ids, one after the other. */
function createClock(): Clock {
  let ids = 0;
  const clock: Clock = {
    at: sampleNow,
    now: () => new Date(clock.at),
    newId() {
      ids += 1;
      return `00000000-0000-4000-9000-${`${ids}`.padStart(12, '0')}`;
    },
  };
  return clock;
}

/** The books, and whether anything is under way in them. */
function countedBooks(store: Store, { now }: Clock, { routine }: Knowledge) {
  const books = createBooks({
    store,
    now,
    configuredCoordinators: [sampleLead.id],
    issueNotices: (caused) => issueNotices(caused, routine),
  });
  let busy = 0;
  const counted = <Result>(work: Promise<Result>): Promise<Result> => {
    busy += 1;
    return work.finally(() => {
      busy -= 1;
    });
  };
  const all: Books = {
    world: () => counted(books.world()),
    change: (decide) => counted(books.change(decide)),
    outboxes: () => counted(books.outboxes()),
    record: (...what) => counted(books.record(...what)),
  };
  return { books: all, isBusy: () => busy > 0 };
}

/** The deliveries, to a Teams that takes everything at once, and the clock. */
function startBeside(books: Books, { newId, now }: Clock) {
  const parts = new AsyncDisposableStack();
  const sent = async () => ({ kind: 'sent' as const, root: { conversation: 'thread', activity: newId() } });
  const delivery = parts.use(
    createDelivery(
      {
        read: async () => ({ directory: (await books.world()).directory, streams: await books.outboxes() }),
        record: books.record,
        courier: { post: sent, edit: sent, reply: sent },
        limits: { ...defaultDeliveryLimits, perSecond: Infinity, perConversation: [] },
      },
      { now, random: createRandom(1), log: pino({ level: 'silent' }), wait },
    ),
  );
  const timekeeper = parts.use(
    startTimekeeper({ books, now, changed: delivery.wake, failed, lookEveryMs: 600_000 }),
  );
  const changed = (): void => {
    timekeeper.wake();
    delivery.wake();
  };
  return { changed, parts };
}

const failed = (error: unknown): never => {
  throw error;
};

const noPhrases: Phrases = {
  missed: () => undefined,
  chosen: () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
};

/** Somebody in the own chat. */
function speaker(person: Person, activityId: string): Speaker {
  return {
    asker: { isInTeams: true },
    organisations: [],
    whereabouts: {
      person,
      tenant: 'tenant',
      activityId,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      place: { kind: 'personal', conversation: `chat-${person.id}` },
    },
  };
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Until the signal says so: nothing of a benchmark waits for a time to come. */
function wait(_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
