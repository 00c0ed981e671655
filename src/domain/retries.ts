import type { Entry, HandoverLog } from './handover-log.ts';
import type { NoticeEvent } from './notice-event.ts';

const prefix = 'retry:';

/** Under which key somebody is asked to try a call again that nobody answered: once. */
export const retryKey = ({ id }: Pick<Entry, 'id'>): string => `${prefix}${id}`;

/** The log, where the notices ask somebody to try calls again. */
export function withoutAsked(log: HandoverLog, events: readonly NoticeEvent[]): HandoverLog {
  const retries = log.retries.draft();
  for (const event of events) {
    if ('key' in event && event.key?.startsWith(prefix) === true)
      retries.delete(event.key.slice(prefix.length));
  }
  const left = retries.done();
  return left === log.retries ? log : { ...log, retries: left };
}
