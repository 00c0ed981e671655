import type { Outage } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import { advised, own, said } from './line.ts';
import { markedAnswer, numberFooter, pushText } from './notice.ts';
import type { Notice, NoticeContext } from './notice.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';

/** To units: it is planned. Said a week, a day and an hour ahead, and when the plan changes. */
export function plannedAheadNotice(outage: Outage, context: NoticeContext): Notice {
  const { now, routine } = context;
  const { startedAt, terms } = outage;
  const end = terms.expectedEndAt;
  return {
    answer: markedAnswer(outage, {
      title: 'Planerat avbrott i Lifecare SP',
      facts: outageFacts(outage, now),
      sections: [
        ...messageSections(terms.message),
        {
          heading: 'Förbered er',
          lines: [
            advised('Skriv ut det ni behöver om pågående ärenden, och förvara det säkert.'),
            advised('Spara och logga ut i god tid.'),
            own('Ett nytt meddelande kommer när avbrottet börjar.'),
          ],
        },
        {
          heading: 'Under avbrottet',
          lines: [said(routine.general.phoneOnly), said(routine.general.dischargeGate)],
        },
      ],
      choices: ['call.who', 'handover.what'],
      pages: ['numbers', 'form'],
      footer: numberFooter(context),
    }),
    text: pushText(outage, [
      `Planerat avbrott i Lifecare SP ${swedishSince(startedAt, now)}`,
      ...(end === undefined ? [] : [`Beräknas sluta ${swedishSince(end, now)}`]),
    ]),
  };
}

/**
 * To units: the planned one does not come, or came while another ran and is part of that. What the first post is
 * edited to.
 */
export function cancelledNotice(outage: Outage, context: NoticeContext): Notice {
  const at = swedishSince(outage.startedAt, context.now);
  const isJoined = outage.joinedTo !== undefined;
  return {
    answer: markedAnswer(outage, {
      title: isJoined
        ? 'Det planerade avbrottet är en del av det som pågår'
        : 'Inställt: det planerade avbrottet i Lifecare SP',
      sections: [
        {
          lines: [
            own(
              isJoined
                ? 'Lifecare SP är redan nere. Följ meddelandet om det avbrott som pågår.'
                : `Avbrottet ${at} blir inte av. Arbeta som vanligt i Lifecare SP.`,
            ),
          ],
        },
        ...messageSections(outage.reason ?? ''),
      ],
      ...(isJoined && { choices: ['outage.status', 'call.who'] }),
      footer: numberFooter(context),
      withoutRoutine: true,
    }),
    text: pushText(outage, [
      isJoined
        ? 'Det planerade avbrottet i Lifecare SP är en del av det som pågår'
        : `Det planerade avbrottet i Lifecare SP ${at} är inställt`,
    ]),
  };
}
