import { describe, expect, test } from 'vitest';
import type { SendFailure } from '../../src/delivery/courier.ts';
import { aDirectory, aNotice, aUnit, createStage, night, refused } from '../support/delivery-stage.ts';
import type { Stage } from '../support/delivery-stage.ts';
import { mostWithin } from '../support/most-within.ts';

const units = Array.from({ length: 1_000 }, (_none, index) => `u${index}`);
const recipients = units.map((unit) => `unit:${unit}` as const);
const directory = aDirectory({ units: units.map((unit) => aUnit(unit)) });

/** The same numbers for the same seed, 0–1 (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** 10 % throttled, 5 % bad gateway, 2 % dropped. */
function faultOf(chance: number): SendFailure | undefined {
  if (chance < 0.1) return refused(429, 'Throttled', 1_000);
  if (chance < 0.15) return refused(502);
  return chance < 0.17 ? { errorCode: 'broken-off', reached: 'maybe' } : undefined;
}

const momentsOf = ({ calls }: Stage): readonly number[] => calls.map(({ at }) => at);
const secondsOf = ({ calls }: Stage): number => ((calls.at(-1)?.at ?? night) - night) / 1_000;
const allAreSent = (stage: Stage): boolean =>
  [...stage.outbox().deliveries.values()].every(({ state }) => state === 'sent');

describe('a start to a thousand channels', () => {
  test('takes 21 seconds and a thousand requests, and never 50 in a second', async () => {
    await using stage = createStage({ directory, latencyMs: 400 });
    stage.issue(aNotice({ recipients }));
    stage.start();
    await stage.clock.passAll();
    expect(allAreSent(stage)).toBe(true);
    expect(stage.calls).toHaveLength(1_000);
    expect(secondsOf(stage)).toBeLessThan(21);
    expect(mostWithin(momentsOf(stage), 1_000)).toBeLessThanOrEqual(50);
  });

  test('with 17 % faults takes no request that the faults do not, and on average little time for them', async () => {
    const shares: number[] = [];
    for (let seed = 1; seed <= 12; seed += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one night after the other
      const { stage, faults } = await faultyNight(seed);
      expect(allAreSent(stage)).toBe(true);
      expect(stage.calls).toHaveLength(1_000 + faults);
      expect(mostWithin(momentsOf(stage), 1_000)).toBeLessThanOrEqual(50);
      shares.push(secondsOf(stage) / ((1.2 * stage.calls.length) / 50));
    }
    // The longest of a thousand chains of faults ends when it ends: each of its links is what Teams asked to wait.
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeLessThan(1);
    expect(Math.max(...shares)).toBeLessThan(1.2);
  });
});

async function faultyNight(seed: number): Promise<{ stage: Stage; faults: number }> {
  const chance = seeded(seed);
  let faults = 0;
  const script = () => {
    const fault = faultOf(chance());
    if (fault !== undefined) faults += 1;
    return fault ?? 'ok';
  };
  const stage = createStage({ directory, latencyMs: 300, random: chance, script });
  stage.issue(aNotice({ recipients }));
  stage.start();
  await stage.clock.passAll();
  return { stage, faults };
}
