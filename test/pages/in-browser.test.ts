import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { careGroups } from '../../src/domain/care-group.ts';
import { aboutHtml } from '../../src/pages/about-html.ts';
import { aboutPagesOf } from '../../src/pages/about-pages.ts';
import { launchChromium } from '../../src/tools/launch-chromium.ts';
import { pageNames, printablePages } from '../../src/text/printable-pages.ts';
import type { PrintablePage } from '../../src/text/printable-pages.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { documentOf } from '../support/built-in-pages.ts';
import { startBot } from '../support/start-bot.ts';

const { routine } = await builtInKnowledge();
let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Shows a page in a window so wide, without scripts of its own. */
async function shown(html: string, width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(html);
  return page;
}

const results = z.object({
  passes: z.array(z.object({ id: z.string() })),
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
  incomplete: z.array(z.object({ id: z.string() })),
});
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function audit(page: Page) {
  await page.evaluate(axe.source);
  const run = `axe.run(document, { runOnly: ${JSON.stringify(tags)} })`;
  return results.parse(await page.evaluate(run));
}

const widths = [1280, 320] as const;
const documents: ReadonlyMap<string, string> = new Map([
  ...printablePages.map((id) => [id, documentOf(routine, id)] as const),
  ...aboutPagesOf(routine).map((page) => [page.id, aboutHtml(page)] as const),
]);
const looks = [...documents].flatMap(([id, html]) => widths.map((width) => ({ id, width, html })));

describe('WCAG 2.2 AA', () => {
  test.each(looks)('$id at $width pixels has no violation that axe finds', async ({ html, width }) => {
    const page = await shown(html, width);
    const { passes, violations } = await audit(page);
    expect(violations).toEqual([]);
    // The audit has looked: at contrast and at language among much else.
    expect(passes.map((one) => one.id)).toEqual(expect.arrayContaining(['color-contrast', 'html-has-lang']));
    await page.close();
  });

  test('axe would find one', async () => {
    const page = await shown(documentOf(routine, 'numbers').replace(' lang="sv"', ''), 1280);
    expect((await audit(page)).violations.map(({ id }) => id)).toEqual(['html-has-lang']);
    await page.close();
  });

  // 320 pixels are also what is left of 1280 at 400 %.
  test.each([...documents])(
    '%s needs no sideways scrolling at 320 pixels, nor at twice the text',
    async (_id, html) => {
      const page = await shown(html, 320);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBe(0);
      const larger = await shown(html.replace('font: 100%', 'font: 200%'), 640);
      expect(await larger.evaluate(overflow)).toBe(0);
      await Promise.all([page.close(), larger.close()]);
    },
  );
});

/** How far numbers stand out of the text's right margin, in pixels. */
const standingOut = `Math.max(...[...document.querySelectorAll('.phones')].map((one) =>
  one.getBoundingClientRect().right - document.querySelector('main').getBoundingClientRect().right))`;

test.each(['numbers', ...careGroups] as const)(
  'at 320 pixels the numbers of %s stay within the margin, in wider letters too',
  async (id) => {
    for (const face of ['Arial', '"DejaVu Sans Condensed"']) {
      const page = await shown(documentOf(routine, id).replace('1.4 Arial', `1.4 ${face}`), 320);
      expect(await page.evaluate(standingOut), face).toBeLessThan(0.5);
      await page.close();
    }
  },
);

const measures = `[...document.querySelectorAll('.phones td a')].map((one) => ({
  size: parseFloat(getComputedStyle(one).fontSize) / parseFloat(getComputedStyle(document.body).fontSize),
  lines: one.getBoundingClientRect().height / parseFloat(getComputedStyle(one).fontSize),
}))`;
const measured = z.array(z.object({ size: z.number(), lines: z.number() }));

test.each(widths)(
  'at %i pixels each number stands on one line, half as large again as the text',
  async (width) => {
    const page = await shown(documentOf(routine, 'numbers'), width);
    const numbers = measured.parse(await page.evaluate(measures));
    expect(numbers).toHaveLength(routine.phones.length);
    for (const { lines, size } of numbers) {
      expect(size).toBeGreaterThanOrEqual(1.45);
      expect(lines).toBeLessThan(1.7);
    }
    await page.close();
  },
);

test.each(printablePages)('%s says the same in the same order without its style', async (id) => {
  const plain = documentOf(routine, id).replace(/<style>[^]*<\/style>/, '');
  const page = await shown(plain, 800);
  const text = (await page.locator('body').innerText()).replaceAll('\u00AD', '').replace(/\s+/g, ' ');
  const headings = await page.locator('h1, h2, h3, h4').allInnerTexts();
  const places = headings.map((heading) => text.indexOf(heading.replaceAll('\u00AD', '')));
  expect(places.every((place) => place >= 0)).toBe(true);
  expect(text.indexOf('EJ BESLUTAD')).toBeGreaterThan(text.indexOf(headings[0] ?? '-'));
  await page.close();
});

test('on paper there is no navigation, and every call has its columns', async () => {
  const page = await shown(documentOf(routine, 'form'), 320);
  expect(await page.locator('nav').isVisible()).toBe(true);
  expect(await page.getByText('Samtal 3').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('nav').isVisible()).toBe(false);
  expect(await page.getByText('Samtal 3').isVisible()).toBe(true);
  await page.close();
});

describe('under the policy that the bot sends with them', () => {
  let bot: Awaited<ReturnType<typeof startBot>>;
  beforeAll(async () => {
    bot = await startBot({ fetch });
  });
  afterAll(() => bot[Symbol.asyncDispose]());
  const addressOf = (id: PrintablePage): string => `http://127.0.0.1:${bot.port}${pageNames[id].path}`;

  test.each(['numbers', 'form'] as const)(
    '%s looks as it does without one, and nothing of it is held back',
    async (id) => {
      const page = await browser.newPage({ viewport: { width: 800, height: 800 } });
      const heldBack: string[] = [];
      page.on('console', (message) => heldBack.push(message.text()));
      await page.goto(addressOf(id));
      const free = await shown(await (await fetch(addressOf(id))).text(), 800);
      const looks = await Promise.all([page, free].map((one) => one.screenshot({ fullPage: true })));
      expect(looks[0]?.equals(looks[1] ?? Buffer.of())).toBe(true);
      expect(heldBack.filter((text) => !text.includes('favicon'))).toEqual([]);
      await Promise.all([page.close(), free.close()]);
    },
  );

  test('no script runs, no style and no picture is added, and nothing is framed', async () => {
    const page = await browser.newPage();
    await page.goto(addressOf('numbers'));
    const heldBack = page.evaluate(`new Promise((resolve) => {
      const heldBack = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        heldBack.push(effectiveDirective);
        if (heldBack.length === 4) resolve(heldBack.toSorted());
      });
      for (const [name, fields] of [
        ['script', { textContent: 'window.ran = true' }],
        ['style', { textContent: 'body { background: red }' }],
        ['img', { src: 'http://127.0.0.1:9/stolen' }],
        ['iframe', { src: ${JSON.stringify(addressOf('form'))} }],
      ]) document.body.append(Object.assign(document.createElement(name), fields));
    })`);
    expect(await heldBack).toEqual(['frame-src', 'img-src', 'script-src-elem', 'style-src-elem']);
    expect(await page.evaluate('window.ran')).toBeUndefined();
    const outer = await browser.newPage();
    await outer.setContent(`<iframe src="${addressOf('numbers')}"></iframe>`);
    await expect
      .poll(() => outer.frames().map((frame) => frame.url()))
      .toContain('chrome-error://chromewebdata/');
    await Promise.all([page.close(), outer.close()]);
  });
});
