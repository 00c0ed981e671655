import type { World } from './decision.ts';
import type { Outage } from './outage.ts';

/** Whether it is one that matters now: told of, begun, and not all clear. An opened stream without events is none. */
export function isCurrent({ revision, state }: Outage): boolean {
  return revision > 0 && (state === 'reported' || state === 'ongoing' || state === 'restored');
}

/** The real outage that is reported, ongoing or restored: at most one is. */
export function runningOutage({ outages }: World): Outage | undefined {
  return outages.values().find((outage) => isCurrent(outage) && outage.kind !== 'drill');
}

/** The drill that is ongoing or restored: at most one is. */
export function runningDrill({ outages }: World): Outage | undefined {
  return outages.values().find((outage) => isCurrent(outage) && outage.kind === 'drill');
}

/** When the last real outage was over; undefined where none is known that was. */
export function lastEndedAt({ outages }: World): number | undefined {
  const ends = [...outages.values()].flatMap(({ endedAt, kind }) =>
    kind === 'drill' || endedAt === undefined ? [] : endedAt,
  );
  return ends.length === 0 ? undefined : Math.max(...ends);
}

/** Whether it has begun by a coordinator's word and is not all clear. */
export function isDeclared({ state }: Outage): boolean {
  return state === 'ongoing' || state === 'restored';
}
