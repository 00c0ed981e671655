import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { Fact, Routine } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import type { Answer, Line, Question, Section } from './answer.ts';
import { asList } from './as-list.ts';
import { advised, beyond, forwards, listed, own, readAs, said } from './line.ts';

/** Vad ska lämnas över: what each group says on the phone and answers, to the receiver asked about. */
export function handoverWhatAnswer(question: Question): Answer {
  const { routine } = question.knowledge;
  return {
    title: 'Det här säger du i telefon',
    sections: [
      ...groupsOf(question).map((group) => groupSection(group, question)),
      ...askForSection(question),
      {
        heading: 'I varje samtal',
        lines: [
          beyond(routine.beyond.readBack),
          advised('Notera datum, klockslag och namnet på den du talat med.'),
          said(routine.general.sharedResponsibility),
          said(routine.general.dischargeGate),
        ],
      },
    ],
    choices: ['call.who', 'documentation.how'],
  };
}

/** The group asked about; else all, or those that have something to say to the receiver named. */
function groupsOf(question: Question): readonly CareGroup[] {
  if (question.group !== undefined) return [question.group];
  const speaking = careGroups.filter((group) => handoversToNamed(group, question).length > 0);
  return speaking.length > 0 ? speaking : careGroups;
}

/** Whom the question names; a place is its municipality. */
function partiesNamed({ entities }: Question): readonly string[] {
  return [...asList(entities.party), ...(entities.municipality === undefined ? [] : ['municipality'])];
}

function handoversToNamed(group: CareGroup, question: Question): readonly Fact[] {
  const receivers = partiesNamed(question);
  const { handsOver } = question.knowledge.routine.groups[group];
  return handsOver.filter(({ to }) => to.some((one) => receivers.includes(one)));
}

function groupSection(group: CareGroup, question: Question): Section {
  const { routine } = question.knowledge;
  const toNamed = handoversToNamed(group, question);
  const isOwn = question.group !== undefined;
  return {
    heading: groupNames[group],
    lines: [
      ...(isOwn && toNamed.length === 0 ? nothingToNamed(question) : []),
      ...(toNamed.length > 0 ? toNamed : routine.groups[group].handsOver).map(said),
      ...(isOwn ? besidesOf(group, routine) : inShortOf(group, routine)),
    ],
  };
}

/** Under which names a group is itself spoken of: "vad gör kommunen?" is no question about a receiver. */
const partiesOfGroup: Readonly<Record<CareGroup, readonly string[]>> = {
  inpatient: ['inpatient-ward'],
  municipality: ['municipality'],
  outpatient: ['primary-care', 'psychiatric-outpatient'],
};

/** Whom the group has nothing to say to is said, before what it says to others. */
function nothingToNamed(question: Question): readonly Line[] {
  const { group } = question;
  const others = partiesNamed(question).filter(
    (party) => group === undefined || !partiesOfGroup[group].includes(party),
  );
  return others.length > 0
    ? [own('Rutinen säger inget särskilt om vad ni lämnar till dem. Det här lämnar ni:')]
    : [];
}

/** What the receiver should hear, to ask for what is missing: inpatient care's own list (L169–179). */
function askForSection({ group, knowledge: { routine } }: Question): readonly Section[] {
  if (group !== 'municipality' && group !== 'outpatient') return [];
  const items = routine.groups.inpatient.handsOver;
  return [{ heading: 'När slutenvården ringer – be om', lines: [listed(items)] }];
}

/** What the routine leaves out and the law asks for (A23), and the readings of the group's own duties. */
function besidesOf(group: CareGroup, routine: Routine): readonly Line[] {
  const besides: Readonly<Record<CareGroup, readonly Line[]>> = {
    inpatient: [
      beyond(routine.beyond.readyForDischarge),
      beyond(routine.beyond.expectedDischargeChanged),
      beyond(routine.beyond.admissionContents),
      beyond(routine.beyond.dischargeDeadline),
    ],
    municipality: [forwards(routine.general), readAs(routine, 'A20')],
    outpatient: [beyond(routine.beyond.appointNamedContact), readAs(routine, 'A22')],
  };
  return besides[group];
}

function inShortOf(group: CareGroup, routine: Routine): readonly Line[] {
  return group === 'inpatient' ? [readAs(routine, 'A23')] : [];
}
