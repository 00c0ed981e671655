import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import { caseFactNames } from '../domain/reregistration.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { HandoverItem, Level, ReregistrationTask } from '../domain/ids.ts';
import type { Fact, Routine } from '../routine/routine.ts';
import { groupNames, levelNames } from '../text/names.ts';
import type { Answer, Line, Question, Section } from './answer.ts';
import { describedSections, knownOf, patientLines, sameDaySections } from './described-patient.ts';
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
  const {
    group,
    knowledge: { routine },
  } = question;
  const known = knownOf(question);
  const groups = (group === undefined ? careGroups : [group]).map((one) => ({
    heading: groupNames[one],
    lines: levelLines(one, tasks, { known, routine }),
  }));
  const isConfusable = tasks.includes('dischargeNotice') || tasks.includes('readyForDischarge');
  return [
    ...(isConfusable
      ? [
          {
            lines: [
              own(
                'Förväxla inte: Utskrivningsmeddelande ska registreras, Utskrivningsklar meddelande ska inte.',
              ),
            ],
          },
        ]
      : []),
    ...groups.filter(({ lines }) => lines.length > 0),
    ...(tasks.includes('readyForDischarge')
      ? [{ lines: [readAs(routine, 'A03'), readAs(routine, 'A04')] }]
      : []),
    { heading: 'Vilka patienter', lines: patientLines(routine, group ?? 'inpatient') },
  ];
}

function generalSections({ group, knowledge: { routine } }: Question): readonly Section[] {
  const groups = group === undefined ? careGroups : [group];
  return [
    { heading: 'Vilka patienter', lines: patientLines(routine, group ?? 'inpatient') },
    ...groups.map((one) => ({ heading: groupNames[one], lines: groupLines(one, routine) })),
    ...(group === 'inpatient'
      ? [{ heading: 'Så läser vi rutinen', lines: ['A02', 'A08', 'A25'].map((id) => readAs(routine, id)) }]
      : []),
  ];
}

/** The tasks of each group as its part of the routine lists them, each led by its level. */
function groupLines(group: CareGroup, routine: Routine): readonly Line[] {
  const { inpatient, municipality, outpatient } = routine.groups;
  const lines: Readonly<Record<CareGroup, readonly Line[]>> = {
    inpatient: [
      levelled('must', inpatient.tasks.admissionNotice),
      levelled('must', inpatient.tasks.dischargeNotice),
      levelled('must', inpatient.tasks.acknowledgeMessages),
      levelled('ifPossible', inpatient.tasks.patientInformation),
      levelled('mustNot', inpatient.tasks.readyForDischarge),
      levelled('mustNot', inpatient.tasks.planningBasis),
      levelled('mustIfFormUsed', inpatient.tasks.sendForm),
    ],
    municipality: [
      levelled('must', municipality.tasks.acknowledgeMessages),
      levelled('ifPossible', municipality.tasks.patientInformation),
      readAs(routine, 'A11'),
    ],
    outpatient: [
      levelled('must', outpatient.tasks.acknowledgeMessages),
      levelled('must', outpatient.tasks.namedContact),
      levelled('must', outpatient.tasks.sipSummons),
      levelled('ifPossible', outpatient.tasks.patientInformation),
      readAs(routine, 'A11'),
    ],
  };
  return lines[group];
}

/** The routine's own sentence, led by its level; the list it heads already says "ska inte". */
function levelled(level: Level, { text, heading }: Fact): Line {
  return {
    text: `${levelNames[level]}: ${text.replace('Dessa uppgifter ska inte efterregistreras: ', '')}`,
    heading,
  };
}
