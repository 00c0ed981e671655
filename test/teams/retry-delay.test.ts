import { describe, expect, test } from 'vitest';
import { ConnectorFailure } from '../../src/teams/connector-failure.ts';
import { retryDelayMs } from '../../src/teams/retry-delay.ts';

const failed = (status: number): ConnectorFailure =>
  new ConnectorFailure({ status, errorCode: 'none', reached: 'maybe' });
const brokenOff = (errorCode: string, reached: 'no' | 'maybe'): ConnectorFailure =>
  new ConnectorFailure({ errorCode, reached });
const delay = (failure: ConnectorFailure, method: string, tries = 1, retryAfterMs?: number) =>
  retryDelayMs({ failure, method, tries, retryAfterMs }, 1000, 0.5);

describe('what is tried again (“Status codes from bot conversational APIs”)', () => {
  test.each<[number, post: boolean, put: boolean]>([
    [400, false, false],
    [401, false, false],
    [403, false, false],
    [404, false, false],
    [412, true, true],
    [413, false, false],
    [429, true, true],
    [500, false, false],
    [502, false, true],
    [503, false, true],
    [504, false, true],
  ])('%i: a new message %s; an edit, a removal or a reading %s', (status, post, put) => {
    expect(delay(failed(status), 'POST') !== undefined).toBe(post);
    for (const method of ['PUT', 'DELETE', 'GET']) {
      expect(delay(failed(status), method) !== undefined).toBe(put);
    }
  });

  test.each<[string, ConnectorFailure, post: boolean, put: boolean]>([
    ['a connection that never came about', brokenOff('unreachable', 'no'), true, true],
    ['a token that was not to be had', brokenOff('login', 'no'), true, true],
    ['a broken connection', brokenOff('broken-off', 'maybe'), false, true],
    ['silence', brokenOff('timeout', 'maybe'), false, true],
    ['a host that is not allowed', brokenOff('host', 'no'), false, false],
  ])('%s: a new message %s, an edit %s', (_case, failure, post, put) => {
    expect(delay(failure, 'POST') !== undefined).toBe(post);
    expect(delay(failure, 'PUT') !== undefined).toBe(put);
  });

  test('each wait is twice the one before, and there are three', () => {
    const waits = [1, 2, 3, 4].map((tries) => delay(failed(429), 'POST', tries));
    expect(waits).toEqual([1000, 2000, 4000, undefined]);
  });

  test.each([
    [0, 800],
    [0.5, 1000],
    [1, 1200],
  ])('waits are spread by a fifth either way: %d gives %d ms', (random, ms) => {
    const attempt = { failure: failed(429), method: 'POST', tries: 1, retryAfterMs: undefined };
    expect(retryDelayMs(attempt, 1000, random)).toBe(ms);
  });

  test('a wait that Teams asks for is kept to the letter', () => {
    expect(delay(failed(429), 'POST', 1, 7000)).toBe(7000);
  });
});
