import { expect, test } from 'vitest';
import { loadRun } from '../support/load-run.ts';
import { newPostgresPlace } from '../support/postgres-place.ts';

/** A sample of ten minutes (`npm run torture -- --only load`): how fast it is belongs there. */
test.each([
  ['files', async () => undefined],
  ['PostgreSQL', newPostgresPlace],
])(
  '200 people in 60 units who ask and log at once are all answered, and every call is kept once in %s',
  { timeout: 120_000 },
  async (_name, makePlace) => {
    await using place = await makePlace();
    const said: string[] = [];
    const { faults, latency, logged } = await loadRun({
      seconds: 12,
      perSecond: 20,
      echo: undefined,
      databaseUrl: place?.url,
      say: (line) => said.push(line),
    });
    expect(faults).toEqual([]);
    // Those of the warming up too.
    expect(logged).toBe(150);
    expect(latency.p99).toBeGreaterThan(0);
    expect(said.join()).toContain('120 calls logged');
  },
);
