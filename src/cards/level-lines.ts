import type { CareGroup } from '../domain/care-group.ts';
import type { Level, ReregistrationTask } from '../domain/ids.ts';
import { possibleOutcomes } from '../domain/reregistration-conditions.ts';
import type { KnownFacts } from '../domain/reregistration-conditions.ts';
import type { ReadingId, Routine } from '../routine/routine.ts';
import { conditionText } from '../text/condition-text.ts';
import { askedNames, awaitedNames, levelNames, taskNames } from '../text/names.ts';
import type { Line } from './answer.ts';
import { basisOf } from './line.ts';

/** What is to be done before what is not; a task that does not apply is not said. */
export const strongestFirst: readonly Level[] = [
  'must',
  'mustIfFormUsed',
  'ask',
  'ifPossible',
  'await',
  'continue',
  'needNot',
  'mustNot',
];

/** Where a level is not the routine's own word but a reading of it. */
const readingBehind: Readonly<Partial<Record<ReregistrationTask, Partial<Record<Level, ReadingId>>>>> = {
  admissionNotice: { await: 'A11' },
  dischargeNotice: { await: 'A11' },
  mailPatientInformation: { await: 'A09', ask: 'A10' },
  namedContact: { ask: 'A12' },
  sipSummons: { await: 'A22' },
};

type Ruling = {
  readonly level: Level;
  readonly condition: string;
  readonly words: string;
  /** The routine's heading, or the reading that the level rests on. */
  readonly source: Omit<Line, 'text'>;
};

/**
 * What a group owes for a patient of whom some facts are known, what is to be done first: "SKA, om patienten
 * har gått hem: Skicka hem patientinformationen".
 */
export function levelLines(
  group: CareGroup,
  tasks: readonly ReregistrationTask[],
  { known, routine }: { readonly known: KnownFacts; readonly routine: Routine },
): readonly Line[] {
  const rulings = tasks.flatMap((task) => rulingsOf(group, task, { known, routine }));
  const ordered = strongestFirst.flatMap((level) => rulings.filter((ruling) => ruling.level === level));
  const byLead = Map.groupBy(ordered, ({ level, condition, source }) =>
    JSON.stringify([level, condition, source]),
  );
  return [...byLead.values()].flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const when = first.condition === '' ? '' : `, ${first.condition}`;
    const words = alike.map((ruling) => ruling.words).join(' · ');
    return [{ text: `${levelNames[first.level]}${when}: ${words}`, ...first.source }];
  });
}

function rulingsOf(
  group: CareGroup,
  task: ReregistrationTask,
  { known, routine }: { readonly known: KnownFacts; readonly routine: Routine },
): readonly Ruling[] {
  const outcomes = possibleOutcomes(group, task, known);
  return [...new Set(outcomes.map(({ level }) => level))].map((level) => {
    const alternatives = outcomes.filter((outcome) => outcome.level === level).map(({ when }) => when);
    // Never registered, so said without a condition: the confusion with Utskrivningsmeddelande is the worst.
    const isNever = level === 'mustNot' && task === 'readyForDischarge';
    return {
      level,
      condition: isNever ? '' : conditionText(alternatives),
      words: wordsOf(task, level),
      source: sourceOf(group, { task, level }, { known, routine }),
    };
  });
}

/** Where a level is from: the routine's heading, or the mark of the reading that it rests on. */
export function sourceOf(
  group: CareGroup,
  { task, level }: { readonly task: ReregistrationTask; readonly level: Level },
  { known, routine }: { readonly known: KnownFacts; readonly routine: Routine },
): Omit<Line, 'text'> {
  const reading = readingBehind[task]?.[level] ?? readingOfPlanningBasis(task, level, known);
  return reading === undefined
    ? { heading: headingOf(routine, group, { task, level }) }
    : basisOf(routine, reading);
}

/** L258 names those who are utskrivningsklara or have gone home; others who were discharged are a reading. */
function readingOfPlanningBasis(
  task: ReregistrationTask,
  level: Level,
  known: KnownFacts,
): ReadingId | undefined {
  const isNamed = known.readyForDischarge === true || known.wentHome === true;
  return task === 'planningBasis' && level === 'mustNot' && known.discharged === true && !isNamed
    ? 'A06'
    : undefined;
}

/** A task in words: what is asked, or what is waited for, where that is its level. */
export function wordsOf(task: ReregistrationTask, level: Level): string {
  if (level === 'await') return awaitedNames[task] ?? taskNames[task];
  return (level === 'ask' ? askedNames[task] : undefined) ?? taskNames[task];
}

/** Where the routine says it: among the group's tasks, or of the patients who came and went. */
function headingOf(
  { groups }: Routine,
  group: CareGroup,
  { task, level }: { readonly task: ReregistrationTask; readonly level: Level },
): string {
  const { after, tasks } = groups[group];
  const said: Readonly<Record<string, { readonly heading: string }>> = tasks;
  const ofTask = task === 'mailPatientInformation' ? tasks.patientInformation : said[task];
  return (level === 'needNot' ? after.admittedAndDischarged : (ofTask ?? after.admitted)).heading;
}
