import { refusalText } from '../text/refusal-text.ts';
import { fold } from '../intent/normalise.ts';
import type { Entities, Intent } from '../intent/recognition.ts';
import type { Answer, CardAction, Question } from './answer.ts';
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

/**
 * What an order says that its form asks for: what is to be declared, a single clock time of today, and nothing that
 * was not said. `text` is the order as typed.
 */
export function orderPrefill(
  order: Order,
  { time, date }: Entities,
  text: string,
): Readonly<Record<string, string>> {
  const kind = order === 'outage.start' ? kindIn(text) : undefined;
  // A plan is seldom for today: its time without its day would be taken for that.
  if (kind === 'planned') return { kind };
  const field = timeFields[order];
  const hasTime = field !== undefined && typeof time === 'string' && date === undefined;
  return { ...(kind !== undefined && { kind }), ...(hasTime && { [field]: time }) };
}

const drillWords = /ovning\b|\bovnings|\b(?:starta|kor|borja)\w* ovningen\b/;
const planWords = /\bplaner/;
/** "Det är ingen övning" is said of what is real. */
const denial = /\b(?:ingen|inte|inget|ej|skarpt|riktigt)\b/;

/** What is to be declared, where the words say it and do not deny it. */
function kindIn(text: string): 'drill' | 'planned' | undefined {
  const words = fold(text);
  if (denial.test(words)) return undefined;
  if (drillWords.test(words)) return 'drill';
  return planWords.test(words) ? 'planned' : undefined;
}

const disconnectAction: CardAction = {
  title: 'Koppla bort kanalen',
  verb: 'unit.disconnect',
  data: {},
  opensForm: true,
};

/** An order in words changes nothing: it leads to a form, for whoever may send it. */
export function orderAnswer(order: Order, question: Question): Answer {
  const { situation, entities, text } = question;
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
        data: orderPrefill(order, entities, text),
        opensForm: true,
      },
      ...(order === 'unit.connect' && situation.unit !== undefined ? [disconnectAction] : []),
    ],
    withoutRoutine: true,
  };
}
