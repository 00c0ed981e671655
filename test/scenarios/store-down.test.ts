import { expect, test } from 'vitest';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { asa, megan, spChannel } from '../support/activities.ts';
import { tellStory } from '../support/story.ts';

test('while nothing can be written, questions are answered, forms come back, and operations are told', async () => {
  const store = createMemoryStore();
  let isFull = false;
  await using story = await tellStory('2026-11-24T08:00:00+01:00', {
    coordinators: [megan],
    store: {
      ...store,
      async append(what) {
        if (isFull) throw new StoreFault('disken är full');
        return store.append(what);
      },
      fault: async () => (isFull ? 'disken är full' : undefined),
    },
  });
  const ready = (): Promise<Response> => fetch(`http://127.0.0.1:${story.bot.port}/ready`);
  expect((await ready()).status).toBe(200);
  isFull = true;
  expect((await ready()).status).toBe(503);

  const ward = story.inChannel(asa, spChannel);
  expect((await ward.says('vem ringer jag i Ånge?')).text).toMatch(/0690/);
  const form = await ward.sends('fetch', 'outage.report');
  const back = await ward.fillsIn(form, { message: 'Kommer inte in' });
  expect(back.text).toContain('Det gick inte att spara');
  expect(back.values).toMatchObject({ message: 'Kommer inte in' });

  isFull = false;
  expect((await ward.fillsIn(back)).text).toContain('Anmälan är sparad');
  expect(story.bot.logged()).not.toContain('Kommer inte in');
}, 60_000);
