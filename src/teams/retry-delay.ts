import type { ConnectorFailure } from './connector-failure.ts';

/** What a refused call asks for, and how often it has been tried (1 the first time). */
export type Attempt = {
  readonly failure: ConnectorFailure;
  readonly method: string;
  readonly tries: number;
  /** From the response's `Retry-After`. */
  readonly retryAfterMs: number | undefined;
};

const triesMost = 4;
/** Refused before anything was done: throttled, or another operation was under way in the conversation. */
const refused: ReadonlySet<number> = new Set([412, 429]);
/** "Status codes from bot conversational APIs": to be retried; 500 is not. */
const passing: ReadonlySet<number> = new Set([502, 503, 504]);

/**
 * How long to wait before the call is made again; undefined: not at all. Creating a message is not
 * idempotent, so it is repeated only when Teams cannot have acted on it. Doubles, spread by ±20 %.
 */
export function retryDelayMs(attempt: Attempt, firstMs: number, random: number): number | undefined {
  if (attempt.tries >= triesMost || !isTransient(attempt)) return undefined;
  if (attempt.retryAfterMs !== undefined) return attempt.retryAfterMs;
  return Math.round(firstMs * 2 ** (attempt.tries - 1) * (0.8 + 0.4 * random));
}

function isTransient({ failure, method }: Attempt): boolean {
  const { status, reached } = failure;
  if (status === undefined) return reached === 'no' ? failure.errorCode !== 'host' : method !== 'POST';
  return refused.has(status) || (method !== 'POST' && passing.has(status));
}
