import { answerCard } from '../cards/answer-card.ts';
import type { Answer } from '../cards/answer.ts';
import { caseAnswer, savedHandoverAnswer } from '../cards/case-answer.ts';
import { formMessage } from '../cards/form-card.ts';
import { handoverForm } from '../cards/handover-form.ts';
import { outstandingAnswer } from '../cards/outstanding-answer.ts';
import type { Card } from '../cards/render-card.ts';
import { statisticsAnswer } from '../cards/statistics-answer.ts';
import { taskListAnswer } from '../cards/task-list-answer.ts';
import { unitLogAnswer } from '../cards/unit-log-answer.ts';
import { unitSummaryAnswer } from '../cards/unit-summary-answer.ts';
import { entriesOn } from '../domain/handover-log.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import type { Outage } from '../domain/outage.ts';
import type { Routine } from '../routine/routine.ts';
import { sampleLog } from './sample-log.ts';

/** How many calls the sample has. */
const calls = 24;

/** The cards of a unit's log, while an outage goes on and after it, and the form of a call. */
export function previewLog(routine: Routine): ReadonlyMap<string, Card> {
  const { code, context, outage } = sampleLog(calls);
  const { unit } = context;
  const { endedAt: _endedAt, ...begun } = outage;
  const ongoing: Outage = { ...begun, state: 'ongoing' };
  const [entry] = entriesOn(outage.log, unit.id, code);
  const during = { ...context, routine, outage: ongoing, code };
  const after = { ...context, routine };
  const statistics = outageStatistics(outage, context.directory);
  const answers: readonly (readonly [string, Answer])[] = [
    ['logg-patient', caseAnswer(during)],
    ...(entry === undefined
      ? []
      : [['logg-sparat', savedHandoverAnswer({ ...during, entry, isNew: true })] as const]),
    ['logg-enheten', unitLogAnswer({ ...during, page: 1 })],
    ['logg-patient-efter', caseAnswer({ ...after, code })],
    ['logg-sammanfattning', unitSummaryAnswer(outage, unit, after)],
    ['logg-registrera', taskListAnswer({ ...after, page: 1 })],
    ['logg-utestaende', outstandingAnswer({ ...after, page: 1 })],
    ['logg-statistik', statisticsAnswer(statistics, outage, context.now)],
  ];
  const state = { values: {}, problems: [], fieldErrors: {}, formId: 'exempel', now: context.now };
  const form = handoverForm(state, { unit, direction: 'given', isDrill: false, opensReport: false });
  const options = { callLinks: 'none', place: 'personal' } as const;
  return new Map([
    ...answers.map(([name, answer]) => [name, answerCard(answer, routine, options)] as const),
    ['logga-formular', formMessage(form, 'chat').card],
  ]);
}
