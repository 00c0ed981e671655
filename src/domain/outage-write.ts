import type { Decision, NoticeCause, World, Write } from './decision.ts';
import { evolveOutage } from './evolve-outage.ts';
import type { Outage } from './outage.ts';
import type { OutageEvent } from './outage-event.ts';
import { coordinatorRecipients, plannedRecipients, unitRecipients } from './outage-recipients.ts';
import type { Refusal } from './refusal.ts';

type What = Omit<NoticeCause, 'recipients' | 'thread'>;
type OutageWrite = Extract<Write, { stream: 'outage' }>;

/** Makes notices of the outage as it is after the events that they are written with. */
export type NoticesOf = (after: Outage, world: World) => readonly NoticeCause[];

/** A record of events, and of the notices that they cause. */
export function writeOn(
  [outage, world]: readonly [Outage, World],
  events: readonly OutageEvent[],
  noticesOf: NoticesOf = () => [],
): OutageWrite {
  const after = evolveOutage(outage, events);
  return {
    stream: 'outage',
    outage: outage.id,
    isDrill: after.kind === 'drill',
    events,
    notices: noticesOf(after, world).filter(({ recipients }) => recipients.length > 0),
  };
}

/** What begins a stream comes after the directory's word that there is one: an unknown stream is never read. */
export function opening({ isDrill, outage }: OutageWrite, now: number): Write {
  return {
    stream: 'directory',
    events: [{ kind: 'outageOpened', at: now, outage, isDrill }],
    notices: [],
  };
}

/** A notice to the channels that the outage concerns. */
export function toUnits(what: What): NoticesOf {
  return (after, { directory }) => [
    { ...what, thread: 'units', recipients: unitRecipients(after, directory) },
  ];
}

/** A notice to those who were told of the plan. */
export function toPlanned(what: What): NoticesOf {
  return (after, { directory }) => [
    { ...what, thread: 'planned', recipients: plannedRecipients(after, directory) },
  ];
}

/** A notice to the coordinators, of their card. */
export function toCoordinators(what: What): NoticesOf {
  return (_after, world) => [{ ...what, thread: 'coordinators', recipients: coordinatorRecipients(world) }];
}

/** A question to the coordinators, beside their card: it is posted, and nothing edits it. */
export function askCoordinators(key: string): NoticesOf {
  return (_after, world) => [
    { notice: 'prompt', manner: 'post', thread: 'prompts', key, recipients: coordinatorRecipients(world) },
  ];
}

/** Several notices in one record. */
export function together(...notices: readonly NoticesOf[]): NoticesOf {
  return (after, world) => notices.flatMap((noticesOf) => noticesOf(after, world));
}

/** A no, to what was wanted of an outage where it is known which. */
export function refused(refusals: readonly Refusal[], outage?: string): Decision {
  return { kind: 'refused', refusals, ...(outage !== undefined && { outage }) };
}
