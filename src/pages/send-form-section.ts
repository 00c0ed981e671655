import type { Line, Section } from '../cards/answer.ts';
import { basisOf, said } from '../cards/line.ts';
import type { PostalStep, Routine } from '../routine/routine.ts';

/**
 * How inpatient care's form is sent in (L293–309). Whom the routine names is called by the role: the pages are open
 * to everybody, and who has the role changes (A24).
 */
export function sendFormSection(routine: Routine): Section {
  const { sendFormSteps } = routine.groups.inpatient;
  return {
    heading: 'Så skickas blanketten in',
    ordered: true,
    lines: sendFormSteps.map((step) => withoutPerson(step, routine)),
  };
}

function withoutPerson(step: PostalStep, routine: Routine): Line {
  const { heading, person, text } = step;
  if (person === undefined) return said(step);
  const byRole = text.replaceAll(person, 'ansvarig systemförvaltare för Lifecare SP');
  return { text: byRole, heading, ...basisOf(routine, 'A24') };
}
