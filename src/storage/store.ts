/**
 * Where records are kept: what is known of people and channels, phrases that were not understood, and one stream per
 * outage. Drills lie apart.
 */
export type StreamName = 'directory' | 'phrases' | `outages/${string}` | `drills/${string}`;

/** What is stored: JSON, checked by its own schema when it is read back. */
export type Entry = Readonly<Record<string, unknown>> & { readonly kind: string };

/** One write: everything in it is there or nothing is. */
export type StoredRecord = {
  /** 1 for the first of its stream, and one more for each. */
  readonly version: number;
  /** Milliseconds since 1970, UTC, by the clock of the service. */
  readonly recordedAt: number;
  /** The hash of the record before; of the first one: sixty-four zeros. */
  readonly previous: string;
  readonly entries: readonly Entry[];
  /** SHA-256, in hexadecimal, of everything above. */
  readonly hash: string;
};

/** What is to be written to a stream. */
export type Append = {
  readonly stream: StreamName;
  /** What the decision rests on: the stream's version then, or `any` where nothing of it mattered. */
  readonly expectedVersion: number | 'any';
  readonly recordedAt: number;
  readonly entries: readonly Entry[];
};

export type Appended =
  | { readonly kind: 'appended'; readonly record: StoredRecord }
  /** Somebody was first; nothing was written. */
  | { readonly kind: 'conflict'; readonly version: number };

/** The record of everything that happened: append-only and chained. One contract for every adapter. */
export type Store = AsyncDisposable & {
  /**
   * Resolves when the record would survive a loss of power, and not before. Rejects with `StoreFault` where it
   * could not be written. Then nothing of it is there, but for one case: where the sync itself failed nobody knows
   * what the disk has, and the stream takes nothing more until the store is opened anew and has read it. Concurrent
   * appends are synced together.
   */
  readonly append: (append: Append) => Promise<Appended>;
  /** The records after a version, in order; 0 for all of them. Empty for a stream that does not exist. */
  readonly read: (stream: StreamName, after: number) => Promise<readonly StoredRecord[]>;
  /** The streams that have records, in the order of their names. */
  readonly streams: () => Promise<readonly StreamName[]>;
  /**
   * A stream holds these records from now on, as they are, in place of whatever it held: all at once, or nothing is
   * changed. For the operator's commands alone (restoring, moving, erasing), where nobody else uses the store. Rejects
   * with `StoreFault` where they are no whole chain.
   */
  readonly takeOver: (stream: StreamName, records: readonly StoredRecord[]) => Promise<void>;
  /** Removes a stream and all that it held; a stream that does not exist is removed already. */
  readonly erase: (stream: StreamName) => Promise<void>;
  /** Work in line, one at a time wherever it is done: for rules that span streams. */
  readonly exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Undefined while it can be written to; else why not, for the operator: no text of any record. */
  readonly fault: () => Promise<string | undefined>;
};

/** The store could not do what was asked. The message is for the operator: what, where and what to do. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}
