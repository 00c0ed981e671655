import type { KeyedMoment } from './ahead.ts';
import type { World, Write } from './decision.ts';
import type { Outage } from './outage.ts';
import type { NoticesOf } from './outage-write.ts';
import { writeOn } from './outage-write.ts';

/** What the clock has to say of an outage: the moments, earliest first, and what is said at one of them. */
export type Clockwork = {
  readonly moments: readonly KeyedMoment[];
  readonly noticeAt: (key: string) => NoticesOf;
};

/** Those that the clock has not brought yet, or has brought and nothing has come of. */
export function openMoments({ outbox }: Outage, moments: readonly KeyedMoment[]): readonly KeyedMoment[] {
  return moments.filter(({ key }) => !outbox.keys.has(key));
}

/**
 * Of the moments that have come, the latest is said; the ones before it, which nobody was there to say, are
 * dropped and recorded, and so is the latest where there is nobody to hear it.
 */
export function sayLatest(
  [outage, world]: readonly [Outage, World],
  { moments, noticeAt }: Clockwork,
  now: number,
): readonly Write[] {
  const come = openMoments(outage, moments).filter(({ at }) => at <= now);
  const latest = come.at(-1);
  if (latest === undefined) return [];
  const notices = noticeAt(latest.key)(outage, world).filter(({ recipients }) => recipients.length > 0);
  const dropped = notices.length > 0 ? come.slice(0, -1) : come;
  return [
    writeOn(
      [outage, world],
      dropped.map(({ key }) => ({ kind: 'noticeDropped', at: now, key })),
      () => notices,
    ),
  ];
}
