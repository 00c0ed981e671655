import type { Directory } from '../domain/directory.ts';
import type { Recipient } from '../domain/notice-event.ts';
import type { Place } from './courier.ts';
import type { UnreachableReason } from './delivery-reason.ts';

type Unreachable = { readonly kind: 'unreachable'; readonly reason: UnreachableReason };

/** Where a recipient is reached, by the directory. Addresses change: it is asked anew when a request leaves. */
export function placeOf(recipient: Recipient, directory: Directory): Place | Unreachable {
  const id = recipient.slice(recipient.indexOf(':') + 1);
  return recipient.startsWith('unit:') ? channelOf(id, directory) : chatOf(id, directory);
}

function channelOf(id: string, { units, teams }: Directory): Place | Unreachable {
  const unit = units.get(id);
  if (unit === undefined || unit.state === 'disconnected') return unreachableBy('disconnected');
  if (unit.state === 'channel-deleted') return unreachableBy('channel-deleted');
  const team = teams.get(unit.team);
  if (team === undefined || !team.isInstalled) return unreachableBy('app-removed');
  const { serviceUrl, tenant } = team;
  return { kind: 'channel', conversation: unit.channel.id, serviceUrl, tenant };
}

function chatOf(id: string, { people }: Directory): Place | Unreachable {
  const person = people.get(id);
  if (person?.chat === undefined) return unreachableBy('no-chat');
  return { kind: 'chat', ...person.chat, tenant: person.tenant };
}

function unreachableBy(reason: UnreachableReason): Unreachable {
  return { kind: 'unreachable', reason };
}

/** When the app was last installed where the recipient is, as far as it is known; 0 where it is not. */
export function installedAtOf(recipient: Recipient, { units, teams }: Directory): number {
  const unit = units.get(recipient.replace(/^unit:/, ''));
  return (unit && teams.get(unit.team)?.installedAt) ?? 0;
}
