import { expect, test } from 'vitest';
import { megan, spChannel } from '../support/activities.ts';
import {
  angeChannel,
  coordinationChannel,
  pushTexts,
  tellConnectedStory,
} from '../support/connected-story.ts';

const plan = {
  kind: 'planned',
  startedOn: '2026-12-08',
  startedAt: '06:00',
  expectedEndOn: '2026-12-08',
  expectedEndAt: '10:00',
  scope: 'region',
  message: 'Uppgradering.',
};

test('a planned outage is told of ahead, begins by itself, and ends when a coordinator says so', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const { coordinator, double } = story;
  const saved = await coordinator.sends('execute', 'outage.declare', plan);
  expect(saved.text).toContain('Planerat avbrott');
  expect(double.connector.channelPosts(spChannel.id)).toHaveLength(1);

  story.at('2026-12-01T06:00:01+01:00');
  await story.channelShows(spChannel, /Planerat avbrott i Lifecare SP[^]*Uppgradering\./);
  story.at('2026-12-07T06:00:01+01:00');
  await expect.poll(() => double.connector.channelPosts(spChannel.id)[1]?.replies).toHaveLength(1);
  story.at('2026-12-08T05:00:01+01:00');
  await expect.poll(() => double.connector.channelPosts(spChannel.id)[1]?.replies).toHaveLength(2);

  story.at('2026-12-08T06:00:01+01:00');
  await story.channelShows(spChannel, /Planerat avbrott i Lifecare SP pågår/);
  expect(pushTexts(story, spChannel).at(-1)).toContain('Planerat avbrott i Lifecare SP börjar nu');
  expect((await story.ward.says('är Lifecare nere?')).text).toContain('Ja, ett planerat avbrott pågår');

  story.at('2026-12-08T10:00:01+01:00');
  const prompt = await story.channelShows(coordinationChannel, /Är det planerade avbrottet slut\?/);
  expect(pushTexts(story, spChannel).join('\n')).not.toContain('slut sedan');
  await coordinator.fillsIn(await coordinator.presses(prompt, 'Avsluta'), {
    endedOn: '2026-12-08',
    endedAt: '09:45',
  });
  await story.channelShows(spChannel, /Avbrottet är slut/);
  // The municipality is outside the scope, and has heard of nothing.
  expect(pushTexts(story, angeChannel)).toHaveLength(1);
  expect(story.bot.logged()).not.toMatch(/"level":50/);
}, 60_000);

test('a plan that does not come is called off to those who were told', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const { coordinator, double } = story;
  await coordinator.sends('dialog', 'outage.declare', plan);
  story.at('2026-12-01T06:00:01+01:00');
  await story.channelShows(spChannel, /Planerat avbrott i Lifecare SP/);
  const status = await coordinator.says('är Lifecare nere?');
  const form = await coordinator.presses(status, 'Ställ in det planerade');
  await coordinator.fillsIn(form, { reason: 'Leverantören flyttar det.' });
  await story.channelShows(spChannel, /Inställt: det planerade avbrottet[^]*Leverantören flyttar det\./);
  await expect
    .poll(() =>
      double.connector
        .channelPosts(spChannel.id)[1]
        ?.replies.map((one) => JSON.stringify(one))
        .join(),
    )
    .toContain('inställt');
  expect(pushTexts(story, angeChannel)).toHaveLength(1);
}, 60_000);

test('a unit that is connected while an outage runs is told of it at once', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  await story.coordinator.sends('execute', 'outage.declare', {
    kind: 'unplanned',
    message: 'Driften felsöker.',
  });
  await story.channelShows(spChannel, /Driften felsöker/);
  const late = { id: '19:ny@thread.tacv2', name: 'Ny kanal' };
  await story.inChannel(megan, late).sends('dialog', 'unit.connect', {
    name: 'Avdelning 25',
    careSetting: 'inpatient-somatic',
    organisation: 'region',
  });
  const told = await story.channelShows(late, /Avbrott i Lifecare SP[^]*Driften felsöker/);
  expect(told.text).toContain('Kort avbrott, än så länge');
}, 60_000);
