import { acknowledgeLines } from './acknowledge-lines.ts';
import type { Answer, Question } from './answer.ts';
import { readAs } from './line.ts';

/** Kvittera meddelanden: every unit, as soon as Lifecare SP is back. */
export function messagesAcknowledgeAnswer({ group, knowledge: { routine } }: Question): Answer {
  return {
    title: 'Kvittera meddelanden efter avbrottet',
    sections: [
      { lines: acknowledgeLines(routine, group) },
      { heading: 'Fördröjda meddelanden', lines: [readAs(routine, 'A27')] },
    ],
    choices: ['reregistration.rules'],
  };
}
