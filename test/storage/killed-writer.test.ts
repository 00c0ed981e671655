import { expect, test } from 'vitest';
import { tortureStore } from '../../src/tools/torture-store.ts';

test(
  'what was answered is there after fifty kills, whole and in its chain',
  { timeout: 180_000 },
  async () => {
    const said: string[] = [];
    const faults = await tortureStore({ size: 50, seed: 1, say: (line) => said.push(line) });
    expect(faults).toEqual([]);
    expect(said).toEqual([
      expect.stringMatching(/^25 kills: [1-9]\d* answered writes kept/),
      expect.stringMatching(/^50 kills: [1-9]\d* answered writes kept/),
    ]);
  },
);
