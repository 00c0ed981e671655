import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlaygroundStage, soon, textOf } from '../support/playground-stage.ts';
import type { PlaygroundStage } from '../support/playground-stage.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';

/** A coordinator's path, in a real browser. */
const ward = 'Demoteamet - Lifecare SP avbrott';
let stage: PlaygroundStage;
let person: PlaygroundPage;

beforeAll(async () => {
  stage = await openPlaygroundStage(56152);
  person = stage.person;
}, 90_000);

afterAll(() => stage[Symbol.asyncDispose]());

test('the channels hear of the drill when the app is installed in their team', async () => {
  await person.open(ward);
  await expect.poll(stage.texts, soon).toMatch(/Vi övar reservrutinen\.[^]*Enhet: Avdelning 24/);
  await person.open('Demoteamet - General');
  await expect.poll(stage.texts, soon).toMatch(/Vi övar reservrutinen\.[^]*Enhet: Hälsocentralen/);
  await stage.isSent();
  await person.open('Personal Chat');
  await expect.poll(stage.texts, soon).toContain('Jag hjälper dig när Lifecare SP ligger nere');
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
  await expect.poll(stage.texts, soon).toContain('En har anmält att Lifecare SP inte fungerar');
  await stage.isSent();
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
  expect(stage.bot.logged()).not.toContain('19121212');
}, 60_000);

test('a coordinator declares, updates, restores, ends and closes, with forms in the own chat', async () => {
  const declare = await person.ask('utlys avbrott');
  await person.fill(declare, 'Började, eller börjar: klockslag', '09:40');
  await person.fill(declare, 'Meddelande till enheterna', 'Driften felsöker.');
  await person.press(declare, 'Utlys');
  await expect.poll(textOf(declare), soon).toContain('Sparat. Avbrott pågår');
  await expect.poll(stage.texts, soon).toContain('ÖVNING AVBRUTEN');
  await expect.poll(stage.texts, soon).toContain('har utlyst avbrott');
  await stage.isSent();

  const update = await person.ask('uppdatera avbrottet');
  await person.fill(update, 'Beräknas sluta: klockslag', '13:30');
  await person.fill(update, 'Meddelande till enheterna', 'Felet är hittat.');
  await person.press(update, 'Skicka uppdateringen');
  await expect.poll(textOf(update), soon).toMatch(/Sparat[^]*13\.30[^]*Felet är hittat\./);
  await expect.poll(stage.texts, soon).toContain('har uppdaterat avbrottet');
  await stage.isSent();

  const status = await person.ask('är Lifecare nere?');
  await person.press(status, 'Systemet svarar igen');
  await expect.poll(textOf(status), soon).toContain('Kontrollera innan du avslutar');
  await person.press(status, 'Börja kontrollera');
  await expect.poll(textOf(status), soon).toContain('Sparat. Lifecare SP svarar igen');
  await stage.isSent();

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
  await stage.isSent();

  const close = await person.ask('är Lifecare nere?');
  await person.press(close, 'Stäng avbrottet');
  await expect.poll(textOf(close), soon).toContain('Det går inte att ångra.');
  await person.fill(close, 'Skäl', 'Allt är registrerat.');
  await person.press(close, 'Stäng');
  await expect.poll(textOf(close), soon).toContain('Sparat. Avbrottet är stängt');
  await stage.isSent();
}, 120_000);

test('the channel has the whole outage, and its first post says that it is over', async () => {
  await person.open(ward);
  await expect.poll(stage.texts, soon).toContain('Avslutat: avbrott i Lifecare SP');
  await expect.poll(stage.texts, soon).toContain('Tack för tålamodet.');
  await expect.poll(stage.texts, soon).toContain('Övningen är avbruten: det är ett verkligt avbrott');
}, 60_000);

test('the page has had no faults, and the bot none', () => {
  expect(person.faults).toEqual([]);
  expect(stage.bot.logged()).not.toMatch(/"level":[56]0/);
});
