import type { Fact } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import type { Answer, Line, Question } from './answer.ts';
import { beyond, readAs, said } from './line.ts';

/** SIP under avbrott: who rings, how it is documented, and the formal summons afterwards (L489–506, L546–550). */
export function sipHowAnswer({ asker, topics, knowledge: { routine } }: Question): Answer {
  const isPsychiatry =
    !topics.includes('A26') &&
    (asker.careSetting === 'inpatient-psychiatric' || asker.careSetting === 'psychiatric-outpatient');
  return {
    title: 'SIP under avbrott',
    sections: [
      {
        heading: 'Under avbrottet',
        lines: [...routine.sip.during.map(said), readAs(routine, 'A22'), beyond(routine.beyond.sipConsent)],
      },
      {
        heading: 'När Lifecare SP är igång igen',
        lines: [whose(routine.sip.after), readAs(routine, 'A13'), beyond(routine.beyond.sipDeadline)],
      },
      ...(isPsychiatry ? [{ heading: 'Psykiatrin', lines: [readAs(routine, 'A26')] }] : []),
    ],
    choices: ['call.who'],
    pages: ['sip'],
  };
}

/** Said in outpatient care's part and to nobody by name: who is meant is said first. */
function whose(fact: Fact): Line {
  return { ...said(fact), text: `${groupNames.outpatient}: ${fact.text}` };
}
