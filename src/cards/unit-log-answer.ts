import { isCurrent } from '../domain/current-outage.ts';
import type { Directory, Unit } from '../domain/directory.ts';
import { callOf, laterCall, logOf, standing } from '../domain/handover-log.ts';
import type { Entry, HandoverLog, UnitLog } from '../domain/handover-log.ts';
import type { CareSetting } from '../domain/ids.ts';
import { keptBy } from '../domain/kept.ts';
import { isOpen } from '../domain/log-target.ts';
import type { Outage } from '../domain/outage.ts';
import type { Routine } from '../routine/routine.ts';
import { itemNames, sideText } from '../text/handover-names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardRow, Section } from './answer.ts';
import { mostButtons } from './button-view.ts';
import { gateNames, gateOf } from './gate-sections.ts';
import { joinedWithin } from './joined-within.ts';
import { own } from './line.ts';
import { journalLine } from './log-lines.ts';
import { markedAnswer } from './notice.ts';
import { pageOf } from './paged-rows.ts';
import { municipalityPhones } from './phone-line.ts';
import { shortTime } from './short-time.ts';
import { listAction } from './task-actions.ts';

type LogContext = {
  readonly outage: Outage;
  readonly unit: Unit & { readonly careSetting: CareSetting };
  readonly now: number;
  /** Pages count from 1. */
  readonly page: number;
  readonly routine: Routine;
  /** Another outage that goes on, with a log of the unit's: a drill beside a report. */
  readonly beside?: Outage;
  readonly directory: Pick<Directory, 'units'>;
};

/** A case of a unit's log, and what of it stands, in the order of the calls. */
type LoggedCase = { readonly code: string; readonly calls: readonly Entry[]; readonly lastAt: number };

/** How many cases a page has; and how many of them have a button of their own. */
const casesOnPage = 10;
const mostShown = 5;

/** A unit's log: whom to ring again, then each case with how far it has come, the one with the newest call first. */
export function unitLogAnswer(context: LogContext): Answer {
  const { outage, unit } = context;
  const cases = casesOf(context);
  const page = pageOf(cases, context.page, {
    verb: 'handover.list',
    data: { outage: outage.id, unit: unit.id },
    opensForm: true,
    size: casesOnPage,
  });
  const unanswered = page.rows[0] === cases[0] ? unansweredOf(outage, unit.id) : [];
  return markedAnswer(outage, {
    title: 'Er logg',
    ...(cases.length > 0 && { facts: [{ label: 'Patienter (koder)', value: `${cases.length}` }] }),
    sections: [
      ...againSections(unanswered, context),
      cases.length === 0
        ? { lines: emptyLines.map(own) }
        : { heading: 'Patienterna', rows: page.rows.map((one) => caseRow(one, context)), lines: page.lines },
      { lines: [journalLine] },
    ],
    actions: actionsOf(
      context,
      [...unanswered.map((entry) => callOf(entry).code), ...page.rows.map(({ code }) => code)],
      page.actions,
    ),
    withoutRoutine: true,
  });
}

const emptyLines = [
  'Inget samtal är loggat än.',
  'Tryck på Logga överlämning när du har ringt, eller skriv till exempel ”ringde Ånge 09.10, pratade med Lisa, inskrivning bekräftad”.',
];

/** The newest call first; one whose calls were all taken back is there still. */
function casesOf({ outage, unit }: LogContext): readonly LoggedCase[] {
  const ownLog = logOf(outage.log, unit.id);
  return keepCases(ownLog, '', () => casesIn(ownLog, outage.log));
}

const keepCases = keptBy<readonly LoggedCase[]>();

function casesIn(ownLog: UnitLog, { cases }: HandoverLog): readonly LoggedCase[] {
  const opened = [...ownLog.byCode.keys()].filter((code) => cases.get(code)?.owner === ownLog.unit);
  const codes = new Set([...opened, ...codesIn(ownLog)]);
  const calls = Map.groupBy(standing(ownLog), (entry) => callOf(entry).code);
  return [...codes]
    .map((code) => {
      const ofCase = (calls.get(code) ?? []).toSorted(laterCall);
      const last = ofCase.at(-1);
      const openedAt = cases.get(code)?.opened.at ?? 0;
      return { code, calls: ofCase, lastAt: last === undefined ? openedAt : callOf(last).calledAt };
    })
    .toSorted((one, other) => other.lastAt - one.lastAt);
}

function codesIn({ entries, statements }: UnitLog): readonly string[] {
  return [...[...entries.values()].map((entry) => callOf(entry).code), ...statements.keys()];
}

/** Calls that nobody answered and nobody has tried again, the oldest first, as long as it goes on. */
function unansweredOf(outage: Outage, unit: string): readonly Entry[] {
  if (!isCurrent(outage)) return [];
  const { unanswered } = outage.log;
  const own = logOf(outage.log, unit);
  return keepUnanswered(own, '', () =>
    standing(own)
      .filter(({ id }) => unanswered.has(id))
      .toSorted(laterCall),
  );
}

const keepUnanswered = keptBy<readonly Entry[]>();

/** More of these than this are counted. */
const mostAgain = 5;

function againSections(unanswered: readonly Entry[], { now, routine }: LogContext): readonly Section[] {
  if (unanswered.length === 0) return [];
  const hidden = unanswered.length - mostAgain;
  return [
    {
      heading: 'Ring igen',
      rows: unanswered.slice(0, mostAgain).map((entry) => againRow(entry, routine, now)),
      lines: hidden > 0 ? [own(`… och ${hidden} till.`)] : [],
    },
  ];
}

function againRow(entry: Entry, routine: Routine, now: number): CardRow {
  const { calledAt, code, items, municipality } = callOf(entry);
  const phones =
    municipality === undefined ? [] : municipalityPhones({ routine, directory: [] }, municipality);
  return {
    title: `${code}: ${sideText(callOf(entry))}`,
    state: `inget svar ${shortTime(calledAt, now)}`,
    details: [
      ...joinedWithin(
        items.map((item) => itemNames[item]),
        160,
      ).slice(0, 2),
      ...phones.slice(0, 1).map(({ name, number }) => `${name} ${number}`),
    ],
    isProblem: true,
  };
}

function caseRow({ calls, code, lastAt }: LoggedCase, { now, outage, unit }: LogContext): CardRow {
  const gate = gateOf(outage.log, outage.log.cases.get(code), unit.id);
  const heard = calls.filter((entry) => callOf(entry).outcome !== 'no-answer');
  return {
    title: code,
    ...(gate !== undefined && { state: gateNames[gate.kind] }),
    ...(gate !== undefined && gate.kind !== 'all-confirmed' && { isProblem: true }),
    details: [
      ...sidesText('Lämnat till', heard, 'given'),
      ...sidesText('Mottaget från', heard, 'received'),
      calls.length === 0
        ? 'Inget samtal står kvar.'
        : `${calls.length} samtal, det senaste ${swedishSince(lastAt, now)}`,
    ],
  };
}

function sidesText(
  lead: string,
  calls: readonly Entry[],
  direction: 'given' | 'received',
): readonly string[] {
  const sides = new Set(
    calls
      .map(callOf)
      .filter((call) => call.direction === direction)
      .map(sideText),
  );
  return sides.size === 0 ? [] : [`${lead}: ${[...sides].join(', ')}`];
}

function besideActions(beside: Outage | undefined): readonly CardAction[] {
  if (beside === undefined) return [];
  const title = beside.kind === 'drill' ? 'Visa övningens logg' : 'Visa avbrottets logg';
  return [{ title, verb: 'handover.list', data: { outage: beside.id }, opensForm: true }];
}

function actionsOf(
  { beside, outage, unit }: LogContext,
  codes: readonly string[],
  turns: readonly CardAction[],
): readonly CardAction[] {
  const others = [
    ...turns,
    ...besideActions(beside),
    ...(isOpen(outage) ? [recordAction(outage)] : []),
    ...listActions(outage, unit.id),
  ];
  const room = Math.min(mostShown, mostButtons - others.length);
  return [...[...new Set(codes)].slice(0, room).map(showAction), ...others];
}

function showAction(code: string): CardAction {
  return { title: `Visa ${code}`, verb: 'handover.list', data: { code }, opensForm: true };
}

/** Where a drill runs beside a reported outage, a new call must say that it is the drill's. */
function recordAction({ id, kind }: Outage): CardAction {
  const data = kind === 'drill' ? { outage: id } : {};
  return { title: 'Logga överlämning', verb: 'handover.record', data, opensForm: true };
}

function listActions({ endedAt, id }: Outage, unit: string): readonly CardAction[] {
  return endedAt === undefined ? [] : [listAction(id, unit)];
}
