import type { NoticeCause, World, Write } from './decision.ts';
import { evolveOutage, newOutage } from './evolve-outage.ts';
import type { NoticeEvent } from './notice-event.ts';
import type { Outbox } from './outbox.ts';

/**
 * What the outages will be when the writes are made, so that what follows from them can be judged at once. The
 * notices are issued without cards, and what is written to the directory is left out.
 */
export function worldAfter(world: World, writes: readonly Write[], now: number): World {
  if (writes.length === 0) return world;
  const outages = new Map(world.outages);
  for (const write of writes) {
    if (write.stream === 'directory') continue;
    const outage = outages.get(write.outage) ?? newOutage(write.outage);
    const notices = issued(outage.outbox, write.notices, now);
    outages.set(write.outage, evolveOutage(outage, [...write.events, ...notices]));
  }
  return { ...world, outages };
}

function issued({ lastNumber }: Outbox, causes: readonly NoticeCause[], now: number): readonly NoticeEvent[] {
  return causes.map(({ recipients, ...cause }, index) => ({
    ...cause,
    kind: 'noticeIssued',
    at: now,
    number: lastNumber + 1 + index,
    recipients: [...recipients],
    card: undefined,
    text: '',
  }));
}
