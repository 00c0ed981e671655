import type { Team } from '../domain/directory-event.ts';
import type { Membership } from './roster.ts';
import type { Outer } from './verb.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A unit's team, and its own channel in it. */
type UnitPlace = {
  readonly team: Pick<Team, 'id' | 'tenant' | 'serviceUrl'>;
  readonly channel: string;
};

/** Whether somebody may act for the units of a team. */
export type Standing = 'member' | 'guest' | 'stranger' | 'unknown';

/** What Teams' roster says, and whether it is said in the unit's own channel. */
export async function membershipIn(
  { team, channel }: UnitPlace,
  { person, userId, place }: Whereabouts,
  { roster }: Pick<Outer, 'roster'>,
): Promise<Pick<Membership, 'kind' | 'verifiedAt'> & { readonly isInChannel: boolean }> {
  const isInChannel = place.kind === 'channel' && place.channel.id === channel;
  if (person === undefined) return { kind: 'stranger', isInChannel };
  const membership = await roster.membership({ team, person, ...(userId !== undefined && { userId }) });
  return { ...membership, isInChannel };
}

/**
 * Whether somebody may act. Where the roster is out of reach, whoever was a member in the last 24 hours is believed
 * to be one still, and so is whoever writes in the unit's own channel (design.md §2, promise 6).
 */
export async function standingIn(
  unit: UnitPlace,
  whereabouts: Whereabouts,
  outer: Pick<Outer, 'roster'>,
): Promise<Standing> {
  const { isInChannel, kind, verifiedAt } = await membershipIn(unit, whereabouts, outer);
  if (kind !== 'unknown') return kind;
  return isInChannel || verifiedAt !== undefined ? 'member' : 'unknown';
}
