import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { faultOf } from './fault-of.ts';
import type { Outside } from './outside.ts';
import { singleFlight } from './single-flight.ts';

/** Where Microsoft publishes the keys that sign what Teams sends (Bot Framework authentication, step 3). */
const metadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** A key that signs tokens for the bot, and the channels that may use it. */
export type SigningKey = { readonly key: KeyObject; readonly endorsements: readonly string[] };

const metadata = z.object({ jwks_uri: z.url({ protocol: /^https$/ }) });
const keyPage = z.object({ keys: z.array(z.unknown()) });
const rsaKey = z.object({
  kid: z.string().min(1),
  kty: z.literal('RSA'),
  n: z.string(),
  e: z.string(),
  endorsements: z.array(z.string()).default([]),
});

/** The key of an id; absent when Microsoft has none. Rejects while no keys at all can be had. */
export type FindKey = (keyId: string) => Promise<SigningKey | undefined>;

/**
 * Keeps Microsoft's keys: one fetch at a time however many ask, again when they are a day old or an unknown
 * key turns up. A fetch that fails costs nothing while there are keys: those go on being used.
 */
export function createSigningKeys({ fetch, now, log, limits }: Outside): FindKey {
  let keys: ReadonlyMap<string, SigningKey> | undefined;
  let fetchedAt = 0;
  let triedAt = 0;
  let refreshing = false;

  const refresh = singleFlight(async () => {
    triedAt = now().getTime();
    refreshing = true;
    try {
      keys = await fetchKeys(fetch, limits.loginTimeoutMs);
      fetchedAt = triedAt;
    } catch (error) {
      log.warn(faultOf(error), 'signing keys could not be fetched');
    } finally {
      refreshing = false;
    }
  });

  return async (keyId) => {
    if (keys === undefined) await refresh();
    if (keys === undefined) throw new Error('No signing keys could be fetched.');
    const found = keys.get(keyId);
    const at = now().getTime();
    const rested = at - triedAt >= limits.keysCooldownMs;
    if (found === undefined && (rested || refreshing)) {
      await refresh();
      return keys.get(keyId);
    }
    if (rested && at - fetchedAt >= limits.keysMaxAgeMs) void refresh();
    return found;
  };
}

async function fetchKeys(
  fetch: Outside['fetch'],
  timeoutMs: number,
): Promise<ReadonlyMap<string, SigningKey>> {
  const get = async (url: string): Promise<unknown> => {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (!response.ok) throw new Error(`The key page answered ${response.status}.`);
    return JSON.parse(await response.text());
  };
  const { jwks_uri } = metadata.parse(await get(metadataUrl));
  const { keys } = keyPage.parse(await get(jwks_uri));
  const usable = keys.flatMap((key) => rsaKey.safeParse(key).data ?? []);
  if (usable.length === 0) throw new Error('The key page has no usable key.');
  return new Map(
    usable.map(({ kid, kty, n, e, endorsements }) => [
      kid,
      { key: createPublicKey({ key: { kty, n, e }, format: 'jwk' }), endorsements },
    ]),
  );
}
