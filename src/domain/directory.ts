import type { Act } from './act.ts';
import type { Team, UnitFields } from './directory-event.ts';
import type { CareSetting, Organisation } from './ids.ts';
import type { Outbox } from './outbox.ts';

/** A connected channel: whom notices reach, and whose log it is. */
export type Unit = UnitFields & {
  readonly id: string;
  readonly channel: { readonly id: string; readonly name: string };
  /** The team's id. */
  readonly team: string;
  readonly state: 'connected' | 'disconnected' | 'channel-deleted';
  readonly connected: Act;
};

export type KnownTeam = Team & {
  readonly isInstalled: boolean;
  /** When the app was last installed there. */
  readonly installedAt?: number;
  /** A coordinator agreed that more than one unit is in it. */
  readonly sharingConfirmed?: Act;
};

/** Where somebody works, as they have chosen it; the unit only where Teams' roster said so. */
export type Profile = {
  readonly careSetting?: CareSetting;
  readonly organisation?: Organisation;
  readonly unit?: string;
};

export type KnownPerson = {
  readonly id: string;
  readonly name: string;
  readonly tenant: string;
  /** Absent when the app was taken out of it. */
  readonly chat?: { readonly conversation: string; readonly serviceUrl: string };
  readonly profile: Profile;
};

/** A routine as data: the version that it calls itself, and what tells any change of it. */
export type RoutineMark = { readonly version: string; readonly hash: string };

/** What is known of people and channels: a fold of the `directory` stream. */
export type Directory = {
  readonly units: ReadonlyMap<string, Unit>;
  readonly teams: ReadonlyMap<string, KnownTeam>;
  readonly people: ReadonlyMap<string, KnownPerson>;
  /** Those added in chat; the ones of `COORDINATORS` are not here. */
  readonly coordinators: ReadonlyMap<string, { readonly name: string; readonly added: Act }>;
  /** Outages that are not settled: whether each is a drill, and when it was announced. */
  readonly openOutages: ReadonlyMap<string, { readonly isDrill: boolean; readonly at: number }>;
  /** The routine that was answered from last; absent: none yet. */
  readonly routine?: RoutineMark | undefined;
  /** By form id. */
  readonly forms: ReadonlyMap<string, Act>;
  readonly outbox: Outbox;
};
