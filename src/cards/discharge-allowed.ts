import type { Answer, Question } from './answer.ts';
import { beyond, own, said } from './line.ts';

/**
 * Får patienten skrivas ut: always the same sentence of the routine (L100), never yes and never "klart".
 * It holds in a short outage too (domain finding 5).
 */
export function dischargeAllowedAnswer({ knowledge }: Question): Answer {
  const { general, groups, beyond: besides } = knowledge.routine;
  const canReceive = groups.municipality.handsOver.filter(({ items }) => items.includes('canReceive'));
  return {
    title: 'Utskrivning under avbrott',
    sections: [
      { lines: [said(general.dischargeGate), own('Det gäller även vid korta avbrott.')] },
      {
        heading: 'Före utskrivningen',
        ordered: true,
        lines: [
          own('Ring varje mottagare: kommunen, hälsocentralen och vid behov psykiatrisk öppenvård.'),
          beyond(besides.readBack),
          ...canReceive.map((fact) => ({ ...said(fact), text: `Kommunen: ${fact.text}` })),
          beyond(besides.dischargeDeadline),
          beyond(besides.writtenInformation),
        ],
      },
      {
        heading: 'Saknas någons bekräftelse',
        lines: [own('Ring igen, eller ring växeln. Boten avgör aldrig om en patient får skrivas ut.')],
      },
    ],
    choices: ['call.who', 'handover.what'],
  };
}
