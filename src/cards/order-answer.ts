import { refusalText } from '../text/refusal-text.ts';
import { fold } from '../intent/normalise.ts';
import type { Intent } from '../intent/recognition.ts';
import type { OutageTime } from '../intent/outage-time-roles.ts';
import type { ToldMoment } from '../intent/told-moment.ts';
import { toldOutage } from '../intent/told-outage.ts';
import type { Ordered } from '../intent/told-outage.ts';
import type { Answer, CardAction, Question } from './answer.ts';
import { own } from './line.ts';
import { momentValues } from './moment-values.ts';
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

type Timed = Omit<Ordered, 'now'> & {
  /** The fields, by the name before `On` and `At` (contract.md §5). */
  readonly fields: Readonly<Partial<Record<OutageTime, string>>>;
};

const allFields = { start: 'started', end: 'expectedEnd', next: 'nextUpdate' };
const ongoing: Timed = {
  tenses: { start: 'past', end: 'future', next: 'future' },
  otherwise: 'start',
  fields: allFields,
};
const planned: Timed = { ...ongoing, tenses: { start: 'future', end: 'future', next: 'future' } };

/** Which times each order is about, and where they belong in its form. */
const timesOf: Readonly<Record<Order, Timed | undefined>> = {
  'outage.start': ongoing,
  // Whether a start that is told anew has been or is to come is the outage's to say.
  'outage.update': { ...ongoing, otherwise: 'end', fields: { end: 'expectedEnd', next: 'nextUpdate' } },
  'outage.end': {
    tenses: { start: 'past', end: 'past', next: 'past' },
    otherwise: 'end',
    fields: { end: 'ended' },
  },
  'unit.connect': undefined,
};

/**
 * What an order says that its form asks for: what is to be declared, and its times; nothing that was not said. `text`
 * is the order as typed, at `now`.
 */
export function orderPrefill(order: Order, text: string, now: number): Readonly<Record<string, string>> {
  const kind = order === 'outage.start' ? kindIn(text) : undefined;
  const times = timeFields(kind === 'planned' ? planned : timesOf[order], text, now);
  return { ...(kind !== undefined && { kind }), ...times };
}

function timeFields(timed: Timed | undefined, text: string, now: number): Readonly<Record<string, string>> {
  if (timed === undefined) return {};
  const told = toldOutage(text, { ...timed, now });
  // A plan is seldom for today: without its day its times are not known.
  if (timed === planned && told.start === undefined) return {};
  const { fields } = timed;
  return {
    ...valuesOf(fields.start, told.start),
    ...valuesOf(fields.end, told.end),
    ...valuesOf(fields.next, told.next),
  };
}

function valuesOf(
  name: string | undefined,
  moment: ToldMoment | undefined,
): Readonly<Record<string, string>> {
  return name === undefined || moment === undefined ? {} : momentValues(name, moment);
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
  const { situation, text } = question;
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
        data: orderPrefill(order, text, situation.now),
        opensForm: true,
      },
      ...(order === 'unit.connect' && situation.unit !== undefined ? [disconnectAction] : []),
    ],
    withoutRoutine: true,
  };
}
