import type { NoticeCause, World, Write } from './decision.ts';
import type { Recipient } from './notice-event.ts';
import { coordinatorRecipients } from './outage-recipients.ts';

/**
 * Another routine than the one that was answered from last: coordinators are told, once, so that what is on paper is
 * printed anew. Where none of them can be reached yet it waits; the first routine is no change.
 */
export function dueRoutineNews(world: World, now: number): readonly Write[] {
  const { directory, routine } = world;
  if (routine === undefined || directory.routine?.hash === routine.hash) return [];
  const recipients = coordinatorRecipients(world);
  const isFirst = directory.routine === undefined;
  if (!isFirst && recipients.length === 0) return [];
  const notices = isFirst ? [] : [news(recipients)];
  return [{ stream: 'directory', events: [{ kind: 'routineSeen', at: now, ...routine }], notices }];
}

function news(recipients: readonly Recipient[]): NoticeCause {
  return { notice: 'routine', manner: 'post', thread: 'coordinators', recipients };
}
