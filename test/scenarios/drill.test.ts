import { expect, test } from 'vitest';
import { spChannel } from '../support/activities.ts';
import {
  angeChannel,
  coordinationChannel,
  pushTexts,
  tellConnectedStory,
} from '../support/connected-story.ts';

test('a drill is marked as one on every card and every push, until a real outage breaks it off', async () => {
  await using story = await tellConnectedStory('2026-11-24T08:00:00+01:00');
  const { coordinator } = story;
  const before = story.seen.length;
  await coordinator.sends('execute', 'outage.declare', { kind: 'drill', message: 'Vi övar.' });
  await story.channelShows(spChannel, /ÖVNING[^]*Vi övar\./);
  await story.channelShows(angeChannel, /ÖVNING/);
  const status = await coordinator.says('är Lifecare nere?');
  const form = await coordinator.presses(status, 'Uppdatera övningen');
  expect(form.text).toContain('ÖVNING');
  await coordinator.fillsIn(form, { message: 'Vi övar till 09.' });
  await story.channelShows(spChannel, /ÖVNING[^]*Vi övar till 09/);
  story.at('2026-11-24T09:05:00+01:00');
  await story.channelShows(coordinationChannel, /1 timme/);
  for (const { title, card } of story.seen.slice(before)) {
    expect(JSON.stringify(card), title).toContain('ÖVNING');
  }
  await expect.poll(() => pushTexts(story, spChannel)).toHaveLength(3);
  for (const text of pushTexts(story, spChannel).slice(1)) expect(text).toContain('ÖVNING');
  // What coordinators hear of their own drill is marked too.
  const ofDrill = pushTexts(story, coordinationChannel).filter((text) => !/enhet|Prov/.test(text));
  expect(ofDrill.length).toBeGreaterThan(1);
  for (const text of ofDrill) expect(text).toContain('ÖVNING');

  story.at('2026-11-24T09:10:00+01:00');
  await coordinator.sends('execute', 'outage.declare', { kind: 'unplanned', message: 'På riktigt.' });
  const texts = (): string => pushTexts(story, spChannel).join('\n');
  await expect.poll(texts).toContain('ÖVNING AVBRUTEN, verkligt avbrott');
  await expect.poll(texts).toContain('Avbrott i Lifecare SP sedan');
  const all = await story.ward.says('är Lifecare nere?');
  expect(all.text).toContain('Ja, det är avbrott i Lifecare SP');
  expect(all.text).not.toContain('ÖVNING');
  const posts = story.double.connector
    .channelPosts(spChannel.id)
    .map(({ message }) => JSON.stringify(message));
  const [real, ...others] = posts.filter((post) => post.includes('På riktigt.'));
  expect(others).toEqual([]);
  expect(real).not.toContain('ÖVNING');
  expect(story.bot.logged()).not.toMatch(/"level":50/);
}, 60_000);
