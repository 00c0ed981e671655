import type { Team } from '../domain/directory-event.ts';
import type { Outer } from './verb.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A unit's team, and its own channel in it. */
type UnitPlace = {
  readonly team: Pick<Team, 'id' | 'tenant' | 'serviceUrl'>;
  readonly channel: string;
};

/** Whether somebody may act for the units of a team. */
export type Standing = 'member' | 'guest' | 'stranger' | 'unknown';

/**
 * What Teams' roster says. Where it is out of reach, whoever was a member in the last 24 hours is believed to be
 * one still, and so is whoever writes in the unit's own channel (design.md §2, promise 6).
 */
export async function standingIn(
  { team, channel }: UnitPlace,
  { person, userId, place }: Whereabouts,
  { roster }: Pick<Outer, 'roster'>,
): Promise<Standing> {
  if (person === undefined) return 'stranger';
  const { kind, verifiedAt } = await roster.membership({
    team,
    person,
    ...(userId !== undefined && { userId }),
  });
  if (kind !== 'unknown') return kind;
  const isThere = place.kind === 'channel' && place.channel.id === channel;
  return isThere || verifiedAt !== undefined ? 'member' : 'unknown';
}
