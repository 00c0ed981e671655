import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { html, when } from '../../src/pages/html.ts';

test('text that is put in is shown, and never becomes markup', () => {
  const written = html`<p title="${'"><script>'}">${"<b>Åsa & 'Östen'</b>"}</p>`;
  expect(written.html).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt;Åsa &amp; &#39;Östen&#39;&lt;/b&gt;</p>',
  );
});

test('no text whatever brings a sign that begins or ends markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(html`${text}`.html).not.toMatch(/[<>"']/);
    }),
  );
});

test('markup is put in as it is, lists are joined, and what does not hold is nothing', () => {
  const items = ['a', 'b'].map((text) => html`<li>${text}</li>`);
  expect(html`${items}${when(false, () => items[0] ?? html``)}${3}`.html).toBe('<li>a</li><li>b</li>3');
});
