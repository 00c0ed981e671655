import { startFromEnvironment } from './service.ts';
import { faultOf } from './teams/fault-of.ts';

const endings = ['SIGTERM', 'SIGINT'] as const;

/** The process: starts or says why, runs until told to stop, and finishes what it has begun. */
async function main(): Promise<void> {
  const told = Promise.withResolvers<void>();
  const tell = (): void => told.resolve();
  // Told while it starts it ends when it has; told again it is ended, since the start may hang.
  for (const signal of endings) process.once(signal, tell);
  const service = await startFromEnvironment();
  // From now on it finishes what is under way, however often it is told.
  for (const signal of endings) process.on(signal, tell);
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
