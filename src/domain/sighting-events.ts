import type { DirectorySighting } from './directory-command.ts';
import type { DirectoryEvent, Team } from './directory-event.ts';
import type { Directory, KnownTeam, Unit } from './directory.ts';
import { teamWithNews } from './evolve-directory.ts';
import { unreachable } from './unreachable.ts';

type SightingOf<Kind extends DirectorySighting['kind']> = Extract<DirectorySighting, { kind: Kind }>;
type Events = readonly DirectoryEvent[];

/**
 * What a sighting tells that is not known: mostly nothing, since every activity is one. An installation is always
 * news, also of what was believed to be installed: what waits for the app is tried again.
 */
export function sightingEvents(sighting: DirectorySighting, directory: Directory, now: number): Events {
  switch (sighting.kind) {
    case 'team':
      return [
        ...teamEvents(sighting.team, directory.teams.get(sighting.team.id), now),
        ...spokenInEvents(sighting.channel, directory, now),
      ];
    case 'installed': {
      const team = teamWithNews(directory.teams.get(sighting.team.id), sighting.team);
      return [{ kind: 'appInstalled', at: now, team }];
    }
    case 'removed':
      return removalEvents(sighting.team, directory, now);
    case 'channel-deleted':
    case 'channel-restored':
      return channelEvents(sighting, directory, now);
    case 'channel-renamed':
      return renameEvents(sighting.channel, directory, now);
    case 'person':
      return personEvents(sighting, directory, now);
    case 'person-left':
      return leavingEvents(sighting.person, directory, now);
    default:
      return unreachable(sighting);
  }
}

function newsIf(isNews: boolean, event: DirectoryEvent): Events {
  return isNews ? [event] : [];
}

function removalEvents(team: string, { teams }: Directory, now: number): Events {
  return newsIf(teams.get(team)?.isInstalled === true, { kind: 'appRemoved', at: now, team });
}

/** An activity from a team where the app was thought to be gone proves that it is there. */
function teamEvents(seen: Team, known: KnownTeam | undefined, now: number): Events {
  const team = teamWithNews(known, seen);
  if (known?.isInstalled === false) return [{ kind: 'appInstalled', at: now, team }];
  return newsIf(known === undefined || !isSame(known, team), { kind: 'teamSeen', at: now, team });
}

function isSame(known: KnownTeam, { groupId, name, tenant, serviceUrl }: Team): boolean {
  return (
    known.groupId === groupId &&
    known.name === name &&
    known.tenant === tenant &&
    known.serviceUrl === serviceUrl
  );
}

/** Where somebody speaks in a channel, the channel is there, by that name. */
function spokenInEvents(channel: SightingOf<'team'>['channel'], directory: Directory, now: number): Events {
  if (channel === undefined) return [];
  return [
    ...channelEvents({ kind: 'channel-restored', channel: channel.id }, directory, now),
    ...renameEvents(channel, directory, now),
  ];
}

/** Other channels than those of units are nobody's business. */
function channelEvents(
  { kind, channel }: SightingOf<'channel-deleted' | 'channel-restored'>,
  directory: Directory,
  now: number,
): Events {
  const state = unitOf(channel, directory)?.state;
  return kind === 'channel-deleted'
    ? newsIf(state === 'connected', { kind: 'channelDeleted', at: now, channel })
    : newsIf(state === 'channel-deleted', { kind: 'channelRestored', at: now, channel });
}

function renameEvents(
  { id, name }: { readonly id: string; readonly name: string },
  directory: Directory,
  now: number,
): Events {
  const unit = unitOf(id, directory);
  const isNews = unit !== undefined && name !== '' && name !== unit.channel.name;
  return newsIf(isNews, { kind: 'channelRenamed', at: now, channel: { id, name } });
}

function unitOf(channel: string, { units }: Directory): Unit | undefined {
  for (const unit of units.values()) if (unit.channel.id === channel) return unit;
  return undefined;
}

function personEvents(told: SightingOf<'person'>, { people }: Directory, now: number): Events {
  const known = people.get(told.person.id);
  const { id } = told.person;
  const name = told.person.name || (known?.name ?? '');
  const tenant = told.tenant || (known?.tenant ?? '');
  const isKnown = known?.name === name && known.tenant === tenant && isSameChat(known.chat, told.chat);
  return newsIf(!isKnown, { kind: 'personSeen', at: now, person: { id, name }, tenant, chat: told.chat });
}

type Chat = SightingOf<'person'>['chat'];

function isSameChat(known: Chat | undefined, told: Chat): boolean {
  return known?.conversation === told.conversation && known.serviceUrl === told.serviceUrl;
}

function leavingEvents(person: string, { people }: Directory, now: number): Events {
  return newsIf(people.get(person)?.chat !== undefined, { kind: 'personLeft', at: now, person });
}
