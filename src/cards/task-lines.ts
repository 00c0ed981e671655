import type { CareGroup } from '../domain/care-group.ts';
import type { Mark } from '../domain/handover-log.ts';
import type { Level, ReregistrationTask } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { KnownStay } from '../domain/stay-of-case.ts';
import type { Routine } from '../routine/routine.ts';
import { levelNames, taskNames } from '../text/names.ts';
import type { Line } from './answer.ts';
import { sourceOf, strongestFirst, wordsOf } from './level-lines.ts';
import { basisOf, own } from './line.ts';
import { shortTime } from './short-time.ts';
import { shownText } from './shown-text.ts';

/** What the lines of a case are said with: the part of the routine, and the facts that the unit knows. */
export type TaskWords = {
  readonly group: CareGroup;
  readonly known: KnownStay;
  /** The patient came before the outage began. */
  readonly isAdmittedBefore?: boolean;
  readonly routine: Routine;
  readonly now: number;
};

/**
 * What a unit owes for a case in words, by level: what is to be done first; then what is waited for, and what need
 * not and must not be registered; last what is done with. What does not apply is not said.
 */
export function taskLines(tasks: readonly OwedTask[], words: TaskWords): readonly Line[] {
  const inOrder = strongestFirst.flatMap((level) => tasks.filter((task) => task.level === level));
  const open = inOrder.filter(({ mark }) => mark === undefined);
  return [
    ...together(open, (task) => openLine(task, words)),
    ...together(
      inOrder.filter(({ mark }) => mark !== undefined),
      (task) => markedLine(task, words),
    ),
    ...tasks.filter(({ level }) => level === 'notApplicable').flatMap((task) => goneLines(task, words)),
  ];
}

/** A line in three parts; those that differ in the middle alone are one. */
type Parts = {
  readonly before: string;
  readonly word: string;
  readonly after: string;
  readonly source: Omit<Line, 'text'>;
};

function together(tasks: readonly OwedTask[], partsOf: (task: OwedTask) => Parts): readonly Line[] {
  const alike = Map.groupBy(tasks.map(partsOf), ({ after, before, source }) =>
    JSON.stringify([before, after, source]),
  );
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const words = group.map(({ word }) => word).join(' · ');
    return [{ text: `${first.before}${words}${first.after}`, ...first.source }];
  });
}

function openLine(
  { asks, formerMark, level, task }: OwedTask,
  { group, isAdmittedBefore = false, known, now, routine }: TaskWords,
): Parts {
  const after = formerMark === undefined ? '' : ` – ${formerText(formerMark, now)}`;
  if (asks.length > 0) {
    const isOfNotice = isAdmittedBefore && asks.includes('admitted');
    const asked = asks.map((fact) => (isOfNotice && fact === 'admitted' ? noticeQuestion : questions[fact]));
    const source = isOfNotice ? basisOf(routine, 'A02') : {};
    return {
      before: `${levelNames[level]}: ${asked.join(' ')} Det avgör: `,
      word: taskNames[task],
      after,
      source,
    };
  }
  return {
    before: `${levelNames[level]}: `,
    word: othersDo(group, task, level) ?? wordsOf(task, level),
    after,
    source: sourceOf(group, { task, level }, { known, routine }),
  };
}

const questions: Readonly<Record<keyof CaseFacts, string>> = {
  admitted: 'När skrevs patienten in?',
  discharged: 'När skrevs patienten ut?',
  wentHome: 'Har patienten gått hem?',
  readyForDischarge: 'Blev patienten utskrivningsklar?',
  sipDateAgreed: 'Är SIP-datum överenskommet?',
};

/** Of whoever came before the outage (A02). */
const noticeQuestion = 'Hann inskrivningsmeddelandet skickas före avbrottet?';

/** Waited for from a unit of the same kind: the words for another kind would be of oneself. */
function othersDo(group: CareGroup, task: ReregistrationTask, level: Level): string | undefined {
  if (level !== 'await') return undefined;
  if (group === 'inpatient' && task === 'mailPatientInformation')
    return 'avdelningen som patienten gick hem från skickar hem patientinformationen, ni behöver inte';
  return group === 'outpatient' && task === 'sipSummons'
    ? 'kallelsen till SIP från den enhet som ringde om den, och kvittera den'
    : undefined;
}

function markedLine({ level, mark, task }: OwedTask, { group, known, now, routine }: TaskWords): Parts {
  return {
    before: '',
    word: taskNames[task],
    after: mark === undefined ? '' : ` – ${markText(mark, now)}`,
    source: sourceOf(group, { task, level }, { known, routine }),
  };
}

/** A note may be long; a case is to fit a card with others. */
const longestNote = 120;

/** "klar av Anna 14.20", "struken av Anna 14.20: dubbelt". */
function markText({ act, kind, note }: Mark, now: number): string {
  const why = note.trim() === '' ? '' : `: ${shownText(note, longestNote)}`;
  return `${markNames[kind]} av ${act.by.name} ${shortTime(act.at, now)}${why}`;
}

/** "var klar 09.10, men uppgiften har ändrats". */
function formerText({ act, kind }: Mark, now: number): string {
  return `var ${markNames[kind]} ${shortTime(act.at, now)}, men uppgiften har ändrats`;
}

const markNames: Readonly<Record<Mark['kind'], string>> = { done: 'klar', dismissed: 'struken' };

/** Marked once, and not owed any more. */
function goneLines({ formerMark, task }: OwedTask, { now }: TaskWords): readonly Line[] {
  return formerMark === undefined
    ? []
    : [own(`${taskNames[task]} – ${formerText(formerMark, now)} och gäller inte längre.`)];
}

/** After a drill the list is there to practise with. */
export function drillTaskLines({ kind }: Pick<Outage, 'kind'>): readonly Line[] {
  return kind === 'drill' ? [own('Inget ska registreras i Lifecare SP efter en övning.')] : [];
}
