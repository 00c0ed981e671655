import type { Line, PhoneLine, Section } from '../cards/answer.ts';
import { telLink } from '../cards/call-link.ts';
import { lineViewOf } from '../cards/line-view.ts';
import { capitalised } from '../cards/phone-view.ts';
import { html, when } from './html.ts';
import type { Html } from './html.ts';
import type { Part } from './page.ts';
import { withLineBreaks } from './line-breaks.ts';

/** The level of the heading that a part stands under. */
type Level = 'h1' | 'h2';

/** Some of what a sheet says: its heading, numbers and sentences, and lines to write on. */
export function partHtml({ blanks = [], heading, sections }: Part, above: Level): Html {
  return html`<section class="part">
    ${headingHtml(above === 'h1' ? 'h2' : 'h3', heading)}
    ${sections.map((section) => sectionHtml(section, above === 'h1' ? 'h3' : 'h4'))}
    ${when(blanks.length > 0, () => html`<dl class="blanks">${blanks.map(blankHtml)}</dl>`)}
  </section> `;
}

function headingHtml(level: 'h2' | 'h3' | 'h4', text: string): Html {
  const tag = { html: level };
  return html`<${tag}>${withLineBreaks(text)}</${tag}>`;
}

function blankHtml(label: string): Html {
  return html`<div>
    <dt>${label}:</dt>
    <dd></dd>
  </div>`;
}

function sectionHtml({ heading, lines, ordered = false, phones = [] }: Section, level: 'h3' | 'h4'): Html {
  if (lines.length === 0 && phones.length === 0) return html``;
  const list = { html: ordered ? 'ol' : 'ul' };
  return html`<section>
    ${heading === undefined ? [] : [headingHtml(level, heading)]}
    ${when(phones.length > 0, () => phonesHtml(phones))}
    ${when(lines.length > 0, () => html`<${list}>${lines.map(lineHtml)}</${list}>`)}
  </section> `;
}

/** A sentence as a card says it: its level first, and what it rests on last. */
function lineHtml(line: Line): Html {
  const { basis, lead, text } = lineViewOf(line);
  const isShort = basis === '' && lead === '' && text.length <= shortLine;
  return html`<li${when(isShort, () => html` class="short"`)}>${when(lead !== '', () => html`<strong>${lead}</strong>`)}${withLineBreaks(text)}${basisHtml(basis)}</li>
`;
}

/** On paper, lines that are no longer stand beside each other. */
const shortLine = 30;

function basisHtml(basis: string): Html {
  return when(basis !== '', () => html` <em class="basis">${withLineBreaks(basis)}</em>`);
}

function phonesHtml(phones: readonly PhoneLine[]): Html {
  return html`<table class="phones">
    <thead>
      <tr>
        <th scope="col">Vem</th>
        <th scope="col">Nummer</th>
      </tr>
    </thead>
    <tbody>
      ${phones.map(phoneHtml)}
    </tbody>
  </table> `;
}

function phoneHtml(phone: PhoneLine): Html {
  const { basis = '', e164, name, number, place } = phone;
  const whose = name.includes(place) ? name : `${name}, ${place}`;
  const details = detailsOf(phone);
  return html`<tr>
    <th scope="row">
      ${withLineBreaks(whose)}${when(details !== '', () => html`<br /><span class="details">${details}</span>`)}${basisHtml(capitalised(basis))}
    </th>
    <td><a href="${telLink(e164)}">${number}</a></td>
  </tr> `;
}

function detailsOf({ askFor, email, hours, menu }: PhoneLine): string {
  const asked = askFor === undefined ? undefined : `fråga efter ${askFor}`;
  const address = email === undefined ? undefined : `e-post ${email}, men ring i första hand`;
  const details = [asked, menu, hours, address].flatMap((detail) => (detail === undefined ? [] : [detail]));
  return capitalised(details.join(' · '));
}
