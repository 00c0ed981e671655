import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { teamsHostConfig, teamsStyle } from './teams-look.ts';
import type { Theme } from './teams-look.ts';

/** In which of Teams' themes a card is drawn, and how wide, in pixels: 320 is a narrow phone. */
export type Look = { readonly theme: Theme; readonly width: number };

/** A card as it looks. */
export type DrawnCard = {
  readonly png: Buffer;
  /** How far its widest thing sticks out of the page, in pixels; of a card that fits, 0. */
  readonly tooWide: number;
};

const renderer = fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.min.js'));
const rendererStyle = fileURLToPath(import.meta.resolve('adaptivecards/dist/adaptivecards.css'));

/** In the page: the only Markdown of our cards is the link of a number, so that is all that is drawn of it. */
const draw = `
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    result.outputHtml = escaped.replace(/\\[([^\\]]*)\\]\\((tel:[^)]*)\\)/g, '<a href="$2">$1</a>');
    result.didProcess = true;
  };
  const adaptiveCard = new AdaptiveCards.AdaptiveCard();
  adaptiveCard.hostConfig = new AdaptiveCards.HostConfig(shown.hostConfig);
  adaptiveCard.parse(shown.card);
  document.body.append(adaptiveCard.render());`;

function html(card: object, theme: Theme): string {
  const shown = JSON.stringify({ card, hostConfig: teamsHostConfig(theme) }).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="sv"><meta charset="utf-8"><title>Kort</title>
    <body><script>const shown = ${shown};</script></body></html>`;
}

const overflow = `Math.max(0, ...[...document.querySelectorAll('*')].map((one) =>
  Math.ceil(one.getBoundingClientRect().right) - document.documentElement.clientWidth))`;

/** Draws a card with Microsoft's renderer, in about the look of Teams. */
export async function drawCard(browser: Browser, card: object, { theme, width }: Look): Promise<DrawnCard> {
  const page = await browser.newPage({
    viewport: { width, height: 200 },
    colorScheme: theme,
  });
  try {
    await page.setContent(html(card, theme));
    await page.addStyleTag({ path: rendererStyle });
    await page.addStyleTag({ content: teamsStyle(theme) });
    await page.addScriptTag({ path: renderer });
    await page.evaluate(draw);
    return {
      png: await page.screenshot({ fullPage: true }),
      tooWide: Number(await page.evaluate(overflow)),
    };
  } finally {
    await page.close();
  }
}
