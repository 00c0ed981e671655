import { careGroups } from '../domain/care-group.ts';
import type { Routine } from '../routine/routine.ts';
import { formPage } from './form-page.ts';
import { numberPage } from './number-page.ts';
import type { Page } from './page.ts';
import { rolePage } from './role-page.ts';
import { sipPage } from './sip-page.ts';

/** Every page for paper, made from the routine's data and nothing else. */
export function pagesOf(routine: Routine): readonly Page[] {
  return [
    numberPage(routine),
    ...careGroups.map((group) => rolePage(routine, group)),
    sipPage(routine),
    formPage(routine),
  ];
}
