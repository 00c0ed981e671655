import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createBooks } from '../../src/app/books.ts';
import { decideOutage } from '../../src/domain/decide-outage.ts';
import type { NoticeEvent } from '../../src/domain/notice-event.ts';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { noon, someTerms } from '../support/build-outage.ts';
import { declare, update } from '../support/outage-commands.ts';

const stream = 'outages/o1';
const failed: NoticeEvent = {
  kind: 'noticeFailed',
  number: 1,
  recipient: 'unit:a',
  at: noon,
  step: 'post',
  reason: 'ServiceError',
  awaitsInstallation: false,
};
const booksOf = (store: Store) =>
  createBooks({
    store,
    now: () => new Date(noon),
    configuredCoordinators: [],
    issueNotices: () => [],
  });

/** A store whose writing takes as long as a slow disk's, one after the other. */
function slowStore(ms: number): Store {
  const store = createMemoryStore();
  let last: Promise<unknown> = Promise.resolve();
  return {
    ...store,
    append(what) {
      const appended = store.append(what);
      last = last.then(() => pause(ms));
      return last.then(() => appended);
    },
  };
}

async function openOutage(store: Store) {
  const books = booksOf(store);
  await books.change((world) => decideOutage(declare(), world, noon));
  return books;
}

describe('a change', () => {
  test('gets through while notices go out, also where the disk is slow', async () => {
    const books = await openOutage(slowStore(20));
    const done = new AbortController();
    let recorded = 0;
    const recorders = Array.from({ length: 20 }, async () => {
      while (!done.signal.aborted) {
        // oxlint-disable-next-line no-await-in-loop -- as deliveries record, one step after the other
        await books.record(stream, [failed]);
        recorded += 1;
      }
    });
    const terms = someTerms({ message: 'Felet är hittat.' });
    const { decision, world } = await books.change((known) =>
      decideOutage(update({ startedAt: noon, terms }), known, noon),
    );
    done.abort();
    await Promise.all(recorders);
    expect(decision.kind).toBe('decided');
    expect(world.outages.get('o1')?.terms.message).toBe('Felet är hittat.');
    expect(recorded).toBeGreaterThan(0);
  });

  test('that is on disk is told with what it led to, whatever fails after it', async () => {
    const store = createMemoryStore();
    let isReadable = true;
    const books = await openOutage({
      ...store,
      read: async (...what) => {
        if (!isReadable) throw new Error('the disk is gone');
        return store.read(...what);
      },
      async append(what) {
        const appended = await store.append(what);
        isReadable = !what.entries.some(({ kind }) => kind === 'outageUpdated');
        return appended;
      },
    });
    const { world } = await books.change((known) =>
      decideOutage(update({ startedAt: noon, terms: someTerms({ message: 'Nytt' }) }), known, noon),
    );
    expect(world.outages.get('o1')?.terms.message).toBe('Nytt');
  });

  test('is decided anew on what somebody else wrote in between', async () => {
    const store = createMemoryStore();
    const [one, other] = [await openOutage(store), booksOf(store)];
    const seen: number[] = [];
    await one.change((world) => {
      seen.push(world.outages.get('o1')?.revision ?? 0);
      const terms = someTerms({ message: 'ett' });
      return decideOutage(update({ startedAt: noon, terms }), world, noon);
    });
    await other.change((world) => {
      seen.push(world.outages.get('o1')?.revision ?? 0);
      const terms = someTerms({ message: 'två' });
      return decideOutage(update({ startedAt: noon, terms }), world, noon);
    });
    expect(seen).toEqual([1, 2]);
    expect((await one.world()).outages.get('o1')?.terms.message).toBe('två');
  });
});

test('what becomes of a notice is not recorded in a stream that is not open', async () => {
  await expect(booksOf(createMemoryStore()).record(stream, [failed])).rejects.toThrow('inte öppen');
});
