import { once } from 'node:events';
import { startFromEnvironment } from './service.ts';

/** The process: starts or says why, runs until told to stop, and finishes what it has begun. */
async function main(): Promise<void> {
  const service = await startFromEnvironment();
  await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  await service[Symbol.asyncDispose]();
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
