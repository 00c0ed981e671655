import { createServer } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { generate } from 'selfsigned';
import { appId, tenantId } from './activities.ts';
import type { TestActivity, TestPerson } from './activities.ts';
import { createTestKey } from './microsoft-tokens.ts';
import { portOf } from './port-of.ts';
import { connectorHost, loginHost, tokenHost } from './teams-double.ts';

/**
 * Login, key page and connector over TLS, for bots that are measured: each under its own name, with a certificate
 * that `certificate` (PEM) vouches for. It takes whatever is sent and costs as little as it can.
 */
export type MicrosoftOverTls = AsyncDisposable & {
  readonly port: number;
  readonly certificate: string;
  /** How many messages were posted to the connector. */
  readonly posted: () => number;
  /** A token for an activity, as the connector shows one: valid for an hour. */
  readonly tokenFor: (activity: TestActivity) => Promise<string>;
};

const hosts = [loginHost, tokenHost, connectorHost, 'api.botframework.com'];

/** `members` are of every team. */
export async function startMicrosoftOverTls(members: readonly TestPerson[] = []): Promise<MicrosoftOverTls> {
  const memberOf = new Map(members.map((one) => [one.id, { ...one, tenantId, userRole: 'user' }]));
  const key = createTestKey('first');
  const { private: privateKey, cert } = await generate(
    [{ name: 'commonName', value: 'Microsofts dubbelgångare' }],
    {
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2, value })) },
      ],
    },
  );
  let posted = 0;
  const answer = ({ headers, url = '' }: IncomingMessage): object => {
    if (headers.host === loginHost) return url.endsWith('/keys') ? { keys: [key.publicJwk] } : loginMetadata;
    if (headers.host === tokenHost) return url.includes('/token') ? botToken : tokenMetadata;
    const [, member] = /\/members\/([^/?]+)/.exec(url) ?? [];
    if (member !== undefined) return memberOf.get(decodeURIComponent(member)) ?? {};
    posted += 1;
    return { id: `${posted}` };
  };
  const server = createServer({ key: privateKey, cert }, (request, response) => {
    request.resume().on('end', () => {
      const body = JSON.stringify(answer(request));
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
      });
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    port: portOf(server),
    certificate: cert,
    posted: () => posted,
    tokenFor: ({ serviceUrl }) => {
      const now = Math.floor(Date.now() / 1_000);
      const iss = 'https://api.botframework.com';
      return key.sign({ iss, aud: appId, serviceurl: serviceUrl, nbf: now - 60, exp: now + 3_600 });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

const loginMetadata = {
  issuer: 'https://api.botframework.com',
  jwks_uri: `https://${loginHost}/v1/.well-known/keys`,
  id_token_signing_alg_values_supported: ['RS256'],
};
const authority = `https://${tokenHost}/${tenantId}`;
const tokenMetadata = {
  tenant_discovery_endpoint: `${authority}/v2.0/.well-known/openid-configuration`,
  'api-version': '1.1',
  metadata: [{ preferred_network: tokenHost, preferred_cache: 'login.windows.net', aliases: [tokenHost] }],
  issuer: `${authority}/v2.0`,
  authorization_endpoint: `${authority}/oauth2/v2.0/authorize`,
  token_endpoint: `${authority}/oauth2/v2.0/token`,
  jwks_uri: `${authority}/discovery/v2.0/keys`,
};
const botToken = {
  token_type: 'Bearer',
  expires_in: 3_599,
  access_token: 'the bot’s own token'.replace(/\W/g, '-'),
};
