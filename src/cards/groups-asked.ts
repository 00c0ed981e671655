import { careGroups } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { Question } from './answer.ts';

/** The groups that an answer speaks to: the one asked about, or all. */
export function groupsAsked({ group }: Pick<Question, 'group'>): readonly CareGroup[] {
  return group === undefined ? careGroups : [group];
}
