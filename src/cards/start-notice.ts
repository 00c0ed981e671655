import type { Outage } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer } from './answer.ts';
import { markedAnswer, numberFooter, pushText } from './notice.ts';
import type { Notice, NoticeContext } from './notice.ts';
import { outageFacts } from './outage-facts.ts';
import { drillSections, messageSections, rulesSections } from './outage-sections.ts';

/** To units: it began. Since when, for whom, until when, and what holds meanwhile. */
export function startNotice(outage: Outage, context: NoticeContext): Notice {
  return { answer: runningAnswer(outage, context), text: pushText(outage, [startText(outage, context.now)]) };
}

/** A plan that begins now is said to do so; who is told later is told since when. */
const nowMs = 5 * 60_000;

function startText({ kind, startedAt }: Outage, now: number): string {
  if (kind !== 'planned') return `Avbrott i Lifecare SP sedan ${swedishSince(startedAt, now)}`;
  return now - startedAt < nowMs
    ? 'Planerat avbrott i Lifecare SP börjar nu'
    : `Planerat avbrott i Lifecare SP sedan ${swedishSince(startedAt, now)}`;
}

/** The first post of an outage that runs, as it stands: also what it is edited to. */
export function runningAnswer(outage: Outage, context: NoticeContext): Answer {
  const { now, routine } = context;
  return markedAnswer(outage, {
    title: outage.kind === 'planned' ? 'Planerat avbrott i Lifecare SP pågår' : 'Avbrott i Lifecare SP',
    facts: outageFacts(outage, now),
    sections: [
      ...drillSections(outage),
      ...messageSections(outage.terms.message),
      ...rulesSections(outage, now, routine),
    ],
    choices: ['call.who', 'handover.what'],
    footer: numberFooter(context),
  });
}
