import { expect, test } from 'vitest';
import {
  asa,
  avdelning24,
  installInTeam,
  inChannel,
  megan,
  placeEvent,
  spChannel,
} from '../support/activities.ts';
import {
  angeChannel,
  coordinationChannel,
  pushTexts,
  tellConnectedStory,
} from '../support/connected-story.ts';
import { tellStory } from '../support/story.ts';

const ward = { name: 'Avdelning 24', careSetting: 'inpatient-somatic', organisation: 'region' };

test('what waits while the app is gone is delivered when it is there again, and the list says why', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const { coordinator, double } = story;
  double.connector.places.addTeam(avdelning24.id, [spChannel.id]);
  double.connector.places.removeApp(avdelning24.id);
  await story.tells(installInTeam('remove'));
  await coordinator.sends('execute', 'outage.declare', { kind: 'unplanned' });
  await story.channelShows(angeChannel, /Avbrott i Lifecare SP/);
  const units = await coordinator.sends('execute', 'unit.list');
  expect(units.text).toMatch(/Avdelning 24[^]*Appen är borttagen ur teamet\.[^]*lägga till/);
  const stand = await coordinator.says('är Lifecare nere?');
  const board = await coordinator.presses(stand, 'Visa läget');
  const list = await coordinator.presses(board, 'Visa leveranser');
  expect(list.text).toMatch(/Avdelning 24[^]*Appen är borttagen ur teamet/);
  expect(double.connector.channelPosts(spChannel.id)).toHaveLength(1);

  double.connector.places.installApp(avdelning24.id);
  await story.installs(spChannel);
  await expect
    .poll(() => pushTexts(story, spChannel).join('\n'), { timeout: 10_000 })
    .toContain('Avbrott i Lifecare SP');
  await expect
    .poll(async () => (await coordinator.presses(board, 'Visa leveranser')).text)
    .toContain('väntar: 0');
}, 60_000);

test('a renamed channel keeps its unit, a deleted one is a problem, a restored one is told what it missed', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const { coordinator, double } = story;
  await story.tells(placeEvent('channelRenamed', { ...spChannel, name: 'Avbrott' }));
  expect((await coordinator.sends('execute', 'unit.list')).text).toMatch(/Avdelning 24[^]*Redo/);

  double.connector.places.deleteChannel(spChannel.id);
  await story.tells(placeEvent('channelDeleted', spChannel));
  expect((await coordinator.sends('execute', 'unit.list')).text).toContain('Kanalen är borttagen i Teams');
  await coordinator.sends('execute', 'outage.declare', { kind: 'unplanned' });
  await story.channelShows(angeChannel, /Avbrott i Lifecare SP/);

  double.connector.places.restoreChannel(spChannel.id);
  await story.tells(placeEvent('channelRestored', spChannel));
  await expect
    .poll(() => pushTexts(story, spChannel).join('\n'), { timeout: 10_000 })
    .toContain('Avbrott i Lifecare SP');
}, 60_000);

test('a disconnected unit hears nothing, and connected again hears what runs', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const form = await story.ward.sends('fetch', 'unit.disconnect');
  expect((await story.ward.fillsIn(form)).text).toContain('Kanalen är bortkopplad');
  await story.coordinator.sends('execute', 'outage.declare', { kind: 'unplanned' });
  await story.channelShows(angeChannel, /Avbrott i Lifecare SP/);
  expect(pushTexts(story, spChannel)).toHaveLength(1);
  await story.ward.sends('dialog', 'unit.connect', ward);
  await expect
    .poll(() => pushTexts(story, spChannel).join('\n'), { timeout: 10_000 })
    .toContain('Avbrott i Lifecare SP');
}, 60_000);

test('a guest and a member of another tenant connect nothing; nor is a private channel connected', async () => {
  await using story = await tellStory('2026-11-24T08:00:00+01:00', { coordinators: [megan] });
  const { places } = story.double.connector;
  places.setMembers(avdelning24.id, [{ ...asa, userRole: 'guest' }]);
  const guest = story.inChannel(asa, spChannel);
  expect((await guest.sends('dialog', 'unit.connect', ward)).text).toContain('Gäster');
  places.setMembers(avdelning24.id, [megan]);
  const hidden = { ...spChannel, type: 'private' };
  expect((await story.inChannel(megan, hidden).sends('dialog', 'unit.connect', ward)).text).toContain(
    'Privata och delade kanaler',
  );
  expect(story.double.connector.channelPosts(spChannel.id)).toHaveLength(0);
}, 60_000);

test('where Teams does not tell who somebody is, nothing is changed', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const { aadObjectId: _aadObjectId, ...nobody } = megan;
  await story.tells({
    ...installInTeam('add'),
    type: 'message',
    ...inChannel(spChannel),
    from: nobody,
    value: { verb: 'outage.declare', kind: 'unplanned' },
  });
  expect((await story.ward.says('är Lifecare nere?')).text).toContain('Inget avbrott är anmält');
}, 60_000);

test('whether the service is ready, and its metrics, are answered without a word of what was written', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  await story.coordinator.sends('execute', 'outage.declare', {
    kind: 'unplanned',
    message: 'Hemligt besked',
  });
  await story.channelShows(coordinationChannel, /Hemligt besked/);
  const at = `http://127.0.0.1:${story.bot.port}`;
  const ready = await fetch(`${at}/ready`);
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ store: 'ok', failedNotices: 0 });
  const metrics = await (await fetch(`${at}/metrics`)).text();
  expect(metrics).not.toMatch(/Hemligt|Megan|Åsa|Avdelning/);
  expect(metrics).toMatch(/failed|undelivered/);
  expect(story.bot.logged()).not.toMatch(/Hemligt|Megan|Åsa|Avdelning 24/);
}, 60_000);
