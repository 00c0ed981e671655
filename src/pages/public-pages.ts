import type { Routine } from '../routine/routine.ts';
import { fullSwedishDay } from '../text/swedish-day.ts';
import { pageNames } from '../text/printable-pages.ts';
import type { PrintablePage } from '../text/printable-pages.ts';
import { aboutHtml } from './about-html.ts';
import { aboutPagesOf, aboutPaths } from './about-pages.ts';
import { pageHtml } from './page-html.ts';
import type { Page } from './page.ts';
import { pagesOf } from './pages.ts';

/** Every page with its path. Those for paper are made when they are asked for, once a day. */
export function publicPages(
  routine: Routine,
  now: () => Date,
): readonly { readonly path: string; readonly html: () => string }[] {
  const forPaper = pagesOf(routine).map((page) => ({
    path: pageNames[page.id].path,
    html: madeDaily(page, routine, now),
  }));
  const about = aboutPagesOf(routine).map((page) => {
    const text = aboutHtml(page);
    return { path: aboutPaths[page.id], html: () => text };
  });
  return [...forPaper, ...about];
}

function madeDaily(page: Page, routine: Routine, now: () => Date): () => string {
  const today = (): string => fullSwedishDay(now().getTime());
  const make = (madeOn: string) => ({
    madeOn,
    text: pageHtml(page, { routine, madeOn, linkTo: (other) => relativePath(page.id, other) }),
  });
  let made: ReturnType<typeof make> | undefined;
  return () => {
    if (made?.madeOn !== today()) made = make(today());
    return made.text;
  };
}

/** From one page to another wherever the first is reached: a proxy may have put a path of its own before it. */
function relativePath(from: PrintablePage, to: PrintablePage): string {
  const depth = pageNames[from].path.split('/').length - 2;
  return `${'../'.repeat(depth)}${pageNames[to].path.slice(1)}`;
}
