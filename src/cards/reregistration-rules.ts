import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { HandoverItem, ReregistrationTask } from '../domain/ids.ts';
import { caseFactNames } from '../domain/reregistration.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { Fact, Routine } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import { acknowledgeLines } from './acknowledge-lines.ts';
import type { Answer, Line, Question, Section } from './answer.ts';
import { describedSections, knownOf, patientLines, sameDaySections } from './described-patient.ts';
import { groupsAsked } from './groups-asked.ts';
import { levelLines } from './level-lines.ts';
import { own, readAs } from './line.ts';

/**
 * Vad registreras efteråt: for the patient described, for the item asked about, or in general. "Samma dag"
 * alone gets the condition and no verdict.
 */
export function reregistrationRulesAnswer(question: Question): Answer {
  return {
    title: 'Registrera i Lifecare SP efter avbrottet',
    sections: sectionsFor(question),
    choices: ['messages.acknowledge', 'form.where'],
  };
}

function sectionsFor(question: Question): readonly Section[] {
  const { admitted, discharged } = question.described;
  if (admitted !== undefined || discharged !== undefined) return describedSections(question);
  if (question.described.sameDayOnly) return sameDaySections(question);
  const tasks = tasksAskedAbout(question);
  return tasks.length > 0 ? itemSections(tasks, question) : generalSections(question);
}

const taskOfItem: Readonly<Partial<Record<HandoverItem, ReregistrationTask>>> = {
  admission: 'admissionNotice',
  actualDischarge: 'dischargeNotice',
  dischargeNotice: 'dischargeNotice',
  readyForDischarge: 'readyForDischarge',
  readyForDischargeWithdrawn: 'readyForDischarge',
  planningBasis: 'planningBasis',
  namedContact: 'namedContact',
  sipNeed: 'sipSummons',
  sipSummons: 'sipSummons',
};

/** What a fact about the patient bears on, where the stay itself is not told. */
const tasksOfFact: Readonly<Partial<Record<keyof CaseFacts, readonly ReregistrationTask[]>>> = {
  wentHome: ['patientInformation', 'mailPatientInformation', 'planningBasis'],
  readyForDischarge: ['readyForDischarge', 'planningBasis'],
  sipDateAgreed: ['sipSummons'],
};

function tasksAskedAbout(question: Question): readonly ReregistrationTask[] {
  const known = knownOf(question);
  return [
    ...new Set([
      ...(question.entities.items ?? []).flatMap((item) => taskOfItem[item] ?? []),
      ...caseFactNames.flatMap((fact) => (known[fact] === true ? (tasksOfFact[fact] ?? []) : [])),
    ]),
  ];
}

/** Each group's rule for the items asked about, and the one confusion that must not happen (L250, L254). */
function itemSections(tasks: readonly ReregistrationTask[], question: Question): readonly Section[] {
  const { group, knowledge } = question;
  const known = knownOf(question);
  const sections = careGroups
    .map((one) => ({
      group: one,
      heading: groupNames[one],
      lines: levelLines(one, tasks, { known, routine: knowledge.routine }),
    }))
    .filter(({ lines }) => lines.length > 0);
  const theirs = sections.filter((section) => section.group === group);
  const isNotTheirs = group !== undefined && theirs.length === 0;
  return [
    { lines: [...notTheirsLine(isNotTheirs, question), ...contrastLine(tasks)] },
    ...(group === undefined || isNotTheirs ? sections : theirs),
    ...exactTimeSection(tasks, question),
  ].filter(({ lines }) => lines.length > 0);
}

function notTheirsLine(isNotTheirs: boolean, { group }: Question): readonly Line[] {
  return isNotTheirs && group !== undefined ? [own(`Det är inte en uppgift för ${inSentence(group)}.`)] : [];
}

function inSentence(group: CareGroup): string {
  return groupNames[group].toLowerCase();
}

function contrastLine(tasks: readonly ReregistrationTask[]): readonly Line[] {
  const isConfusable = tasks.includes('dischargeNotice') || tasks.includes('readyForDischarge');
  return isConfusable
    ? [
        own(
          'Blanda inte ihop Utskrivningsklar meddelande, som aldrig registreras efteråt, med Utskrivningsmeddelande.',
        ),
      ]
    : [];
}

function exactTimeSection(
  tasks: readonly ReregistrationTask[],
  { group, knowledge }: Question,
): readonly Section[] {
  if (!tasks.includes('readyForDischarge') || (group ?? 'inpatient') !== 'inpatient') return [];
  return [{ lines: [readAs(knowledge.routine, 'A03'), readAs(knowledge.routine, 'A04')] }];
}

function generalSections(question: Question): readonly Section[] {
  const {
    group,
    knowledge: { routine },
  } = question;
  const isOthers = group !== 'inpatient';
  return [
    {
      heading: 'Vilka patienter',
      lines: [...(isOthers ? [readAs(routine, 'A11')] : []), ...patientLines(routine, group ?? 'inpatient')],
    },
    ...groupsAsked(question).map((one) => ({ heading: groupNames[one], lines: groupLines(one, routine) })),
    { heading: 'Alla', lines: [readAs(routine, 'A09'), ...acknowledgeLines(routine, group)] },
    ...(group === 'inpatient'
      ? [{ heading: 'Så läser vi rutinen', lines: readingsOfInpatient.map((id) => readAs(routine, id)) }]
      : []),
  ];
}

const readingsOfInpatient = ['A02', 'A03', 'A08', 'A25'] as const;

/** One sentence of the routine (L246, L416, L539) that holds two things, of different strength. */
const fillIn = 'OM MÖJLIGT: fyll i Patientinformation';
const mailHome = 'SKA, om patienten har gått hem: skicka hem patientinformationen';

/** The tasks of each group as its part of the routine lists them, each led by its level. */
function groupLines(group: CareGroup, { groups }: Routine): readonly Line[] {
  const { inpatient, municipality, outpatient } = groups;
  const lines: Readonly<Record<CareGroup, readonly Line[]>> = {
    inpatient: [
      led('SKA, om patienten skrevs in men inte ut under avbrottet', inpatient.tasks.admissionNotice),
      led('SKA, om patienten skrevs ut men inte in under avbrottet', inpatient.tasks.dischargeNotice),
      { ...led('OM MÖJLIGT', inpatient.tasks.patientInformation), text: fillIn },
      { ...led('SKA', inpatient.tasks.patientInformation), text: mailHome },
      led('SKA INTE', inpatient.tasks.readyForDischarge),
      led('SKA INTE', inpatient.tasks.planningBasis),
      led('SKA, om blanketten använts', inpatient.tasks.sendForm),
    ],
    municipality: [{ ...led('OM MÖJLIGT', municipality.tasks.patientInformation), text: fillIn }],
    outpatient: [
      led('SKA', outpatient.tasks.namedContact),
      led('SKA', outpatient.tasks.sipSummons),
      { ...led('OM MÖJLIGT', outpatient.tasks.patientInformation), text: fillIn },
    ],
  };
  return lines[group];
}

/** The routine's own sentence, led by how strongly it holds. */
function led(level: string, { text, heading }: Fact): Line {
  return { text: `${level}: ${text}`, heading };
}
