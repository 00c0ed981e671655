import { sourceViewOf } from '../cards/source-view.ts';
import type { Routine } from '../routine/routine.ts';
import { pageNames, printablePages } from '../text/printable-pages.ts';
import type { PrintablePage } from '../text/printable-pages.ts';
import { documentHtml } from './document-html.ts';
import { html, when } from './html.ts';
import type { Html } from './html.ts';
import type { Page, Sheet } from './page.ts';
import { partHtml } from './part-html.ts';
import { formHtml } from './sheet-form-html.ts';
import { withLineBreaks } from './line-breaks.ts';

/** What a page is rendered with. */
export type PageMakings = {
  readonly routine: Routine;
  /** The day it is made, in words. */
  readonly madeOn: string;
  /** Where another page is, seen from this one. */
  readonly linkTo: (other: PrintablePage) => string;
};

/** A page as a document. */
export function pageHtml(page: Page, makings: PageMakings): string {
  const [first, ...others] = page.sheets;
  const main = html`<main>
    ${first === undefined ? [] : [sheetHtml(first, { page, makings, level: 'h1' })]}
    ${others.map((sheet) => sheetHtml(sheet, { page, makings, level: 'h2' }))}
  </main>`;
  const size = page.isShort === true ? 'large' : 'usual';
  return documentHtml({ title: page.title, size, body: [navigation(page, makings), main] });
}

/** On the screen alone: how to print, and the other pages. */
function navigation({ id }: Page, { linkTo }: PageMakings): Html {
  return html`<nav class="screen" aria-label="Reservrutinens sidor">
    <p>Skriv ut sidan på A4, och förvara den där alla hittar den.</p>
    <ul>
      ${printablePages.map((one) => link(one, one === id, linkTo))}
    </ul>
  </nav>`;
}

function link(one: PrintablePage, isHere: boolean, linkTo: PageMakings['linkTo']): Html {
  return isHere
    ? html`<li><a href="${linkTo(one)}" aria-current="page">${pageNames[one].name}</a></li>`
    : html`<li><a href="${linkTo(one)}">${pageNames[one].name}</a></li>`;
}

type SheetMakings = { readonly page: Page; readonly makings: PageMakings; readonly level: 'h1' | 'h2' };

function sheetHtml(sheet: Sheet, { page, makings, level }: SheetMakings): Html {
  const { form, parts, title } = sheet;
  const heading =
    level === 'h1'
      ? html`<h1>${withLineBreaks(title)}</h1>`
      : html`<h2 class="title">${withLineBreaks(title)}</h2>`;
  return html`<article class="sheet">
    <header>
      ${when(page.notice !== undefined, () => html`<p class="notice"><strong>${page.notice ?? ''}</strong></p>`)}
      ${heading} ${stamp(makings)}
    </header>
    ${form === undefined ? [] : [formHtml(form)]} ${parts.map((part) => partHtml(part, level))}
    ${sourceHtml(sheet, makings)}
  </article> `;
}

/** Which version of the routine it is, that it is not decided, and when this was made: on every sheet. */
function stamp({ madeOn, routine }: PageMakings): Html {
  const { date, status, title, version } = routine.document;
  return html`<p class="stamp">
    ${title}, version ${version}, ${date} – <strong>${status}</strong>. Framtagen ${madeOn}.
  </p>`;
}

/** The headings of the routine that the sheet is taken from, as a card says them. */
function sourceHtml({ parts, quoted = [], title }: Sheet, { routine }: PageMakings): Html {
  const sections = [...parts.flatMap((part) => part.sections), ...quoted];
  const { hasHeadings, headings } = sourceViewOf({ title, sections }, routine);
  if (!hasHeadings) return html``;
  const from = headings.map(({ text }) => text).join('; ');
  return html`<footer><p class="source">${withLineBreaks(from.replace(/^(?:Ur: )?/, 'Ur: '))}</p></footer>`;
}
