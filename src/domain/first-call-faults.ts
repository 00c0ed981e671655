import { callOf, standing } from './handover-log.ts';
import type { Outage } from './outage.ts';
import { faultIf } from './outage-faults.ts';
import type { Refusal } from './refusal.ts';

/**
 * What is taken over begins no later than the first call in its log (design.md §3): what was handed over before the
 * start would count as done outside the outage. A call from before the last end cannot be in this one.
 */
export function firstCallFaults(
  startedAt: number,
  reported: Outage | undefined,
  lastEnd = -Infinity,
): readonly Refusal[] {
  const calls = [...(reported?.log.units.values() ?? [])].flatMap((log) => standing(log)).map(callOf);
  const isLeftOut = calls.some(({ calledAt }) => calledAt >= lastEnd && calledAt < startedAt);
  return faultIf(isLeftOut, 'startedAt', 'after-first-call');
}
