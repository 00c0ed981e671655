import { careGroupOf } from '../domain/care-group.ts';
import type { Directory, Unit } from '../domain/directory.ts';
import type { CareSetting, ReregistrationTask } from '../domain/ids.ts';
import { kept } from '../domain/kept.ts';
import { isOpen } from '../domain/log-target.ts';
import type { Outage } from '../domain/outage.ts';
import { isDuty, isOutstanding, owedTasks } from '../domain/owed-tasks.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import { isAdmittedBefore, knownStay } from '../domain/stay-of-case.ts';
import type { Routine } from '../routine/routine.ts';
import { taskNames } from '../text/names.ts';
import { swedishDayOf } from '../text/swedish-day.ts';
import { clockTime } from '../text/swedish-moment.ts';
import { acknowledgeLines } from './acknowledge-lines.ts';
import type { Answer, CardAction, CardFact, Line, Section } from './answer.ts';
import { patientLines } from './described-patient.ts';
import { advised, own, readAs } from './line.ts';
import { journalLine } from './log-lines.ts';
import { markedAnswer } from './notice.ts';
import { pageOf } from './paged-rows.ts';
import { acknowledgedAction, doneAction, listAction, undoAction } from './task-actions.ts';
import { drillTaskLines, taskLines } from './task-lines.ts';

/** A unit, and the outage after which it owes something. */
type TaskContext = {
  readonly outage: Outage;
  readonly unit: Unit & { readonly careSetting: CareSetting };
  readonly now: number;
  readonly routine: Routine;
};

type ListContext = TaskContext & {
  /** Pages count from 1. */
  readonly page: number;
  readonly directory: Pick<Directory, 'units'>;
};

/** How many cases a page has: each with a button of its own, beside those that turn the pages. */
const casesAlone = 5;
const casesOnPage = 4;

/** What is owed for one case. */
type OwedCase = { readonly code: string; readonly tasks: readonly OwedTask[] };

/** The unit's own list: what is owed once, then case by case, what needs doing first. */
export function taskListAnswer(context: ListContext): Answer {
  const { outage, unit } = context;
  if (outage.state === 'closed' && outage.endedAt === undefined) return nothingOwed(outage);
  const tasks = owedTasks(outage.log, unit, outage);
  const cases = casesIn(tasks);
  const page = pageOf(cases, context.page, {
    verb: 'tasks.list',
    data: { outage: outage.id, unit: unit.id },
    opensForm: true,
    size: cases.length > casesAlone ? casesOnPage : casesAlone,
  });
  const isFirst = page.rows[0] === cases[0];
  return markedAnswer(outage, {
    title: isOver(outage) ? 'Er lista efter avbrottet' : 'Er lista',
    ...(isOver(outage) && { facts: [leftFact(tasks)] }),
    sections: [
      ...standSections(outage, cases.length),
      ...(isFirst ? [messagesSection(context, tasks)] : []),
      ...page.rows.map((one) => caseSection(context, one)),
      ...(isFirst ? [writingSection(context, cases)] : []),
      { lines: [...page.lines, journalLine] },
    ],
    actions: [
      ...(isFirst ? messagesActions(outage, tasks) : []),
      ...page.rows.flatMap((one) => caseActionsOf(outage, one)),
      ...page.actions,
    ],
  });
}

/** What was reported was no outage. */
function nothingOwed(outage: Outage): Answer {
  return markedAnswer(outage, {
    title: 'Er lista',
    sections: [{ lines: [own('Det blev inget avbrott: inget ska registreras i efterhand.'), journalLine] }],
    withoutRoutine: true,
  });
}

const isOver = ({ endedAt }: Outage): boolean => endedAt !== undefined;

/** Nothing is marked before the end, or when it is closed. */
const mayBeMarked = (outage: Outage): boolean => outage.state === 'ended' && isOpen(outage);

/** Each case once: those that somebody has to do something about first. */
const casesIn = kept((tasks: readonly OwedTask[]): readonly OwedCase[] => {
  const byCode = Map.groupBy(tasks, ({ code = '' }) => code);
  const cases = [...byCode].map(([code, owed]) => ({ code, tasks: owed })).filter(({ code }) => code !== '');
  const isOpenCase = (one: OwedCase): boolean => one.tasks.some(isOutstanding);
  return [...cases.filter(isOpenCase), ...cases.filter((one) => !isOpenCase(one))];
});

function leftFact(tasks: readonly OwedTask[]): CardFact {
  const { left, all } = countsOf(tasks);
  return { label: 'Kvar', value: `${left} av ${all}` };
}

const countsOf = kept((tasks: readonly OwedTask[]): { readonly left: number; readonly all: number } => {
  const duties = tasks.filter(({ level }) => isDuty(level));
  return { left: duties.filter(isOutstanding).length, all: duties.length };
});

function standSections(outage: Outage, cases: number): readonly Section[] {
  const lines = [
    ...drillTaskLines(outage),
    ...(isOver(outage) ? [] : [own(goesOn(outage))]),
    ...(cases === 0 ? [own('Ingen patient står i er logg.')] : []),
  ];
  return lines.length === 0 ? [] : [{ lines }];
}

function goesOn({ kind }: Outage): string {
  return kind === 'drill'
    ? 'Övningen pågår: listan är inte färdig.'
    : 'Avbrottet pågår: listan är inte färdig.';
}

/** Owed once, whatever the cases: what to check, in the routine's words, and what holds where a message says otherwise. */
function messagesSection({ now, routine, unit }: TaskContext, tasks: readonly OwedTask[]): Section {
  const group = careGroupOf(unit.careSetting);
  const once = tasks.filter(({ code }) => code === undefined);
  return {
    heading: 'Meddelanden i Lifecare SP',
    lines: [
      ...taskLines(once, { group, known: {}, routine, now }),
      ...acknowledgeLines(routine, group),
      readAs(routine, 'A27'),
    ],
  };
}

function caseSection({ now, outage, routine, unit }: TaskContext, { code, tasks }: OwedCase): Section {
  const group = careGroupOf(unit.careSetting);
  const known = knownStay(outage.log, [unit.id, code], outage);
  const lines = taskLines(tasks, {
    group,
    isAdmittedBefore: isAdmittedBefore(outage, unit.id, code),
    known,
    routine,
    now,
  });
  return { heading: code, lines: lines.length === 0 ? [own('Inget att registrera i efterhand.')] : lines };
}

/** What to write, and what the routine says of the patients (L224–240). */
function writingSection({ outage, routine, unit }: TaskContext, cases: readonly OwedCase[]): Section {
  const [first] = cases;
  const group = careGroupOf(unit.careSetting);
  return {
    heading: 'När ni registrerar',
    lines: [
      ...(isOver(outage) ? [advised(`Skriv till exempel: ”${phrase(outage)}”`)] : []),
      ...patientLines(routine, group),
      // "Ska registreras" is said to everybody, and only inpatient care does it.
      ...(group === 'inpatient' ? [] : [readAs(routine, 'A11')]),
      ...(first === undefined || !mayBeMarked(outage) ? [] : [own(howToMark(first.code))]),
      ...(mayBeMarked(outage) && isAnyAsked(cases) ? [own(howToAnswer)] : []),
    ],
  };
}

const howToMark = (code: string): string =>
  `När en patient är registrerad: tryck Klar, eller skriv ”klar ${code}” till mig.`;
const howToAnswer = 'Står det FRÅGA: tryck Ange tider och svara först, så blir listan rätt.';

/** A time decides what is owed. */
const isAsked = ({ tasks }: OwedCase): boolean =>
  tasks.some((task) => isOutstanding(task) && task.asks.length > 0);

const isAnyAsked = kept((cases: readonly OwedCase[]): boolean => cases.some(isAsked));

/** What is written in Lifecare SP and in the record, so that the late entry explains itself. */
function phrase({ endedAt = 0, startedAt }: Outage): string {
  const [from, to] = [swedishDayOf(startedAt), swedishDayOf(endedAt)];
  const until = from === to ? `–${clockTime(endedAt)}` : ` – ${to} kl. ${clockTime(endedAt)}`;
  return `Efterregistrerat efter driftstopp ${from} kl. ${clockTime(startedAt)}${until}. Uppgifterna lämnades per telefon.`;
}

function messagesActions(outage: Outage, tasks: readonly OwedTask[]): readonly CardAction[] {
  const once = tasks.find(({ task }) => task === 'acknowledgeMessages');
  if (once === undefined || !mayBeMarked(outage)) return [];
  return [once.mark === undefined ? acknowledgedAction(outage.id) : undoAction(outage.id, once)];
}

/** The next step of a case: the times that decide what is owed, what is done, or what was done. */
function caseActionsOf(outage: Outage, { code, tasks }: OwedCase): readonly CardAction[] {
  if (!mayBeMarked(outage)) return [];
  if (!tasks.some(isOutstanding))
    return tasks.some(({ mark }) => mark !== undefined) ? [showAction(code)] : [];
  return [isAsked({ code, tasks }) ? timesAction(code) : doneAction(outage.id, code)];
}

function showAction(code: string): CardAction {
  return { title: `Visa ${code}`, verb: 'handover.list', data: { code }, opensForm: true };
}

function timesAction(code: string): CardAction {
  return { title: `Ange tider: ${code}`, verb: 'case.facts', data: { code }, opensForm: true };
}

type Marked = TaskContext & {
  readonly mark: 'done' | 'dismissed' | 'open';
  /** Absent of what is owed once. */
  readonly code?: string;
  /** Absent: those that were marked last. */
  readonly tasks?: readonly ReregistrationTask[];
};

/** What is said when tasks were marked, in an outage as it then is: what was marked, how many are left, what is next. */
export function savedTaskAnswer(context: Marked): Answer {
  const { outage, unit } = context;
  const owed = owedTasks(outage.log, unit, outage);
  const { all, left } = countsOf(owed);
  return markedAnswer(outage, {
    title: 'Sparat',
    sections: [
      {
        lines: [
          own(markedText(context, owed)),
          own(left === 0 ? 'Allt på er lista är klart.' : `Kvar på er lista: ${left} av ${all}.`),
          ...leftOfCase(owed, context.code),
          journalLine,
        ],
      },
    ],
    actions: nextActions(context, owed),
    withoutRoutine: true,
  });
}

function markedText({ code, mark, tasks }: Marked, owed: readonly OwedTask[]): string {
  const names = (tasks ?? lastMarked(owed, code)).map((task) => taskNames[task]);
  const what = mark === 'open' && tasks === undefined ? '' : names.join(' · ');
  const whose = code === undefined ? '' : what === '' ? code : ` (${code})`;
  const about = `${what}${whose}`;
  return about === '' ? `${markWords[mark]}.` : `${markWords[mark]}: ${about}.`;
}

function lastMarked(owed: readonly OwedTask[], code: string | undefined): readonly ReregistrationTask[] {
  const marked = owed.filter((task) => task.code === code && task.mark !== undefined);
  const last = Math.max(...marked.map(({ mark }) => mark?.act.at ?? 0));
  return marked.filter(({ mark }) => mark?.act.at === last).map(({ task }) => task);
}

const markWords: Readonly<Record<Marked['mark'], string>> = {
  done: 'Klart',
  dismissed: 'Struket',
  open: 'Åter på listan',
};

function leftOfCase(tasks: readonly OwedTask[], code: string | undefined): readonly Line[] {
  const left = tasks.filter((task) => task.code === code && isOutstanding(task));
  if (code === undefined || left.length === 0) return [];
  return [own(`Kvar för ${code}: ${left.map(({ task }) => taskNames[task]).join(' · ')}.`)];
}

/** The rest of the case, then the next one, then what is owed once. */
function nextActions({ code, outage, unit }: Marked, tasks: readonly OwedTask[]): readonly CardAction[] {
  const open = casesIn(tasks).filter((one) => one.tasks.some(isOutstanding));
  const inTurn = [...open.filter((one) => one.code === code), ...open.filter((one) => one.code !== code)];
  const once = tasks.find(({ task }) => task === 'acknowledgeMessages');
  return [
    ...inTurn.slice(0, 2).flatMap((one) => caseActionsOf(outage, one)),
    ...(once?.mark === undefined ? messagesActions(outage, tasks) : []),
    listAction(outage.id, unit.id),
    ...(code === undefined ? [] : [showAction(code)]),
  ];
}
