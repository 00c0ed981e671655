import { once } from 'node:events';
import { startFromEnvironment } from './service.ts';
import { faultOf } from './teams/fault-of.ts';

/** The process: starts or says why, runs until told to stop, and finishes what it has begun. */
async function main(): Promise<void> {
  // Who is told to stop while it starts finishes that first.
  const told = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const service = await startFromEnvironment();
  await told;
  await service[Symbol.asyncDispose]();
}

/** Node would write the whole error, with what it holds, which may be a secret or what somebody wrote. */
process.once('uncaughtException', (error) => {
  process.stderr.write(`Tjänsten avbröts av ett fel; starta om den. ${JSON.stringify(faultOf(error))}\n`);
  process.exit(1);
});

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
