import type { Browser, Locator, Page } from 'playwright-core';

/** One person's browser at the Playground: in the personal chat, until another conversation is opened. */
export type PlaygroundPage = {
  readonly page: Page;
  /** Writes to the bot and gives the first card that comes after it. */
  readonly ask: (text: string) => Promise<Locator>;
  /** Opens a conversation by its name in the tree: `Personal Chat`, `<team> - <channel>`. */
  readonly open: (name: string) => Promise<void>;
  /**
   * The field of a card that a label belongs to. Fill in and press with nothing coming in between: every message
   * and every press empties the fields of all cards.
   */
  readonly field: (card: Locator, label: string) => Promise<Locator>;
  /** A field is given a text, or a clock time as `14:37`. Dates cannot be typed. */
  readonly fill: (card: Locator, label: string, value: string) => Promise<void>;
  /** Presses a button of a card, and waits until the bot has answered. */
  readonly press: (card: Locator, title: string) => Promise<void>;
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
  const field = async (card: Locator, label: string): Promise<Locator> => {
    const id = await card.locator('label').filter({ hasText: label }).first().getAttribute('for');
    return page.locator(`[id="${id}"]`);
  };
  return {
    page,
    faults,
    field,
    async ask(text) {
      const next = cards.nth(await cards.count());
      await page.locator('[data-lexical-editor="true"]').last().click();
      await page.keyboard.insertText(text);
      await page.getByRole('button', { name: 'Send Message' }).last().click();
      await next.waitFor({ timeout: 20_000 });
      return next;
    },
    open: (name) => page.getByRole('treeitem', { name, exact: true }).click(),
    async fill(card, label, value) {
      const input = await field(card, label);
      await input.fill(value);
      if ((await input.getAttribute('role')) === 'combobox') await page.keyboard.press('Enter');
    },
    async press(card, title) {
      const answered = page.waitForResponse((response) => response.url().endsWith('/invoke'));
      await card.getByRole('button', { name: title, exact: true }).click();
      await answered;
    },
  };
}
