import { pageHtml } from '../../src/pages/page-html.ts';
import type { Page } from '../../src/pages/page.ts';
import { pagesOf } from '../../src/pages/pages.ts';
import type { Routine } from '../../src/routine/routine.ts';
import { pageNames } from '../../src/text/printable-pages.ts';
import type { PrintablePage } from '../../src/text/printable-pages.ts';

/** The page of a routine. */
export function pageOf(routine: Routine, id: PrintablePage): Page {
  const found = pagesOf(routine).find((page) => page.id === id);
  if (found === undefined) throw new Error(`There is no page ${id}`);
  return found;
}

/** The document of a page, as of 27 November 2026, with links as files have them. */
export function documentOf(routine: Routine, id: PrintablePage): string {
  return pageHtml(pageOf(routine, id), {
    routine,
    madeOn: '27 november 2026',
    linkTo: (other) => `${pageNames[other].file}.html`,
  });
}

/** What a document or a PDF says: without tags and soft hyphens, and with one space wherever it breaks. */
export function saidIn(text: string): string {
  return text
    .replace(/<style>[^]*<\/style>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#39;|&quot;|&amp;|&lt;|&gt;/g, (entity) => entityTexts[entity] ?? '')
    .replaceAll('\u00AD', '')
    .replace(/\s+/g, ' ');
}

const entityTexts: Readonly<Record<string, string>> = {
  '&#39;': "'",
  '&quot;': '"',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
};
