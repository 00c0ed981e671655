import { careGroups } from '../domain/care-group.ts';
import { groupNames } from '../text/names.ts';
import type { Answer, Question, Section } from './answer.ts';
import { readAs, said } from './line.ts';
import { formKeptLines } from './form-where.ts';

/** Hur dokumenterar jag: the own record system always, the form as a support where one wants it. */
export function documentationHowAnswer({ group, knowledge: { routine } }: Question): Answer {
  const { ownRecords, formMayBeUsed, documentAfterwards } = routine.general;
  const own: readonly Section[] =
    group === undefined
      ? careGroups.map((one) => ({
          heading: groupNames[one],
          lines: [said(routine.groups[one].documentation), ...formKeptLines(routine, one)],
        }))
      : [
          { heading: groupNames[group], lines: [said(routine.groups[group].documentation)] },
          {
            heading: 'Blanketten (om ni använder den)',
            lines: [...routine.groups[group].form.map(said), ...formKeptLines(routine, group)],
          },
        ];
  return {
    title: 'Dokumentera under avbrottet',
    sections: [
      { lines: [said(ownRecords), ...(group === undefined ? [said(formMayBeUsed)] : [])] },
      ...own,
      { heading: 'Efteråt', lines: [said(documentAfterwards), readAs(routine, 'A30')] },
    ],
    choices: ['form.where', 'reregistration.rules'],
    pages: ['form'],
  };
}
