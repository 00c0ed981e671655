import { firstCalledAt } from '../domain/handover-log.ts';
import type { Outage } from '../domain/outage.ts';
import type { Answer, Line } from './answer.ts';
import { itSupportSection } from './it-support.ts';
import type { ItSupportQuestion } from './it-support.ts';
import { own, said } from './line.ts';
import { loggedText } from './report-lines.ts';

/** Whoever reported: who hears of it, if anybody can be told; whom to ring all the same; and what holds meanwhile. */
export function reportedAnswer(
  outage: Outage | undefined,
  question: ItSupportQuestion,
  isHeard: boolean,
): Answer {
  const { phoneOnly, dischargeGate } = question.knowledge.routine.general;
  return {
    title: isHeard ? 'Tack, samordnarna får veta det' : 'Anmälan är sparad',
    sections: [
      { lines: [own(isHeard ? heardBy(outage) : notHeard), ...callLines(outage)] },
      itSupportSection(question),
      { heading: 'Tills det fungerar igen', lines: [said(phoneOnly), said(dischargeGate)] },
    ],
    choices: ['call.who', 'handover.what'],
  };
}

const notHeard = 'Jag når ingen samordnare just nu. Ring IT-supporten och säg att Lifecare SP inte fungerar.';

function heardBy(outage: Outage | undefined): string {
  const isDeclared = outage?.state === 'ongoing' || outage?.state === 'restored';
  return isDeclared
    ? 'Avbrottet är redan utlyst. Din anmälan syns för samordnarna.'
    : 'Anmälan är sparad. Samordnarna avgör om det är ett avbrott, och säger till i kanalerna.';
}

/** Others may have noticed by ringing, without reporting: counts alone. */
function callLines(outage: Outage | undefined): readonly Line[] {
  return outage?.state === 'reported' && firstCalledAt(outage.log) !== undefined
    ? [own(`Det märks redan: ${loggedText(outage.log)}.`)]
    : [];
}
