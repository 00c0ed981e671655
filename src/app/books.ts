import type { Decision, NoticeCause, World, Write } from '../domain/decision.ts';
import type { Directory, RoutineMark } from '../domain/directory.ts';
import { evolveDirectory } from '../domain/evolve-directory.ts';
import { evolveOutage, newOutage } from '../domain/evolve-outage.ts';
import type { NoticeEvent } from '../domain/notice-event.ts';
import type { Outage } from '../domain/outage.ts';
import type { Outbox } from '../domain/outbox.ts';
import { StoreFault } from '../storage/store.ts';
import type { Store, StreamName } from '../storage/store.ts';
import { directoryFold, outageFold, refresh } from './fold.ts';
import type { Fold } from './fold.ts';

/** What is known, read from the store and brought up to date; and the only way to change it. */
export type Books = {
  readonly world: () => Promise<World>;
  /**
   * Decides on what is true now, and writes what was decided: each write with the notices that it causes. Decides
   * anew where somebody else wrote in between. Resolves when it is on disk; rejects with `StoreFault`.
   */
  readonly change: (decide: (world: World) => Decision) => Promise<Changed>;
  /** The notices of every stream that is not settled. */
  readonly outboxes: () => Promise<readonly StreamOutbox[]>;
  /** Writes what became of a notice, whatever else was written; gives the notices as they stand after it. */
  readonly record: (stream: StreamName, events: readonly NoticeEvent[]) => Promise<Outbox>;
};

/** What was decided, and the world after it. */
type Changed = { readonly decision: Decision; readonly world: World };

/** A stream's notices. */
type StreamOutbox = { readonly stream: StreamName; readonly outbox: Outbox };

/** A record by its number in the stream, and its hash (design.md §2, promise 10). */
type RecordHead = { readonly version: number; readonly hash: string };

/** What notices are made from: the state after the events that cause them. */
export type Caused = {
  readonly causes: readonly NoticeCause[];
  readonly world: World;
  readonly outage: Outage | undefined;
  readonly outbox: Outbox;
  /** The stream's last record before this one, whose hash seals all that is before it. */
  readonly head: RecordHead;
  /** Milliseconds since 1970. */
  readonly now: number;
};

type Parts = {
  readonly store: Store;
  readonly now: () => Date;
  readonly configuredCoordinators: readonly string[];
  /** The routine that is answered from; a change of it is told. */
  readonly routine?: RoutineMark | undefined;
  readonly issueNotices: (caused: Caused) => readonly NoticeEvent[];
};

/** What is recorded of notices waits after the first: so often in a row is not chance. */
const mostTries = 10;

/** Opens the books of a store. Nothing is read until something is asked. */
export function createBooks(parts: Parts): Books {
  const { store, now } = parts;
  const shelf = createShelf(parts);
  const attempt = createAttempt(shelf, parts);
  const persist = async (decide: Decide): Promise<Changed> => {
    for (let tries = 1; tries < mostTries; tries += 1) {
      // oxlint-disable-next-line no-await-in-loop -- each try decides on what the one before found changed
      const changed = await attempt(decide);
      if (changed !== undefined) return changed;
    }
    throw new StoreFault('Det gick inte att skriva: andra skrev emellan varje gång. Försök igen.');
  };
  // While notices go out something is recorded all the time: what a person waits for goes before it.
  let records = Promise.resolve();

  return {
    world: shelf.upToDate,
    change: (decide) =>
      store.exclusively(async () => {
        const changed = await attempt(decide);
        if (changed !== undefined) return changed;
        const held = Promise.withResolvers<void>();
        records = held.promise;
        return persist(decide).finally(held.resolve);
      }),
    async outboxes() {
      await shelf.upToDate();
      return shelf.folds().map(({ stream, state }) => ({ stream, outbox: state.outbox }));
    },
    async record(stream, events) {
      const fold = shelf.folds().find((one) => one.stream === stream);
      if (fold === undefined) throw new StoreFault(`${stream}: strömmen är inte öppen`);
      await records;
      const recordedAt = now().getTime();
      await store.append({ stream, expectedVersion: 'any', recordedAt, entries: events });
      await refresh(fold, store);
      return fold.state.outbox;
    },
  };
}

type Decide = (world: World) => Decision;

/** Decides on what is true now and writes it; undefined where somebody else was first. */
function createAttempt(shelf: Shelf, { store, now, issueNotices }: Parts) {
  const write = async (one: Write): Promise<boolean> => {
    const at = now().getTime();
    const fold = shelf.foldOf(one);
    const entries = [...one.events, ...issueNotices(causedBy(one, shelf, at))];
    const { stream, version } = fold;
    const appended = await store.append({ stream, expectedVersion: version, recordedAt: at, entries });
    if (appended.kind === 'conflict') return false;
    // It is on disk: nothing that fails after this may say that it is not.
    fold.take([appended.record]);
    return true;
  };
  const writeAll = async (writes: readonly Write[]): Promise<boolean> => {
    for (const one of writes) {
      // oxlint-disable-next-line no-await-in-loop -- the order is the promise: a stream is announced before it begins
      if (!(await write(one))) return false;
    }
    return true;
  };
  return async (decide: Decide): Promise<Changed | undefined> => {
    const decision = decide(await shelf.upToDate());
    const isDone = decision.kind !== 'decided' || (await writeAll(decision.writes));
    return isDone ? { decision, world: shelf.world() } : undefined;
  };
}

/** The state that a write leads to, from which its notices are made. */
function causedBy(write: Write, shelf: Shelf, now: number): Caused {
  const before = shelf.world();
  const { head: hash, version } = shelf.foldOf(write);
  const head = { version, hash };
  const causes = write.notices;
  if (write.stream === 'directory') {
    const directory = evolveDirectory(before.directory, write.events);
    const world = { ...before, directory };
    return { causes, world, outage: undefined, outbox: directory.outbox, head, now };
  }
  const known = before.outages.get(write.outage) ?? newOutage(write.outage);
  const outage = evolveOutage(known, write.events);
  const world = { ...before, outages: new Map(before.outages).set(outage.id, outage) };
  return { causes, world, outage, outbox: outage.outbox, head, now };
}

/** The folds of the directory and of every outage that is not settled. */
type Shelf = {
  readonly upToDate: () => Promise<World>;
  /** As it was read last. */
  readonly world: () => World;
  readonly folds: () => readonly (Fold<Directory> | Fold<Outage>)[];
  readonly foldOf: (write: Write) => Fold<Directory> | Fold<Outage>;
};

function createShelf({ configuredCoordinators, routine, store }: Parts): Shelf {
  const directory = directoryFold();
  const outages = new Map<string, Fold<Outage>>();

  const outageFoldOf = (id: string, isDrill: boolean): Fold<Outage> => {
    const known = outages.get(id);
    if (known !== undefined) return known;
    const fold = outageFold(id, isDrill);
    outages.set(id, fold);
    return fold;
  };
  /** A stream that was announced and never written to counts as nothing: the writing broke off in between. */
  const world = (): World => ({
    directory: directory.state,
    outages: new Map(
      [...outages].filter(([, { version }]) => version > 0).map(([id, { state }]) => [id, state]),
    ),
    configuredCoordinators,
    routine,
  });
  return {
    async upToDate() {
      await refresh(directory, store);
      const open = directory.state.openOutages;
      for (const id of outages.keys()) if (!open.has(id)) outages.delete(id);
      await Promise.all([...open].map(([id, { isDrill }]) => refresh(outageFoldOf(id, isDrill), store)));
      return world();
    },
    world,
    folds: () => [directory, ...outages.values()],
    foldOf: (write) => (write.stream === 'directory' ? directory : outageFoldOf(write.outage, write.isDrill)),
  };
}
