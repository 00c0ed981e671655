import { pageNames } from '../text/printable-pages.ts';
import { aboutPaths } from './about-pages.ts';
import type { AboutPage } from './about-pages.ts';
import { documentHtml } from './document-html.ts';
import { html, when } from './html.ts';
import type { Html } from './html.ts';
import { withLineBreaks } from './line-breaks.ts';

/** A page about the service as a document. Its links are right wherever a proxy has put it. */
export function aboutHtml({ id, parts, title }: AboutPage): string {
  const links = [
    { name: 'Dina uppgifter', path: aboutPaths.privacy },
    { name: 'Villkor', path: aboutPaths.terms },
    { name: 'Reservrutinen', path: pageNames.numbers.path },
  ];
  const nav = html`<nav class="screen" aria-label="Avbrottsbotens sidor">
    <ul>
      ${links.map(({ name, path }) => linkHtml({ name, path, isHere: path === aboutPaths[id] }))}
    </ul>
  </nav>`;
  const main = html`<main>
    <h1>${title}</h1>
    ${parts.map(partHtml)}
  </main>`;
  return documentHtml({ title, size: 'usual', body: [nav, main] });
}

type Link = { readonly name: string; readonly path: string; readonly isHere: boolean };

function linkHtml({ isHere, name, path }: Link): Html {
  const current = when(isHere, () => html` aria-current="page"`);
  return html`<li><a href="${path.slice(1)}" ${current}>${name}</a></li>`;
}

function partHtml({ heading, lines, proposals = [] }: AboutPage['parts'][number]): Html {
  return html`<section class="part">
    <h2>${heading}</h2>
    <ul>
      ${lines.map((line) => html`<li>${withLineBreaks(line)}</li>`)}
      ${proposals.map((line) => html`<li><strong>Förslag: </strong>${withLineBreaks(line)}</li>`)}
    </ul>
  </section>`;
}
