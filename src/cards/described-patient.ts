import type { CareGroup } from '../domain/care-group.ts';
import { reregistrationTasks } from '../domain/ids.ts';
import type { ReregistrationTask } from '../domain/ids.ts';
import { certainReadings } from '../domain/reregistration-conditions.ts';
import type { KnownFacts } from '../domain/reregistration-conditions.ts';
import type { ReadingId, Routine } from '../routine/routine.ts';
import { caseText } from '../text/condition-text.ts';
import { groupNames } from '../text/names.ts';
import { acknowledgeLines } from './acknowledge-lines.ts';
import type { Line, Question, Section } from './answer.ts';
import { groupsAsked } from './groups-asked.ts';
import { levelLines } from './level-lines.ts';
import { advised, own, readAs, said } from './line.ts';

/** What is decided by the patient; messages and forms are the unit's, whoever the patient is. */
const patientTasks = reregistrationTasks.filter(
  (task) => task !== 'acknowledgeMessages' && task !== 'sendForm',
);

/** The part of it that is told to somebody whose group is not known; the rest is for the asking. */
const coreTasks: readonly ReregistrationTask[] = [
  'admissionNotice',
  'dischargeNotice',
  'readyForDischarge',
  'namedContact',
];

const theRest =
  'Patientinformation, planeringsunderlag och SIP skiljer sig åt. Säg var du arbetar, så visas hela listan för er.';

/** What the text told of the patient, without what it left unsaid. */
export function knownOf({ described: { sameDayOnly: _, ...known } }: Question): KnownFacts {
  return known;
}

/**
 * The answer for a patient described in words: for each way it may have been (was the discharged patient
 * also admitted during the outage?) the routine's sentence, then what each group owes.
 */
export function describedSections(question: Question): readonly Section[] {
  const { routine } = question.knowledge;
  const known = knownOf(question);
  const groups = groupsAsked(question);
  const readings = new Set([...readingsOf(groups, known), ...exactTimeReadings(groups, known)]);
  return [
    ...branchesOf(known).map((branch) => branchSection(branch, known, question)),
    {
      heading: 'Dessutom',
      lines: [
        ...[...readings].map((id) => readAs(routine, id)),
        ...acknowledgeLines(routine, question.group),
        ...(question.group === undefined ? [own(theRest)] : []),
      ],
    },
  ];
}

/** The ways the patient's stay may lie to the outage, given what is known; the simpler one first. */
function branchesOf(known: KnownFacts): readonly KnownFacts[] {
  return possible(known.admitted).flatMap((admitted) =>
    possible(known.discharged).map((discharged) => ({ ...known, admitted, discharged })),
  );
}

function possible(value: boolean | undefined): readonly boolean[] {
  return value === undefined ? [false, true] : [value];
}

function branchSection(branch: KnownFacts, known: KnownFacts, question: Question): Section {
  const { routine } = question.knowledge;
  const groups = groupsAsked(question);
  const everywhere = readingsOf(groups, known);
  const here = readingsOf(groups, branch).filter((id) => !everywhere.includes(id));
  return {
    heading: `Om patienten ${caseText(branch)}`,
    lines: [
      ...whoRegisters(branch, groups).map((id) => readAs(routine, id)),
      verdictLine(routine, groups[0] ?? 'inpatient', branch),
      ...groups.flatMap((group) => groupLines(group, branch, question)),
      ...here.map((id) => readAs(routine, id)),
    ],
  };
}

function groupLines(group: CareGroup, known: KnownFacts, question: Question): readonly Line[] {
  const { routine } = question.knowledge;
  if (question.group !== undefined) return levelLines(group, patientTasks, { known, routine });
  return levelLines(group, tasksForAnyone(known), { known, routine }).map((line) => ({
    ...line,
    text: `${groupNames[group]} – ${line.text}`,
  }));
}

function tasksForAnyone({ wentHome, sipDateAgreed }: KnownFacts): readonly ReregistrationTask[] {
  return [
    ...coreTasks,
    ...(wentHome === true ? (['mailPatientInformation', 'planningBasis'] as const) : []),
    ...(sipDateAgreed === true ? (['sipSummons'] as const) : []),
  ];
}

/** The routine says "ska registreras" to everybody, and only inpatient care does it (A11). */
function whoRegisters(
  { admitted, discharged }: KnownFacts,
  groups: readonly CareGroup[],
): readonly ReadingId[] {
  return admitted !== discharged && groups.some((group) => group !== 'inpatient') ? ['A11'] : [];
}

/** "Samma dag" decides nothing: what does is whether both happened during the outage. */
export function sameDaySections(question: Question): readonly Section[] {
  const { routine } = question.knowledge;
  return [
    {
      lines: [
        own('Det avgörande är om in- och utskrivningen skedde under avbrottet, inte om det var samma dag.'),
        readAs(routine, 'A25'),
      ],
    },
    { heading: 'Så säger rutinen', lines: patientLines(routine, question.group ?? 'inpatient') },
  ];
}

/** The routine's three sentences about patients; they stand in each group's part alike. */
export function patientLines(routine: Routine, group: CareGroup): readonly Line[] {
  const { admitted, discharged, admittedAndDischarged } = routine.groups[group].after;
  return [said(admitted), said(discharged), said(admittedAndDischarged)];
}

/** The sentence of the routine that the stay falls under. */
function verdictLine(routine: Routine, group: CareGroup, { admitted, discharged }: KnownFacts): Line {
  const after = routine.groups[group].after;
  if (admitted === true && discharged === true) return said(after.admittedAndDischarged);
  if (admitted === true) return said(after.admitted);
  if (discharged === true) return said(after.discharged);
  return advised(
    'Rutinen säger inget om en patient som varken skrevs in eller ut under avbrottet. Fortsätt som vanligt.',
  );
}

/**
 * The readings behind the levels, and who counts as admitted (A02) where the patient was not. What a line
 * itself asks about (A10, A12) is said there.
 */
function readingsOf(groups: readonly CareGroup[], known: KnownFacts): readonly ReadingId[] {
  const ids = new Set<ReadingId>(groups.flatMap((group) => certainReadings(group, known)));
  const counted: readonly ReadingId[] = known.admitted === false ? ['A02'] : [];
  return [...counted, ...ids].filter((id) => id !== 'A10' && id !== 'A12');
}

/** Never registered, so the note on the form is all there is (domain finding 1): said to inpatient care always. */
function exactTimeReadings(groups: readonly CareGroup[], known: KnownFacts): readonly ReadingId[] {
  if (!groups.includes('inpatient')) return [];
  return known.discharged === true || known.readyForDischarge === false ? ['A03'] : ['A03', 'A04'];
}
