import type { Intent } from '../intent/recognition.ts';

/** A card as it is sent: alone, its summary being what a phone shows of it. */
type Shown = { readonly card: object; readonly summary: string };

/** What is posted in the conversation: a card alone or a text alone, never both (Teams splits them). */
export type Post = ({ readonly kind: 'card' } & Shown) | { readonly kind: 'text'; readonly text: string };

/** What the bot does about one activity: what it posts, and what it answers the request itself. */
export type Reaction = {
  /** For metrics and logs. */
  readonly outcome: string;
  readonly intent?: Intent;
  readonly post?: Post;
  /** The HTTP answer's body: what an invoke shows the one who pressed. */
  readonly body?: object;
};
