import type { CareGroup } from '../domain/care-group.ts';
import type { Routine } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import type { Answer, Line, Question, Section } from './answer.ts';
import { groupsAsked } from './groups-asked.ts';
import { advised, own, readAs, said } from './line.ts';

/** Var finns blanketten: where it is found, and where each group's goes afterwards; what was asked, first. */
export function formWhereAnswer({ text, group, knowledge: { routine } }: Question): Answer {
  const { formMayBeUsed, supportMaterial } = routine.general;
  const found: Section = {
    heading: 'Var den finns',
    lines: [
      said(formMayBeUsed),
      said(supportMaterial),
      own('Rutinen ger ingen länk.'),
      advised(
        'Hittar du den inte: skriv på papper datum, signatur, namnet på den du talat med och vad som sades.',
      ),
    ],
  };
  const afterwards = groupsAsked({ group }).flatMap((one) => afterwardsSections(routine, one));
  return {
    title: 'Blanketten och stödmaterialet',
    sections: /kast|släng|skick|förstör|post/i.test(text) ? [...afterwards, found] : [found, ...afterwards],
    choices: ['documentation.how'],
    pages: ['form', group ?? 'numbers'],
  };
}

function afterwardsSections(routine: Routine, group: CareGroup): readonly Section[] {
  const kept: Section = { heading: `${groupNames[group]} efteråt`, lines: formKeptLines(routine, group) };
  if (group !== 'inpatient') return [kept];
  const { tasks, sendFormSteps } = routine.groups.inpatient;
  return [
    { ...kept, lines: [...kept.lines, said(tasks.sendForm)] },
    { heading: 'Så skickas den in', ordered: true, lines: sendFormSteps.map(said) },
  ];
}

/** What becomes of the filled-in form; inpatient care's is sent in before anything is thrown away (A14). */
export function formKeptLines(routine: Routine, group: CareGroup): readonly Line[] {
  const kept = said(routine.groups[group].formKept);
  return group === 'inpatient'
    ? [readAs(routine, 'A14'), kept]
    : [kept, own('Rutinen säger inte att den ska skickas in.')];
}
