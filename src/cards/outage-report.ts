import type { Answer, Question } from './answer.ts';
import { itSupportSection } from './it-support.ts';
import { own, readAs, said } from './line.ts';
import { reportAction } from './outage-actions.ts';

/** Lifecare SP fungerar inte: ring the own IT support at once (L52), then work by phone. */
export function outageReportAnswer(question: Question): Answer {
  const { situation } = question;
  const { phoneOnly, dischargeGate, contactItSupport } = question.knowledge.routine.general;
  return {
    title: 'Fungerar inte Lifecare SP?',
    sections: [
      { lines: [said(contactItSupport)] },
      itSupportSection(question),
      {
        heading: 'Tills det fungerar igen',
        lines: [
          said(phoneOnly),
          said(dischargeGate),
          readAs(question.knowledge.routine, 'A16'),
          ...(situation === undefined ? [own('Anmäl avbrottet till samordnarna i Teams.')] : []),
        ],
      },
    ],
    ...(situation !== undefined && { actions: [reportAction] }),
    choices: ['call.who', 'handover.what'],
  };
}
