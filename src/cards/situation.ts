import type { Unit } from '../domain/directory.ts';
import type { Outage } from '../domain/outage.ts';

/** What is known of outages when somebody asks, and what the one who asks may do about it. */
export type Situation = {
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** The real one that is reported, ongoing or restored. */
  readonly running?: Outage;
  /** The drill that runs. */
  readonly drill?: Outage;
  /** Those to come, in any order. */
  readonly planned: readonly Outage[];
  /** The one that ended last and is not closed; a drill only where there is no real one. */
  readonly ended?: Outage;
  readonly isCoordinator: boolean;
  /** Nobody but coordinators reads the answer: the own chat of one, or their own channel. */
  readonly isAmongCoordinators?: true;
  /** The names of those who are coordinators, as far as they are known. */
  readonly coordinators: readonly string[];
  /** The unit of the channel where it is asked, or of the asker's profile. */
  readonly unit?: Unit;
};
