import type { Intent } from '../intent/recognition.ts';
import type { Answer, Line, Question } from './answer.ts';
import { intentLabels } from './intent-labels.ts';
import { own, said } from './line.ts';

/** An order, or something that only the books know: not here, or not now, and what to do until then. */
export function needsTeamsAnswer(intent: Intent, { asker, knowledge: { routine } }: Question): Answer {
  const isInTeams = asker.isInTeams === true;
  return {
    title: isInTeams
      ? `${intentLabels[intent]}: det går inte just nu`
      : `${intentLabels[intent]}: det görs i Teams`,
    sections: [
      { lines: [...(isInTeams ? cannotReachLines : inTeamsLines), own('Inget har sparats eller ändrats.')] },
      {
        heading: 'Gör så här så länge',
        lines: [said(routine.general.formMayBeUsed), said(routine.general.ownRecords)],
      },
    ],
  };
}

const cannotReachLines: readonly Line[] = [
  own('Jag kommer inte åt det som är sparat. Försök igen om en stund.'),
];
const inTeamsLines: readonly Line[] = [
  own('Skriv samma sak till Avbrottsboten i er enhets kanal i Teams, eller i din egen chatt med den.'),
];
