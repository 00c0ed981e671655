import { careGroupOf } from '../domain/care-group.ts';
import { isCurrent } from '../domain/current-outage.ts';
import { callOf, entriesOn } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import { partyOf } from '../domain/handover-items.ts';
import type { HandoverItem } from '../domain/ids.ts';
import { sideOf } from '../domain/receipts.ts';
import { isAdmittedBefore, knownStay } from '../domain/stay-of-case.ts';
import { itemNames } from '../text/handover-names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardAction, Line, Section } from './answer.ts';
import { mostButtons } from './button-view.ts';
import { callPage, callSections, directionText, entriesShown, outcomeText } from './call-rows.ts';
import { caseActions, earlierActions } from './case-actions.ts';
import { cardCode, groupOfUnit, numbersOf, ownerName, viewOf } from './case-context.ts';
import type { CaseContext, CaseView } from './case-context.ts';
import { timeSections } from './deadline-lines.ts';
import { gateNames, gateSections, missingSections, ringSections } from './gate-sections.ts';
import { own, said } from './line.ts';
import { journalLine } from './log-lines.ts';
import { markedAnswer } from './notice.ts';
import { capitalised } from './phone-view.ts';
import { givenSections, handedSections, isUnacknowledged } from './receipt-rows.ts';
import { drillTaskLines, taskLines } from './task-lines.ts';

export type { CaseContext } from './case-context.ts';

/** One case as its unit sees it. */
export function caseAnswer(context: CaseContext): Answer {
  const view = viewOf(context);
  const { code, now, outage, unit } = view;
  const page = Math.max(1, Math.trunc(view.page ?? 1) || 1);
  const stand = standSections(view);
  const calls = callPage(entriesShown(outage.log, unit.id, code), page, { others: stand, code, outage, now });
  const isFirst = page === 1;
  return markedAnswer(outage, {
    title: isFirst ? 'Patientens överlämningar' : 'Patientens tidigare samtal',
    code: cardCode(code),
    sections: [
      ...(isFirst ? stand : []),
      ...callSections(calls, { code, outage, now }),
      { lines: [journalLine] },
    ],
    actions: isFirst
      ? caseActions(view, { hasEarlier: calls.hasEarlier })
      : earlierActions(code, page, calls.hasEarlier),
    ...(!isFirst && { withoutRoutine: true }),
  });
}

/** How it stands: the gate first; then what is owed when it is over, what was handed over and the times. */
function standSections(view: CaseView): readonly Section[] {
  const { code, directory, gate, handed, now, outage, routine, unit } = view;
  return [
    ...(gate === undefined ? [] : gateSections(gate, routine, { now, directory })),
    ...(gate === undefined || outage.endedAt !== undefined ? [] : missingSections(gate, numbersOf(view))),
    ...taskSections(view),
    ...handedSections(handed, ownerName(view)),
    ...givenSections(outage.log, { code, gate, unit: unit.id }, now),
    ...timeSections(outage.log, [unit.id, code], { routine, now }),
  ];
}

function taskSections(view: CaseView): readonly Section[] {
  const { code, now, outage, routine, tasks, unit } = view;
  const known = knownStay(outage.log, [unit.id, code], outage);
  const lines = taskLines(tasks, {
    group: groupOfUnit(unit),
    isAdmittedBefore: isAdmittedBefore(outage, unit.id, code),
    known,
    routine,
    now,
  });
  return lines.length === 0
    ? []
    : [{ heading: 'Registrera i efterhand', lines: [...drillTaskLines(outage), ...lines] }];
}

/** What is said when a call was saved: the code large, what to write on the form, what is left. */
export function savedHandoverAnswer(
  context: CaseContext & { readonly entry: Entry; readonly isNew: boolean },
): Answer {
  const { code, entry, isNew, now, outage } = context;
  const view = viewOf(context);
  const isUnheard = callOf(entry).outcome === 'no-answer';
  return markedAnswer(outage, {
    title: 'Sparat',
    code: cardCode(code),
    sections: [
      {
        lines: [
          ...(isNew ? newCaseLines(entry) : []),
          own(savedText(entry, now)),
          ...(isUnheard ? [unansweredLine(view, entry)] : receiptLines(view, entry)),
        ],
      },
      ...(isUnheard && !isInside(entry) ? ringSections([callOf(entry)], numbersOf(view)) : []),
      ...gateSummary(view),
      ...timeSections(outage.log, [view.unit.id, code], { routine: view.routine, now }),
      { lines: [journalLine] },
    ],
    actions: caseActions(view, { saved: entry }),
    // Where the code is told to be written on it.
    ...(isNew && { pages: ['form'] as const }),
    withoutRoutine: (!isUnheard || isInside(entry)) && view.gate?.kind !== 'all-confirmed',
  });
}

/** Passed on within the municipality: past its own switchboard. */
function isInside(entry: Entry): boolean {
  return callOf(entry).items.includes('forwarded');
}

/** The gate in a word; the last state never without the routine's own sentence (L100). */
function gateSummary({ gate, routine }: CaseView): readonly Section[] {
  if (gate === undefined) return [];
  if (gate.kind === 'all-confirmed') {
    return [{ lines: [own(gateNames[gate.kind]), said(routine.general.dischargeGate)] }];
  }
  return [
    {
      rows: [{ title: 'Utskrivning', state: gateNames[gate.kind], isProblem: true, details: [] }],
      lines: [],
    },
  ];
}

function newCaseLines(entry: Entry): readonly Line[] {
  return [
    own('Skriv koden på blanketten och säg den i telefon.'),
    ...(callOf(entry).direction === 'received'
      ? [own('Fick du en kod av den som ringde? Tryck Rätta senaste och skriv den, så får avsändaren veta.')]
      : []),
  ];
}

/** "Kl. 09.10 till Ånge kommun, Lisa: Inskrivning. Upprepat av mottagaren." */
function savedText(entry: Entry, now: number): string {
  const { calledAt, counterpart, items, outcome } = callOf(entry);
  const who = counterpart === '' ? '' : ` (${counterpart})`;
  const what = `Samtal ${swedishSince(calledAt, now)} ${directionText(entry)}${who}: ${itemsText(items)}.`;
  return outcome === 'no-answer' ? what : `${what} ${capitalised(outcomeText(entry))}.`;
}

function itemsText(items: readonly HandoverItem[]): string {
  return items.map((item) => itemNames[item]).join(', ');
}

/** Whoever got no answer is reminded, as long as the outage goes on. */
function unansweredLine({ outage }: CaseView, { id }: Entry): Line {
  return isCurrent(outage) && outage.log.unanswered.has(id)
    ? own('Inget svar. Jag påminner dig om 30 minuter om ingen har ringt igen.')
    : own('Inget svar. Ring igen.');
}

/** That the sender hears of what was logged as received on the sender's code. */
function receiptLines({ handed }: CaseView, entry: Entry): readonly Line[] {
  const { direction, items } = callOf(entry);
  const isHeard = direction === 'received' && handed.some(({ item }) => items.includes(item));
  return isHeard ? [own('Avsändaren får veta det.')] : [];
}

/** The receiver's side was saved. */
export function savedReceiptAnswer(context: CaseContext & { readonly entry: Entry }): Answer {
  const { code, entry, outage } = context;
  const view = viewOf(context);
  const { items } = callOf(entry);
  return markedAnswer(outage, {
    title: 'Sparat: ni har bekräftat',
    code: cardCode(code),
    sections: [
      {
        lines: [
          own(`Ni har bekräftat till ${ownerName(view)}: ${itemsText(items)}.`),
          own('Avsändaren får veta det.'),
          ...stillToComeLines(view),
        ],
      },
      { lines: [journalLine] },
    ],
    actions: [...forwardActions(view), ...caseActions(view, {})].slice(0, mostButtons),
    withoutRoutine: true,
  });
}

/** What the sender has handed over and nobody here has confirmed; and what the routine has the sender say besides. */
function stillToComeLines(view: CaseView): readonly Line[] {
  const { found, handed, routine, unit } = view;
  if (found === undefined) return [];
  const open = handed.filter(isUnacknowledged).map(({ item }) => item);
  const ownParty = partyOf(unit.careSetting);
  const toCome = routine.groups[careGroupOf(found.as.careSetting)].handsOver
    .filter(({ to }) => to.includes(ownParty))
    .flatMap(({ items }) => items)
    .filter((item) => !handed.some((one) => one.item === item));
  return [
    ...(open.length === 0 ? [] : [own(`Lämnat, men inte bekräftat av er: ${itemsText(open)}.`)]),
    ...(toCome.length === 0 ? [] : [own(`Inte lämnat än: ${itemsText(toCome)}.`)]),
  ];
}

/** The care manager passes on what was heard to the municipality's own units (L117–121). */
function forwardActions({ code, isOpen, outage, unit }: CaseView): readonly CardAction[] {
  const { municipality, party } = sideOf(unit);
  const isForwarded = entriesOn(outage.log, unit.id, code).some((entry) =>
    callOf(entry).items.includes('forwarded'),
  );
  if (!isOpen || party !== 'municipality' || municipality === undefined || isForwarded) return [];
  return [
    {
      title: 'Fört vidare i kommunen',
      verb: 'handover.record',
      data: { code, party, municipality, items: 'forwarded', direction: 'given' },
      opensForm: true,
    },
  ];
}
