import type { Routine } from '../routine/routine.ts';
import { fullSwedishDay } from '../text/swedish-day.ts';
import { pageNames } from '../text/printable-pages.ts';
import type { PrintablePage } from '../text/printable-pages.ts';
import { pageHtml } from './page-html.ts';
import type { Page } from './page.ts';
import { pagesOf } from './pages.ts';

/** Every page with its path; made now, and again on a day that it does not name yet. */
export function publicPages(
  routine: Routine,
  now: () => Date,
): readonly { readonly path: string; readonly html: () => string }[] {
  return pagesOf(routine).map((page) => ({
    path: pageNames[page.id].path,
    html: madeDaily(page, routine, now),
  }));
}

function madeDaily(page: Page, routine: Routine, now: () => Date): () => string {
  const today = (): string => fullSwedishDay(now().getTime());
  const make = (madeOn: string) => ({
    madeOn,
    text: pageHtml(page, { routine, madeOn, linkTo: (other) => relativePath(page.id, other) }),
  });
  let made = make(today());
  return () => {
    if (made.madeOn !== today()) made = make(today());
    return made.text;
  };
}

/** From one page to another wherever the first is reached: a proxy may have put a path of its own before it. */
function relativePath(from: PrintablePage, to: PrintablePage): string {
  const depth = pageNames[from].path.split('/').length - 2;
  return `${'../'.repeat(depth)}${pageNames[to].path.slice(1)}`;
}
