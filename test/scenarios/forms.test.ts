import { describe, expect, test } from 'vitest';
import { asa, bo, megan, spChannel } from '../support/activities.ts';
import { tellConnectedStory } from '../support/connected-story.ts';
import type { Actor, SentBy, Story } from '../support/story.ts';
import { tellStory } from '../support/story.ts';

const places = ['the own chat', 'a channel'] as const;
const carriers = ['execute', 'submit', 'dialog'] as const satisfies readonly SentBy[];
const everyWay = places.flatMap((place) => carriers.map((carrier) => [place, carrier] as const));

const start = (): Promise<Story> => tellStory('2026-11-24T08:00:00+01:00', { coordinators: [megan] });
const actor = (story: Story, person: typeof asa, place: (typeof places)[number]): Actor =>
  place === 'a channel' ? story.inChannel(person, spChannel) : story.inChat(person);

describe.each(everyWay)('in %s, by %s', (place, carrier) => {
  test('a whole outage', async () => {
    await using story = await start();
    const nurse = actor(story, asa, place);
    const coordinator = actor(story, megan, place);
    expect((await nurse.sends(carrier, 'outage.report', { message: 'Nere' })).text).toContain(
      'Anmälan är sparad',
    );
    const refused = await nurse.sends(carrier, 'outage.declare', { kind: 'unplanned' });
    expect(refused.text).toContain('Det kan bara en samordnare göra');
    for (const [verb, data] of [
      ['outage.declare', { kind: 'unplanned', startedAt: '07:30', scope: 'region,ange', formId: 'f1' }],
      ['outage.update', { message: 'Felet är hittat.', formId: 'f2' }],
      ['outage.restored', { restoredAt: '08:00', formId: 'f3' }],
      ['outage.resume', { restoredAt: '08:00', formId: 'f4' }],
      ['outage.end', { endedAt: '08:00', message: '', formId: 'f5' }],
      ['outage.close', { reason: '', formId: 'f6' }],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      expect((await coordinator.sends(carrier, verb, data)).text, verb).toContain('Sparat');
    }
    const late = await coordinator.sends(carrier, 'outage.end', { endedAt: '08:00' });
    expect(late.text).toMatch(/redan stängt av Megan Samordnare 08\.00/);
    expect(story.bot.logged()).not.toMatch(/"level":50/);
  }, 60_000);

  test('what is amiss is said, and nothing of a patient is kept or logged', async () => {
    await using story = await start();
    const coordinator = actor(story, megan, place);
    const faulty = await coordinator.sends(carrier, 'outage.declare', {
      kind: 'unplanned',
      startedOn: '2026-02-31',
      startedAt: '08:00',
      message: 'Driften felsöker.',
    });
    expect(faulty.text).toMatch(/Den tiden finns inte|Öppna formuläret/);
    const refused = await coordinator.sends(carrier, 'outage.declare', {
      kind: 'unplanned',
      message: 'Ring om 19811218-9876',
    });
    expect(refused.text).toContain('personnummer');
    expect(JSON.stringify(story.double.connector.messages())).not.toContain('811218');
    expect(story.bot.logged()).not.toMatch(/811218|9876|felsöker/);
    expect((await coordinator.says('är Lifecare nere?')).text).toContain('Inget avbrott är anmält');
  }, 60_000);
});

test.each(places)(
  'in %s, what was typed by Execute or Submit and is faulty is not lost',
  async (place) => {
    await using story = await start();
    const coordinator = actor(story, megan, place);
    const filledIn = {
      kind: 'unplanned',
      startedOn: '2026-02-31',
      startedAt: '08:00',
      message: 'Driften felsöker.',
    };
    const executed = await coordinator.sends('execute', 'outage.declare', filledIn);
    expect(executed.values).toMatchObject({ message: 'Driften felsöker.' });
    expect(executed.text).toContain('Den tiden finns inte');
    const submitted = await coordinator.sends('submit', 'outage.declare', filledIn);
    const form = place === 'a channel' ? await coordinator.presses(submitted, 'Öppna formuläret') : submitted;
    expect(form.values).toMatchObject({ message: 'Driften felsöker.' });
    expect(submitted.text).toContain('Den tiden finns inte');
  },
  60_000,
);

test.each(places)(
  'in %s a form is opened by task/fetch, and sent by task/submit',
  async (place) => {
    await using story = await start();
    const coordinator = actor(story, megan, place);
    const form = await coordinator.sends('fetch', 'outage.declare', { kind: 'drill' });
    expect(form.values).toMatchObject({ kind: 'drill', startedOn: '2026-11-24', startedAt: '08:00' });
    const data = { ...form.buttons[0]?.data, ...form.values };
    const saved = await coordinator.sends('dialog', 'outage.declare', data);
    expect(saved.text).toContain('ÖVNING');
    expect((await coordinator.sends('dialog', 'outage.declare', data)).text).toContain('ÖVNING');
  },
  60_000,
);

test('coordinators are added and removed, and the last one is not', async () => {
  await using story = await start();
  const coordinator = story.inChat(megan);
  const officer = story.inChat(bo);
  expect((await officer.sends('execute', 'coordinator.add', { person: bo.aadObjectId })).text).toContain(
    'Det kan bara en samordnare göra',
  );
  const added = await coordinator.sends('execute', 'coordinator.add', { person: bo.aadObjectId });
  expect(added.text).toContain('Bo Bistånd är samordnare nu');
  expect((await officer.sends('fetch', 'outage.declare')).values).toHaveProperty('kind');
  const self = await officer.sends('execute', 'coordinator.remove', { person: megan.aadObjectId });
  expect(self.text).toContain('lagts in av driften');
  expect(
    (await coordinator.sends('execute', 'coordinator.remove', { person: bo.aadObjectId })).text,
  ).toContain('Samordnaren är borttagen');
  expect((await officer.sends('fetch', 'outage.declare')).text).toContain('Det kan bara en samordnare göra');
}, 60_000);

test('orders in words lead to a form in the own chat, and to a button to it in a channel', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const alone = await story.inChat(megan).says('utlys avbrott');
  expect(alone.values).toHaveProperty('kind');
  const among = await story.coordinator.says('utlys avbrott');
  expect(among.values).toEqual({});
  expect((await story.coordinator.presses(among, 'Öppna formuläret')).values).toHaveProperty('kind');
}, 60_000);

test('the times of an order in words stand in its form', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const order = 'utlys avbrott från tio i elva igår kväll, klart vid tolv';
  const filled = {
    startedOn: '2026-11-23',
    startedAt: '22:50',
    expectedEndOn: '2026-11-24',
    expectedEndAt: '12:00',
  };
  expect((await story.inChat(megan).says(order)).values).toMatchObject(filled);
  const among = await story.coordinator.says(order);
  expect((await story.coordinator.presses(among, 'Öppna formuläret')).values).toMatchObject(filled);
}, 60_000);
