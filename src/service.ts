import pino from 'pino';
import type { Logger } from 'pino';
import { replyMessage } from './app/reply-message.ts';
import { readConfig, readServiceConfig } from './config.ts';
import type { ServiceConfig } from './config.ts';
import { listen } from './http/listen.ts';
import { createServer, defaultHttpLimits } from './http/server.ts';
import type { HttpLimits } from './http/server.ts';
import { readKnowledge } from './routine/knowledge.ts';
import type { Knowledge } from './routine/knowledge.ts';
import { createEndpoint } from './teams/endpoint.ts';
import { faultOf } from './teams/fault-of.ts';
import { defaultLimits } from './teams/limits.ts';
import type { Limits } from './teams/limits.ts';
import { createMetrics } from './teams/metrics.ts';
import type { Voice } from './teams/react.ts';

/** What a test puts in the place of the world. */
export type Overrides = {
  readonly fetch?: typeof fetch;
  readonly now?: () => Date;
  readonly random?: () => number;
  readonly log?: Logger;
  readonly limits?: Partial<Limits>;
  readonly http?: Partial<HttpLimits>;
};

/** A bot that answers, until it is disposed: then the turns under way are finished first. */
export type Service = AsyncDisposable & { readonly port: number };

/** Longer than one sending may take (`sendBudgetMs`); what waits behind it is not begun. */
const graceMs = 9_500;

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

/** Constructs everything, and gives each part what it uses. Rejects when the port cannot be had. */
export async function startService(
  config: ServiceConfig,
  knowledge: Knowledge,
  overrides: Overrides = {},
): Promise<Service> {
  const log = overrides.log ?? pino({ ...logOptions, level: config.logLevel });
  const metrics = createMetrics();
  const outside = {
    fetch: overrides.fetch ?? fetch,
    now: overrides.now ?? (() => new Date()),
    random: overrides.random ?? Math.random,
    log,
    metrics,
    limits: { ...defaultLimits, ...overrides.limits },
  };
  const voice: Voice = {
    knowledge,
    showReply: (reply, asker) => replyMessage(reply, asker, { knowledge, callLinks: config.callLinks }),
  };
  const endpoint = createEndpoint({ identity: config.identity, tenants: config.tenants, voice }, outside);
  const server = createServer(
    {
      receive: endpoint.receive,
      failed: (error) => log.error(faultOf(error), 'fault'),
      ready: () => Promise.resolve({ status: 200, body: readiness }),
      metrics: async () => ({ contentType: metrics.contentType, text: await metrics.text() }),
    },
    { ...defaultHttpLimits, localOnly: config.identity.kind === 'anonymous', ...overrides.http },
  );
  const listening = await listen(server, config.listen);
  log.info({ port: listening.port, identity: config.identity.kind }, 'ready');
  return {
    port: listening.port,
    async [Symbol.asyncDispose]() {
      endpoint.stop();
      await listening.close(graceMs);
      await endpoint.idle();
      log.info('stopped');
    },
  };
}

/** Nothing is stored yet, so nothing can be out of reach or wait to be delivered. */
const readiness = { status: 'ready', store: 'none', oldestUndeliveredNotice: null, failedNotices: 0 };

/** No log line has these; should one come to, it is not read. */
const personal = ['text', 'name', 'from', 'value', 'data', 'authorization', 'token', 'message', 'stack'];
/** How the log is written. */
export const logOptions = {
  base: null,
  redact: { paths: personal.flatMap((key) => [key, `*.${key}`]), censor: '[dolt]' },
};
