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

  return async (authorization, activity) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return unauthorized(authorization === undefined ? 'no-token' : 'not-a-token');
    const keyId = keyIdOf(token);
    if (keyId === undefined) return unauthorized('no-key-id');
    const key = await findKey(keyId).catch(() => 'unreachable' as const);
    if (key === 'unreachable') return { status: 503, reason: 'keys-unreachable' };
    if (key === undefined) return unauthorized('unknown-key');
    return judge(token, key, activity);
  };

  async function judge(
    token: string,
    { key, endorsements }: SigningKey,
    activity: TeamsActivity,
  ): Promise<Refusal | undefined> {
    try {
      const { payload } = await jwtVerify(token, key, {
        algorithms: ['RS256'],
        issuer,
        audience: appId,
        clockTolerance: clockSkewSeconds,
        currentDate: outside.now(),
        requiredClaims: ['exp', 'serviceurl'],
      });
      if (payload['serviceurl'] !== activity.serviceUrl) return unauthorized('service-url');
    } catch (error) {
      return unauthorized(reasonOf(error));
    }
    return endorsements.includes(activity.channelId ?? '')
      ? undefined
      : { status: 403, reason: 'not-endorsed' };
  }
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
