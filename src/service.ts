import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import pino from 'pino';
import { createBooks } from './app/books.ts';
import type { Books } from './app/books.ts';
import { createBot } from './app/bot.ts';
import { checkAnnounced } from './app/check-announced.ts';
import { issueNotices } from './app/issue-notices.ts';
import { createPhrases } from './app/phrases.ts';
import { startTimekeeper } from './app/timekeeper.ts';
import { noticeMessage } from './cards/notice-card.ts';
import type { CardLinks } from './cards/page-link.ts';
import { readConfig, readServiceConfig } from './config.ts';
import type { ServiceConfig } from './config.ts';
import type { Place } from './delivery/courier.ts';
import { createDelivery } from './delivery/delivery.ts';
import { deliverWhileLeading } from './delivery/deliver-while-leading.ts';
import type { LedDelivery } from './delivery/deliver-while-leading.ts';
import { defaultDeliveryLimits } from './delivery/delivery-limits.ts';
import type { DeliveryLimits } from './delivery/delivery-limits.ts';
import { deliveryHealth } from './delivery/delivery-health.ts';
import { onlyKnownFields } from './delivery/operations-log.ts';
import type { OperationsLog } from './delivery/operations-log.ts';
import { listen } from './http/listen.ts';
import { createServer, defaultHttpLimits } from './http/server.ts';
import type { HttpLimits } from './http/server.ts';
import { pagePolicy } from './pages/document-html.ts';
import { publicPages } from './pages/public-pages.ts';
import { readKnowledge } from './routine/knowledge.ts';
import type { Knowledge } from './routine/knowledge.ts';
import { routineMark } from './routine/routine-mark.ts';
import { openStore } from './storage/open-store.ts';
import type { Store } from './storage/store.ts';
import type { CallConnector } from './teams/connector.ts';
import { createCourier } from './teams/courier.ts';
import { connectTeams, createEndpoint } from './teams/endpoint.ts';
import type { Endpoint } from './teams/endpoint.ts';
import { faultOf } from './teams/fault-of.ts';
import { fetchText } from './teams/fetch-text.ts';
import { defaultLimits } from './teams/limits.ts';
import type { Limits } from './teams/limits.ts';
import { createMetrics } from './teams/metrics.ts';
import type { Outside } from './teams/outside.ts';
import { createRoster } from './teams/roster.ts';

/** What a test puts in the place of the world. */
export type Overrides = {
  readonly fetch?: Outside['fetch'];
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly log?: OperationsLog;
  /** Disposed of with the service. */
  readonly store?: Store;
  readonly limits?: Partial<Limits>;
  readonly delivery?: Partial<DeliveryLimits>;
  readonly http?: Partial<HttpLimits>;
};

/** A bot that answers, until it is disposed: then the turns under way are finished first. */
export type Service = AsyncDisposable & { readonly port: number };

/** Longer than one sending may take (`sendBudgetMs`); what waits behind it is not begun. */
const graceMs = 9_500;

/** The machine's clock. */
export const systemClock = (): Date => new Date();

/** Starts from the environment, with changes; rejects with every fault that keeps it from starting. */
export async function startFromEnvironment(changes: NodeJS.ProcessEnv = {}): Promise<Service> {
  const config = readServiceConfig(changes);
  const files = readConfig();
  const knowledge = files.kind === 'faulty' ? files : await readKnowledge(files.value);
  if (config.kind === 'loaded' && knowledge.kind === 'loaded') {
    return startService(config.value, knowledge.value);
  }
  const faults = [config, knowledge].flatMap((loaded) => (loaded.kind === 'faulty' ? loaded.faults : []));
  throw new Error(['Kan inte starta:', ...faults].join('\n'));
}

/** Constructs everything, and gives each part what it uses. Rejects when the store or the port cannot be had. */
export async function startService(
  config: ServiceConfig,
  knowledge: Knowledge,
  overrides: Overrides = {},
): Promise<Service> {
  const log = overrides.log ?? pino({ ...logOptions, level: config.logLevel }, gatheredOutput());
  const outside = outsideOf(log, overrides);
  await using started = new AsyncDisposableStack();
  const store = started.use(overrides.store ?? (await openStore(config.storage, { log })));
  const opened = Promise.withResolvers<void>();
  const parts = { config, knowledge, store, started, opened: opened.promise };
  const { bot, callConnector, books } = startBot(parts, outside, overrides);
  started.defer(opened.resolve);
  outside.metrics.watchNotices(() => noticeHealth(books, outside));
  const endpoint = createEndpoint(
    { identity: config.identity, tenants: config.tenants, bot, callConnector },
    outside,
  );
  const server = serverOf({ config, knowledge, store, books, receive: endpoint.receive }, outside, overrides);
  const listening = await listen(server, config.listen);
  try {
    await readBooks(books, store);
  } catch (error) {
    endpoint.stop();
    await listening.close(graceMs);
    throw error;
  }
  opened.resolve();
  log.info({ port: listening.port, identity: config.identity.kind }, 'ready');
  const running = started.move();
  return {
    port: listening.port,
    async [Symbol.asyncDispose]() {
      endpoint.stop();
      await listening.close(graceMs);
      await endpoint.idle();
      await running.disposeAsync();
      log.info({}, 'stopped');
    },
  };
}

type Served = Pick<Started, 'config' | 'knowledge' | 'store'> & {
  readonly books: Books;
  readonly receive: Endpoint['receive'];
};

function serverOf(
  { config, knowledge, store, books, receive }: Served,
  outside: Outside,
  overrides: Overrides,
) {
  return createServer(
    {
      receive,
      failed: (error) => outside.log.error(faultOf(error), 'fault'),
      ready: () => readiness(store, books),
      metrics: async () => ({
        contentType: outside.metrics.contentType,
        text: await outside.metrics.text(),
      }),
      ...pageRoutes(config, knowledge, outside),
    },
    { ...defaultHttpLimits, localOnly: config.identity.kind === 'anonymous', ...overrides.http },
  );
}

const pageRoutes = ({ publicUrl }: ServiceConfig, { routine }: Knowledge, { now }: Outside) => ({
  pages: publicPages(routine, now),
  pagePolicy,
  arePagesEncrypted: publicUrl?.startsWith('https:') === true,
});

/** What cannot be read is said at the start, not in the next outage. Who asks meanwhile is answered when it is read. */
async function readBooks(books: Books, store: Store): Promise<void> {
  await books.world();
  await checkAnnounced(store);
}

function outsideOf(log: OperationsLog, overrides: Overrides): Outside {
  return {
    fetch: overrides.fetch ?? fetchText,
    now: overrides.now ?? systemClock,
    random: overrides.random ?? Math.random,
    log,
    metrics: createMetrics(),
    limits: { ...defaultLimits, ...overrides.limits },
  };
}

type Started = {
  readonly config: ServiceConfig;
  readonly knowledge: Knowledge;
  readonly store: Store;
  /** Resolves when the service is ready, or will not be. */
  readonly opened: Promise<void>;
  /** What runs by itself is stopped with it, the last one first. */
  readonly started: AsyncDisposableStack;
};

/** The bot, and what runs beside it: the deliveries and the clock. */
function startBot(
  { config, knowledge, opened, store, started }: Started,
  outside: Outside,
  overrides: Overrides,
) {
  const { now, log } = outside;
  const configuredCoordinators = config.coordinators.map((id) => id.toLowerCase());
  const callConnector = connectTeams(config.identity, outside);
  const books = createBooks({
    store,
    now,
    configuredCoordinators,
    routine: routineMark(knowledge.routine),
    issueNotices: (caused) => issueNotices(caused, knowledge.routine),
  });
  const failed = (error: unknown): void => log.error(faultOf(error), 'fault');
  const links = { callLinks: config.callLinks, publicUrl: config.publicUrl };
  const delivery = started.use(
    startDelivery({ store, books, opened, links, callConnector }, outside, overrides),
  );
  const timekeeper = started.use(
    startTimekeeper({ books, now, changed: delivery.wake, failed, lookEveryMs: outside.limits.lookEveryMs }),
  );
  const bot = createBot({
    knowledge,
    ...links,
    books,
    roster: createRoster(callConnector, outside),
    phrases: started.use(createPhrases({ store, now, failed })),
    now,
    newId: randomUUID,
    changed() {
      timekeeper.wake();
      delivery.wake();
    },
    failed,
  });
  return { bot, callConnector, books };
}

type Deliverer = Pick<Started, 'store' | 'opened'> & {
  readonly books: Books;
  readonly links: CardLinks;
  readonly callConnector: CallConnector;
};

/** Delivers while this process leads. To make the first card takes a fifth of a start, and waits until it is ready. */
function startDelivery(
  { store, books, opened, links, callConnector }: Deliverer,
  outside: Outside,
  overrides: Overrides,
): LedDelivery {
  const show = (view: unknown, kind: Place['kind']) =>
    noticeMessage(view, { ...links, place: kind === 'chat' ? 'personal' : 'channel' });
  const courier = createCourier(callConnector, show, outside.limits);
  const limits = { ...defaultDeliveryLimits, ...overrides.delivery };
  const read = async () => {
    await opened;
    return { directory: (await books.world()).directory, streams: await books.outboxes() };
  };
  return deliverWhileLeading({
    store,
    log: outside.log,
    begin: () => createDelivery({ read, record: books.record, courier, limits }, { ...outside, wait }),
  });
}

/** Ends early, without fault, when the signal says so. */
async function wait(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}

/** Not a number where the books cannot be read: an alarm on them sees that too. */
async function noticeHealth(books: Books, { now }: Outside) {
  try {
    const { failedCount, oldestUndeliveredAt } = deliveryHealth(await books.outboxes());
    const at = now().getTime();
    return { failed: failedCount, oldestUndeliveredSeconds: (at - (oldestUndeliveredAt ?? at)) / 1_000 };
  } catch {
    return { failed: NaN, oldestUndeliveredSeconds: NaN };
  }
}

/** An alarm for operations; what waits or failed never takes the bot away in an outage. */
async function readiness(store: Store, books: Books): Promise<{ status: number; body: object }> {
  try {
    const fault = await store.fault();
    if (fault !== undefined) return unready;
    const { oldestUndeliveredAt, failedCount } = deliveryHealth(await books.outboxes());
    const oldest = oldestUndeliveredAt === undefined ? null : new Date(oldestUndeliveredAt).toISOString();
    const notices = { oldestUndeliveredNotice: oldest, failedNotices: failedCount };
    return { status: 200, body: { status: 'ready', store: 'ok', ...notices } };
  } catch {
    return unready;
  }
}

const unready = { status: 503, body: { status: 'unready', store: 'failed' } };

/** How the log is written. */
export const logOptions = { base: null, formatters: { log: onlyKnownFields } };

const gatherMs = 100;
const gatherMost = 4_096;

/**
 * Where the log goes. Lines are written together, ten times a second, since each by itself costs as much as sending an
 * answer; the last ones when the process ends. What is not taken is lost: pino's own way out ends the process on a full
 * disk, and waits there for ever.
 */
function gatheredOutput() {
  let gathered = '';
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const text = gathered;
    gathered = '';
    try {
      writeSync(1, text);
    } catch {
      // There is nobody to tell.
    }
  };
  process.once('exit', flush);
  return {
    write(line: string): void {
      gathered += line;
      if (gathered.length >= gatherMost) return flush();
      timer ??= setTimeout(flush, gatherMs).unref();
    },
  };
}
