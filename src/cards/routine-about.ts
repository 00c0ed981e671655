import type { Answer, Question } from './answer.ts';
import { own, readAs, said } from './line.ts';

/** Om rutinen: its version and status, whom it holds for, and when it is to be followed. */
export function routineAboutAnswer({ group, knowledge: { routine } }: Question): Answer {
  const { title, version, date, status } = routine.document;
  const { scope, purpose, background, responsibility, applicability, shortOutage, longOutage } =
    routine.general;
  return {
    title: 'Om avbrottsrutinen',
    sections: [
      {
        lines: [
          own(`${title}. Version ${version}, ${date}. Fastställd av: ${status}.`),
          own(
            'Rutinen säger inte var den finns. Fråga systemförvaltningen; stödmaterialet finns på vårdgivarwebben.',
          ),
        ],
      },
      { heading: 'Vem den gäller', lines: [said(scope), said(applicability), said(responsibility)] },
      { heading: 'När den följs', lines: [said(shortOutage), said(longOutage), readAs(routine, 'A15')] },
      { heading: 'Varför den finns', lines: [said(purpose), said(background)] },
    ],
    choices: ['call.who'],
    pages: [group ?? 'numbers'],
  };
}
