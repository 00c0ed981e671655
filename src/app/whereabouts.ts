import type { Team } from '../domain/directory-event.ts';
import type { Person } from '../domain/person.ts';

/** Who acts, and where in Teams: all that a use case may know of the platform. */
export type Whereabouts = {
  /** By the Entra object id; absent where Teams names nobody that Entra knows. */
  readonly person?: Person;
  /** The bot's own id of the person in Teams (`29:…`): what the roster is asked by. */
  readonly userId?: string;
  /** Of the place, in lower case; empty where Teams names none. */
  readonly tenant: string;
  /** The once-only key of what carries no form id. */
  readonly activityId?: string;
  /** Where answers go; it may change, so that the newest is the right one. */
  readonly serviceUrl: string;
  readonly place: WhereaboutsPlace;
};

/** The conversation is what is answered in: in a channel, the thread. */
export type WhereaboutsPlace =
  | { readonly kind: 'personal'; readonly conversation: string }
  | {
      readonly kind: 'channel';
      readonly conversation: string;
      /** The name is empty where Teams does not say it. */
      readonly channel: { readonly id: string; readonly name: string };
      /** Absent where Teams does not say it, or says another word. */
      readonly channelType?: 'standard' | 'private' | 'shared';
      /** The name is empty where Teams does not say it. */
      readonly team: Team;
    }
  /** A group chat, a meeting, or a channel whose team Teams does not name: nothing can be connected to it. */
  | { readonly kind: 'group'; readonly conversation: string };
