import { startFromEnvironment } from './service.ts';
import { faultOf } from './teams/fault-of.ts';

/** The process: starts or says why, runs until told to stop, and finishes what it has begun. */
async function main(): Promise<void> {
  // Who is told to stop while it starts finishes that first; who is told twice is not ended the harder for it.
  const told = Promise.withResolvers<void>();
  process.on('SIGTERM', () => told.resolve());
  process.on('SIGINT', () => told.resolve());
  const service = await startFromEnvironment();
  await told.promise;
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
