import { tz } from '@date-fns/tz';
import { subDays } from 'date-fns/subDays';
import type { Outage } from './outage.ts';
import type { OutageEvent } from './outage-event.ts';

/** A moment at which the clock has something to say; the key makes it said once. */
export type KeyedMoment = { readonly key: string; readonly at: number };

const hour = 3_600_000;
const sweden = tz('Europe/Stockholm');

/**
 * When a planned outage is told of: 7 days and 1 day ahead by the Swedish clock, and an hour; earliest first.
 * The keys carry the start, so that another start has moments of its own.
 */
export function aheadMoments(startsAt: number): readonly KeyedMoment[] {
  return [
    { key: `ahead:7d:${startsAt}`, at: daysBefore(startsAt, 7) },
    { key: `ahead:1d:${startsAt}`, at: daysBefore(startsAt, 1) },
    { key: `ahead:1h:${startsAt}`, at: startsAt - hour },
  ];
}

/** What is not said of a start that is set so late that these moments are past; recorded with the plan. */
export function missedAhead(outage: Outage, startsAt: number, now: number): readonly OutageEvent[] {
  return aheadMoments(startsAt)
    .filter(({ at, key }) => at <= now && !outage.outbox.keys.has(key))
    .map(({ key }) => ({ kind: 'noticeDropped', at: now, key }));
}

/** The same time by the clock, days before: over a night when clocks are moved, that is not a multiple of 24 hours. */
function daysBefore(instant: number, days: number): number {
  return subDays(instant, days, { in: sweden }).getTime();
}
