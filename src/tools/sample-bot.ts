import { createBooks } from '../app/books.ts';
import { createBot } from '../app/bot.ts';
import type { Spoken } from '../app/bot.ts';
import { issueNotices } from '../app/issue-notices.ts';
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

export async function startSampleBot(log: SampleLog, knowledge: Knowledge): Promise<SampleBot> {
  const store = createMemoryStore();
  await fillStore(store, log);
  await using started = new AsyncDisposableStack();
  let clock = sampleNow;
  let ids = 0;
  let busy = 0;
  const now = (): Date => new Date(clock);
  const newId = (): string => `00000000-0000-4000-9000-${`${(ids += 1)}`.padStart(12, '0')}`;
  const counted = <Result>(work: Promise<Result>): Promise<Result> => {
    busy += 1;
    return work.finally(() => {
      busy -= 1;
    });
  };
  const plain = createBooks({
    store,
    now,
    configuredCoordinators: [sampleLead.id],
    issueNotices: (caused) => issueNotices(caused, knowledge.routine),
  });
  const books: typeof plain = {
    world: () => counted(plain.world()),
    change: (decide) => counted(plain.change(decide)),
    outboxes: () => counted(plain.outboxes()),
    record: (...args) => counted(plain.record(...args)),
  };
  const sent = async () => ({ kind: 'sent' as const, root: { conversation: 'thread', activity: newId() } });
  const failed = (error: unknown): never => {
    throw error;
  };
  const delivery = started.use(
    createDelivery(
      {
        read: async () => ({ directory: (await books.world()).directory, streams: await books.outboxes() }),
        record: books.record,
        courier: { post: sent, edit: sent, reply: sent },
        limits: { ...defaultDeliveryLimits, perSecond: Infinity },
      },
      { now, random: createRandom(1), log: pino({ level: 'silent' }), wait },
    ),
  );
  const timekeeper = started.use(
    startTimekeeper({ books, now, changed: delivery.wake, failed, lookEveryMs: 600_000 }),
  );
  const bot = createBot({
    knowledge,
    callLinks: 'none',
    books,
    roster: { membership: async () => ({ kind: 'member', checkedAt: clock, verifiedAt: clock }) },
    phrases: {
      missed: () => undefined,
      chosen: () => undefined,
      [Symbol.asyncDispose]: async () => undefined,
    },
    now,
    newId,
    changed() {
      timekeeper.wake();
      delivery.wake();
    },
    failed,
  });
  const speaker = (person: Person) => ({
    asker: { isInTeams: true as const },
    organisations: [],
    whereabouts: {
      person,
      tenant: 'tenant',
      activityId: newId(),
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      place: { kind: 'personal' as const, conversation: `chat-${person.id}` },
    },
  });
  const parts = started.move();
  return {
    says: (by, text) => bot.hear(text, speaker(by)),
    presses: (by, verb, data) =>
      bot.press({ verb, data: { formId: newId(), ...data, verb } }, 'execute', speaker(by)),
    async end() {
      clock = sampleNow + 120_000;
      await store.append({ stream, expectedVersion: 'any', recordedAt: clock, entries: [log.ending] });
      timekeeper.wake();
      delivery.wake();
    },
    async idle() {
      for (let quiet = 0; quiet < 20; quiet = busy === 0 ? quiet + 1 : 0) await nextTurn();
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}

const nextTurn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Until the signal says so: nothing of a benchmark waits for a time to come. */
function wait(_ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
