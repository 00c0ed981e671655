import type { World, Write } from './decision.ts';
import {
  dueInterruption,
  dueSettlements,
  dueUntold,
  orphanInstants,
  settleInstants,
} from './due-consequences.ts';
import { dueAhead, dueStarts, plannedMoments } from './due-planned.ts';
import { dueUntoldCoordinators } from './due-coordinators.ts';
import { duePrompts, promptInstants } from './due-prompts.ts';
import { dueRoutineNews } from './due-routine.ts';
import { dueRetries, dueTail, retryInstants, tailInstants } from './due-reminders.ts';
import { worldAfter } from './world-after.ts';

type Rule = (world: World, now: number) => readonly Write[];

/** Each sees what the ones before it lead to, and leads to nothing that those would act on. */
const rules: readonly Rule[] = [
  dueAhead,
  dueStarts,
  dueInterruption,
  dueUntoldCoordinators,
  duePrompts,
  dueRetries,
  dueTail,
  dueUntold,
  dueRoutineNews,
  dueSettlements,
];

/**
 * All that the clock, or one stream's state for another, causes now: what has come since it was last asked for,
 * however long ago that was. It rests on state alone, so that a restart repeats nothing; when the writes are
 * made, in their order, there is nothing more to do at the same time. A crash between two of them leaves the
 * rest to do.
 */
export function dueWrites(world: World, now: number): readonly Write[] {
  const writes: Write[] = [];
  let after = world;
  for (const rule of rules) {
    const ruled = rule(after, now);
    writes.push(...ruled);
    after = worldAfter(after, ruled, now);
  }
  return writes;
}

/** The next instant after now at which the clock alone has something to do; none: it waits for people. */
export function nextDueAt(world: World, now: number): number | undefined {
  const ofOutages = [...world.outages.values()].flatMap((outage) => [
    ...plannedMoments(outage),
    ...promptInstants(outage),
    ...retryInstants(outage),
    ...tailInstants(outage),
    ...settleInstants(outage, world),
  ]);
  const toCome = [...ofOutages, ...orphanInstants(world)].filter((instant) => instant > now);
  return toCome.length > 0 ? Math.min(...toCome) : undefined;
}
