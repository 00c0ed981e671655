import type { KeyedMoment } from './ahead.ts';
import { isDeclared } from './current-outage.ts';
import type { World, Write } from './decision.ts';
import type { Outage } from './outage.ts';
import { askCoordinators } from './outage-write.ts';
import { openMoments, sayLatest } from './say-latest.ts';

const minute = 60_000;

/** When coordinators are to be asked for a word, and have not been. */
export function promptInstants(outage: Outage): readonly number[] {
  return openMoments(outage, promptMoments(outage)).map(({ at }) => at);
}

/**
 * Asks the coordinators: after an hour and two, when a promised update's time passes and when a planned outage was
 * to be over. Several that come at once are one question, made from the outage as it stands.
 */
export function duePrompts(world: World, now: number): readonly Write[] {
  return [...world.outages.values()].flatMap((outage) =>
    sayLatest(
      [outage, world],
      {
        moments: promptMoments(outage),
        noticeAt: (key) => askCoordinators(key),
      },
      now,
    ),
  );
}

/** Earliest first; of those at the same instant the promise last, as it is the one that staff wait for. */
function promptMoments(outage: Outage): readonly KeyedMoment[] {
  return [...elapsed(outage), ...plannedEnd(outage), ...promise(outage)].toSorted(
    (one, other) => one.at - other.at,
  );
}

function elapsed({ startedAt, state }: Outage): readonly KeyedMoment[] {
  if (state !== 'ongoing') return [];
  return [
    { key: 'prompt:60m', at: startedAt + 60 * minute },
    { key: 'prompt:120m', at: startedAt + 120 * minute },
  ];
}

/** The end of a planned outage is asked for, never assumed (design.md §3). */
function plannedEnd(outage: Outage): readonly KeyedMoment[] {
  const { expectedEndAt } = outage.terms;
  if (expectedEndAt === undefined || outage.kind !== 'planned' || !isDeclared(outage)) return [];
  return [{ key: `prompt:end:${expectedEndAt}`, at: expectedEndAt }];
}

function promise(outage: Outage): readonly KeyedMoment[] {
  const { nextUpdateAt } = outage.terms;
  if (nextUpdateAt === undefined || !(isDeclared(outage) || outage.state === 'planned')) return [];
  return [{ key: `prompt:update:${nextUpdateAt}`, at: nextUpdateAt }];
}
