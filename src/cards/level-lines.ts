import type { CareGroup } from '../domain/care-group.ts';
import type { CareSetting, Level, ReregistrationTask } from '../domain/ids.ts';
import { possibleOutcomes } from '../domain/reregistration-conditions.ts';
import type { KnownFacts } from '../domain/reregistration-conditions.ts';
import type { Routine } from '../routine/routine.ts';
import { conditionText } from '../text/condition-text.ts';
import { awaitedNames, levelNames, taskNames } from '../text/names.ts';
import type { Line } from './answer.ts';

/** A care setting of each group: both of a group owe the same. */
export const settingOf: Readonly<Record<CareGroup, CareSetting>> = {
  inpatient: 'inpatient-somatic',
  municipality: 'municipality',
  outpatient: 'primary-care',
};

/** What a level of a task is asked about, by the reading that asks (A10, A12). */
const readingThatAsks: Readonly<Partial<Record<ReregistrationTask, string>>> = {
  mailPatientInformation: 'A10',
  namedContact: 'A12',
};

/** What is to be done before what is not; a task that does not apply is not said. */
const strongestFirst: readonly Level[] = [
  'must',
  'mustIfFormUsed',
  'ask',
  'ifPossible',
  'await',
  'continue',
  'needNot',
  'mustNot',
];

type Ruling = { readonly task: ReregistrationTask; readonly level: Level; readonly condition: string };

/**
 * What a group owes for a patient of whom some facts are known, what is to be done first: "SKA, om patienten
 * har gått hem: Skicka hem patientinformationen". What does not apply is left out.
 */
export function levelLines(
  group: CareGroup,
  tasks: readonly ReregistrationTask[],
  { known, routine }: { readonly known: KnownFacts; readonly routine: Routine },
): readonly Line[] {
  const { heading } = routine.groups[group].after.admitted;
  const rulings = tasks.flatMap((task) => rulingsOf(group, task, known));
  return strongestFirst.flatMap((level) => {
    const here = rulings.filter((ruling) => ruling.level === level);
    return [...new Set(here.map(({ condition }) => condition))].map((condition) => {
      const words = here
        .filter((ruling) => ruling.condition === condition)
        .map((ruling) => wordsOf(ruling, routine));
      const when = condition === '' ? '' : `, ${condition}`;
      return { text: `${levelNames[level]}${when}: ${words.join(' · ')}`, heading };
    });
  });
}

function rulingsOf(group: CareGroup, task: ReregistrationTask, known: KnownFacts): readonly Ruling[] {
  const outcomes = possibleOutcomes(settingOf[group], task, known);
  return [...new Set(outcomes.map(({ level }) => level))].map((level) => {
    const alternatives = outcomes.filter((outcome) => outcome.level === level).map(({ when }) => when);
    // Never registered, so said without a condition: the confusion with Utskrivningsmeddelande is the worst.
    const isNever = level === 'mustNot' && task === 'readyForDischarge';
    return { task, level, condition: isNever ? '' : conditionText(alternatives) };
  });
}

function wordsOf({ task, level }: Ruling, routine: Routine): string {
  if (level === 'await') return awaitedNames[task] ?? taskNames[task];
  const asking = level === 'ask' ? readingThatAsks[task] : undefined;
  const reading = routine.readings.find(({ id }) => id === asking);
  return reading?.reading ?? taskNames[task];
}
