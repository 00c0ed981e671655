import type { Link } from '../chain.ts';
import type { StreamName } from '../store.ts';

/** The last record of each stream, as far as this process has seen: what is written next is tried on it. */
export type Heads = {
  readonly of: (stream: StreamName) => Link | undefined;
  /** Somebody read or wrote this one; an older one than is known says nothing. */
  readonly saw: (stream: StreamName, link: Link) => void;
  readonly forget: (stream: StreamName) => void;
};

export function createHeads(): Heads {
  const links = new Map<StreamName, Link>();
  return {
    of: (stream) => links.get(stream),
    saw(stream, { version, hash }) {
      if (version >= (links.get(stream)?.version ?? 0)) links.set(stream, { version, hash });
    },
    forget: (stream) => void links.delete(stream),
  };
}
