import type { Outage } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import { pushText } from './notice.ts';
import type { Notice, NoticeContext } from './notice.ts';
import { runningAnswer } from './start-notice.ts';

/** To units: something is known that was not. The first post is edited; the text is the reply beneath it. */
export function updateNotice(outage: Outage, context: NoticeContext): Notice {
  const { now } = context;
  const { expectedEndAt, nextUpdateAt } = outage.terms;
  return {
    answer: runningAnswer(outage, context),
    text: pushText(outage, [
      expectedEndAt === undefined
        ? 'Nytt om avbrottet i Lifecare SP: det är okänt när det slutar'
        : `Nytt om avbrottet i Lifecare SP: beräknas sluta ${swedishSince(expectedEndAt, now)}`,
      ...(nextUpdateAt === undefined ? [] : [`Nästa besked ${swedishSince(nextUpdateAt, now)}`]),
    ]),
  };
}
