import { openFileStore } from './file-store.ts';
import type { FileStoreOptions } from './file-store.ts';
import type { Store } from './store.ts';

/** Where records are kept: in files of a directory, or in a database. */
export type StoragePlace =
  { readonly kind: 'file'; readonly directory: string } | { readonly kind: 'postgres'; readonly url: string };

/** Opens the store that is configured, for whoever writes in it. Rejects, for the operator, where it cannot be had. */
export async function openStore(place: StoragePlace, { log }: Pick<FileStoreOptions, 'log'>): Promise<Store> {
  if (place.kind === 'file') return openFileStore(place.directory, log === undefined ? {} : { log });
  throw new Error(
    'DATABASE_URL: PostgreSQL stöds inte än; ta bort den och ange DATA_DIR, till exempel DATA_DIR=./data',
  );
}
