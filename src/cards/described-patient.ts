import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { ReregistrationTask } from '../domain/ids.ts';
import { certainReadings } from '../domain/reregistration-conditions.ts';
import type { KnownFacts } from '../domain/reregistration-conditions.ts';
import type { Routine } from '../routine/routine.ts';
import { caseText } from '../text/condition-text.ts';
import { groupNames } from '../text/names.ts';
import type { Line, Question, Section } from './answer.ts';
import { levelLines, settingOf } from './level-lines.ts';
import { own, readAs, said } from './line.ts';

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
  return [
    ...branchesOf(known).map((branch) => branchSection(branch, known, question)),
    {
      heading: 'Oavsett patient',
      lines: [
        ...readingsOf(groupsOf(question), known).map((id) => readAs(routine, id)),
        ...(known.sipDateAgreed === undefined ? [said(routine.sip.after)] : []),
        own('Kontrollera och kvittera meddelandena i Lifecare SP efter avbrottet.'),
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
  const groups = groupsOf(question);
  const lines = groups.flatMap((group) =>
    levelLines(group, tasksToTell(group, branch), { known: branch, routine }).map((line) =>
      groups.length === 1 ? line : { ...line, text: `${groupNames[group]} – ${line.text}` },
    ),
  );
  const everywhere = readingsOf(groups, known);
  const here = readingsOf(groups, branch).filter((id) => !everywhere.includes(id));
  return {
    heading: `Om patienten ${caseText(branch)}`,
    lines: [
      verdictLine(routine, groups[0] ?? 'inpatient', branch),
      ...lines,
      ...here.map((id) => readAs(routine, id)),
    ],
  };
}

/** What is decided by the patient, without what nobody asked about: see `describedSections`'s last section. */
function tasksToTell(group: CareGroup, known: KnownFacts): readonly ReregistrationTask[] {
  const isMailingOpen = known.wentHome === undefined;
  return [
    'admissionNotice',
    'dischargeNotice',
    'patientInformation',
    ...(isMailingOpen && group !== 'inpatient' ? [] : (['mailPatientInformation'] as const)),
    'readyForDischarge',
    'planningBasis',
    'namedContact',
    ...(known.sipDateAgreed === undefined ? [] : (['sipSummons'] as const)),
  ];
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
  return own('Varken in- eller utskrivning registreras i efterhand. Fortsätt som vanligt i Lifecare SP.');
}

/** The readings behind the levels; what a line itself asks about (A10, A12) is said there. */
function readingsOf(groups: readonly CareGroup[], known: KnownFacts): readonly string[] {
  const ids = new Set(groups.flatMap((group) => certainReadings(settingOf[group], known)));
  return [...ids].filter((id) => id !== 'A10' && id !== 'A12');
}

function groupsOf({ group }: Question): readonly CareGroup[] {
  return group === undefined ? careGroups : [group];
}
