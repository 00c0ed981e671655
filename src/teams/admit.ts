import type { TeamsActivity } from './activity.ts';
import type { Authenticate, Refusal } from './authenticate.ts';

/** From where activities may come once it is known that they are genuine. */
export type Doors = {
  readonly authenticate: Authenticate;
  readonly isAllowedServiceUrl: (serviceUrl: string) => boolean;
  readonly isAllowedTenant: (tenantId: string) => boolean;
};

/** Lets an activity in: genuine, from Teams, to be answered at an allowed host, from an allowed tenant. */
export async function admit(
  authorization: string | undefined,
  activity: TeamsActivity,
  { authenticate, isAllowedServiceUrl, isAllowedTenant }: Doors,
): Promise<Refusal | undefined> {
  const refusal = await authenticate(authorization, activity);
  if (refusal !== undefined) return refusal;
  if (activity.channelId !== 'msteams') return { status: 403, reason: 'channel' };
  if (!isAllowedServiceUrl(activity.serviceUrl ?? '')) return { status: 403, reason: 'service-host' };
  return tenantsOf(activity).every(isAllowedTenant) ? undefined : { status: 403, reason: 'tenant' };
}

/** The token names no tenant; its signer vouches for what the activity says. One that says none is of none. */
function tenantsOf({ conversation, channelData }: TeamsActivity): readonly string[] {
  const named = [conversation.tenantId, channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.length === 0 ? [''] : named;
}

/** The tenant that an admitted activity belongs to, in lower case; empty where it names none. */
export function tenantOf(activity: TeamsActivity): string {
  return (tenantsOf(activity)[0] ?? '').toLowerCase();
}
