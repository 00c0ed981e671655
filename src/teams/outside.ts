import type { OperationsLog } from '../delivery/operations-log.ts';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';

/** One request that leaves the process. It is not redirected, and broken off with the signal. */
export type FetchInit = {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly redirect: 'error';
  readonly signal: AbortSignal;
};

/** What of an answer is read: all that a `Response` of the web's own `fetch` has too. */
export type Fetched = {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: Iterable<readonly [string, string]>;
  readonly text: () => Promise<string>;
};

/** What this folder is given of the world; constructed in service.ts alone. */
export type Outside = {
  /** Every call that leaves the process goes through here. Rejects as the web's `fetch` does. */
  readonly fetch: (url: string, init: FetchInit) => Promise<Fetched>;
  readonly now: () => Date;
  /** 0–1, for spreading retries. */
  readonly random: () => number;
  readonly log: OperationsLog;
  readonly metrics: Metrics;
  readonly limits: Limits;
};
