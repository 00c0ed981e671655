import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPlaygroundStage, soon, textOf } from '../support/playground-stage.ts';
import type { PlaygroundStage } from '../support/playground-stage.ts';
import type { PlaygroundPage } from '../support/playground-page.ts';

/** One nurse's path, in a real browser: ask, log, list, done. */
let stage: PlaygroundStage;
let nurse: PlaygroundPage;
let code = '';

beforeAll(async () => {
  stage = await openPlaygroundStage(56153);
  nurse = stage.person;
}, 90_000);

afterAll(() => stage[Symbol.asyncDispose]());

test('a real outage is declared', async () => {
  await nurse.open('Demoteamet - Lifecare SP avbrott');
  await stage.isSent();
  await nurse.open('Personal Chat');
  const form = await nurse.ask('utlys avbrott');
  await nurse.fill(form, 'Började, eller börjar: klockslag', '09:40');
  await nurse.press(form, 'Utlys');
  await expect.poll(textOf(form), soon).toContain('Sparat. Avbrott pågår');
  await stage.isSent();
}, 60_000);

test('she asks whom to ring, and logs the call from the card', async () => {
  const card = await nurse.ask('vem ringer jag i Ånge?');
  expect(await card.innerText()).toContain('0690-25 01 00');
  await nurse.press(card, 'Logga samtalet');
  await expect.poll(textOf(card), soon).toContain('Logga en överlämning');
  await nurse.fill(card, 'Vem talade du med? Namn och roll', 'Lisa');
  await card.getByText('Planeringsunderlag', { exact: true }).click();
  await card.getByText('Mottagaren har upprepat informationen').click();
  await nurse.press(card, 'Spara');
  await expect.poll(textOf(card), soon).toContain('Skriv koden på blanketten');
  code = /[CDFGHJKMPRTVX234679]{3}-[CDFGHJKMPRTVX234679]{2}/.exec(await card.innerText())?.[0] ?? '';
  expect(code).not.toBe('');
  await stage.isSent();
}, 60_000);

test('a call in words fills in the form, and a personal number in it is refused', async () => {
  const form = await nurse.ask(
    `ringde Ånge 09.50, pratade med Lisa, utskrivningsmeddelande, upprepat, ${code}`,
  );
  const name = await nurse.field(form, 'Vem talade du med? Namn och roll');
  await expect.poll(() => name.inputValue()).toBe('Lisa');
  // Skatteverket's published test number.
  await nurse.fill(form, 'Vem talade du med? Namn och roll', 'Lisa om 19121212-1212');
  await nurse.press(form, 'Spara');
  await expect.poll(textOf(form), soon).toContain('Det ser ut som ett personnummer i formuläret');
  expect(stage.bot.logged()).not.toContain('19121212');
  await nurse.fill(form, 'Vem talade du med? Namn och roll', 'Lisa');
  await form.getByRole('button', { name: 'Tider, hemgång, blankett' }).click();
  await nurse.fill(form, 'Utskrivning: klockslag', '09:55');
  await form.getByText('Ja', { exact: true }).click();
  await nurse.press(form, 'Spara');
  await expect.poll(textOf(form), soon).toContain('RÖTT: alla har inte bekräftat');
  await stage.isSent();
}, 60_000);

test('it is over: her list says what is to be registered, and she marks it as done', async () => {
  const end = await nurse.ask('avsluta avbrottet');
  await nurse.press(end, 'Avsluta');
  await expect.poll(textOf(end), soon).toContain('Sparat. Avbrottet är slut');
  await stage.isSent();
  const all = await nurse.ask('vad är kvar att göra?');
  await expect.poll(textOf(all), soon).toContain('Avdelning 24');
  expect(await all.innerText()).not.toContain(code);
  await nurse.press(all, 'Vår enhets lista');
  await expect.poll(textOf(all), soon).toContain(code);
  expect(await all.innerText()).toMatch(/SKA: [^\n]*Utskrivningsmeddelande/);
  const done = await nurse.ask(`klar ${code}`);
  await done.getByText('SKA: Utskrivningsmeddelande').click();
  await nurse.press(done, 'Spara');
  await expect.poll(textOf(done), soon).toContain('Kvar på er lista');
}, 60_000);

test('the ward’s channel has its own summary, without a code, and nothing went wrong', async () => {
  await nurse.open('Demoteamet - Lifecare SP avbrott');
  await expect.poll(stage.texts, soon).toContain('Er enhets sammanfattning');
  expect(await stage.texts()).not.toContain(code);
  expect(nurse.faults).toEqual([]);
  expect(stage.bot.logged()).not.toMatch(/"level":[56]0/);
}, 60_000);
