import { expect, test } from 'vitest';
import { openPostgresStore } from '../../src/storage/postgres-store.ts';
import type { Store } from '../../src/storage/store.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { append } from './append-builder.ts';

/** What happened to whom, as it is told: `one leads`. */
type Step = { readonly told: string; readonly at: number };

/** A place where several stand for the lead, and where it is written down what happens. */
async function openStage() {
  await using stack = new AsyncDisposableStack();
  const place = stack.use(await newPostgresPlace());
  const proxy = stack.use(await startTcpProxy(place.url));
  const steps: Step[] = [];
  const waiting = new Set<() => void>();
  const note = (told: string): void => {
    steps.push({ told, at: performance.now() });
    for (const look of waiting) look();
  };
  const told = (): readonly string[] => steps.map((step) => step.told);
  const all = stack.move();
  return {
    place,
    proxy,
    told,
    open: async (url = place.url) => all.use(await openPostgresStore(url)),
    stand: (store: Store, who: string) =>
      all.use(
        store.lead({
          async reign(lost) {
            note(`${who} leads`);
            await new Promise((resolve) => {
              lost.addEventListener('abort', resolve, { once: true });
            });
            note(`${who} lost`);
          },
          news: () => note(`${who} news`),
        }),
      ),
    /** Resolves when something has been told so often. */
    until: (what: string, times = 1) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if (told().filter((one) => one === what).length < times) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    atOf: (what: string) => steps.find((step) => step.told === what)?.at ?? Number.NaN,
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  };
}

test.concurrent('one of several leads, and when it gives the lead back another has it', async () => {
  await using stage = await openStage();
  const first = stage.stand(await stage.open(), 'one');
  await stage.until('one leads');
  stage.stand(await stage.open(), 'other');
  await first[Symbol.asyncDispose]();
  await stage.until('other leads');
  expect(stage.told()).toEqual(['one leads', 'one lost', 'other leads']);
});

test.concurrent('who leads hears at once what others write, and not what it writes itself', async () => {
  await using stage = await openStage();
  const [one, other] = [await stage.open(), await stage.open()];
  stage.stand(one, 'one');
  await stage.until('one leads');
  await one.append(append());
  const writtenAt = performance.now();
  await other.append(append());
  await stage.until('one news');
  expect(stage.told()).toEqual(['one leads', 'one news']);
  expect(stage.atOf('one news') - writtenAt).toBeLessThan(1_000);
});

test.concurrent(
  'who leads knows at once that the database ended its connection, and leads again',
  async () => {
    await using stage = await openStage();
    stage.stand(await stage.open(), 'one');
    await stage.until('one leads');
    const endedAt = performance.now();
    await stage.place.run(
      "select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and classid = 2 and objid = hashtext('bot_records'::regclass::oid::text)::oid",
    );
    await stage.until('one lost');
    expect(stage.atOf('one lost') - endedAt).toBeLessThan(1_000);
    await stage.until('one leads', 2);
    expect(stage.told()).toEqual(['one leads', 'one lost', 'one leads']);
  },
);

test.concurrent(
  'who is cut off without being told begins nothing more before another leads, within five seconds',
  async ({ annotate }) => {
    await using stage = await openStage();
    stage.stand(await stage.open(stage.proxy.url), 'far');
    await stage.until('far leads');
    stage.stand(await stage.open(), 'near');
    stage.proxy.swallow();
    const cutAt = performance.now();
    await stage.until('near leads');
    const [lost, taken] = ['far lost', 'near leads'].map((what) => Math.round(stage.atOf(what) - cutAt));
    await annotate(`lost after ${lost} ms, taken over after ${taken} ms`);
    expect(stage.told()).toEqual(['far leads', 'far lost', 'near leads']);
    expect(taken).toBeLessThan(6_000);
  },
);
