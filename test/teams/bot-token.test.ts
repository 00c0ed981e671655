import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { expect, test } from 'vitest';
import type { BotIdentity } from '../../src/teams/bot-identity.ts';
import { createBotToken } from '../../src/teams/bot-token.ts';
import { appId, tenantId } from '../support/activities.ts';
import { outsideWith } from '../support/outside-with.ts';

type Credential = Extract<BotIdentity, { kind: 'registered' }>['credential'];
const token = { access_token: 'a-token', token_type: 'Bearer', expires_in: 3600, expires_on: '4102444800' };

/** Fetches a token with the credential; gives it and the requests that were made for it. */
async function tokenWith(credential: Credential, loginTenant = tenantId) {
  const requests: { readonly url: URL; readonly body: URLSearchParams }[] = [];
  const outside = outsideWith((input, init) => {
    requests.push({
      url: new URL(input),
      body: new URLSearchParams(init.body ?? ''),
    });
    return Promise.resolve(Response.json(token));
  });
  const botToken = createBotToken({ kind: 'registered', appId, loginTenant, credential }, outside);
  return { token: await botToken(), again: await botToken(), requests };
}

test('a bot with a secret shows it to its own tenant, once for as long as the token lasts', async () => {
  const { token, again, requests } = await tokenWith({ kind: 'secret', secret: 'hemligt' });
  expect([token, again]).toEqual(['a-token', 'a-token']);
  expect(requests).toHaveLength(1);
  expect(requests[0]?.url.href).toMatch(`https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`);
  expect(Object.fromEntries(requests[0]?.body ?? [])).toMatchObject({
    grant_type: 'client_credentials',
    client_id: appId,
    client_secret: 'hemligt',
    scope: expect.stringContaining('https://api.botframework.com/.default'),
  });
});

test('a multi-tenant bot shows its secret to the Bot Framework’s tenant', async () => {
  const { requests } = await tokenWith({ kind: 'secret', secret: 'hemligt' }, 'botframework.com');
  expect(requests.at(-1)?.url.pathname).toBe('/botframework.com/oauth2/v2.0/token');
});

test.each([
  ['SHA-1', 'x5t', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b'],
  ['SHA-256', 'x5t#S256', '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
])('a bot with a certificate, named by its %s, signs who it is', async (_kind, header, thumbprint) => {
  const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ format: 'pem', type: 'pkcs8' })
    .toString();
  const { token, requests } = await tokenWith({ kind: 'certificate', thumbprint, privateKey });
  const assertion = requests.at(-1)?.body.get('client_assertion') ?? '';
  expect(token).toBe('a-token');
  expect(decodeJwt(assertion)).toMatchObject({ iss: appId, sub: appId });
  expect(decodeProtectedHeader(assertion)).toHaveProperty(
    [header],
    Buffer.from(thumbprint, 'hex').toString('base64url'),
  );
});

test('a bot with a managed identity asks the machine that it runs on', async () => {
  const { token, requests } = await tokenWith({ kind: 'managed-identity' });
  expect(token).toBe('a-token');
  expect(requests[0]?.url.hostname).toBe('169.254.169.254');
  expect(Object.fromEntries(requests[0]?.url.searchParams ?? [])).toMatchObject({
    resource: 'https://api.botframework.com',
    client_id: appId,
  });
});
