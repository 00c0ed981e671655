import { z } from 'zod';
import type { Directory } from '../domain/directory.ts';
import { directoryEventSchema } from '../domain/directory-event.ts';
import { emptyDirectory, evolveDirectory } from '../domain/evolve-directory.ts';
import { evolveOutage, newOutage } from '../domain/evolve-outage.ts';
import type { Outage } from '../domain/outage.ts';
import { outageEventSchema } from '../domain/outage-event.ts';
import type { Outbox } from '../domain/outbox.ts';
import type { Entry, Store, StoredRecord, StreamName } from '../storage/store.ts';

/** A stream's state at a version: what its records come to. */
export type Fold<State extends { readonly outbox: Outbox }> = {
  readonly stream: StreamName;
  version: number;
  /** The hash of the last record; empty before the first. */
  head: string;
  state: State;
  /** Brings the state to the version after records that follow each other. */
  readonly take: (records: readonly StoredRecord[]) => void;
};

function foldOf<State extends { readonly outbox: Outbox }>(
  stream: StreamName,
  empty: State,
  evolve: (state: State, entries: readonly Entry[]) => State,
): Fold<State> {
  const fold: Fold<State> = {
    stream,
    version: 0,
    head: '',
    state: empty,
    /** Two readings may overlap: what was taken already is not taken again. All at once, since each copies. */
    take(records) {
      const news = records.filter(({ version }) => version > fold.version);
      if (news[0]?.version !== fold.version + 1) return;
      fold.state = evolve(
        fold.state,
        news.flatMap(({ entries }) => entries),
      );
      fold.version += news.length;
      fold.head = news.at(-1)?.hash ?? fold.head;
    },
  };
  return fold;
}

/** To compile a schema takes as long as to check about so many entries without. */
const worthCompiling = 4_000;

/**
 * The entries, where each is one of the schema's; else throws what is wrong with the first that is not. The entries
 * themselves and not zod's copies: the store keeps them already, and the schemas change nothing in what they read.
 */
function checked<Event>(schema: z.ZodType<Event>, entries: readonly Entry[]): readonly Event[] {
  const check = entries.length < worthCompiling ? schema : z.compile(schema);
  const isEvent = (entry: unknown): entry is Event => check.validate(entry);
  return entries.map((entry) => (isEvent(entry) ? entry : schema.parse(entry)));
}

/** The directory, before anything is read. */
export const directoryFold = (): Fold<Directory> =>
  foldOf('directory', emptyDirectory, (state, entries) =>
    evolveDirectory(state, checked(directoryEventSchema, entries)),
  );

/** An outage, before anything is read. */
export const outageFold = (id: string, isDrill: boolean): Fold<Outage> =>
  foldOf(`${isDrill ? 'drills' : 'outages'}/${id}`, newOutage(id), (state, entries) =>
    evolveOutage(state, checked(outageEventSchema, entries)),
  );

type AnyFold = Pick<Fold<Directory | Outage>, 'stream' | 'version' | 'take'>;

/** Reads what is new of a stream. */
export async function refresh({ stream, version, take }: AnyFold, store: Store): Promise<void> {
  take(await store.read(stream, version));
}
