import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** What Microsoft's side may do instead of answering. */
export type Misbehaviour =
  | { readonly kind: 'status'; readonly status: number; readonly code?: string; readonly retryAfter?: string }
  | { readonly kind: 'redirect'; readonly to: string }
  /** Refuses, and says again all that it was sent. */
  | { readonly kind: 'echo' }
  | { readonly kind: 'hang' }
  | { readonly kind: 'drop' }
  /** Nobody listens there. */
  | { readonly kind: 'unreachable' };

/** With `kept` it was done all the same, and only the answer is amiss. */
export type Trouble = Misbehaviour & { readonly kept?: boolean };

export function misbehave(misbehaviour: Misbehaviour, response: ServerResponse): void {
  if (misbehaviour.kind === 'drop') return void response.socket?.destroy();
  if (misbehaviour.kind === 'redirect') {
    response.setHeader('location', misbehaviour.to);
    return sendJson(response, 307, {});
  }
  if (misbehaviour.kind === 'echo') return void echo(response);
  if (misbehaviour.kind !== 'status') return;
  const { status, code = 'ServiceError', retryAfter } = misbehaviour;
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  sendJson(response, status, { error: { code, message: 'Something a log should not repeat.' } });
}

async function echo(response: ServerResponse): Promise<void> {
  const sent = `${JSON.stringify(response.req.headers)} ${await text(response.req)}`;
  sendJson(response, 400, {
    error: { code: sent, message: sent },
    error_description: sent,
    error_codes: [sent],
  });
}

/** Teams says that it is too much, and when it will not be. */
export const throttled = (retryAfterSeconds: number): Misbehaviour => ({
  kind: 'status',
  status: 429,
  code: 'Throttled',
  retryAfter: `${retryAfterSeconds}`,
});

/** Shares of all requests, 0–1 each, together 1 at most; the same seed gives the same run. */
export type FaultRates = {
  readonly seed: number;
  readonly throttled?: number;
  /** Of the throttled; 0 unless said. */
  readonly retryAfterSeconds?: number;
  /** 502, nothing done; 502, done all the same. */
  readonly failedBefore?: number;
  readonly failedAfter?: number;
  /** The connection breaks, nothing done; done all the same. */
  readonly droppedBefore?: number;
  readonly droppedAfter?: number;
};

/** Decides, request by request, what goes wrong. */
export function troublesBy(rates: FaultRates): () => Trouble | undefined {
  const random = seededRandom(rates.seed);
  const failed: Misbehaviour = { kind: 'status', status: 502 };
  const shares: readonly (readonly [number | undefined, Trouble])[] = [
    [rates.throttled, throttled(rates.retryAfterSeconds ?? 0)],
    [rates.failedBefore, failed],
    [rates.failedAfter, { ...failed, kept: true }],
    [rates.droppedBefore, { kind: 'drop' }],
    [rates.droppedAfter, { kind: 'drop', kept: true }],
  ];
  return () => {
    let left = random();
    for (const [share = 0, trouble] of shares) {
      if (left < share) return trouble;
      left -= share;
    }
    return undefined;
  };
}

/** Mulberry32: small, even, and the same on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Without `writeHead`: restify replaces it for the whole process, and its own returns nothing. */
export function sendJson(response: ServerResponse, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}
