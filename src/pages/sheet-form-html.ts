import { capitalised } from '../cards/phone-view.ts';
import { html, when } from './html.ts';
import type { Html } from './html.ts';
import type { Blank, SheetForm, TickRow } from './sheet-form.ts';
import { withLineBreaks } from './line-breaks.ts';

/** What is filled in by hand: ruled boxes, big enough for a pen. */
export function formHtml({ blanks, calls, code, noteLines = 0 }: SheetForm): Html {
  return html`${code === undefined ? [] : [codeHtml(code)]}
    <dl class="fields">${blanks.map(fieldHtml)}</dl>
    ${calls === undefined ? [] : [callsHtml(calls)]} ${when(noteLines > 0, () => notesHtml(noteLines))}`;
}

function codeHtml([before, after]: readonly [number, number]): Html {
  return html`<div class="code">
    <p>Kod, som K7M-3F</p>
    <p class="signs">${boxes(before)}<span class="hyphen">-</span>${boxes(after)}</p>
  </div> `;
}

function boxes(count: number): readonly Html[] {
  return Array.from({ length: count }, () => html`<span class="sign"></span>`);
}

function fieldHtml({ label, size }: Blank): Html {
  return html`<div class="${size}">
    <dt>${withLineBreaks(label)}</dt>
    <dd></dd>
  </div> `;
}

type Calls = NonNullable<SheetForm['calls']>;

/** Two columns for each call: whether it was said, and whether it was read back. */
function callsHtml({ about, count, groups }: Calls): Html {
  return html`<table class="calls">
    <caption>
      Kryssa för varje samtal vad som sades, och om mottagaren upprepade det
    </caption>
    ${headHtml(count)}
    <tbody class="about">
      ${about.map((label) => aboutHtml(label, count))}
    </tbody>
    ${groups.map((group) => groupHtml(group, count))}
  </table> `;
}

function headHtml(count: number): Html {
  return html`<colgroup>
      <col class="what" />
      ${each(
        count,
        (call) =>
          html`<col class="said${further(call)}" />
            <col class="repeated${further(call)}" />`,
      )}
    </colgroup>
    <thead>
      <tr>
        <th scope="col" rowspan="2">Uppgift</th>
        ${each(
          count,
          (call) => html`<th scope="colgroup" colspan="2" class="call${further(call)}">Samtal ${call}</th>`,
        )}
      </tr>
      <tr>
        ${each(
          count,
          (call) =>
            html`<th scope="col" class="call${further(call)}">Sagt</th>
              <th scope="col" class="repeats${further(call)}">Upprepat</th>`,
        )}
      </tr>
    </thead>`;
}

function aboutHtml(label: string, count: number): Html {
  return html`<tr>
    <th scope="row">${label}</th>
    ${each(count, (call) => html`<td colspan="2" class="call${further(call)}"></td>`)}
  </tr> `;
}

function groupHtml({ heading, rows }: Calls['groups'][number], count: number): Html {
  return html`<tbody>
    <tr>
      <th scope="rowgroup" colspan="${2 * count + 1}">${heading}</th>
    </tr>
    ${rows.map(
      (row) =>
        html`<tr>
          <th scope="row">${rowLabel(row)}</th>
          ${each(count, ticksHtml)}
        </tr> `,
    )}
  </tbody> `;
}

function each(count: number, cells: (call: number) => Html): readonly Html[] {
  return Array.from({ length: count }, (_, index) => cells(index + 1));
}

/** A narrow screen shows one call; paper has them all. */
function further(call: number): string {
  return call === 1 ? '' : ' further';
}

function ticksHtml(call: number): Html {
  return html`<td class="said call${further(call)}">${box}</td>
    <td class="repeats${further(call)}">
      <span class="tick">${box}ja</span> <span class="tick">${box}nej</span>
    </td>`;
}

const box = html`<span class="box"></span>`;

function rowLabel({ basis, label }: TickRow): Html {
  const soft = withLineBreaks(label);
  return basis === undefined ? html`${soft}` : html`${soft} <em class="basis">${capitalised(basis)}</em>`;
}

function notesHtml(count: number): Html {
  return html`<section class="notes">
    <h3>Anteckningar</h3>
    ${Array.from({ length: count }, () => html`<p class="rule"></p>`)}
  </section> `;
}
