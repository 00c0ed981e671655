import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../../src/tools/launch-chromium.ts';
import { startPlayground } from '../../src/tools/start-playground.ts';
import type { Playground } from '../../src/tools/start-playground.ts';
import { openPlayground } from '../support/playground-page.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';

const directory = await mkdtemp(join(tmpdir(), 'playground-'));
let bot: TestBot;
let playground: Playground;
let browser: Browser;
let person: PlaygroundPage;

beforeAll(async () => {
  bot = await startBot({ fetch }, { config: { identity: { kind: 'anonymous' }, tenants: 'anyone' } });
  const logFile = join(directory, 'playground.log');
  playground = await startPlayground({ botPort: bot.port, port: 56151, logFile });
  browser = await launchChromium();
  person = await openPlayground(browser, playground.port);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await playground[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

test('the one who installs the bot is greeted with what can be asked', async () => {
  expect(await person.page.locator('.ac-adaptiveCard').first().innerText()).toContain(
    'Vem ringer jag i Ånge?',
  );
});

test('a question is answered with a card, and its button with another in its place', async () => {
  const card = await person.ask('vem ringer jag i Ånge?');
  expect(await card.innerText()).toContain('0690-25 01 00');
  await card.getByRole('button', { name: 'Vad ska jag lämna över?', exact: true }).click();
  await expect.poll(() => card.innerText(), { timeout: 10_000 }).not.toContain('0690-25 01 00');
  expect(await card.innerText()).toContain('Beräknat utskrivningsdatum');
}, 60_000);

test('what is not understood is answered with what can be done', async () => {
  const card = await person.ask('hur bakar man en sockerkaka?');
  expect(await card.innerText()).toContain('Det förstod jag inte');
}, 60_000);

test('a personal number is refused, and stands in neither card nor log', async () => {
  // Skatteverket's published test number.
  const card = await person.ask('vem ringer jag om 19121212-1212?');
  expect(await card.innerText()).toContain('Det där ser ut som ett personnummer');
  expect(await card.innerText()).not.toContain('1212');
  expect(bot.logged()).not.toContain('19121212');
}, 60_000);

test('a number that is searched for beside a message is put into it as a card', async () => {
  const { page } = person;
  await page.getByRole('button', { name: 'Trigger Message Extension App' }).click();
  await page.getByRole('menuitem', { name: 'Search Command' }).click();
  const box = page.getByPlaceholder('Enter a search term');
  await box.fill('ånge');
  await box.press('Enter');
  await page.getByText('Ånge kommuns växel').last().click();
  await expect
    .poll(() => page.locator('.ac-adaptiveCard').last().innerText(), { timeout: 10_000 })
    .toMatch(/^Ring så här[^]*0690-25 01 00/);
}, 60_000);

test('the page has had no faults, and the bot none', () => {
  expect(person.faults).toEqual([]);
  expect(bot.logged()).not.toMatch(/fault|failed/);
});
