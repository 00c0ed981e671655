import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { TestActivity } from './activities.ts';
import type { Posted } from './connector-double.ts';
import { startBot } from './start-bot.ts';
import type { TestBot } from './start-bot.ts';
import { startTeamsDouble } from './teams-double.ts';
import type { TeamsDouble } from './teams-double.ts';

/** A bot and its Teams, the same for all tests of a file. */
export type OpenConversation = {
  /** Delivers an activity that must be taken, and gives the HTTP answer's body. */
  readonly deliver: (activity: TestActivity) => Promise<unknown>;
  /** What has been posted since the test began. */
  readonly posted: () => readonly Posted[];
  /** Everything that was sent to the connector, as JSON. */
  readonly sent: () => string;
  /** The path of the last call to the connector. */
  readonly lastPath: () => string;
  readonly logged: () => string;
};

/** Opens a conversation before a file's tests and closes it after them. */
export function openConversation(): OpenConversation {
  let double: TeamsDouble;
  let bot: TestBot;
  let before = 0;
  beforeAll(async () => {
    double = await startTeamsDouble();
    bot = await startBot(double);
  });
  afterAll(async () => {
    await bot[Symbol.asyncDispose]();
    await double[Symbol.asyncDispose]();
  });
  beforeEach(() => {
    before = double.connector.messages().length;
  });
  return {
    async deliver(activity) {
      const response = await double.deliver(bot, activity);
      expect(response.status).toBe(200);
      const text = await response.text();
      return text === '' ? undefined : JSON.parse(text);
    },
    posted: () => double.connector.messages().slice(before),
    sent: () => JSON.stringify(double.connector.calls),
    lastPath: () => decodeURIComponent(double.connector.calls.at(-1)?.path ?? ''),
    logged: () => bot.logged(),
  };
}
