import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { appId } from './activities.ts';
import type { TestActivity } from './activities.ts';
import { createConnectorDouble } from './connector-double.ts';
import type { ConnectorDouble } from './connector-double.ts';
import { freePort } from './free-port.ts';
import { createTestKey } from './microsoft-tokens.ts';
import type { Claims, TestKey } from './microsoft-tokens.ts';
import type { Misbehaviour } from './misbehave.ts';
import { misbehave, sendJson } from './misbehave.ts';
import { doubleUrl } from './double-url.ts';
import { portOf } from './port-of.ts';

export const loginHost = 'login.botframework.com';
export const tokenHost = 'login.microsoftonline.com';
export const connectorHost = 'smba.trafficmanager.net';

/**
 * Microsoft's side of the wire over real HTTP: login, key page and connector on one port of this machine,
 * each under its own host name. The bot's door out leads here, so it speaks to the real names.
 */
export type TeamsDouble = AsyncDisposable & {
  /** Where it listens on this machine, for a bot in another process. */
  readonly port: number;
  /** For the bot: takes every call to the double, also those to hosts that are not Microsoft's. */
  readonly fetch: typeof fetch;
  /** Every URL that was called, in order. */
  readonly called: readonly string[];
  readonly connector: ConnectorDouble;
  /** The keys on the key page; replace them to rotate. */
  keys: readonly TestKey[];
  /** What a host does instead of answering; an empty list again: nothing. */
  readonly troubles: Map<string, Misbehaviour>;
  /** A token for an activity, right in everything that `changes` does not say. */
  readonly tokenFor: (activity: TestActivity, changes?: Claims) => Promise<string>;
  /** Delivers an activity to the bot as Teams does. */
  readonly deliver: (bot: { readonly port: number }, activity: TestActivity) => Promise<Response>;
};

/** Where the bot takes requests. */
export const messagesUrl = ({ port }: { readonly port: number }): string =>
  `http://127.0.0.1:${port}/api/messages`;

/** Posts a body as it stands. */
export function post(
  bot: { readonly port: number },
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return fetch(messagesUrl(bot), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

export async function startTeamsDouble(): Promise<TeamsDouble> {
  const firstKey = createTestKey('first');
  const troubles = new Map<string, Misbehaviour>();
  const called: string[] = [];
  const connector = createConnectorDouble();

  const server = createServer((request, response) => {
    const [, host = '', ...path] = (request.url ?? '').split('/');
    const trouble = troubles.get(host);
    if (trouble !== undefined) return misbehave(trouble, response);
    return answer({ host, path: `/${path.join('/')}`, request, response });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const port = portOf(server);
  const nobody = await freePort();

  const answer = ({ host, path, request, response }: Call): void => {
    if (host === loginHost) return sendJson(response, 200, loginAnswer(path));
    if (host === tokenHost) return sendJson(response, 200, tokenAnswer(path));
    if (host === connectorHost) return connector.take(path, request, response);
    return sendJson(response, 200, { id: 'taken by a stranger' });
  };
  const loginAnswer = (path: string): object =>
    path.endsWith('/openidconfiguration')
      ? {
          issuer: 'https://api.botframework.com',
          jwks_uri: `https://${loginHost}/v1/.well-known/keys`,
          id_token_signing_alg_values_supported: ['RS256'],
        }
      : { keys: double.keys.map(({ publicJwk }) => publicJwk) };

  const double: TeamsDouble = {
    port,
    called,
    connector,
    keys: [firstKey],
    troubles,
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input);
      called.push(url.href);
      const isDown = troubles.get(url.hostname)?.kind === 'unreachable';
      return fetch(doubleUrl(isDown ? nobody : port, url), init);
    },
    tokenFor: (activity, changes = {}) => firstKey.sign({ ...claimsFor(activity), ...changes }),
    async deliver(bot, activity) {
      return post(bot, activity, { authorization: `Bearer ${await double.tokenFor(activity)}` });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
  return double;
}

type Call = {
  readonly host: string;
  readonly path: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
};

/** The claims of a genuine token, an hour long and begun a minute ago. */
export function claimsFor(activity: TestActivity): Claims {
  const now = Math.floor(Date.now() / 1000);
  return {
    iss: 'https://api.botframework.com',
    aud: appId,
    nbf: now - 60,
    exp: now + 3600,
    serviceurl: activity.serviceUrl,
  };
}

function tokenAnswer(path: string): object {
  if (path.includes('/oauth2/')) {
    return {
      token_type: 'Bearer',
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: 'the-bots-own-token',
    };
  }
  const base = `https://${tokenHost}/tenant`;
  return {
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    token_endpoint: `${base}/oauth2/v2.0/token`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
  };
}
