import { expect, test } from 'vitest';
import { killWhileAnswering } from '../support/kill-while-answering.ts';

test(
  'what was answered as saved is there after the service is killed, whole and once',
  { timeout: 120_000 },
  async () => {
    const said: string[] = [];
    const faults = await killWhileAnswering({ kills: 4, seed: 1, say: (line) => said.push(line) });
    expect(faults).toEqual([]);
    expect(said).toEqual([expect.stringMatching(/^4 kills, seed 1: [1-9]\d* answered as saved/)]);
  },
);
