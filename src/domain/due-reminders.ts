import type { KeyedMoment } from './ahead.ts';
import { isCurrent } from './current-outage.ts';
import type { NoticeCause, World, Write } from './decision.ts';
import type { Entry } from './handover-log.ts';
import { personOf } from './log-notices.ts';
import { tailMoments } from './office-hours.ts';
import type { Outage } from './outage.ts';
import { coordinatorRecipients, unitRecipient } from './outage-recipients.ts';
import { writeOn } from './outage-write.ts';
import { outstandingByUnit } from './owing-units.ts';
import { retryKey } from './retries.ts';
import { openMoments, sayLatest } from './say-latest.ts';

/** How long after a call that nobody answered somebody is asked to try again, in milliseconds. */
const tryAgainMs = 30 * 60_000;

/** Whoever got no answer is asked to try again, once for each call, as long as the outage goes on. */
export function dueRetries(world: World, now: number): readonly Write[] {
  return [...world.outages.values()].flatMap((outage) => {
    const causes = openRetries(outage)
      .filter((entry) => retryAt(entry) <= now)
      .map((entry): NoticeCause => {
        const about = { unit: entry.unit, entry: entry.id };
        const recipients = [personOf(entry, world, now)];
        return { notice: 'reminder', manner: 'post', thread: 'log', key: retryKey(entry), recipients, about };
      });
    return causes.length > 0 ? [writeOn([outage, world], [], () => causes)] : [];
  });
}

/** When somebody is to be asked to try again. */
export function retryInstants(outage: Outage): readonly number[] {
  return openRetries(outage).map(retryAt);
}

function openRetries(outage: Outage): readonly Entry[] {
  if (!isCurrent(outage)) return [];
  return [...outage.log.retries.values()];
}

const retryAt = ({ versions }: Entry): number => versions[0].act.at + tryAgainMs;

/**
 * After the end: one reminder to each unit that owes something still, at 24 and 72 hours and then weekly, three times,
 * in office hours; coordinators hear at 24 and 72 hours (design.md §3, The tail). After a drill nothing is owed.
 */
export function dueTail(world: World, now: number): readonly Write[] {
  return [...world.outages.values()].flatMap((outage) =>
    sayLatest(
      [outage, world],
      { moments: tailOf(outage), noticeAt: (key) => (after, then) => tailNotices(after, then, key) },
      now,
    ),
  );
}

/** When units are to be reminded. */
export function tailInstants(outage: Outage): readonly number[] {
  return openMoments(outage, tailOf(outage)).map(({ at }) => at);
}

function tailOf({ endedAt, kind, state }: Outage): readonly KeyedMoment[] {
  if (state !== 'ended' || kind === 'drill' || endedAt === undefined) return [];
  return tailMoments(endedAt).map(({ at, key }) => ({ at, key: `tail:${key}` }));
}

/** The moments at which coordinators hear of it too. */
const forCoordinators = ['tail:24h', 'tail:72h'];

function tailNotices(outage: Outage, world: World, key: string): readonly NoticeCause[] {
  const owing = outstandingByUnit(outage, world.directory);
  if (owing.length === 0) return [];
  const toUnits = owing
    .filter(({ unit }) => unit.state === 'connected')
    .map(({ unit }): NoticeCause => {
      const recipients = [unitRecipient(unit)];
      return { notice: 'reminder', manner: 'post', thread: 'log', key, recipients, about: { unit: unit.id } };
    });
  // Also when the service was away at those hours, and says it later.
  if (forCoordinators.every((one) => outage.outbox.keys.has(one))) return toUnits;
  const recipients = coordinatorRecipients(world);
  return [...toUnits, { notice: 'prompt', manner: 'post', thread: 'prompts', key, recipients }];
}
