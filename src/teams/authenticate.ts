import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { TeamsActivity } from './activity.ts';
import type { Outside } from './outside.ts';
import { createSigningKeys } from './signing-keys.ts';
import type { SigningKey } from './signing-keys.ts';

/** Who the request is from was not shown, or is nobody the bot talks to; the reason is for logs and metrics. */
export type Refusal = { readonly status: 401 | 403 | 503; readonly reason: string };

/** Judges one request by its `Authorization` header and its activity; undefined lets it in. */
export type Authenticate = (
  authorization: string | undefined,
  activity: TeamsActivity,
) => Promise<Refusal | undefined>;

const issuer = 'https://api.botframework.com';
const clockSkewSeconds = 5 * 60;

/**
 * The connector's token by the letter of "Authenticate requests from the Bot Connector service": from the
 * Bot Framework's issuer, for this bot, in its time, signed RS256 by a published key that is endorsed for
 * Teams, and naming the very service URL that the activity gives. Tokens of other kinds (the emulator's,
 * skills', the bot's own) are refused: Teams sends none.
 */
export function createTokenCheck(appId: string, outside: Outside): Authenticate {
  const findKey = createSigningKeys(outside);
  const verified = new Map<string, Verified>();

  return async (authorization, activity) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return unauthorized(authorization === undefined ? 'no-token' : 'not-a-token');
    const keyId = verified.get(token)?.keyId ?? keyIdOf(token);
    if (keyId === undefined) return unauthorized('no-key-id');
    const key = await findKey(keyId).catch(() => 'unreachable' as const);
    if (key === 'unreachable') return { status: 503, reason: 'keys-unreachable' };
    if (key === undefined) return unauthorized('unknown-key');
    try {
      const { serviceUrl } = await verifiedOnce(token, keyId, key);
      if (serviceUrl !== activity.serviceUrl) return unauthorized('service-url');
    } catch (error) {
      return unauthorized(reasonOf(error));
    }
    return key.endorsements.includes(activity.channelId ?? '')
      ? undefined
      : { status: 403, reason: 'not-endorsed' };
  };

  /**
   * Teams shows one token for many activities. Its signature is checked once, as long as its key is the very one that
   * was fetched last; the hour it is valid in, each time.
   */
  async function verifiedOnce(token: string, keyId: string, key: SigningKey): Promise<Verified> {
    const seconds = outside.now().getTime() / 1_000;
    const known = verified.get(token);
    if (known?.key === key && seconds >= known.fromSeconds && seconds < known.untilSeconds) return known;
    const found = { keyId, key, ...(await verify(token, key)) };
    for (const oldest of verified.keys()) {
      if (verified.size < verifiedMost) break;
      verified.delete(oldest);
    }
    verified.set(token, found);
    return found;
  }

  async function verify(token: string, { key }: SigningKey): Promise<Omit<Verified, 'keyId' | 'key'>> {
    const { payload } = await jwtVerify(token, key, {
      algorithms: ['RS256'],
      issuer,
      audience: appId,
      clockTolerance: clockSkewSeconds,
      currentDate: outside.now(),
      requiredClaims: ['exp', 'serviceurl'],
    });
    const { serviceurl: serviceUrl, nbf = 0, exp = 0 } = payload;
    return { serviceUrl, fromSeconds: nbf - clockSkewSeconds, untilSeconds: exp + clockSkewSeconds };
  }
}

/** What a token says whose signature holds: it is Microsoft's, so nobody else can fill this memory. */
type Verified = {
  readonly keyId: string;
  readonly key: SigningKey;
  readonly serviceUrl: unknown;
  /** Since 1970, the skew that clocks may have included. */
  readonly fromSeconds: number;
  readonly untilSeconds: number;
};
const verifiedMost = 1_000;

const unauthorized = (reason: string): Refusal => ({ status: 401, reason });

function keyIdOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid;
  } catch {
    return undefined;
  }
}

/** The claim that does not hold (`exp`, `aud` …), else what is wrong with the token as a whole. */
function reasonOf(error: unknown): string {
  if (error instanceof errors.JWTClaimValidationFailed || error instanceof errors.JWTExpired) {
    return error.claim;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  return error instanceof errors.JOSEAlgNotAllowed ? 'algorithm' : 'malformed';
}
