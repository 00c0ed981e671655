import { createMemoryStore } from '../../src/storage/memory-store.ts';
import { StoreFault } from '../../src/storage/store.ts';
import type { Store } from '../../src/storage/store.ts';

/** What a store in memory fails at, until it is set otherwise. */
export type Troubles = { append: boolean; read: boolean };

/** A store in memory that can be made to fail. */
export function troubledStore(): { readonly store: Store; readonly troubles: Troubles } {
  const store = createMemoryStore();
  const troubles: Troubles = { append: false, read: false };
  return {
    troubles,
    store: {
      ...store,
      async append(what) {
        if (troubles.append) throw new StoreFault('disken är full');
        return store.append(what);
      },
      async read(stream, after) {
        if (troubles.read) throw new StoreFault('går inte att läsa');
        return store.read(stream, after);
      },
    },
  };
}
