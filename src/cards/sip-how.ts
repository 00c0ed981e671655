import type { Answer, Question } from './answer.ts';
import { beyond, readAs, said } from './line.ts';

/** SIP under avbrott: who rings, how it is documented, and the formal summons afterwards (L489–506, L546–550). */
export function sipHowAnswer({ asker, knowledge: { routine } }: Question): Answer {
  const isPsychiatry =
    asker.careSetting === 'inpatient-psychiatric' || asker.careSetting === 'psychiatric-outpatient';
  return {
    title: 'SIP under avbrott',
    sections: [
      {
        heading: 'Under avbrottet',
        lines: [...routine.sip.during.map(said), readAs(routine, 'A22'), beyond(routine.beyond.sipConsent)],
      },
      {
        heading: 'När Lifecare SP är igång igen',
        lines: [said(routine.sip.after), readAs(routine, 'A13'), beyond(routine.beyond.sipDeadline)],
      },
      ...(isPsychiatry ? [{ heading: 'Psykiatrin', lines: [readAs(routine, 'A26')] }] : []),
    ],
    choices: ['call.who'],
  };
}
