import type { Append } from '../../src/storage/store.ts';

/** One entry to a stream, whatever it holds by now. */
export function append(changes: Partial<Append> = {}): Append {
  return {
    stream: 'outages/a1',
    expectedVersion: 'any',
    recordedAt: 1_795_373_763_454,
    entries: [{ kind: 'noted', text: 'Ringde Ånge 😀' }],
    ...changes,
  };
}
