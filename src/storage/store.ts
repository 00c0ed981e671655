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

/** What is done where no two may do it at the same time: not in one process after the other, nor in two at once. */
export type Leader = {
  /**
   * Begins, and begins nothing more once it is `lost`, whether the lead went to another or was given back. Resolves when
   * all that it began has ended; only then does this process stand for the lead again.
   */
  readonly reign: (lost: AbortSignal) => Promise<void>;
  /** Another process has written something. */
  readonly news: () => void;
};

/** The record of everything that happened: append-only and chained. One contract for every adapter. */
export type Store = AsyncDisposable & {
  /**
   * Resolves when the record would survive a loss of power, and not before. Rejects with `StoreFault` where it
   * could not be written. Then nothing of it is there, but for two cases. Where the sync itself failed nobody knows
   * what the disk has, and the stream takes nothing more until the store is opened anew and has read it. Where the
   * connection to a database broke off, and no other was to be had in time, nobody knows until there is one; what is
   * written next is judged on what the database has then. Concurrent appends are synced together.
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
  /**
   * Work in line, one at a time wherever it is done: for rules that span streams. Should the connection that holds the
   * line break off, the work goes on beside another's: then each write is kept right by its expected version alone.
   */
  readonly exclusively: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Stands for the lead, until it is disposed of: of all the processes that use the store one leads. */
  readonly lead: (leader: Leader) => AsyncDisposable;
  /** Undefined while it can be written to; else why not, for the operator: no text of any record. */
  readonly fault: () => Promise<string | undefined>;
};

/** The store could not do what was asked. The message is for the operator: what, where and what to do. */
export class StoreFault extends Error {
  override readonly name = 'StoreFault';
}
