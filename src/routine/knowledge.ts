import type { DirectoryRow } from './directory.ts';
import type { Loaded } from './loaded.ts';
import { readDirectory } from './read-directory.ts';
import { readRoutine } from './read-routine.ts';
import type { Routine } from './routine.ts';

/** All that answers are made of: the routine and the customer's own numbers. */
export type Knowledge = { readonly routine: Routine; readonly directory: readonly DirectoryRow[] };

/** Reads both files; the faults of both are told at once, each led by its variable. */
export async function readKnowledge(files: {
  readonly routineFile?: string | undefined;
  readonly directoryFile?: string | undefined;
}): Promise<Loaded<Knowledge>> {
  const [routine, directory] = await Promise.all([
    readRoutine(files.routineFile),
    readDirectory(files.directoryFile),
  ]);
  if (routine.kind === 'loaded' && directory.kind === 'loaded') {
    return { kind: 'loaded', value: { routine: routine.value, directory: directory.value } };
  }
  return {
    kind: 'faulty',
    faults: [
      ...faultsOf(`ROUTINE_FILE (${files.routineFile ?? 'den inbyggda rutinen'})`, routine),
      ...faultsOf(`DIRECTORY_FILE (${files.directoryFile ?? ''})`, directory),
    ],
  };
}

function faultsOf(source: string, loaded: Loaded<unknown>): readonly string[] {
  return loaded.kind === 'faulty' ? loaded.faults.map((fault) => `${source}: ${fault}`) : [];
}
