import { isCurrent, isDeclared } from './current-outage.ts';
import type { World } from './decision.ts';
import type { Outage } from './outage.ts';

/** The outage in whose log a call belongs. */
export type LogTarget =
  | { readonly kind: 'one'; readonly outage: Outage }
  /** None goes on: the call opens a reported one. */
  | { readonly kind: 'new' }
  /** A real outage and a drill. */
  | { readonly kind: 'ambiguous'; readonly outages: readonly Outage[] }
  /** It was made when no outage went on. */
  | { readonly kind: 'none' };

/** A call that is older than this opens no outage, and begins none earlier, in milliseconds. */
const longestAgoMs = 24 * 3_600_000;
/** How long before its start a call may belong to a drill, in milliseconds. */
const drillLeadMs = 3_600_000;

type Asked = {
  readonly calledAt: number;
  /** The outage that was meant, where it was said. */
  readonly named?: string | undefined;
};

/**
 * Chosen from the time of the call (design.md §3): what may be logged in until it is closed. Where a drill and a real
 * outage are possible and nobody said which, it is not guessed.
 */
export function logTarget(world: World, { calledAt, named }: Asked, now: number): LogTarget {
  const open = [...world.outages.values()]
    .filter(isOpen)
    .toSorted((one, other) => one.startedAt - other.startedAt);
  const meant = world.outages.get(named ?? '');
  if (meant !== undefined)
    return isOpen(meant) ? namedTarget(open, [meant, calledAt], now) : { kind: 'none' };
  const drills = open.filter(({ kind }) => kind === 'drill');
  const during = drills.findLast((outage) => contains(outage, calledAt));
  const real = targetAmong(
    open.filter(({ kind }) => kind !== 'drill'),
    calledAt,
    now,
  );
  // Where only a drill runs, a call from just before it belongs to it: nobody is alarmed by an exercise.
  const drill =
    during ?? (real.kind === 'new' ? drills.find((one) => isJustBefore(one, calledAt)) : undefined);
  if (drill === undefined) return real;
  if (real.kind !== 'one') return { kind: 'one', outage: drill };
  // A real declaration ends the drill at once.
  const isRunning = isDeclared(real.outage) && contains(real.outage, calledAt);
  return isRunning ? real : { kind: 'ambiguous', outages: [real.outage, drill] };
}

/** Drill or real as the one that was named, whichever of them the time says. */
function namedTarget(
  open: readonly Outage[],
  [meant, calledAt]: readonly [Outage, number],
  now: number,
): LogTarget {
  if (meant.kind !== 'drill') {
    const real = open.filter(({ kind }) => kind !== 'drill');
    return targetAmong(real, calledAt, now);
  }
  const drill = open.findLast((outage) => outage.kind === 'drill' && contains(outage, calledAt));
  return { kind: 'one', outage: drill ?? meant };
}

function targetAmong(outages: readonly Outage[], calledAt: number, now: number): LogTarget {
  const during = outages.findLast((outage) => contains(outage, calledAt));
  if (during !== undefined) return { kind: 'one', outage: during };
  const isAfterAll = outages.every(({ endedAt }) => endedAt === undefined || calledAt >= endedAt);
  if (!isAfterAll) return { kind: 'none' };
  const running = outages.find(({ endedAt }) => endedAt === undefined);
  // It began before anybody said so, and not days before.
  if (running !== undefined) {
    return running.startedAt - calledAt <= longestAgoMs ? { kind: 'one', outage: running } : { kind: 'none' };
  }
  return { kind: now - calledAt <= longestAgoMs ? 'new' : 'none' };
}

/** Begun before anybody pressed start; a call from longer ago is hardly the drill's. */
function isJustBefore(drill: Outage, calledAt: number): boolean {
  return isCurrent(drill) && drill.startedAt - calledAt <= drillLeadMs;
}

function contains({ endedAt = Infinity, startedAt }: Outage, calledAt: number): boolean {
  return calledAt >= startedAt && calledAt < endedAt;
}

/** Whether calls may be logged in it. */
export function isOpen({ revision, state }: Outage): boolean {
  return revision > 0 && state !== 'planned' && state !== 'closed';
}
