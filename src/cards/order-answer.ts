import { refusalText } from '../text/refusal-text.ts';
import type { Entities, Intent } from '../intent/recognition.ts';
import type { Answer, Question } from './answer.ts';
import { own } from './line.ts';
import { intentLabels } from './intent-labels.ts';
import { needsTeamsAnswer } from './needs-teams.ts';
import { plainAnswer } from './plain-answer.ts';

/** The orders that lead to a form, and the verb of each (contract.md §5). */
export const orderVerbs = {
  'outage.start': 'outage.declare',
  'outage.update': 'outage.update',
  'outage.end': 'outage.end',
  'unit.connect': 'unit.connect',
} as const satisfies Readonly<Partial<Record<Intent, string>>>;
export type Order = keyof typeof orderVerbs;

/** Which field a clock time in the order belongs in. */
const timeFields: Readonly<Record<Order, string | undefined>> = {
  'outage.start': 'startedAt',
  'outage.update': 'expectedEndAt',
  'outage.end': 'endedAt',
  'unit.connect': undefined,
};

/** What an order says that its form asks for: a single clock time of today, and nothing that was not said. */
export function orderPrefill(order: Order, { time, date }: Entities): Readonly<Record<string, string>> {
  const field = timeFields[order];
  return field !== undefined && typeof time === 'string' && date === undefined ? { [field]: time } : {};
}

/** An order in words changes nothing: it leads to a form, for whoever may send it. */
export function orderAnswer(order: Order, question: Question): Answer {
  const { situation, entities } = question;
  if (situation === undefined) return needsTeamsAnswer(order, question);
  if (order !== 'unit.connect' && !situation.isCoordinator) {
    const { now, coordinators } = situation;
    return plainAnswer('Inget har ändrats', [
      refusalText({ kind: 'not-coordinator' }, { now, coordinators }),
    ]);
  }
  return {
    title: intentLabels[order],
    sections: [{ lines: [own('Inget är ändrat än. Öppna formuläret, kontrollera det och spara.')] }],
    actions: [
      {
        title: 'Öppna formuläret',
        verb: orderVerbs[order],
        data: orderPrefill(order, entities),
        opensForm: true,
      },
    ],
    withoutRoutine: true,
  };
}
