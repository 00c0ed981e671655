import { firstPrevious, intactRecord } from './chain.ts';
import type { StoredRecord } from './store.ts';

/** Where a chain does not hold. `line` counts from 1, and so do versions. */
export type ChainFault =
  /** Not as it was written. */
  | { readonly kind: 'changed'; readonly line: number }
  /** Whole, but not the one that the next was written after: somebody made it anew. */
  | { readonly kind: 'replaced'; readonly version: number }
  /** Not there: taken away. */
  | { readonly kind: 'missing'; readonly versions: readonly number[] }
  /** There, behind later ones, or more than once. */
  | { readonly kind: 'moved'; readonly line: number; readonly version: number };

export type Inspected = {
  /** The records that are as they were written, in the order they stand. */
  readonly records: readonly StoredRecord[];
  readonly faults: readonly ChainFault[];
};

/** A line that was read: where it stands, and which version should stand there, where that is known. */
export type NumberedLine = { readonly line: number; readonly text: string; readonly version?: number };

type Placed = { readonly line: number; readonly record: StoredRecord };

/**
 * Looks at every line of a stream's file by itself, and at how they follow each other: says all that is wrong, where
 * the store itself stops at the first. A last line without its end was never answered and is nobody's fault. That the
 * end was cut off is not seen here: a hash that was printed before must be looked for among the records.
 */
export function inspectChain(content: string): Inspected {
  const lines = content.split('\n').slice(0, -1);
  return inspectLines(lines.map((text, index) => ({ line: index + 1, text })));
}

/** The same of lines that do not stand in a file. */
export function inspectLines(lines: readonly NumberedLine[]): Inspected {
  const read = lines.map((one) => ({ ...one, record: intactRecord(one.text) }));
  const placed = read.flatMap(({ line, record }) => (record === undefined ? [] : [{ line, record }]));
  const changed = read.filter(({ record }) => record === undefined);
  return {
    records: placed.map(({ record }) => record),
    faults: [
      ...changed.map(({ line }) => ({ kind: 'changed', line }) as const),
      ...movedIn(placed),
      ...missingIn(read.map(({ record, version }) => record?.version ?? version)),
      ...replacedIn(placed),
    ],
  };
}

function movedIn(placed: readonly Placed[]): readonly ChainFault[] {
  let highest = 0;
  return placed.flatMap(({ line, record: { version } }) => {
    if (version <= highest) return [{ kind: 'moved', line, version } as const];
    highest = version;
    return [];
  });
}

/** A line that was changed counts as the one that should stand there. */
function missingIn(versions: readonly (number | undefined)[]): readonly ChainFault[] {
  let before = 0;
  const there = new Set(versions.map((version) => (before = version ?? before + 1)));
  const all = Array.from({ length: there.size === 0 ? 0 : Math.max(...there) }, (_, at) => at + 1);
  const missing = all.filter((version) => !there.has(version));
  return missing.length === 0 ? [] : [{ kind: 'missing', versions: missing }];
}

function replacedIn(placed: readonly Placed[]): readonly ChainFault[] {
  const hashes = new Map(placed.map(({ record }) => [record.version, record.hash]));
  return placed.flatMap(({ record: { previous, version } }) => {
    const before = version === 1 ? firstPrevious : hashes.get(version - 1);
    const isAsBefore = before === undefined || before === previous;
    return isAsBefore ? [] : [{ kind: 'replaced', version: Math.max(1, version - 1) } as const];
  });
}
