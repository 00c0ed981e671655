import { expect, test } from 'vitest';
import { defaultLimits } from '../../src/teams/limits.ts';

/** Teams delivers an activity again when it has waited this long (platform documentation, bot basics). */
const teamsWaitsMs = 15_000;

test('a whole turn, login and sending with its retries, is over before Teams gives up', () => {
  const { loginTimeoutMs, sendTimeoutMs, sendBudgetMs } = defaultLimits;
  expect(sendTimeoutMs).toBeLessThan(sendBudgetMs);
  expect(loginTimeoutMs + sendBudgetMs).toBeLessThan(teamsWaitsMs);
});

test('an activity is known for longer than Teams goes on delivering it', () => {
  expect(defaultLimits.rememberMs).toBeGreaterThan(10 * teamsWaitsMs);
});

test('keys are fetched anew every day, as Microsoft asks', () => {
  expect(defaultLimits.keysMaxAgeMs).toBeLessThanOrEqual(24 * 60 * 60_000);
});

test('a roster keeps a dialog waiting for a second at most: its client asks again after five', () => {
  expect(defaultLimits.rosterTimeoutMs).toBeLessThanOrEqual(1_000);
});
