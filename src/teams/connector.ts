import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { BotToken } from './bot-token.ts';
import { ConnectorFailure } from './connector-failure.ts';
import type { Fetched, Outside } from './outside.ts';
import { retryDelayMs } from './retry-delay.ts';

/** One request to the connector, as JSON. */
type ConnectorCall = {
  readonly method: string;
  readonly url: string;
  readonly body?: string | undefined;
  /**
   * Milliseconds. The call is made once, and may take so long with the login: for a caller that has its own
   * mind about repeating, or cannot wait. Without it the call is made again where that is safe.
   */
  readonly onceWithinMs?: number;
};

/** Makes the call; gives the body of a success, else rejects with ConnectorFailure. */
export type CallConnector = (
  call: ConnectorCall,
) => Promise<{ readonly status: number; readonly body: string }>;

type Security = {
  readonly botToken: BotToken;
  readonly isAllowedServiceUrl: (serviceUrl: string) => boolean;
};

/** The only way out to Teams. The bot's token is fetched and shown after the host is found to be allowed. */
export function createConnector(
  { botToken, isAllowedServiceUrl }: Security,
  outside: Outside,
): CallConnector {
  const { limits, metrics, random } = outside;
  const tryOnce = async (call: ConnectorCall, ms: number): Promise<Answered> => {
    const answer = await within(ms, (signal) => attempt(call, { botToken, signal, outside }));
    const status = answer.kind === 'ok' ? answer.status : (answer.failure.status ?? answer.failure.errorCode);
    metrics.connectorCall(call.method, `${status}`);
    return answer;
  };
  return async (call) => {
    if (!isAllowedServiceUrl(call.url)) throw new ConnectorFailure({ errorCode: 'host', reached: 'no' });
    const { method, onceWithinMs } = call;
    if (onceWithinMs !== undefined) return successOf(await tryOnce(call, onceWithinMs));
    const startedAt = performance.now();
    for (let tries = 1; ; tries += 1) {
      const leftMs = limits.sendBudgetMs - (performance.now() - startedAt);
      // oxlint-disable-next-line no-await-in-loop -- one try after the other
      const answer = await tryOnce(call, Math.min(leftMs, limits.sendTimeoutMs));
      if (answer.kind === 'ok') return answer;
      const { failure } = answer;
      const refused = { failure, method, tries, retryAfterMs: failure.retryAfterMs };
      const delay = retryDelayMs(refused, limits.firstRetryMs, random());
      const isInTime = delay !== undefined && performance.now() - startedAt + delay < limits.sendBudgetMs;
      if (!isInTime) throw failure;
      // oxlint-disable-next-line no-await-in-loop -- as above
      await pause(delay);
    }
  };
}

function successOf(answer: Answered): Extract<Answered, { kind: 'ok' }> {
  if (answer.kind === 'ok') return answer;
  throw answer.failure;
}

/** Gives work so long, in milliseconds; then the signal says stop. A timer that was not needed is taken away. */
async function within<Result>(ms: number, work: (stop: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), ms);
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
  }
}

type Means = { readonly botToken: BotToken; readonly signal: AbortSignal; readonly outside: Outside };

async function attempt(
  { method, url, body }: ConnectorCall,
  { botToken, signal, outside }: Means,
): Promise<Answered> {
  const token = botToken();
  const headers = token instanceof Promise ? await headersInTime(token, signal) : requestHeaders(token);
  if (headers === undefined) return failed({ errorCode: 'login', reached: 'no' });
  try {
    const init = { method, headers, redirect: 'error' as const, signal };
    const response = await outside.fetch(url, body === undefined ? init : { ...init, body });
    const text = await response.text();
    if (response.ok) return { kind: 'ok', status: response.status, body: text };
    const retryAfterMs = retryAfterMsOf(response);
    return failed({
      status: response.status,
      errorCode: errorCodeOf(text),
      reached: 'maybe',
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    });
  } catch (error) {
    return failed(brokenOff(error));
  }
}

/** Resolves to nothing when the signal says stop, or when there is no token to be had. */
function headersInTime(token: Promise<string>, signal: AbortSignal): Promise<RequestHeaders | undefined> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
    token.then(
      (shown) => resolve(requestHeaders(shown)),
      () => resolve(undefined),
    );
  });
}

type RequestHeaders = Record<string, string>;

function requestHeaders(token: string | undefined): RequestHeaders {
  return {
    accept: 'application/json',
    'content-type': 'application/json; charset=utf-8',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
}

type Answered =
  | { readonly kind: 'ok'; readonly status: number; readonly body: string }
  | { readonly kind: 'failed'; readonly failure: ConnectorFailure };

const failed = (failure: ConstructorParameters<typeof ConnectorFailure>[0]): Answered => ({
  kind: 'failed',
  failure: new ConnectorFailure(failure),
});

/** Seconds, as Teams sends it; a date is left to our own back-off. */
function retryAfterMsOf({ headers }: Fetched): number | undefined {
  const seconds = new Map(headers).get('retry-after') ?? '';
  return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1_000 : undefined;
}

const errorBody = z.object({ error: z.object({ code: z.string().regex(/^\w{1,60}$/) }) });

function errorCodeOf(body: string): string {
  try {
    return errorBody.parse(JSON.parse(body)).error.code;
  } catch {
    return 'none';
  }
}

/** Where no connection came about, nothing was sent. */
const neverConnected: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);
/** Node.js, "X509 certificate error codes", and its own for another name: it shows nothing to whoever that is. */
const wrongCertificate =
  /^(?:CERT_|CRL_|UNABLE_TO_|ERROR_IN_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|HOSTNAME_MISMATCH$|ERR_TLS_CERT_ALTNAME_INVALID$)/;
const causeWithCode = z.object({ cause: z.object({ code: z.string() }) });

function brokenOff(error: unknown): { readonly errorCode: string; readonly reached: 'no' | 'maybe' } {
  if (error instanceof DOMException) return { errorCode: 'timeout', reached: 'maybe' };
  const code = causeWithCode.safeParse(error).data?.cause.code ?? '';
  if (wrongCertificate.test(code)) return { errorCode: 'certificate', reached: 'no' };
  return neverConnected.has(code)
    ? { errorCode: 'unreachable', reached: 'no' }
    : { errorCode: 'broken-off', reached: 'maybe' };
}
