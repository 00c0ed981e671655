import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { Routine } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import type { Answer, Line, Question } from './answer.ts';
import { readAs, said } from './line.ts';

/** Kvittera meddelanden: every unit, as soon as Lifecare SP is back (L266, L414–426, L535–556). */
export function messagesAcknowledgeAnswer({ group, knowledge: { routine } }: Question): Answer {
  const groups = group === undefined ? careGroups : [group];
  return {
    title: 'Kvittera meddelanden efter avbrottet',
    sections: [
      ...groups.map((one) => ({ heading: groupNames[one], lines: acknowledgeLines(routine, one) })),
      { heading: 'Fördröjda meddelanden', lines: [readAs(routine, 'A27')] },
    ],
    choices: ['reregistration.rules'],
  };
}

function acknowledgeLines({ groups }: Routine, group: CareGroup): readonly Line[] {
  if (group === 'inpatient') return [said(groups.inpatient.tasks.acknowledgeMessages)];
  const { acknowledgeMessages, checkMessages } = groups[group].tasks;
  return [said(acknowledgeMessages), said(checkMessages)];
}
