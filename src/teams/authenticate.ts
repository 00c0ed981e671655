import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import { putLast } from '../domain/put-last.ts';
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
  const verified = createVerified(appId, outside.now);

  return async (authorization, activity) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return unauthorized(authorization === undefined ? 'no-token' : 'not-a-token');
    const keyId = verified.keyIdOf(token) ?? keyIdOf(token);
    if (keyId === undefined) return unauthorized('no-key-id');
    const key = await findKey(keyId).catch(() => 'unreachable' as const);
    if (key === 'unreachable') return { status: 503, reason: 'keys-unreachable' };
    return key === undefined ? unauthorized('unknown-key') : judge({ token, keyId, key }, activity);
  };

  async function judge(shown: Shown, { channelId, serviceUrl }: TeamsActivity): Promise<Refusal | undefined> {
    try {
      const claims = await verified.claimsOf(shown);
      if (claims.serviceUrl !== serviceUrl) return unauthorized('service-url');
    } catch (error) {
      return unauthorized(reasonOf(error));
    }
    return shown.key.endorsements.includes(channelId ?? '')
      ? undefined
      : { status: 403, reason: 'not-endorsed' };
  }
}

type Shown = { readonly token: string; readonly keyId: string; readonly key: SigningKey };

/** What a token says whose signature holds; times in seconds since 1970, the skew that clocks may have included. */
type Claims = { readonly serviceUrl: unknown; readonly from: number; readonly until: number };

/** Tokens whose signature holds are remembered, this many: they are Microsoft's, so nobody else can fill the memory. */
const rememberedMost = 1_000;

/**
 * Teams shows one token for many activities. Its signature is checked once, as long as its key is the very one that was
 * fetched last; the time that it is valid in, whenever it is shown.
 */
function createVerified(appId: string, now: () => Date) {
  const known = new Map<string, Claims & Omit<Shown, 'token'>>();

  const verify = async ({ token, key }: Shown): Promise<Claims> => {
    const { payload } = await jwtVerify(token, key.key, {
      algorithms: ['RS256'],
      issuer,
      audience: appId,
      clockTolerance: clockSkewSeconds,
      currentDate: now(),
      requiredClaims: ['exp', 'serviceurl'],
    });
    const { serviceurl: serviceUrl, nbf = 0, exp = 0 } = payload;
    return { serviceUrl, from: nbf - clockSkewSeconds, until: exp + clockSkewSeconds };
  };
  return {
    keyIdOf: (token: string) => known.get(token)?.keyId,
    /** Rejects as `jwtVerify` does. */
    async claimsOf(shown: Shown): Promise<Claims> {
      const { token, keyId, key } = shown;
      const earlier = known.get(token);
      const at = now().getTime() / 1_000;
      if (earlier?.key === key && earlier.from <= at && at < earlier.until) return earlier;
      const claims = await verify(shown);
      putLast(known, [token, { ...claims, keyId, key }], rememberedMost);
      return claims;
    },
  };
}

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
