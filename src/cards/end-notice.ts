import type { Unit } from '../domain/directory.ts';
import type { Outage } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import { acknowledgeLines } from './acknowledge-lines.ts';
import type { Answer, Section } from './answer.ts';
import { patientLines } from './described-patient.ts';
import { own, said } from './line.ts';
import { interruptedDrill, markedAnswer, numberFooter, pushText } from './notice.ts';
import type { Notice, NoticeContext } from './notice.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';
import { unitSummaryAnswer } from './unit-summary-answer.ts';

/**
 * To units: it is over. The first post is edited to that; the conclusion is a new post with what to do next: to a
 * unit that has a log its own summary, to others what the routine asks of all.
 */
export function endNotice(outage: Outage, context: NoticeContext, unit?: Unit): Notice {
  const answer = overAnswer(outage, context);
  if (outage.isInterrupted) {
    return { answer, conclusion: interruptedAnswer(outage, context), text: interruptedDrill };
  }
  const at = swedishSince(outage.endedAt ?? context.now, context.now);
  return {
    answer,
    conclusion: concludingAnswer(outage, context, unit),
    text: pushText(outage, [`Avbrottet i Lifecare SP är slut sedan ${at}`]),
  };
}

function concludingAnswer(outage: Outage, context: NoticeContext, unit: Unit | undefined): Answer {
  const careSetting = unit?.careSetting;
  return unit === undefined || careSetting === undefined
    ? afterAnswer(outage, context)
    : unitSummaryAnswer(outage, { ...unit, careSetting }, context);
}

/** What the first post of an outage that is over says. */
function overAnswer(outage: Outage, context: NoticeContext): Answer {
  return markedAnswer(outage, {
    title: overTitle(outage),
    facts: outageFacts(outage, context.now),
    sections: [{ lines: [own('Vad som gäller nu står i ett nytt meddelande i kanalen.')] }],
    footer: numberFooter(context),
    withoutRoutine: true,
  });
}

function overTitle({ isInterrupted, kind }: Outage): string {
  if (isInterrupted) return 'Övningen är avbruten';
  return kind === 'drill' ? 'Avslutad: övning' : 'Avslutat: avbrott i Lifecare SP';
}

function interruptedAnswer(outage: Outage, context: NoticeContext): Answer {
  return markedAnswer(outage, {
    title: 'Övningen är avbruten: det är ett verkligt avbrott',
    sections: [{ lines: [own('Sluta öva. Följ det som står om det verkliga avbrottet i kanalen.')] }],
    choices: ['outage.status', 'call.who'],
    footer: numberFooter(context),
    withoutRoutine: true,
  });
}

/** All clear, and what every unit owes now (L224–240, L266, L414–426, L535–556). */
function afterAnswer(outage: Outage, context: NoticeContext): Answer {
  const isDrill = outage.kind === 'drill';
  return markedAnswer(outage, {
    title: isDrill ? 'Övningen är slut' : 'Avbrottet är slut',
    facts: outageFacts(outage, context.now),
    sections: [
      {
        lines: isDrill
          ? [
              own(
                'Inget ska registreras i Lifecare SP efter en övning. Efter ett verkligt avbrott gäller det här:',
              ),
            ]
          : [own('Lifecare SP är åter i drift. Arbeta som vanligt i det igen.')],
      },
      ...messageSections(outage.terms.message),
      ...afterSections(context),
    ],
    choices: ['reregistration.rules', 'messages.acknowledge'],
    footer: numberFooter(context),
  });
}

function afterSections({ routine }: NoticeContext): readonly Section[] {
  return [
    {
      heading: 'Registrera i efterhand',
      lines: [
        ...patientLines(routine, 'inpatient'),
        said(routine.general.documentAfterwards),
        own('Fråga: ”Vad ska vi registrera i efterhand?”, så visar jag listan för er.'),
      ],
    },
    { heading: 'Kvittera meddelanden i Lifecare SP', lines: acknowledgeLines(routine, undefined) },
  ];
}
