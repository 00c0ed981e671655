import { expect, test } from 'vitest';
import { asa, avdelning24, bo, generalChannel, megan, spChannel } from '../support/activities.ts';
import type { TestChannel } from '../support/activities.ts';
import { tellStory } from '../support/story.ts';

const ange = { id: '19:ange@thread.tacv2', aadGroupId: '44444444-4444-4444-8444-000000000025', name: 'Ånge' };
const angeChannel: TestChannel = generalChannel(ange);
const coordination: TestChannel = {
  id: '19:samordning@thread.tacv2',
  name: 'Samordning',
  team: { id: '19:forvaltning@thread.tacv2', name: 'Förvaltningen' },
};

test('an outage of a morning, from the first report until it is closed', async () => {
  await using story = await tellStory('2026-11-24T06:55:00+01:00', { coordinators: [megan] });
  const { double, at } = story;
  for (const team of [avdelning24, ange, { id: '19:forvaltning@thread.tacv2' }]) {
    double.connector.places.setMembers(team.id, [asa, bo, megan]);
  }
  const ward = story.inChannel(asa, spChannel);
  const municipality = story.inChannel(bo, angeChannel);
  const coordinator = story.inChannel(megan, coordination);

  // The day before: the ward's, the municipality's and the coordinators' channels are connected.
  await story.installs(spChannel);
  await ward.fillsIn(await ward.presses(await ward.says('anslut enheten'), 'Öppna formuläret'), {
    name: 'Avdelning 24',
    careSetting: 'inpatient-somatic',
    organisation: 'region',
  });
  await story.channelShows(spChannel, /Prov: meddelanden kommer fram hit/);
  await municipality.fillsIn(
    await municipality.presses(await municipality.says('anslut enheten'), 'Öppna formuläret'),
    {
      name: 'Ånge kommun',
      careSetting: 'municipality',
      organisation: 'ange',
    },
  );
  await coordinator.fillsIn(
    await coordinator.presses(await coordinator.says('anslut enheten'), 'Öppna formuläret'),
    {
      name: 'Förvaltningen',
      careSetting: '',
      organisation: 'region',
      isCoordination: 'true',
    },
  );
  await story.channelShows(coordination, /Prov: meddelanden kommer fram hit/);

  // 08.12: the nurse cannot log in. She is told whom to ring, and reports it.
  at('2026-11-24T08:12:00+01:00');
  const down = await ward.says('lifecare funkar inte');
  expect(down.text).toContain('0660 890 70');
  await ward.fillsIn(await ward.presses(down, 'Anmäl avbrott'), { message: 'Kommer inte in' });
  const report = await story.channelShows(coordination, /En har anmält att Lifecare SP inte fungerar/);
  expect(double.connector.channelPosts(angeChannel.id)).toHaveLength(1);

  // 08.15: the coordinator declares it. Every channel knows.
  at('2026-11-24T08:15:00+01:00');
  const form = await coordinator.presses(report, 'Utlys avbrott');
  const stand = await coordinator.fillsIn(form, {
    startedOn: '2026-11-24',
    startedAt: '08:05',
    expectedEndOn: '2026-11-24',
    expectedEndAt: '12:00',
    message: 'Driften felsöker.',
  });
  expect(stand.text).toContain('Avbrott pågår');
  for (const channel of [spChannel, angeChannel, coordination]) {
    // oxlint-disable-next-line no-await-in-loop -- one channel after the other
    await story.channelShows(channel, /tisdag 24 november kl\. 08\.05/);
  }

  // Anyone who asks is told since when and until when, from the store.
  const status = await municipality.says('är Lifecare nere?');
  expect(status.text).toContain('Ja, det är avbrott i Lifecare SP');
  expect(status.text).toContain('tisdag 24 november kl. 08.05');
  expect(status.text).toContain('tisdag 24 november kl. 12.00');

  // Who is no coordinator is told politely whom to turn to.
  expect((await ward.says('avsluta avbrottet')).text).toContain('Megan Samordnare');

  // 09.10: the hour's prompt. The coordinator updates: the first post is edited, with a short reply.
  at('2026-11-24T09:10:00+01:00');
  const prompt = await story.channelShows(coordination, /Avbrottet har pågått i 1 timme/);
  await coordinator.fillsIn(await coordinator.presses(prompt, 'Uppdatera'), {
    expectedEndOn: '2026-11-24',
    expectedEndAt: '14:00',
    message: 'Felet är hittat.',
  });
  await story.channelShows(angeChannel, /Felet är hittat\.[^]*|kl\. 14\.00/);
  const [, told] = double.connector.channelPosts(angeChannel.id);
  expect(told?.edits).toBe(1);
  await expect.poll(() => double.connector.channelPosts(angeChannel.id)[1]?.replies).toHaveLength(1);

  // 13.40: it answers again, and falls. Only coordinators hear of that.
  at('2026-11-24T13:40:00+01:00');
  const restored = await coordinator.says('är Lifecare nere?');
  await coordinator.fillsIn(await coordinator.presses(restored, 'Systemet svarar igen'));
  const resumed = await coordinator.says('är Lifecare nere?');
  await coordinator.fillsIn(await coordinator.presses(resumed, 'Det slutade fungera igen'));
  expect(double.connector.channelPosts(angeChannel.id)[1]?.replies).toHaveLength(1);

  // 14.12: all clear.
  at('2026-11-24T14:12:00+01:00');
  const last = await coordinator.says('avsluta avbrottet');
  await coordinator.fillsIn(await coordinator.presses(last, 'Öppna formuläret'), {
    endedOn: '2026-11-24',
    endedAt: '14:10',
  });
  await story.channelShows(spChannel, /Avbrottet är slut/);
  await story.channelShows(angeChannel, /Avbrottet är slut/);
  expect(JSON.stringify(double.connector.channelPosts(angeChannel.id)[1]?.message)).toContain('Avslutat');

  // An old button is told that it is done already, by whom and when.
  const late = await coordinator.presses(prompt, 'Avsluta');
  expect(late.text).toMatch(/redan[^]*Megan Samordnare[^]*14\.12/);
  expect((await ward.says('är Lifecare nere?')).text).toMatch(/Nej|slut/);

  // Two days later it is closed.
  at('2026-11-26T10:00:00+01:00');
  const ended = await coordinator.says('är Lifecare nere?');
  const closed = await coordinator.fillsIn(await coordinator.presses(ended, 'Stäng avbrottet'));
  expect(closed.text).toContain('stängt');
  expect(story.bot.logged()).not.toMatch(/"level":50/);
}, 60_000);
