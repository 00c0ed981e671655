import { z } from 'zod';
import { load } from './routine/loaded.ts';
import type { Loaded } from './routine/loaded.ts';

const file = z
  .string()
  .trim()
  .min(1, { error: 'är tom; ange en fil, till exempel ./min-fil, eller ta bort variabeln' })
  .optional();

/** The environment of contract.md §2, as far as the product reads it today. */
const environment = z.object({ ROUTINE_FILE: file, DIRECTORY_FILE: file }).transform((env) => ({
  /** Another version of the routine's data; absent: the one that ships. */
  routineFile: env.ROUTINE_FILE,
  /** The customer's own numbers; absent: none. */
  directoryFile: env.DIRECTORY_FILE,
}));
export type Config = z.infer<typeof environment>;

/** Reads the environment; every fault at once, each led by its variable. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Loaded<Config> {
  return load(environment, env);
}
