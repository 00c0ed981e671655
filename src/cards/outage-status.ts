import type { Outage } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardFact, Line, Question, Section } from './answer.ts';
import { itSupportSection } from './it-support.ts';
import { own, readAs, said } from './line.ts';
import { markedAnswer } from './notice.ts';
import {
  boardActions,
  coordinatorActions,
  declareAction,
  reportAction,
  unitsAction,
} from './outage-actions.ts';
import { outageFacts, scopeText } from './outage-facts.ts';
import { drillRulesSections, drillSections, messageSections, rulesSections } from './outage-sections.ts';
import { reportedText } from './report-lines.ts';
import { restoreChecklist } from './restore-checklist.ts';
import type { Situation } from './situation.ts';

/** A question, and what is known of outages where there is a store to ask. */
type StatusQuestion = Question & { readonly situation?: Situation };

/** Är Lifecare SP nere: what is known, and what holds meanwhile. Without a store nothing is known. */
export function outageStatusAnswer(question: StatusQuestion): Answer {
  const { situation } = question;
  if (situation === undefined) return unknownAnswer(question);
  const { running, drill } = situation;
  if (running?.state === 'reported') return reportedAnswer(running, situation, question);
  if (running !== undefined) return runningAnswer(running, situation, question);
  if (drill !== undefined) return drillAnswer(drill, situation, question);
  return quietAnswer(situation, question);
}

function unknownAnswer(question: Question): Answer {
  return {
    title: 'Är Lifecare SP nere?',
    sections: [
      {
        lines: [
          own('Det vet jag inte: här finns ingen uppgift om läget.'),
          own('Kommer du inte in i Lifecare SP? Ring din egen IT-support.'),
        ],
      },
      itSupportSection(question),
      ifItIsOutage(question),
    ],
    choices: ['call.who', 'handover.what'],
  };
}

function ifItIsOutage({ knowledge: { routine } }: Question): Section {
  const { phoneOnly, dischargeGate, shortOutage, longOutage } = routine.general;
  return {
    heading: 'Om det är avbrott',
    lines: [
      said(phoneOnly),
      said(dischargeGate),
      said(shortOutage),
      said(longOutage),
      readAs(routine, 'A15'),
    ],
  };
}

/** Staff hear that it is back when it is all clear; until then it runs, whatever is being checked. */
function runningAnswer(outage: Outage, situation: Situation, question: Question): Answer {
  const { now } = situation;
  const isElsewhere = concernsOthers(outage, situation, question);
  return {
    title: runningTitle(outage, isElsewhere),
    facts: [...outageFacts(outage, now), ...lastSaidFacts(outage, now)],
    sections: [
      ...(isElsewhere ? [elsewhereSection(situation), itSupportSection(question)] : []),
      ...messageSections(outage.terms.message),
      ...restoredSections(outage, situation),
      ...rulesSections(outage, now, question.knowledge.routine),
      ...plannedSections(situation),
    ],
    ...nextSteps(situation, boardActions(outage), isElsewhere ? [reportAction] : []),
  };
}

function runningTitle({ kind }: Outage, isElsewhere: boolean): string {
  if (isElsewhere) return 'Det är avbrott i Lifecare SP, men inte hos er';
  return kind === 'planned' ? 'Ja, ett planerat avbrott pågår' : 'Ja, det är avbrott i Lifecare SP';
}

/** An outage of other organisations than the asker's, where that is known. */
function concernsOthers({ terms: { scope } }: Outage, { unit }: Situation, { asker }: Question): boolean {
  const organisation = unit?.organisation ?? asker.organisation;
  return organisation !== undefined && scope.length > 0 && !scope.includes(organisation);
}

function elsewhereSection(situation: Situation): Section {
  const what = mayCoordinateHere(situation) ? 'uppdatera vilka det gäller' : 'anmäl det här';
  return { lines: [own(`Kommer ni ändå inte in i Lifecare SP: ring er IT-support och ${what}.`)] };
}

/** When the units were last told: what only coordinators did since does not count. */
function lastSaidFacts({ startedAt, deeds }: Outage, now: number): readonly CardFact[] {
  const at = Math.max(startedAt, deeds.declared?.at ?? 0, deeds.updated?.at ?? 0);
  return [{ label: 'Senaste besked', value: swedishSince(at, now) }];
}

/** Never where staff read it too. */
function restoredSections(
  { state, restoredAt }: Outage,
  { now, isAmongCoordinators }: Situation,
): readonly Section[] {
  if (state !== 'restored' || isAmongCoordinators !== true) return [];
  const since = restoredAt === undefined ? '' : ` sedan ${swedishSince(restoredAt, now)}`;
  return [
    {
      heading: 'Bara samordnarna vet det här',
      lines: [own(`Lifecare SP svarar igen${since}. Enheterna får veta det när du avslutar.`)],
    },
    restoreChecklist,
  ];
}

function reportedAnswer(outage: Outage, situation: Situation, question: Question): Answer {
  return {
    title: 'Kanske: Lifecare SP är anmält som nere',
    sections: [
      {
        lines: [
          own(`${reportedText(outage, situation.now)}. Ingen samordnare har utlyst avbrott än.`),
          own(`Kommer du inte heller in? Ring din egen IT-support, och ${sayIt(situation)} det här.`),
        ],
      },
      itSupportSection(question),
      ifItIsOutage(question),
      ...plannedSections(situation),
    ],
    ...nextSteps(situation, boardActions(outage), [reportAction]),
  };
}

function drillAnswer(outage: Outage, situation: Situation, question: Question): Answer {
  const { now } = situation;
  return markedAnswer(outage, {
    title: 'Nej, men en övning pågår',
    facts: outageFacts(outage, now),
    sections: [
      ...drillSections(outage),
      ...messageSections(outage.terms.message),
      ...drillRulesSections(outage, now, question.knowledge.routine),
      ...plannedSections(situation),
    ],
    ...nextSteps(situation, [declareAction, ...boardActions(outage)], [reportAction]),
  });
}

function quietAnswer(situation: Situation, question: Question): Answer {
  const { ended, planned } = situation;
  const next = inOrder(planned)[0];
  return {
    title: quietTitle(situation),
    sections: [
      {
        lines: [
          ...quietLines(situation),
          own(`Kommer du inte in? Ring din egen IT-support, och ${sayIt(situation)} det här.`),
        ],
      },
      itSupportSection(question),
      ...plannedSections(situation),
      ...(justEndedText(situation) === undefined ? [ifItIsOutage(question)] : []),
    ],
    ...nextSteps(
      situation,
      [
        declareAction,
        ...(ended === undefined ? [] : coordinatorActions(ended)),
        ...(next === undefined ? [] : coordinatorActions(next)),
        unitsAction,
      ],
      [reportAction],
    ),
  };
}

/** Whoever asks within a day asks about that one. */
const justEndedMs = 24 * 60 * 60_000;

function endedText({ ended, now }: Situation): string | undefined {
  if (ended?.endedAt === undefined) return undefined;
  const what = ended.kind === 'drill' ? 'Den senaste övningen' : 'Det senaste avbrottet';
  return `${what} är slut sedan ${swedishSince(ended.endedAt, now)}.`;
}

function justEndedText({ ended, now }: Situation): string | undefined {
  if (ended?.endedAt === undefined || ended.kind === 'drill') return undefined;
  return now - ended.endedAt < justEndedMs
    ? `Nej, avbrottet är slut sedan ${swedishSince(ended.endedAt, now)}`
    : undefined;
}

function quietTitle(situation: Situation): string {
  return justEndedText(situation) ?? 'Inget avbrott är anmält';
}

function quietLines(situation: Situation): readonly Line[] {
  if (justEndedText(situation) !== undefined) return [own('Inget nytt avbrott är anmält.')];
  const ended = endedText(situation);
  return [own('Ingen har anmält att Lifecare SP är nere.'), ...(ended === undefined ? [] : [own(ended)])];
}

function plannedSections({ planned, now }: Situation): readonly Section[] {
  if (planned.length === 0) return [];
  return [
    {
      heading: planned.length === 1 ? 'Planerat avbrott' : 'Planerade avbrott',
      lines: inOrder(planned).map((outage) => own(plannedText(outage, now))),
    },
  ];
}

function inOrder(planned: readonly Outage[]): readonly Outage[] {
  return planned.toSorted((one, other) => one.startedAt - other.startedAt);
}

function plannedText({ startedAt, terms }: Outage, now: number): string {
  const { expectedEndAt, scope } = terms;
  const start = `Börjar ${swedishSince(startedAt, now)}`;
  const end =
    expectedEndAt === undefined
      ? 'okänt när det slutar'
      : `beräknas sluta ${swedishSince(expectedEndAt, now)}`;
  return `${start}, ${end}. Gäller ${scopeText(scope)}.`;
}

/** Where staff read it too, a coordinator gets what they get: the buttons are everybody's to press. */
function mayCoordinateHere({ isCoordinator, isAmongCoordinators }: Situation): boolean {
  return isCoordinator && isAmongCoordinators === true;
}

/** What the button beneath does. */
function sayIt(situation: Situation): string {
  return mayCoordinateHere(situation) ? 'utlys' : 'anmäl';
}

/** Coordinators get what they may do; others what they need to know, and where it helps what they may say. */
function nextSteps(
  situation: Situation,
  ofCoordinators: readonly CardAction[],
  ofOthers: readonly CardAction[] = [],
): Pick<Answer, 'actions' | 'choices'> {
  const { running, ended } = situation;
  if (mayCoordinateHere(situation)) return { actions: ofCoordinators };
  const isOver = running === undefined && ended !== undefined && ended.kind !== 'drill';
  return {
    choices: isOver ? ['reregistration.rules', 'call.who'] : ['call.who', 'handover.what'],
    actions: ofOthers,
  };
}
