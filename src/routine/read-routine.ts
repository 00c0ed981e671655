import { load } from './loaded.ts';
import type { Loaded } from './loaded.ts';
import { readTextFile } from './read-text-file.ts';
import { routineSchema } from './routine.ts';
import type { Routine } from './routine.ts';

const builtInRoutine = new URL('avbrottsrutin.json', import.meta.url);

/** Reads and checks the routine's data: the file given (`ROUTINE_FILE`), else the one that ships. */
export async function readRoutine(file: string | URL = builtInRoutine): Promise<Loaded<Routine>> {
  const text = await readTextFile(file);
  if (text.kind === 'faulty') return text;
  try {
    return load(routineSchema, JSON.parse(text.value));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { kind: 'faulty', faults: [`är inte giltig JSON: ${error.message}`] };
  }
}
