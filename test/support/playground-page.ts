import type { Browser, Locator, Page } from 'playwright-core';

/** One person's browser at the Playground, in the personal chat. */
export type PlaygroundPage = {
  readonly page: Page;
  /** Writes to the bot and gives the first card that comes after it. */
  readonly ask: (text: string) => Promise<Locator>;
  /** Faults that the page itself reported. */
  readonly faults: readonly string[];
};

/** Opens the Playground and waits until the bot has been installed and has greeted. */
export async function openPlayground(browser: Browser, port: number): Promise<PlaygroundPage> {
  const context = await browser.newContext({ locale: 'sv-SE', timezoneId: 'Europe/Stockholm' });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', ({ message }) => faults.push(message));
  // The page asks Microsoft for fonts; without them it uses its own.
  await page.route(
    (url) => url.hostname !== 'localhost',
    (route) => route.abort(),
  );
  await page.goto(`http://localhost:${port}/`);
  const cards = page.locator('.ac-adaptiveCard');
  await cards.first().waitFor({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Hide log panel' }).click();
  return {
    page,
    faults,
    async ask(text) {
      const next = cards.nth(await cards.count());
      await page.locator('[data-lexical-editor="true"]').last().click();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: 'Send Message' }).last().click();
      await next.waitFor({ timeout: 20_000 });
      return next;
    },
  };
}
