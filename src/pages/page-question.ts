import type { Question } from '../cards/answer.ts';
import type { CareGroup } from '../domain/care-group.ts';
import { settingOfPart } from '../cards/button-view.ts';
import type { Routine } from '../routine/routine.ts';

/**
 * The question that a page answers: a group's, in general. Without the customer's directory: the pages are open to
 * everybody, and direct numbers are not.
 */
export function pageQuestion(routine: Routine, group: CareGroup | undefined): Question {
  return {
    text: '',
    asker: group === undefined ? {} : { careSetting: settingOfPart[group] },
    group,
    entities: {},
    described: { sameDayOnly: false },
    topics: [],
    knowledge: { routine, directory: [] },
  };
}
