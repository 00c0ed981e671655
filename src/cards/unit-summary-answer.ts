import { careGroupOf } from '../domain/care-group.ts';
import type { Unit } from '../domain/directory.ts';
import type { CareSetting } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import { unitSummary } from '../domain/unit-summary.ts';
import type { TaskCount, UnitSummary } from '../domain/unit-summary.ts';
import { taskNames } from '../text/names.ts';
import { acknowledgeLines } from './acknowledge-lines.ts';
import type { Answer, Line, Section } from './answer.ts';
import { patientLines } from './described-patient.ts';
import { own, readAs, said } from './line.ts';
import { journalLine } from './log-lines.ts';
import { markedAnswer, sealedFooter } from './notice.ts';
import type { NoticeContext } from './notice.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';
import { listAction } from './task-actions.ts';

/** A unit that has a log: one with a care setting. */
type LoggingUnit = Unit & { readonly careSetting: CareSetting };

/** A notice has a number; a summary that somebody asks for has none. */
type SummaryContext = Omit<NoticeContext, 'number'> & Partial<Pick<NoticeContext, 'number'>>;

/** To a unit's channel when it is over: its part of the outage in counts, never a code, and what to do next. */
export function unitSummaryAnswer(outage: Outage, unit: LoggingUnit, context: SummaryContext): Answer {
  const { now, routine } = context;
  const group = careGroupOf(unit.careSetting);
  const summary = unitSummary(outage, unit);
  return markedAnswer(outage, {
    title: titleOf(outage),
    facts: outageFacts(outage, now),
    sections: [
      { lines: introLines(outage) },
      ...messageSections(outage.terms.message),
      summarySection(outage, summary),
      {
        heading: 'Registrera i efterhand',
        lines: [
          ...patientLines(routine, group),
          ...(group === 'inpatient' ? [] : [readAs(routine, 'A11')]),
          said(routine.general.documentAfterwards),
        ],
      },
      { heading: 'Kvittera meddelanden i Lifecare SP', lines: acknowledgeLines(routine, group) },
      { lines: [journalLine] },
    ],
    actions: [listAction(outage.id)],
    choices: ['reregistration.rules', 'messages.acknowledge'],
    ...footerOf(context),
  });
}

function footerOf({ number, ...context }: SummaryContext): Pick<Answer, 'footer'> {
  return number === undefined ? {} : { footer: sealedFooter({ ...context, number }) };
}

const isOver = ({ endedAt }: Outage): boolean => endedAt !== undefined;

function titleOf(outage: Outage): string {
  if (!isOver(outage)) return 'Er enhets sammanfattning';
  return outage.kind === 'drill' ? 'Övningen är slut' : 'Avbrottet är slut';
}

function introLines(outage: Outage): readonly Line[] {
  if (!isOver(outage)) return [own('Avbrottet pågår: sammanfattningen är inte färdig.')];
  return outage.kind === 'drill'
    ? [own('Inget ska registreras i Lifecare SP efter en övning. Efter ett verkligt avbrott gäller det här:')]
    : [own('Lifecare SP är åter i drift. Arbeta som vanligt i det igen.')];
}

/** Counts, each on a line of its own; what is zero and asks for nothing is not said. */
function summarySection(outage: Outage, summary: UnitSummary): Section {
  const { calls, cases, unanswered, unconfirmed } = summary;
  return {
    heading: outage.kind === 'drill' ? 'Er enhets sammanfattning av övningen' : 'Er enhets sammanfattning',
    lines: [
      ...(calls === 0
        ? ['Er enhet har inte loggat något samtal.']
        : [`Patienter (koder): ${cases}. Samtal: ${calls}.`]),
      ...(unanswered === 0 ? [] : [`Samtal utan svar: ${unanswered}`]),
      ...(unconfirmed === 0 ? [] : [`Lämnat men inte bekräftat: ${unconfirmed}`]),
      ...(isOver(outage) ? leftTexts(summary) : []),
    ].map(own),
  };
}

/** What is left by kind. To acknowledge messages is owed once, with an empty log too. */
function leftTexts({ forms, outstanding }: UnitSummary): readonly string[] {
  const ofCases = outstanding.filter(({ task }) => task !== 'acknowledgeMessages' && task !== 'sendForm');
  const left = ofCases.reduce((sum, { count }) => sum + count, 0);
  const isUnchecked = outstanding.some(({ task }) => task === 'acknowledgeMessages');
  return [
    left === 0
      ? 'Kvar att registrera: inget'
      : `Kvar att registrera: ${left} (${ofCases.map(countText).join(', ')})`,
    ...(isUnchecked ? ['Kvar: Kontrollera och kvittera meddelanden'] : []),
    ...(forms === 0 ? [] : [`Blanketter att skicka in: ${forms}`]),
  ];
}

function countText({ count, task }: TaskCount): string {
  return `${taskNames[task]} ${count}`;
}
