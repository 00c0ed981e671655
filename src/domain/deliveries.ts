import { deliveryKey } from './notice-steps.ts';
import type { Delivery } from './outbox.ts';

/** The deliveries of one number, a few in each chunk: what changes costs a copy of its chunk, not of all. */
type Page = {
  /** By `deliveryKey`: which of them it is. What is there once keeps its place. */
  readonly positions: ReadonlyMap<string, number>;
  readonly chunks: readonly (readonly Delivery[])[];
};

const chunkSize = 64;

/** What is found by number and recipient, and read in the order of issue. Never changes: `draftOf` makes the next. */
export class Deliveries implements Iterable<Delivery> {
  readonly pages: ReadonlyMap<number, Page>;

  constructor(pages: ReadonlyMap<number, Page>) {
    this.pages = pages;
  }

  get size(): number {
    return this.pages.values().reduce((sum, { positions }) => sum + positions.size, 0);
  }

  /** By `deliveryKey`. */
  get(key: string): Delivery | undefined {
    return foundIn(this.pages.get(numberOf(key)), key);
  }

  values(): ArrayIterator<Delivery> {
    const all: Delivery[] = [];
    for (const { chunks } of this.pages.values()) for (const chunk of chunks) all.push(...chunk);
    return all.values();
  }

  [Symbol.iterator](): ArrayIterator<Delivery> {
    return this.values();
  }
}

/** None yet. */
export const noDeliveries = new Deliveries(new Map());

/** Deliveries that are being written, within one batch. */
export type DeliveriesDraft = {
  readonly get: (key: string) => Delivery | undefined;
  readonly set: (delivery: Delivery) => void;
  /** What has come of it; nothing may be set afterwards. */
  readonly done: () => Deliveries;
};

/** A batch of changes; the deliveries given stay as they are. */
export function draftOf(deliveries: Deliveries): DeliveriesDraft {
  const drafts = new Map<number, PageDraft>();
  return {
    get(key) {
      const number = numberOf(key);
      return foundIn(drafts.get(number) ?? deliveries.pages.get(number), key);
    },
    set(delivery) {
      const { number } = delivery;
      const draft = drafts.get(number) ?? pageDraftOf(deliveries.pages.get(number));
      drafts.set(number, draft);
      put(draft, delivery);
    },
    done() {
      if (drafts.size === 0) return deliveries;
      const pages = new Map<number, Page>(deliveries.pages);
      for (const [number, { chunks, positions }] of drafts) pages.set(number, { chunks, positions });
      return new Deliveries(pages);
    },
  };
}

/** A page that is being written: what it has not written to is still that of the page before. */
type PageDraft = {
  positions: ReadonlyMap<string, number>;
  readonly chunks: (readonly Delivery[])[];
  /** The copies: of the places, made where somebody is new, and of chunks. */
  ownPositions?: Map<string, number>;
  readonly ownChunks: Map<number, Delivery[]>;
};

function pageDraftOf(page: Page | undefined): PageDraft {
  return { positions: page?.positions ?? new Map(), chunks: [...(page?.chunks ?? [])], ownChunks: new Map() };
}

function put(draft: PageDraft, delivery: Delivery): void {
  const position = placeOf(draft, deliveryKey(delivery.number, delivery.recipient));
  const index = Math.floor(position / chunkSize);
  const chunk = draft.ownChunks.get(index) ?? [...(draft.chunks[index] ?? [])];
  chunk[position % chunkSize] = delivery;
  draft.ownChunks.set(index, chunk);
  draft.chunks[index] = chunk;
}

/** Its place; the next one where it has none. */
function placeOf(draft: PageDraft, key: string): number {
  const known = draft.positions.get(key);
  if (known !== undefined) return known;
  draft.ownPositions ??= new Map(draft.positions);
  draft.positions = draft.ownPositions.set(key, draft.ownPositions.size);
  return draft.ownPositions.size - 1;
}

function foundIn(page: Page | undefined, key: string): Delivery | undefined {
  const position = page?.positions.get(key);
  return position === undefined
    ? undefined
    : page?.chunks[Math.floor(position / chunkSize)]?.[position % chunkSize];
}

/** A key begins with the number. */
function numberOf(key: string): number {
  return Number.parseInt(key, 10);
}
