import type { NoticeCause, World } from './decision.ts';
import type { Directory, Unit } from './directory.ts';
import type { IssuedNotice, Recipient } from './notice-event.ts';
import type { Outage } from './outage.ts';
import type { Outbox } from './outbox.ts';

/** The address of a unit's channel. */
export function unitRecipient(unit: Pick<Unit, 'id'>): Recipient {
  return `unit:${unit.id}`;
}

/** When the last of what they were told was issued. */
export type Told = ReadonlyMap<Recipient, number>;

/** A thread with several notices: what concerns a unit's own log stands by itself. */
type Thread = Exclude<NoticeCause['thread'], 'log'>;

/** Who has been told something on a thread. An amendment alone tells nobody who had heard nothing before. */
export function toldOn(outbox: Outbox, thread: Thread): Told {
  const told = new Map<Recipient, number>();
  for (const { at, manner, recipients } of noticesOn(outbox, thread)) {
    if (manner === 'amend') continue;
    for (const recipient of recipients) told.set(recipient, at);
  }
  return told;
}

/** Whether anything has been issued on a thread. */
export function hasThread(outbox: Outbox, thread: Thread): boolean {
  return noticesOn(outbox, thread).length > 0;
}

function noticesOn({ notices, threads }: Outbox, thread: Thread): readonly IssuedNotice[] {
  return (threads.get(thread) ?? [])
    .flatMap((number) => notices.get(number) ?? [])
    .filter((notice) => notice.thread === thread);
}

/**
 * The connected units that an outage concerns: those in its scope, the coordination unit, and whoever was told
 * already, so that nobody who heard of it goes without the rest.
 */
export function concernedUnits({ terms }: Outage, directory: Directory, told: Told): readonly Unit[] {
  const { scope } = terms;
  return [...directory.units.values()].filter(
    (unit) =>
      unit.state === 'connected' &&
      (scope.length === 0 ||
        scope.includes(unit.organisation) ||
        unit.isCoordination ||
        told.has(unitRecipient(unit))),
  );
}

/** The channels of `concernedUnits`. */
export function unitRecipients(
  outage: Outage,
  directory: Directory,
  thread: 'units' | 'planned' = 'units',
): readonly Recipient[] {
  const told = toldOn(outage.outbox, thread);
  return concernedUnits(outage, directory, told).map((unit) => unitRecipient(unit));
}

/** The connected units that were told of a plan: who must hear that it moved or does not come. */
export function plannedRecipients(outage: Outage, directory: Directory): readonly Recipient[] {
  const told = toldOn(outage.outbox, 'planned');
  return concernedUnits(outage, directory, told)
    .map((unit) => unitRecipient(unit))
    .filter((recipient) => told.has(recipient));
}

/**
 * Where coordinators are told: their own channel if one is connected and the app is there, else the personal chat
 * of each of them who has one. Nobody may be the answer.
 */
export function coordinatorRecipients({ configuredCoordinators, directory }: World): readonly Recipient[] {
  const channels = [...directory.units.values()].filter(
    ({ isCoordination, state, team }) =>
      isCoordination && state === 'connected' && directory.teams.get(team)?.isInstalled !== false,
  );
  if (channels.length > 0) return channels.map((unit) => unitRecipient(unit));
  const ids = new Set([...configuredCoordinators, ...directory.coordinators.keys()]);
  return [...ids]
    .filter((id) => directory.people.get(id)?.chat !== undefined)
    .map((id): Recipient => `person:${id}`);
}
