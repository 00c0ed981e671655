import type { Section } from '../cards/answer.ts';
import { callWhoAnswer } from '../cards/call-who.ts';
import { formKeptLines } from '../cards/form-where.ts';
import { handoverWhatAnswer } from '../cards/handover-what.ts';
import { readAs, said } from '../cards/line.ts';
import { reregistrationRulesAnswer } from '../cards/reregistration-rules.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { Fact, Routine } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import type { Page, Part } from './page.ts';
import { pageQuestion } from './page-question.ts';
import { sbarSection } from './sbar.ts';
import { sendFormSection } from './send-form-section.ts';

/** What one part of the routine asks of its staff: on the front whom to ring and what to say, on the back the rules. */
export function rolePage(routine: Routine, group: CareGroup): Page {
  const title = `${groupNames[group]}: när Lifecare SP ligger nere`;
  return {
    id: group,
    title,
    // To the municipality the routine has one number, and fewer rules.
    ...(group === 'municipality' && { isShort: true }),
    sheets: [
      { title, parts: [ringPart(routine, group), sayPart(routine, group)] },
      {
        title: `${groupNames[group]}: vad som gäller, och vad ni gör efteråt`,
        parts: [appliesPart(routine, group), afterPart(routine, group)],
      },
    ],
  };
}

function ringPart(routine: Routine, group: CareGroup): Part {
  return {
    heading: 'Ring',
    sections: callWhoAnswer(pageQuestion(routine, group)).sections,
    // The region's number stands in the routine, the municipalities' do not.
    ...(group === 'municipality' && { blanks: ['Er IT-support', 'Egna direktnummer'] }),
  };
}

function sayPart(routine: Routine, group: CareGroup): Part {
  const { sections } = handoverWhatAnswer(pageQuestion(routine, group));
  return {
    heading: 'Säg',
    sections: [...sections.map((section) => without(section, onTheBack(routine))), sbarSection(group)],
  };
}

/** What is no part of a call: it stands with the rules. */
function onTheBack({ general }: Routine): Fact {
  return general.sharedResponsibility;
}

function without(section: Section, { text }: Fact): Section {
  return { ...section, lines: section.lines.filter((line) => line.text !== text) };
}

function appliesPart(routine: Routine, group: CareGroup): Part {
  const { ownRecords, phoneOnly } = routine.general;
  return {
    heading: 'Under avbrottet',
    sections: [
      {
        lines: [
          said(phoneOnly),
          readAs(routine, 'A15'),
          said(onTheBack(routine)),
          said(ownRecords),
          said(routine.groups[group].documentation),
          readAs(routine, 'A30'),
        ],
      },
    ],
  };
}

function afterPart(routine: Routine, group: CareGroup): Part {
  const { sections } = reregistrationRulesAnswer(pageQuestion(routine, group));
  return {
    heading: 'När Lifecare SP är igång igen',
    sections: [
      ...sections,
      { lines: [readAs(routine, 'A27')] },
      { heading: 'Blanketten (om ni använder den)', lines: formKeptLines(routine, group) },
      ...(group === 'inpatient' ? [sendFormSection(routine)] : []),
    ],
  };
}
