import type { Directory } from './directory.ts';
import type { Organisation } from './ids.ts';

/** The directory with the units of one organisation alone; all of it where none is named. */
export function directoryOf(directory: Directory, organisation: Organisation | undefined): Directory {
  if (organisation === undefined) return directory;
  const units = [...directory.units].filter(([, unit]) => unit.organisation === organisation);
  return { ...directory, units: new Map(units) };
}
