import type { Leader } from './store.ts';

/** Leads from now until it is disposed of: where one process alone has the store. */
export function leadAlways({ reign }: Leader): AsyncDisposable {
  const ended = new AbortController();
  const reigning = reign(ended.signal);
  return {
    async [Symbol.asyncDispose]() {
      ended.abort();
      await reigning;
    },
  };
}
