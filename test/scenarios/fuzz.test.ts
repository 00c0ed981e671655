import { expect, test } from 'vitest';
import { fuzzRun } from '../support/fuzz-run.ts';

test(
  'whatever is sent is answered without a fault, and nothing of an identity in it is kept',
  { timeout: 120_000 },
  async () => {
    const said: string[] = [];
    const faults = await fuzzRun({ inputs: 5_000, seed: 1, say: (line) => said.push(line) });
    expect(faults).toEqual([]);
    expect(said.join('\n')).toMatch(/^5000 inputs in .* answered 200: \d{4}/m);
  },
);
