import type { Answer, Question } from './answer.ts';
import { itSupportSection } from './it-support.ts';
import { own, readAs, said } from './line.ts';

/** Är Lifecare SP nere: what is known, and what holds meanwhile. Without a store nothing is known. */
export function outageStatusAnswer(question: Question): Answer {
  const { routine } = question.knowledge;
  const { phoneOnly, dischargeGate, shortOutage, longOutage } = routine.general;
  return {
    title: 'Är Lifecare SP nere?',
    sections: [
      {
        lines: [
          own('Det vet jag inte: här finns ingen uppgift om läget.'),
          own('Kommer du inte in i Lifecare SP? Ring din egen IT-support.'),
        ],
      },
      itSupportSection(question),
      {
        heading: 'Om det är avbrott',
        lines: [
          said(phoneOnly),
          said(dischargeGate),
          said(shortOutage),
          said(longOutage),
          readAs(routine, 'A15'),
        ],
      },
    ],
    choices: ['call.who', 'handover.what'],
  };
}
