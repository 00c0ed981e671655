import type { Root } from '../domain/notice-event.ts';

/** Where a recipient is reached. */
export type Place = {
  readonly kind: 'channel' | 'chat';
  /** The channel's id, where a post begins a thread; or the chat's conversation. */
  readonly conversation: string;
  readonly serviceUrl: string;
  readonly tenant: string;
};

/** What is sent: the card's view as it was stored, and what a phone shows of it. */
export type Message = { readonly card: unknown; readonly text: string };

/** Why it did not go. `reached: 'maybe'`: Teams may have acted on it all the same. */
export type SendFailure = {
  readonly errorCode: string;
  readonly status?: number;
  readonly reached: 'no' | 'maybe';
  /** From `Retry-After`. */
  readonly retryAfterMs?: number;
};

export type Sent =
  | { readonly kind: 'sent'; readonly root?: Root }
  | { readonly kind: 'failed'; readonly failure: SendFailure };

/** Takes one request to Teams, once: retries are the delivery's. Never rejects. */
export type Courier = {
  /** A new post; in a channel it begins a thread. The root is where it can be edited and replied to. */
  readonly post: (place: Place, message: Message) => Promise<Sent>;
  readonly edit: (place: Place, root: Root, message: Message) => Promise<Sent>;
  /** Text alone, in the root's thread. */
  readonly reply: (place: Place, root: Root, text: string) => Promise<Sent>;
};
