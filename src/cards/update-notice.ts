import type { Outage } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import { pushText } from './notice.ts';
import type { Notice, NoticeContext } from './notice.ts';
import { runningAnswer } from './start-notice.ts';

/**
 * To units: something is known that was not. The first post is edited; the text is the reply beneath it. What was
 * said before is not known here, so nothing is said to be what is new.
 */
export function updateNotice(outage: Outage, context: NoticeContext): Notice {
  const { now } = context;
  const { expectedEndAt, nextUpdateAt } = outage.terms;
  return {
    answer: runningAnswer(outage, context),
    text: pushText(outage, [
      'Nytt om avbrottet i Lifecare SP',
      ...(expectedEndAt === undefined ? [] : [`Beräknas sluta ${swedishSince(expectedEndAt, now)}`]),
      ...(nextUpdateAt === undefined ? [] : [`Nästa besked ${swedishSince(nextUpdateAt, now)}`]),
    ]),
  };
}
