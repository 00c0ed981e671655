import restify from 'restify';
import type { Next, Request, Response, Server } from 'restify';
import type { BodyLimits } from './read-json.ts';
import { readJson } from './read-json.ts';

/** A page that is open to everybody: its path and, whenever it is asked for, its HTML. */
type PublicPage = { readonly path: string; readonly html: () => string };

/** An answer as JSON. */
type HttpAnswer = { readonly status: number; readonly body?: object };

/** What the routes of contract.md §3 answer. */
export type Routes = {
  readonly receive: (authorization: string | undefined, body: unknown) => Promise<HttpAnswer>;
  readonly ready: () => Promise<HttpAnswer>;
  /** Told of what should not happen: a handler that rejected. */
  readonly failed: (error: unknown) => void;
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly pages: readonly PublicPage[];
  /** The content security policy of the pages. */
  readonly pagePolicy: string;
  /** Whether the pages are reached by https, through whatever ends the encryption before the bot. */
  readonly arePagesEncrypted: boolean;
};

export type HttpLimits = {
  readonly body: BodyLimits;
  /** Connections at a time; further ones are dropped. */
  readonly connections: number;
  /** A connection without any traffic is closed; longer than the slowest turn. */
  readonly silenceMs: number;
  /** Turns away what calls this machine by another name, as a web page does that had its own lead here. */
  readonly localOnly: boolean;
};

export const defaultHttpLimits: HttpLimits = {
  body: { bytes: 256 * 1024, depth: 40, timeoutMs: 10_000 },
  connections: 1_000,
  silenceMs: 20_000,
  localOnly: false,
};

const json = 'application/json; charset=utf-8';

/** Serves the routes; answers and errors are JSON and tell nothing of what is inside. */
export function createServer(routes: Routes, limits: HttpLimits): Server {
  // Without a name restify sends no `Server` header.
  const server = restify.createServer({ name: '' });
  harden(server, limits);
  refuseUnreadable(server);
  answerErrors(server, routes.failed);

  const messages = async (request: Request, response: Response): Promise<void> => {
    if (limits.localOnly && !isThisMachine(request.headers.host)) {
      return send(response, { status: 403, body: { error: 'forbidden' } });
    }
    const body = await readJson(request, limits.body);
    if (body.kind === 'json') {
      return send(response, await routes.receive(request.headers.authorization, body.value));
    }
    // The rest of the body is not waited for.
    response.setHeader('connection', 'close');
    return send(response, { status: body.status, body: { error: bodyErrors[body.status] } });
  };
  const ready = async (_request: Request, response: Response): Promise<void> =>
    send(response, await routes.ready());
  const metrics = async (_request: Request, response: Response): Promise<void> =>
    sendText(response, 200, await routes.metrics());

  // oxlint-disable-next-line oxc/no-async-endpoint-handlers -- for Express; restify answers what an async handler rejects with
  server.post('/api/messages', messages);
  server.get('/health', alive);
  server.get('/ready', ready);
  server.get('/metrics', metrics);
  servePages(server, routes);
  return server;
}

/**
 * The pages for paper. A copy may be shown while the bot cannot be reached: that is when they are needed. Where they
 * are encrypted a browser is told to ask for nothing else: what is said to a forged number is said to a stranger.
 */
function servePages(server: Server, { arePagesEncrypted, pagePolicy, pages }: Routes): void {
  const headers = {
    'cache-control': 'public, max-age=300, stale-if-error=604800',
    'content-security-policy': pagePolicy,
    'referrer-policy': 'no-referrer',
    'x-frame-options': 'DENY',
    ...(arePagesEncrypted && { 'strict-transport-security': 'max-age=31536000' }),
  };
  for (const { html, path } of pages) {
    const page = (_request: Request, response: Response, next: Next): void => {
      sendText(response, 200, { contentType: 'text/html; charset=utf-8', text: html(), headers });
      next();
    };
    server.get(path, page);
    server.head(path, page);
  }
}

/** By any of its loopback names and addresses. */
function isThisMachine(host = ''): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host);
}

function alive(_request: Request, response: Response, next: Next): void {
  send(response, { status: 200, body: { status: 'alive' } });
  next();
}

const bodyErrors = {
  400: 'not readable as JSON',
  408: 'too slow',
  413: 'too large',
  415: 'only application/json',
} as const;

/**
 * restify makes a URL of the target and the `Host` header, and what makes none it throws where nobody catches. Of two
 * hosts (RFC 9112, 3.2) a proxy may have meant the other.
 */
function refuseUnreadable(server: Server): void {
  server.pre((request, response, next) => {
    const { url = '', headers, rawHeaders } = request;
    const base = `http://${headers.host ?? ''}`.replace(/^http:\/\/$/, 'http://localhost');
    const isUrl = url.startsWith('/') ? URL.canParse(base + url) : URL.canParse(url, base);
    const hosts = rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
    if (isUrl && hosts.length <= 1) return next();
    send(response, { status: 400, body: { error: 'not readable as a request' } });
    return next(false);
  });
}

type RestifyError = [
  request: Request,
  response: Response,
  error: { readonly statusCode?: number },
  done: () => void,
];

function harden(server: Server, { connections, silenceMs }: HttpLimits): void {
  const { server: http } = server;
  http.headersTimeout = 10_000;
  http.requestTimeout = 15_000;
  http.keepAliveTimeout = 5_000;
  http.timeout = silenceMs;
  http.maxConnections = connections;
  // restify listens to upgrades without answering them, which would keep the socket for ever.
  server.on('upgrade', (_request, socket) => socket.destroy());
}

function answerErrors(server: Server, failed: Routes['failed']): void {
  server.on('restifyError', (...[, response, error, done]: RestifyError) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) failed(error);
    send(response, { status, body: { error: routeErrors[status] ?? 'failed' } });
    done();
  });
}

const routeErrors: Readonly<Record<number, string>> = { 404: 'not found', 405: 'method not allowed' };

function send(response: Response, { status, body }: HttpAnswer): void {
  sendText(response, status, { contentType: json, text: body === undefined ? '' : JSON.stringify(body) });
}

type Sent = {
  readonly contentType: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
};

function sendText(response: Response, status: number, { contentType, headers = {}, text }: Sent): void {
  if (response.headersSent || response.destroyed) return;
  response.setHeader('content-type', contentType);
  response.setHeader('content-length', Buffer.byteLength(text));
  response.setHeader('cache-control', 'no-store');
  response.setHeader('x-content-type-options', 'nosniff');
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.sendRaw(status, text);
}
