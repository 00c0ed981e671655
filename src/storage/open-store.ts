import { openFileStore } from './file-store.ts';
import type { FileStoreOptions } from './file-store.ts';
import { openPostgresStore } from './postgres-store.ts';
import type { Store } from './store.ts';

/** Where records are kept: in files of a directory, or in a database. */
export type StoragePlace =
  { readonly kind: 'file'; readonly directory: string } | { readonly kind: 'postgres'; readonly url: string };

/** Opens the store that is configured, for whoever writes in it. Rejects, for the operator, where it cannot be had. */
export function openStore(place: StoragePlace, { log }: Pick<FileStoreOptions, 'log'>): Promise<Store> {
  const options = log === undefined ? {} : { log };
  return place.kind === 'file'
    ? openFileStore(place.directory, options)
    : openPostgresStore(place.url, options);
}
