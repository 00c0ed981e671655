import type { Whereabouts } from '../app/whereabouts.ts';
import type { DirectorySighting } from '../domain/directory-command.ts';
import type { Team } from '../domain/directory-event.ts';
import { unreachable } from '../domain/unreachable.ts';
import type { TeamsActivity } from './activity.ts';
import type { Incoming, PlaceChange } from './incoming.ts';
import { whereaboutsOf } from './whereabouts.ts';

/**
 * What an admitted activity tells of Teams' own places: nothing but ids, names and addresses. Every activity
 * tells that its team or personal chat is there, at which address; some tell what became of one. A name that
 * Teams does not say is empty.
 */
export function sightingsOf(activity: TeamsActivity, incoming: Incoming): readonly DirectorySighting[] {
  // A search is made in anybody's chat, where the bot is not: it must not be taken for the person's own.
  if (incoming.kind === 'search' || incoming.kind === 'unknown-invoke') return [];
  const whereabouts = whereaboutsOf(activity);
  const { place } = whereabouts;
  switch (place.kind) {
    case 'personal':
      return inChat(whereabouts, place.conversation, incoming);
    case 'channel':
      return inTeam(activity, place, incoming);
    case 'group':
      return [];
    default:
      return unreachable(place);
  }
}

function inChat(
  { person, tenant, serviceUrl }: Whereabouts,
  conversation: string,
  incoming: Incoming,
): readonly DirectorySighting[] {
  if (person === undefined) return [];
  if (incoming.kind === 'removal') return [{ kind: 'person-left', person: person.id }];
  return [{ kind: 'person', person, tenant, chat: { conversation, serviceUrl } }];
}

type Channel = { readonly id: string; readonly name: string };

function inTeam(
  activity: TeamsActivity,
  { team, channel }: { readonly team: Team; readonly channel: Channel },
  incoming: Incoming,
): readonly DirectorySighting[] {
  if (incoming.kind === 'removal') return [{ kind: 'removed', team: team.id }];
  if (incoming.kind === 'installation') return [{ kind: 'installed', team }];
  if (incoming.kind === 'place-changed') {
    return [{ kind: 'team', team }, ...changed(activity, channel.name, incoming.change)];
  }
  return [{ kind: 'team', team, ...(isSpokenIn(activity, channel) && { channel }) }];
}

/** An event may be about another channel than the one it is told in, and about one that is gone. */
const isSpokenIn = ({ type }: TeamsActivity, { name }: Channel): boolean =>
  name !== '' && ['message', 'messageUpdate', 'invoke'].includes(type);

function changed(
  { channelData }: TeamsActivity,
  name: string,
  change: PlaceChange,
): readonly DirectorySighting[] {
  const id = channelData?.channel?.id;
  if (id === undefined || change === 'team-renamed') return [];
  if (change !== 'channel-renamed') return [{ kind: change, channel: id }];
  return name === '' ? [] : [{ kind: change, channel: { id, name } }];
}
