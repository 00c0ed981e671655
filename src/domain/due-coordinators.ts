import { isCurrent } from './current-outage.ts';
import type { NoticeCause, World, Write } from './decision.ts';
import type { Recipient } from './notice-event.ts';
import type { Outage } from './outage.ts';
import type { Told } from './outage-recipients.ts';
import { coordinatorRecipients, toldOn } from './outage-recipients.ts';
import { writeOn } from './outage-write.ts';

/**
 * Whoever coordinates and has not had the card of what runs gets it, once: nobody could be reached when it was
 * reported, a channel of the coordinators' own was connected since, or somebody has a chat only now.
 */
export function dueUntoldCoordinators(world: World): readonly Write[] {
  return [...world.outages.values()]
    .filter((outage) => isCurrent(outage))
    .flatMap((outage) => {
      const notices = untold(outage, world).map((recipient) => cardFor(recipient, outage, world));
      return notices.length > 0 ? [writeOn([outage, world], [], () => notices)] : [];
    });
}

function untold(outage: Outage, world: World): readonly Recipient[] {
  const told = toldOn(outage.outbox, 'coordinators');
  return coordinatorRecipients(world).filter(
    (recipient) => !hasHeard(recipient, told, world) && !outage.outbox.keys.has(keyOf(recipient, world)),
  );
}

function hasHeard(recipient: Recipient, told: Told, world: World): boolean {
  const toldAt = told.get(recipient);
  return toldAt !== undefined && toldAt >= (connectedAt(recipient, world) ?? 0);
}

function cardFor(recipient: Recipient, { state }: Outage, world: World): NoticeCause {
  return {
    notice: state === 'reported' ? 'report' : 'coordination',
    manner: 'post',
    thread: 'coordinators',
    key: keyOf(recipient, world),
    recipients: [recipient],
  };
}

/** A channel that is connected anew has a key anew. */
function keyOf(recipient: Recipient, world: World): string {
  const since = connectedAt(recipient, world);
  return since === undefined ? `coordinators:${recipient}` : `coordinators:${recipient}:${since}`;
}

/** Undefined of a person. */
function connectedAt(recipient: Recipient, { directory }: World): number | undefined {
  return recipient.startsWith('unit:')
    ? directory.units.get(recipient.slice('unit:'.length))?.connected.at
    : undefined;
}
