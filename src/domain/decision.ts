import type { Directory, RoutineMark } from './directory.ts';
import type { DirectoryEvent } from './directory-event.ts';
import type { NoticeKind, NoticeManner, Recipient } from './notice-event.ts';
import type { Outage } from './outage.ts';
import type { OutageEvent } from './outage-event.ts';
import type { Refusal } from './refusal.ts';

/** All that a decision rests on. `outages` holds those that are not settled, drills too. */
export type World = {
  readonly directory: Directory;
  readonly outages: ReadonlyMap<string, Outage>;
  /** The ids in `COORDINATORS`; others are in the directory. */
  readonly configuredCoordinators: readonly string[];
  /** The routine that the bot answers from; absent where it is nobody's business, as in a tool. */
  readonly routine?: RoutineMark | undefined;
};

/**
 * That a notice is to be issued, in the same write as the events beside it. What it says is made from the
 * state after them (`app/issue-notices.ts`), which also gives it its number.
 */
export type NoticeCause = {
  readonly notice: NoticeKind;
  readonly manner: NoticeManner;
  /**
   * `units`: what the channels are told; `coordinators`: their card, which is edited; `prompts`: what they are
   * asked, each in a post of its own; `planned`: what is said ahead; `log`: what concerns a unit's own log.
   */
  readonly thread: 'units' | 'coordinators' | 'prompts' | 'planned' | 'log' | 'test';
  /** What the clock causes has one: it is issued once. */
  readonly key?: string;
  readonly recipients: readonly Recipient[];
  /** Of the `log`: the unit whose log it is, and the call that it is about; of a receipt, on which code. */
  readonly about?: { readonly unit: string; readonly entry?: string; readonly code?: string };
};

/** What is appended to one stream, as one record. */
export type Write =
  | {
      readonly stream: 'directory';
      readonly events: readonly DirectoryEvent[];
      readonly notices: readonly NoticeCause[];
    }
  | {
      readonly stream: 'outage';
      readonly outage: string;
      readonly isDrill: boolean;
      readonly events: readonly OutageEvent[];
      readonly notices: readonly NoticeCause[];
    };

/** What a command leads to: writes, in their order, or why not. `repeated`: this very form was done already. */
export type Decision =
  | { readonly kind: 'decided'; readonly writes: readonly Write[]; readonly outage?: string }
  | { readonly kind: 'repeated'; readonly outage?: string }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[]; readonly outage?: string };
