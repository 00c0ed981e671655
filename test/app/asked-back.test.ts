import { expect, test } from 'vitest';
import { knownWords } from '../../src/intent/known-words.ts';
import { recognise } from '../../src/intent/recognise.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { coordinator, inTeamChannel, nurse, openBotStage, otherCoordinator } from '../support/bot-stage.ts';
import type { BotStage, Seen } from '../support/bot-stage.ts';
import { asa } from '../support/activities.ts';
import { presses } from '../support/unit-stage.ts';
import { unsureText } from '../support/unsure-text.ts';

const order = 'akivera avbrott nu, orsak: brandväggen';
const question = unsureText();

/** The titles of the buttons, each once: some have a second for clients that do not know the first. */
const titlesOf = ({ buttons }: Seen): readonly string[] => [...new Set(buttons.map(({ title }) => title))];

/** What is kept of phrases, as it is written. */
async function keptOf({ store }: BotStage): Promise<readonly object[]> {
  const records = await store.read('phrases', 0);
  return records.flatMap(({ entries }) => entries);
}

test('the card asks, says what to do otherwise, and carries no word of what was typed', async () => {
  const stage = await openBotStage();
  const shown = await stage.says(coordinator, order);
  expect(shown.outcome).toBe('asked-back');
  expect(titlesOf(shown)).toEqual(['Starta ett avbrott']);
  expect(shown.text).toContain('Stämmer inget? Skriv med andra ord, eller ring växeln: 0611–800 00.');
  expect(JSON.stringify(shown)).not.toMatch(/akivera|brandvägg/u);
});

test('an order that is chosen opens its form, and does nothing by itself', async () => {
  const stage = await openBotStage();
  const form = await presses(stage, coordinator, [
    await stage.says(coordinator, order),
    'Starta ett avbrott',
  ]);
  expect(form.outcome).toBe('form');
  expect(await stage.outages()).toEqual([]);
});

test('in a channel it is a button to the form', async () => {
  const stage = await openBotStage();
  const place = inTeamChannel(asa);
  const shown = await presses(stage, place, [await stage.says(place, order), 'Starta ett avbrott']);
  expect(shown.outcome).toBe('answered');
  expect(await stage.outages()).toEqual([]);
});

test('a question that is chosen is answered for what was typed', async () => {
  const stage = await openBotStage();
  const shown = await stage.says(nurse, 'akivera avbrott i Ånge');
  expect(shown.outcome).toBe('asked-back');
  const chosen = { ...shown.buttons[0]?.data, intent: 'call.who' };
  const answer = await stage.press(nurse, 'help.choose', chosen);
  expect(answer.text).toContain('0690-25 01 00');
});

test("what was typed is nobody else's to choose for, and after an hour the question alone is answered", async () => {
  const stage = await openBotStage();
  const shown = await stage.says(coordinator, question);
  const [first] = shown.buttons;
  const byOther = await presses(stage, otherCoordinator, [shown, first?.title ?? '']);
  expect(byOther.outcome).not.toBe('refused');
  await stage.at('2026-11-24T09:01:00+01:00');
  const late = await presses(stage, coordinator, [shown, first?.title ?? '']);
  expect(late.text).toBe(byOther.text);
});

test('of what was not understood only known words are kept, with what was offered and pressed', async () => {
  const stage = await openBotStage();
  await stage.says(nurse, 'xylofon på taket hos Berit i Timrå?');
  const shown = await stage.says(coordinator, question);
  await presses(stage, coordinator, [shown, titlesOf(shown)[0] ?? '']);
  await stage.settled();
  expect(await keptOf(stage)).toEqual([
    { kind: 'phraseMissed', id: expect.any(String), words: '□ pa □ hos □ ?', offered: [] },
    {
      kind: 'phraseMissed',
      id: expect.any(String),
      words: knownWords(question),
      offered: recognise(question).alternatives,
    },
    { kind: 'phraseChosen', id: expect.any(String), intent: recognise(question).intent },
  ]);
});

test.each([
  ['what is understood', 'vem ringer jag i Ånge?'],
  ["what is somebody else's business", 'Cosmic ligger nere'],
  ['danger to life', 'patienten andas inte'],
  ['what names a patient', 'xylofon 19121212-1212 på taket'],
])('nothing is kept of %s', async (_, text) => {
  const stage = await openBotStage();
  await stage.says(nurse, text);
  await stage.settled();
  expect(await keptOf(stage)).toEqual([]);
});

test('where it cannot be kept, the answer comes all the same', async () => {
  const memory = createMemoryStore();
  const fault = new StoreFault('full');
  const stage = await openBotStage({ ...memory, append: () => Promise.reject(fault) });
  expect((await stage.says(nurse, 'xylofon på taket')).text).toContain('Det förstod jag inte');
  await stage.settled();
  expect(stage.failures).toEqual([fault]);
});

test.each([
  ['Cosmic ligger nere', 'Det här gäller något annat än Lifecare SP', '0660 890 70'],
  ['jag har glömt mitt lösenord', 'Det här gäller inloggning eller konto', '0660 890 70'],
  ['vilken dos alvedon ska patienten ha', 'Det här kan jag inte svara på', 'ring 112'],
  ['när kommer lönen', 'Det här gäller schema, lön eller anställning', 'Fråga din chef.'],
  ['vad blir det till lunch', 'Det kan jag inget om', 'bara avbrott i Lifecare SP'],
])('%s is not ours, and it says where to turn', async (text, title, turn) => {
  const stage = await openBotStage();
  const shown = await stage.says(nurse, text);
  expect(shown.text).toContain(title);
  expect(shown.text).toContain(turn);
  expect(titlesOf(shown)).toEqual(['Vem ringer jag?', 'Är Lifecare SP nere?', 'Hjälp']);
});

test.each([
  ['другой язык', true],
  ['مرحبا', true],
  ['xylofonen och lagret', false],
])('%s: whether English is spoken of', async (text, isForeign) => {
  const stage = await openBotStage();
  expect((await stage.says(nurse, text)).text.includes('In English')).toBe(isForeign);
});
