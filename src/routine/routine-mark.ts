import { createHash } from 'node:crypto';
import type { RoutineMark } from '../domain/directory.ts';
import type { Routine } from './routine.ts';

/** By what a routine is known again: its version, and a hash of all its data in the order of the schema. */
export function routineMark(routine: Routine): RoutineMark {
  const hash = createHash('sha256').update(JSON.stringify(routine)).digest('hex');
  return { version: routine.document.version, hash };
}
