import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createBooks } from '../../src/app/books.ts';
import { runningDrill, runningOutage } from '../../src/domain/current-outage.ts';
import { sightingEvents } from '../../src/domain/sighting-events.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { demoCoordinators, seedDemo } from '../../src/tools/seed-demo.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const { routine } = await builtInKnowledge();
const playground = readFileSync(new URL('../../src/tools/playground.yml', import.meta.url), 'utf8');
const serviceUrl = 'http://localhost:56150/_connector';
const morning = Date.parse('2026-11-25T10:00:00+01:00');

const seed = (store: Store, at = morning) =>
  seedDemo({ store, now: () => new Date(at), routine, serviceUrl });
const booksOf = (store: Store) =>
  createBooks({
    store,
    now: () => new Date(morning),
    configuredCoordinators: demoCoordinators,
    issueNotices: () => [],
  });

describe('what the demo begins with', () => {
  test('a drill runs, and no outage', async () => {
    await using store = createMemoryStore();
    await seed(store);
    const world = await booksOf(store).world();
    expect(runningOutage(world)).toBeUndefined();
    expect(runningDrill(world)).toMatchObject({
      kind: 'drill',
      state: 'ongoing',
      startedAt: morning - 10 * 60_000,
    });
  });

  test('the channels are units of one organisation, with different kinds of care', async () => {
    await using store = createMemoryStore();
    await seed(store);
    const { directory } = await booksOf(store).world();
    const units = [...directory.units.values()].map(({ name, careSetting, organisation, state }) => ({
      name,
      careSetting,
      organisation,
      state,
    }));
    expect(units).toEqual([
      { name: 'Avdelning 24', careSetting: 'inpatient-somatic', organisation: 'region', state: 'connected' },
      { name: 'Hälsocentralen', careSetting: 'primary-care', organisation: 'region', state: 'connected' },
    ]);
  });

  test("team, channels and coordinators are the Playground's own", async () => {
    await using store = createMemoryStore();
    await seed(store);
    const { directory } = await booksOf(store).world();
    const channels = [...directory.units.values()].map(({ channel }) => channel.id);
    const teams = [...directory.teams.values()].flatMap(({ id, groupId, name, tenant }) => [
      id,
      `${groupId}`,
      name,
      tenant,
    ]);
    for (const known of [...channels, ...teams, ...demoCoordinators]) expect(playground).toContain(known);
  });

  test('what the channels are told waits for the app to be installed: nothing is said to have come through', async () => {
    await using store = createMemoryStore();
    await seed(store);
    const books = booksOf(store);
    const deliveries = (await books.outboxes()).flatMap(({ outbox }) => [...outbox.deliveries.values()]);
    expect(deliveries.map(({ state, done }) => ({ state, done }))).toEqual(
      Array.from({ length: 4 }, () => ({ state: 'waiting', done: [] })),
    );
    expect([...(await books.world()).directory.teams.values()].map(({ isInstalled }) => isInstalled)).toEqual(
      [false],
    );
  });
});

describe('a demo that is started again', () => {
  test('keeps what is there: nothing is connected or declared anew', async () => {
    await using store = createMemoryStore();
    await seed(store);
    const lengths = async () =>
      Promise.all((await store.streams()).map(async (stream) => (await store.read(stream, 0)).length));
    const before = await lengths();
    await seed(store, morning + 86_400_000);
    expect(await lengths()).toEqual(before);
  });

  test('waits for the Playground again: its page remembers no team and no chat', async () => {
    await using store = createMemoryStore();
    await seed(store);
    const books = booksOf(store);
    await books.change(({ directory }) => {
      const [team] = [...directory.teams.values()];
      if (team === undefined) throw new Error('The demo has a team');
      const person = { id: demoCoordinators[0] ?? '', name: 'Sjuksköterska Avdelning' };
      const chat = { conversation: 'a:personal', serviceUrl };
      const seen = { kind: 'person', person, tenant: team.tenant, chat } as const;
      const events = [
        ...sightingEvents({ kind: 'installed', team }, directory, morning),
        ...sightingEvents(seen, directory, morning),
      ];
      return { kind: 'decided', writes: [{ stream: 'directory', events, notices: [] }] };
    });
    await seed(store);
    const { directory } = await booksOf(store).world();
    expect([...directory.teams.values()].map(({ isInstalled }) => isInstalled)).toEqual([false]);
    expect([...directory.people.values()].map(({ chat }) => chat)).toEqual([undefined, undefined]);
  });
});
