import { ConfidentialClientApplication, ManagedIdentityApplication } from '@azure/msal-node';
import type { NodeSystemOptions } from '@azure/msal-node';
import type { BotIdentity } from './bot-identity.ts';
import type { Outside } from './outside.ts';
import { singleFlight } from './single-flight.ts';

/** Gives the token that the bot shows the connector, at once where it is held; undefined without an identity. */
export type BotToken = () => Promise<string> | string | undefined;

const connectorResource = 'https://api.botframework.com';

type Registered = Extract<BotIdentity, { kind: 'registered' }>;
type Acquire = () => Promise<{ readonly accessToken: string } | null>;

/** Microsoft's own library fetches, keeps and renews the token; its requests leave through our one door. */
export function createBotToken(identity: BotIdentity, outside: Outside): BotToken {
  if (identity.kind === 'anonymous') return () => undefined;
  const acquire = acquirer(identity, { networkClient: networkClient(outside) });
  const now = (): number => outside.now().getTime();
  let held: { readonly token: string; readonly until: number } | undefined;
  const renew = singleFlight(async () => {
    const result = await acquire();
    if (result === null) throw new Error('Microsoft gave no token.');
    held = { token: result.accessToken, until: now() + heldMs };
    return held.token;
  });
  return () => (held !== undefined && isAhead(held.until, now()) ? held.token : renew());
}

/** The library is asked so often, in milliseconds: that costs as much as a sending. It renews five minutes ahead. */
const heldMs = 60_000;

/** Also where the clock was set back: nothing is held for longer than it was meant to be. */
const isAhead = (until: number, at: number): boolean => at < until && until <= at + heldMs;

function acquirer({ appId, loginTenant, credential }: Registered, system: NodeSystemOptions): Acquire {
  if (credential.kind === 'managed-identity') {
    const managedIdentityIdParams = { userAssignedClientId: appId };
    const application = new ManagedIdentityApplication({ managedIdentityIdParams, system });
    return () => application.acquireToken({ resource: connectorResource });
  }
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      authority: `https://login.microsoftonline.com/${loginTenant}`,
      ...proofOf(credential),
    },
    system,
  });
  return () => application.acquireTokenByClientCredential({ scopes: [`${connectorResource}/.default`] });
}

function proofOf(credential: Exclude<Registered['credential'], { kind: 'managed-identity' }>) {
  if (credential.kind === 'secret') return { clientSecret: credential.secret };
  const { thumbprint, privateKey } = credential;
  const sha1Length = 40;
  return {
    clientCertificate:
      thumbprint.length === sha1Length
        ? { thumbprint, privateKey }
        : { thumbprintSha256: thumbprint, privateKey },
  };
}

function networkClient({ fetch, limits }: Outside): NonNullable<NodeSystemOptions['networkClient']> {
  type Options = { readonly headers?: Record<string, string>; readonly body?: string };
  const send = async (method: string, url: string, { headers = {}, body }: Options = {}) => {
    const signal = AbortSignal.timeout(limits.loginTimeoutMs);
    const response = await fetch(url, { method, headers, redirect: 'error', signal, ...(body && { body }) });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      // msal asks for a shape that only it knows, and checks it itself.
      body: JSON.parse(await response.text()),
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
}
