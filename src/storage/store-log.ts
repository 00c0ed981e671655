/** Where a store tells of what it did by itself: ids, numbers and codes, never what a record holds. */
export type StoreLog = {
  readonly warn: (
    line: { readonly stream?: string; readonly bytes?: number; readonly fault?: string },
    message: string,
  ) => void;
};
