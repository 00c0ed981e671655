import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { launchChromium } from '../../src/tools/launch-chromium.ts';
import { demoCoordinators, seedDemo } from '../../src/tools/seed-demo.ts';
import { startPlayground } from '../../src/tools/start-playground.ts';
import type { Playground } from '../../src/tools/start-playground.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { openPlayground } from '../support/playground-page.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';
import { startBot } from '../support/start-bot.ts';
import type { TestBot } from '../support/start-bot.ts';

/** What the demo begins with, on a morning; the clock runs. */
const began = Date.now();
const now = (): Date => new Date(Date.parse('2026-11-25T10:00:00+01:00') + Date.now() - began);
const port = 56152;
const ward = 'Demoteamet - Lifecare SP avbrott';

const directory = await mkdtemp(join(tmpdir(), 'playground-'));
let bot: TestBot;
let playground: Playground;
let browser: Browser;
let person: PlaygroundPage;

beforeAll(async () => {
  const store = createMemoryStore();
  const { routine } = await builtInKnowledge();
  await seedDemo({ store, now, routine, serviceUrl: `http://localhost:${port}/_connector` });
  bot = await startBot(
    { fetch },
    {
      store,
      now,
      config: { identity: { kind: 'anonymous' }, tenants: 'anyone', coordinators: demoCoordinators },
    },
  );
  const logFile = join(directory, 'playground.log');
  playground = await startPlayground({ botPort: bot.port, port, logFile });
  browser = await launchChromium();
  person = await openPlayground(browser, playground.port);
}, 90_000);

afterAll(async () => {
  await browser.close();
  await playground[Symbol.asyncDispose]();
  await bot[Symbol.asyncDispose]();
  await rm(directory, { recursive: true });
});

const soon = { timeout: 20_000 };
const textOf = (card: Locator) => () => card.innerText();
/** All that the cards of the open conversation say. */
const texts = async () => (await person.page.locator('.ac-adaptiveCard').allInnerTexts()).join('\n');
const readiness = async (): Promise<unknown> => (await fetch(`http://127.0.0.1:${bot.port}/ready`)).json();
/** All that the bot had to send has left, so that no message empties a form that is asked for after it. */
const isSent = async () => {
  await expect.poll(readiness, soon).toMatchObject({ oldestUndeliveredNotice: null, failedNotices: 0 });
};

test('the channels hear of the drill when the app is installed in their team', async () => {
  await person.open(ward);
  await expect.poll(texts, soon).toMatch(/Vi övar reservrutinen\.[^]*Enhet: Avdelning 24/);
  await person.open('Demoteamet - General');
  await expect.poll(texts, soon).toMatch(/Vi övar reservrutinen\.[^]*Enhet: Hälsocentralen/);
  await isSent();
  await person.open('Personal Chat');
  await expect.poll(texts, soon).toContain('Jag hjälper dig när Lifecare SP ligger nere');
}, 60_000);

test('whoever asks is told that it is a drill', async () => {
  const card = await person.ask('är Lifecare nere?');
  expect(await card.innerText()).toContain('Nej, men en övning pågår');
}, 60_000);

test('a nurse reports that it does not work, and the coordinator hears of it', async () => {
  const card = await person.ask('Lifecare fungerar inte');
  expect(await card.innerText()).toContain('0660 890 70');
  await person.press(card, 'Anmäl avbrott');
  await expect.poll(textOf(card), soon).toContain('De avgör om det är ett avbrott.');
  await person.fill(card, 'Vad händer?', 'Kommer inte in');
  await person.press(card, 'Anmäl');
  await expect.poll(textOf(card), soon).toContain('Tack, samordnarna får veta det');
  await expect.poll(texts, soon).toContain('En har anmält att Lifecare SP inte fungerar');
  await isSent();
}, 60_000);

test('a personal number in a form is refused, and nothing else of it is lost', async () => {
  const form = await person.ask('utlys avbrott');
  await person.fill(form, 'Beräknas sluta: klockslag', '12:30');
  // Skatteverket's published test number.
  await person.fill(form, 'Meddelande till enheterna', 'Driften felsöker. Patient 19121212-1212 väntar.');
  await person.press(form, 'Utlys');
  await expect.poll(textOf(form), soon).toContain('Det ser ut som ett personnummer i formuläret');
  const message = await person.field(form, 'Meddelande till enheterna');
  await expect.poll(() => message.inputValue()).toBe('Driften felsöker. Patient •••• väntar.');
  expect(await (await person.field(form, 'Beräknas sluta: klockslag')).inputValue()).toBe('12:30');
  expect(bot.logged()).not.toContain('19121212');
}, 60_000);

test('a coordinator declares, updates, restores, ends and closes, with forms in the own chat', async () => {
  const declare = await person.ask('utlys avbrott');
  await person.fill(declare, 'Började, eller börjar: klockslag', '09:40');
  await person.fill(declare, 'Meddelande till enheterna', 'Driften felsöker.');
  await person.press(declare, 'Utlys');
  await expect.poll(textOf(declare), soon).toContain('Sparat. Avbrott pågår');
  await expect.poll(texts, soon).toContain('ÖVNING AVBRUTEN');
  await expect.poll(texts, soon).toContain('har utlyst avbrott');
  await isSent();

  const update = await person.ask('uppdatera avbrottet');
  await person.fill(update, 'Beräknas sluta: klockslag', '13:30');
  await person.fill(update, 'Meddelande till enheterna', 'Felet är hittat.');
  await person.press(update, 'Skicka uppdateringen');
  await expect.poll(textOf(update), soon).toMatch(/Sparat[^]*13\.30[^]*Felet är hittat\./);
  await expect.poll(texts, soon).toContain('har uppdaterat avbrottet');
  await isSent();

  const status = await person.ask('är Lifecare nere?');
  await person.press(status, 'Systemet svarar igen');
  await expect.poll(textOf(status), soon).toContain('Kontrollera innan du avslutar');
  await person.press(status, 'Börja kontrollera');
  await expect.poll(textOf(status), soon).toContain('Sparat. Lifecare SP svarar igen');
  await isSent();

  const end = await person.ask('avsluta avbrottet');
  await person.fill(end, 'Avbrottet är slut sedan: klockslag', '02:15');
  await person.fill(end, 'Meddelande till enheterna', 'Tack för tålamodet.');
  await person.press(end, 'Avsluta');
  await expect.poll(textOf(end), soon).toContain('Sluttiden ligger före avbrottets start.');
  const endedAt = await person.field(end, 'Avbrottet är slut sedan: klockslag');
  await expect.poll(() => endedAt.inputValue()).toMatch(/^0?2:15$/);
  expect(await (await person.field(end, 'Meddelande till enheterna')).inputValue()).toBe(
    'Tack för tålamodet.',
  );
  await person.fill(end, 'Avbrottet är slut sedan: klockslag', '10:00');
  await person.press(end, 'Avsluta');
  await expect.poll(textOf(end), soon).toContain('Sparat. Avbrottet är slut');
  await isSent();

  const close = await person.ask('är Lifecare nere?');
  await person.press(close, 'Stäng avbrottet');
  await expect.poll(textOf(close), soon).toContain('Det går inte att ångra.');
  await person.fill(close, 'Skäl', 'Allt är registrerat.');
  await person.press(close, 'Stäng');
  await expect.poll(textOf(close), soon).toContain('Sparat. Avbrottet är stängt');
  await isSent();
}, 120_000);

test('the channel has the whole outage, and its first post says that it is over', async () => {
  await person.open(ward);
  await expect.poll(texts, soon).toContain('Avslutat: avbrott i Lifecare SP');
  await expect.poll(texts, soon).toContain('Tack för tålamodet.');
  await expect.poll(texts, soon).toContain('Övningen är avbruten: det är ett verkligt avbrott');
}, 60_000);

test('the page has had no faults, and the bot none', () => {
  expect(person.faults).toEqual([]);
  expect(bot.logged()).not.toMatch(/"level":[56]0/);
});
