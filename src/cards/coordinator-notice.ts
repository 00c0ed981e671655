import type { Act } from '../domain/act.ts';
import type { Outage, OutageDeed } from '../domain/outage.ts';
import { outageStatistics } from '../domain/outage-statistics.ts';
import { outstandingByUnit } from '../domain/owing-units.ts';
import type { Owing } from '../domain/owing-units.ts';
import { organisationNames } from '../text/names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Section } from './answer.ts';
import { own } from './line.ts';
import { markedAnswer, numberFooter, pushText, sealedFooter } from './notice.ts';
import type { CoordinatorContext, Notice } from './notice.ts';
import { boardActions } from './outage-actions.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';
import {
  loggedFacts,
  reportCountText,
  reportedSentences,
  reportedText,
  reportSections,
  unitCountText,
} from './report-lines.ts';
import { printReminder, remindedPages } from './print-reminder.ts';
import { restoreChecklist } from './restore-checklist.ts';
import { statisticsAnswer } from './statistics-answer.ts';
import { unreachedBy } from './unreached.ts';

/** What the clock asks coordinators about. */
export type PromptReason = 'one-hour' | 'two-hours' | 'update-passed' | 'planned-end-passed';

/** To coordinators: somebody says or shows that it does not work. One card, edited for each further report or call. */
export function reportNotice(outage: Outage, context: CoordinatorContext): Notice {
  const { log, reports } = outage;
  const { now } = context;
  return {
    answer: markedAnswer(outage, {
      title:
        reports.length === 0
          ? reportedText(outage, now)
          : `${reportCountText(reports)} att Lifecare SP inte fungerar`,
      facts: loggedFacts(log),
      sections: [
        { lines: [own(standOfReport(outage))] },
        ...reportSections(reports, context),
        ...(outage.state === 'reported'
          ? [{ heading: 'Kontrollera först', lines: checksBeforeDeclaring }]
          : []),
      ],
      actions: boardActions(outage),
      footer: numberFooter(context),
      withoutRoutine: true,
    }),
    text: pushText(outage, reportedSentences(outage, now)),
  };
}

const checksBeforeDeclaring = [
  own('Kommer du själv in i Lifecare SP?'),
  own('Vad säger IT-supporten?'),
  own('Enheterna får veta något först när du utlyser avbrottet.'),
];

function standOfReport({ state, lastDeed }: Outage): string {
  if (state === 'reported') return 'Ingen samordnare har utlyst avbrott än.';
  if (lastDeed === 'dismissed') return 'En samordnare har sagt att det inte är något avbrott.';
  if (state === 'closed' || state === 'ended') return 'Avbrottet är slut.';
  return 'Avbrottet är redan utlyst.';
}

/** To coordinators: it has lasted, or something promised has passed. What to do is one press away. */
export function promptNotice(outage: Outage, reason: PromptReason, context: CoordinatorContext): Notice {
  const { title, text, advice } = (outage.kind === 'drill' ? drillPrompts : prompts)[reason];
  return {
    answer: markedAnswer(outage, {
      title,
      facts: outageFacts(outage, context.now),
      sections: [{ lines: [own(advice)] }],
      actions: boardActions(outage),
      footer: numberFooter(context),
      withoutRoutine: true,
    }),
    text: pushText(outage, [text]),
  };
}

type PromptWords = { readonly title: string; readonly text: string; readonly advice: string };

const prompts: Readonly<Record<PromptReason, PromptWords>> = {
  'one-hour': {
    title: 'Avbrottet har pågått i 1 timme',
    text: 'Avbrottet i Lifecare SP har pågått i 1 timme: uppdatera enheterna',
    advice: 'Blir det kort eller långt? Säg till enheterna vad ni vet, också om det är okänt.',
  },
  'two-hours': {
    title: 'Avbrottet har pågått i 2 timmar',
    text: 'Avbrottet i Lifecare SP har pågått i 2 timmar: nu följs avbrottsrutinen',
    advice: 'Från och med nu räknas det som längre: enheterna följer avbrottsrutinen. Säg vad ni vet.',
  },
  'update-passed': {
    title: 'Enheterna väntar på ett besked',
    text: 'Tiden för nästa besked om avbrottet i Lifecare SP har passerat',
    advice: 'Tiden för nästa besked har passerat. Säg vad ni vet, och när nästa besked kommer.',
  },
  'planned-end-passed': {
    title: 'Är det planerade avbrottet slut?',
    text: 'Det planerade avbrottet i Lifecare SP skulle vara slut: är det det?',
    advice: 'Den planerade sluttiden har passerat. Enheterna får veta att det är slut först när du avslutar.',
  },
};

const drillPrompts: typeof prompts = {
  ...prompts,
  'one-hour': {
    ...prompts['one-hour'],
    title: 'Övningen har pågått i 1 timme',
    text: 'Övningen har pågått i 1 timme: uppdatera enheterna',
  },
  'two-hours': {
    ...prompts['two-hours'],
    title: 'Övningen har pågått i 2 timmar',
    text: 'Övningen har pågått i 2 timmar: nu övas avbrottsrutinen',
  },
  'update-passed': { ...prompts['update-passed'], text: 'Tiden för nästa besked om övningen har passerat' },
};

/** To coordinators, a day and three after the end: how much is left to register, and which units nothing reaches. */
export function outstandingNotice(outage: Outage, context: CoordinatorContext): Notice {
  const { directory, now } = context;
  const owing = outstandingByUnit(outage, directory);
  const count = owing.reduce((sum, { tasks }) => sum + tasks.length, 0);
  const what = `Kvar att efterregistrera: ${count} i ${unitCountText(owing.length)}`;
  return {
    answer: markedAnswer(outage, {
      title: what,
      facts: outageFacts(outage, now),
      sections: [
        {
          lines: [
            own('De enheter som nås har fått en påminnelse. Listan visar vad som är kvar hos var och en.'),
          ],
        },
        ...ringSections(owing.filter(({ unit }) => unreachedBy(unit, directory) !== undefined)),
      ],
      actions: [
        { title: 'Visa listan', verb: 'tasks.list', data: { outage: outage.id } },
        ...boardActions(outage),
      ],
      footer: numberFooter(context),
      withoutRoutine: true,
    }),
    text: pushText(outage, [what]),
  };
}

/** How many of the units that nothing reaches are named; the list has them all. */
const mostToRing = 10;

function ringSections(owing: readonly Owing[]): readonly Section[] {
  if (owing.length === 0) return [];
  const hidden = owing.length - mostToRing;
  return [
    {
      heading: 'Nås inte: ska ringas',
      rows: owing.slice(0, mostToRing).map(({ tasks, unit }) => ({
        title: `${unit.name}, ${organisationNames[unit.organisation]}`,
        state: 'Ska ringas',
        details: [`Kvar att efterregistrera: ${tasks.length}`],
        isProblem: true,
      })),
      lines: hidden > 0 ? [own(`… och ${hidden} till. Se alla under Visa listan.`)] : [],
    },
  ];
}

/** To coordinators: what was done, by whom, and how it stands now. */
export function coordinationNotice(outage: Outage, context: CoordinatorContext): Notice {
  const { now } = context;
  const deed = lastDone(outage);
  const what = deed === undefined ? startedByItself(outage) : deedText(outage, deed);
  const at = deed === undefined ? outage.startedAt : deed.act.at;
  const isPlan = outage.state === 'planned';
  return {
    answer: markedAnswer(outage, {
      title: what,
      facts: [{ label: 'När', value: swedishSince(at, now) }, ...outageFacts(outage, now)],
      sections: [
        ...messageSections(outage.terms.message),
        ...reasonSections(outage),
        ...nextSections(outage),
        ...(isPlan ? [printReminder] : []),
        ...closingSections(outage, context),
      ],
      actions: boardActions(outage),
      ...(isPlan && { pages: remindedPages }),
      footer: isOver(outage) ? sealedFooter(context) : numberFooter(context),
      withoutRoutine: true,
    }),
    text: pushText(outage, [what]),
  };
}

/** The closing report: what the outage came to, in figures, and what was left to do. */
function closingSections(outage: Outage, { directory, now }: CoordinatorContext): readonly Section[] {
  if (outage.state !== 'closed' || outage.endedAt === undefined) return [];
  const { facts = [] } = statisticsAnswer(outageStatistics(outage, directory), outage, now);
  const lines = facts.map(({ label, value }) => own(`${label}: ${value}`));
  return [{ heading: 'Slutrapport', lines }];
}

/** The closing report is sealed as the end is. */
function isOver({ state }: Outage): boolean {
  return state === 'ended' || state === 'closed';
}

type Done = { readonly deed: OutageDeed; readonly act: Act };

/** Undefined where the clock did it: a plan has begun, or became part of what ran. */
function lastDone({ lastDeed, deeds, state, joinedTo, startedAt }: Outage): Done | undefined {
  const act = lastDeed === undefined ? undefined : deeds[lastDeed];
  if (lastDeed === undefined || act === undefined || joinedTo !== undefined) return undefined;
  // What runs and was last touched before it began was begun by the clock.
  return state === 'ongoing' && act.at < startedAt ? undefined : { deed: lastDeed, act };
}

function startedByItself({ joinedTo }: Outage): string {
  return joinedTo === undefined
    ? 'Det planerade avbrottet har börjat'
    : 'Det planerade avbrottet blev en del av det som pågår';
}

function deedText({ kind, state }: Outage, { deed, act }: Done): string {
  const isDrill = kind === 'drill';
  const whatItIs = isDrill ? 'övningen' : 'avbrottet';
  const inDrill = isDrill ? ' i övningen' : '';
  const sentences: Readonly<Record<OutageDeed, string>> = {
    reported: 'har anmält att Lifecare SP inte fungerar',
    declared: isDrill ? 'har startat en övning' : 'har utlyst avbrott i Lifecare SP',
    planned: 'har planerat ett avbrott i Lifecare SP',
    updated: state === 'planned' ? 'har ändrat det planerade avbrottet' : `har uppdaterat ${whatItIs}`,
    restored: `säger att Lifecare SP svarar igen${inDrill}`,
    resumed: `säger att Lifecare SP slutade fungera igen${inDrill}`,
    ended: `har avslutat ${whatItIs}`,
    dismissed: 'säger att det inte var något avbrott',
    cancelled: 'har ställt in det planerade avbrottet',
    closed: `har stängt ${whatItIs}`,
  };
  return `${shortName(act.by.name)} ${sentences[deed]}`;
}

/** Why it was dismissed, cancelled or closed. */
function reasonSections({ reason = '' }: Outage): readonly Section[] {
  return reason.trim() === '' ? [] : [{ heading: 'Skäl', lines: [own(reason)] }];
}

/** A name as long as a push has room for. */
function shortName(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 39)}…`;
}

function nextSections({ state }: Outage): readonly Section[] {
  return state === 'restored'
    ? [{ lines: [own('Enheterna får inte veta något förrän du avslutar.')] }, restoreChecklist]
    : [];
}
