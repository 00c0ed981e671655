import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { Routine } from '../routine/routine.ts';
import { groupNames } from '../text/names.ts';
import type { Line } from './answer.ts';
import { said } from './line.ts';

/** Kvittera: inpatient care "enligt rutin" (L266), the others "alla" (L414–426, L535–556); owed by every unit. */
export function acknowledgeLines(routine: Routine, group: CareGroup | undefined): readonly Line[] {
  if (group !== undefined) return linesOf(routine, group);
  return careGroups.flatMap((one) =>
    linesOf(routine, one)
      .slice(-1)
      .map((line) => ({ ...line, text: `${groupNames[one]}: ${line.text}` })),
  );
}

function linesOf({ groups }: Routine, group: CareGroup): readonly Line[] {
  if (group === 'inpatient') return [said(groups.inpatient.tasks.acknowledgeMessages)];
  const { acknowledgeMessages, checkMessages } = groups[group].tasks;
  return [said(acknowledgeMessages), said(checkMessages)];
}
