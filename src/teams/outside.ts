import type { Logger } from 'pino';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** What this folder is given of the world; constructed in service.ts alone. */
export type Outside = {
  /** Every call that leaves the process goes through here. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** 0–1, for spreading retries. */
  readonly random: () => number;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly limits: Limits;
};
