import { Writable } from 'node:stream';
import pino from 'pino';
import type { ServiceConfig } from '../../src/config.ts';
import type { Knowledge } from '../../src/routine/knowledge.ts';
import { logOptions, startService } from '../../src/service.ts';
import type { Overrides, Service } from '../../src/service.ts';
import { appId, tenantId } from './activities.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { builtInKnowledge } from './built-in-knowledge.ts';
import type { TeamsDouble } from './teams-double.ts';

/** A bot as in production, but for its port and its waits. */
const config: ServiceConfig = {
  listen: { host: '127.0.0.1', port: 0 },
  identity: {
    kind: 'registered',
    appId,
    loginTenant: tenantId,
    credential: { kind: 'secret', secret: 'a secret that no log may have' },
  },
  tenants: new Map([[tenantId, []]]),
  coordinators: [],
  storage: { kind: 'file', directory: './data' },
  publicUrl: undefined,
  callLinks: 'none',
  logLevel: 'trace',
};

export type TestBot = Service & { readonly logged: () => string };

/** Starts a bot whose Microsoft is the double. Everything it logs is kept. */
export async function startBot(
  double: Pick<TeamsDouble, 'fetch'>,
  changes: Overrides & {
    readonly config?: Partial<ServiceConfig>;
    /** Without: the routine as it ships. */
    readonly knowledge?: Knowledge;
  } = {},
): Promise<TestBot> {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const { config: configChanges, knowledge = await builtInKnowledge(), ...overrides } = changes;
  const service = await startService({ ...config, ...configChanges }, knowledge, {
    fetch: double.fetch,
    random: () => 0.5,
    store: createMemoryStore(),
    log: pino({ ...logOptions, level: 'trace' }, sink),
    ...overrides,
    limits: { firstRetryMs: 1, ...overrides.limits },
  });
  return { ...service, logged: () => lines.join('') };
}
