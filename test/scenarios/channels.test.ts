import { expect, test } from 'vitest';
import { tellChannels } from '../support/tell-channels.ts';

test(
  'every channel is told everything, though Teams fails and the service is killed while it tells',
  { timeout: 120_000 },
  async ({ annotate }) => {
    const said: string[] = [];
    const { faults, requestRatio } = await tellChannels({
      channels: 100,
      kills: 3,
      seed: 1,
      latencyMs: 60,
      takesPerSecond: 75,
      say: (line) => said.push(line),
    });
    await annotate(said.join('\n'));
    expect(faults).toEqual([]);
    expect(requestRatio).toBeLessThanOrEqual(1.05);
  },
);
