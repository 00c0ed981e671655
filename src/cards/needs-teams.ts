import type { Intent } from '../intent/recognition.ts';
import type { Answer, Question } from './answer.ts';
import { intentLabels } from './intent-labels.ts';
import { own, said } from './line.ts';

/** An order, or something that only the store knows: not here, and what to do until then. */
export function needsTeamsAnswer(intent: Intent, { knowledge: { routine } }: Question): Answer {
  return {
    title: `${intentLabels[intent]}: det görs i Teams`,
    sections: [
      {
        lines: [
          own(
            'Skriv samma sak till Avbrottsboten i er enhets kanal i Teams, eller i din egen chatt med den.',
          ),
          own('Inget har sparats eller ändrats här.'),
        ],
      },
      {
        heading: 'Kommer du inte åt Teams',
        lines: [said(routine.general.formMayBeUsed), said(routine.general.ownRecords)],
      },
    ],
  };
}
