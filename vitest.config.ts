import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { CountReporter } from './test/support/count-reporter.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/shared-postgres.ts'],
    // What a test file replaces no other relies on, so they share modules: loading them anew took a fifth of the time.
    isolate: false,
    // Many tests wait: for processes, the network, a database.
    maxWorkers: availableParallelism() + 2,
    // Many start a process or a browser, and a machine may be busy.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    reporters: ['default', new CountReporter()],
  },
});
