import pino from 'pino';
import { defaultLimits } from '../../src/teams/limits.ts';
import { createMetrics } from '../../src/teams/metrics.ts';
import type { Outside } from '../../src/teams/outside.ts';

/** A world for a part of the Teams side by itself: silent, with short waits, and this way out. */
export function outsideWith(fetch: Outside['fetch'], changes: Partial<Outside> = {}): Outside {
  return {
    fetch,
    now: () => new Date(),
    random: () => 0.5,
    log: pino({ level: 'silent' }),
    metrics: createMetrics(),
    limits: { ...defaultLimits, firstRetryMs: 1, sendTimeoutMs: 150, sendBudgetMs: 600 },
    ...changes,
  };
}
