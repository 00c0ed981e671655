import type { Act } from './act.ts';
import type { HandoverLog } from './handover-log.ts';
import type { Terms } from './outage-event.ts';
import type { Outbox } from './outbox.ts';

/** design.md §3. `closed` is also where a dismissed report, a cancelled plan and a joined one end. */
export type OutageState = 'planned' | 'reported' | 'ongoing' | 'restored' | 'ended' | 'closed';

/** What somebody did to an outage; `redan gjort av NN 14.05` names it. */
export type OutageDeed =
  | 'reported'
  | 'declared'
  | 'planned'
  | 'updated'
  | 'restored'
  | 'resumed'
  | 'ended'
  | 'dismissed'
  | 'cancelled'
  | 'closed';

export type Report = { readonly act: Act; readonly message: string; readonly unit?: string };

/** An outage as it stands: a fold of its stream. */
export type Outage = {
  readonly id: string;
  readonly state: OutageState;
  /** `reported` until a coordinator says what it is. */
  readonly kind: 'reported' | 'unplanned' | 'planned' | 'drill';
  /** When it began; of a planned one when it will; of a reported one the first report. */
  readonly startedAt: number;
  readonly terms: Terms;
  readonly reports: readonly Report[];
  readonly restoredAt?: number;
  readonly endedAt?: number;
  /** A drill that a real outage broke off. */
  readonly isInterrupted: boolean;
  /** The outage that a planned one became part of. */
  readonly joinedTo?: string;
  /** Why it was dismissed, cancelled or closed. */
  readonly reason?: string;
  /** When coordinators last said something new: declared, updated, restored, resumed or ended. */
  readonly saidAt?: number;
  /** The last of each deed. */
  readonly deeds: Readonly<Partial<Record<OutageDeed, Act>>>;
  readonly lastDeed?: OutageDeed;
  /** By form id: what was done under it. */
  readonly forms: ReadonlyMap<string, { readonly deed: OutageDeed; readonly act: Act }>;
  /**
   * Counts what people and the clock did to it, reports after the first aside; carried by forms, so that an old
   * one is known as that. 0: the stream is opened and nothing has happened in it.
   */
  readonly revision: number;
  /** Of a plan that the clock began: the revision that it led to. */
  readonly startedRevision?: number;
  /** What the units have logged. */
  readonly log: HandoverLog;
  readonly outbox: Outbox;
};
