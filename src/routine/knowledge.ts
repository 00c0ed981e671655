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
    const knowledge = { routine: routine.value, directory: directory.value };
    const faults = faultsTogether(knowledge);
    return faults.length > 0 ? { kind: 'faulty', faults } : { kind: 'loaded', value: knowledge };
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

/** A number that only the document's links have (A19) is nobody's, whoever writes it down. */
function faultsTogether({ routine, directory }: Knowledge): readonly string[] {
  return directory
    .filter(({ number }) => routine.document.linkNumbers.includes(number.e164))
    .map(({ name }) => `DIRECTORY_FILE: ”${name}” har ett nummer som bara finns i rutinens länkar`);
}
