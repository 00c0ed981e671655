import type { Outage } from '../domain/outage.ts';
import type { Answer } from './answer.ts';
import { itSupportSection } from './it-support.ts';
import type { ItSupportQuestion } from './it-support.ts';
import { own, said } from './line.ts';

/** Whoever reported: who hears of it, whom to ring all the same, and what holds meanwhile. */
export function reportedAnswer(outage: Outage | undefined, question: ItSupportQuestion): Answer {
  const { phoneOnly, dischargeGate } = question.knowledge.routine.general;
  const isDeclared = outage?.state === 'ongoing' || outage?.state === 'restored';
  return {
    title: 'Tack, samordnarna får veta det',
    sections: [
      {
        lines: [
          own(
            isDeclared
              ? 'Avbrottet är redan utlyst. Din anmälan syns för samordnarna.'
              : 'Anmälan är sparad. Samordnarna avgör om det är ett avbrott, och säger till i kanalerna.',
          ),
        ],
      },
      itSupportSection(question),
      { heading: 'Tills det fungerar igen', lines: [said(phoneOnly), said(dischargeGate)] },
    ],
    choices: ['call.who', 'handover.what'],
  };
}
