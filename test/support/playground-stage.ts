import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Locator } from 'playwright-core';
import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { launchChromium } from '../../src/tools/launch-chromium.ts';
import { demoCoordinators, seedDemo } from '../../src/tools/seed-demo.ts';
import { startPlayground } from '../../src/tools/start-playground.ts';
import { builtInKnowledge } from './built-in-knowledge.ts';
import { openPlayground } from './playground-page.ts';
import type { PlaygroundPage } from './playground-page.ts';
import { startBot } from './start-bot.ts';
import type { TestBot } from './start-bot.ts';

/** The demo in a real browser, with what it begins with, on the morning of 25 November 2026; the clock runs. */
export type PlaygroundStage = AsyncDisposable & {
  readonly bot: TestBot;
  readonly person: PlaygroundPage;
  /** All that the cards of the open conversation say. */
  readonly texts: () => Promise<string>;
  /** Resolves when all that the bot had to send has left, so that no message empties a form asked for after it. */
  readonly isSent: () => Promise<void>;
};

/** How long a page may take to show something. */
export const soon = { timeout: 20_000 };
export const textOf = (card: Locator) => () => card.innerText();

/** Starts bot, Playground and browser; two stages at once need two ports. */
export async function openPlaygroundStage(port: number): Promise<PlaygroundStage> {
  const began = Date.now();
  const now = (): Date => new Date(Date.parse('2026-11-25T10:00:00+01:00') + Date.now() - began);
  await using opened = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), 'playground-'));
  opened.defer(() => rm(directory, { recursive: true }));
  const store = createMemoryStore();
  const { routine } = await builtInKnowledge();
  await seedDemo({ store, now, routine, serviceUrl: `http://localhost:${port}/_connector` });
  const config = {
    identity: { kind: 'anonymous' },
    tenants: 'anyone',
    coordinators: demoCoordinators,
  } as const;
  const bot = opened.use(await startBot({ fetch }, { store, now, config }));
  const logFile = join(directory, 'playground.log');
  const playground = opened.use(await startPlayground({ botPort: bot.port, port, logFile }));
  const browser = await launchChromium();
  opened.defer(() => browser.close());
  const person = await openPlayground(browser, playground.port);
  const readiness = async (): Promise<unknown> => (await fetch(`http://127.0.0.1:${bot.port}/ready`)).json();
  const parts = opened.move();
  return {
    bot,
    person,
    texts: async () => (await person.page.locator('.ac-adaptiveCard').allInnerTexts()).join('\n'),
    isSent: async () => {
      await expect.poll(readiness, soon).toMatchObject({ oldestUndeliveredNotice: null, failedNotices: 0 });
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  };
}
