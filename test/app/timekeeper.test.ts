import { expect, test } from 'vitest';
import { createBooks } from '../../src/app/books.ts';
import { startTimekeeper } from '../../src/app/timekeeper.ts';
import { decideOutage } from '../../src/domain/decide-outage.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import { day, hour, noon } from '../support/build-outage.ts';
import { plan } from '../support/outage-commands.ts';

const planned = noon + day;

/** Books with a plan in them, and a store that can be told to fail at its next writes. */
async function plannedBooks() {
  const store = createMemoryStore();
  const told = { now: noon, failing: 0 };
  const books = createBooks({
    store: {
      ...store,
      async append(what) {
        if (told.failing > 0) {
          told.failing -= 1;
          throw new StoreFault('disken är full');
        }
        return store.append(what);
      },
    },
    now: () => new Date(told.now),
    configuredCoordinators: [],
    issueNotices: () => [],
  });
  await books.change((world) => decideOutage(plan({ startedAt: planned }), world, told.now));
  const stateNow = async () => (await books.world()).outages.get('plan')?.state;
  return { books, told, stateNow };
}

test('a plan begins when its time has come, and whoever sends is told', async () => {
  const { books, told, stateNow } = await plannedBooks();
  let changes = 0;
  await using timekeeper = startTimekeeper({
    books,
    now: () => new Date(told.now),
    changed: () => {
      changes += 1;
    },
    failed: (error) => {
      throw error;
    },
    lookEveryMs: 60_000,
  });
  expect(await stateNow()).toBe('planned');
  told.now = planned;
  timekeeper.wake();
  await expect.poll(stateNow).toBe('ongoing');
  expect(changes).toBeGreaterThan(0);
});

test('a write that fails is tried again, and whoever sends is told all the same', async () => {
  const { books, told, stateNow } = await plannedBooks();
  const failures: unknown[] = [];
  let changesBefore = 0;
  told.now = planned + hour;
  told.failing = 2;
  await using timekeeper = startTimekeeper({
    books,
    now: () => new Date(told.now),
    changed: () => {
      if (told.failing > 0) changesBefore += 1;
    },
    failed: (error) => void failures.push(error),
    lookEveryMs: 5,
  });
  timekeeper.wake();
  await expect.poll(stateNow).toBe('ongoing');
  expect(failures).toHaveLength(2);
  expect(changesBefore).toBeGreaterThan(0);
});
