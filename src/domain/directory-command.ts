import type { Act } from './act.ts';
import type { Team, UnitFields } from './directory-event.ts';
import type { CareSetting, Organisation } from './ids.ts';
import type { Person } from './person.ts';

/** What people may want changed of units, profiles and coordinators: contract.md §5. Membership is judged before. */
export type DirectoryCommand =
  /** A channel that is a unit already keeps its id, and its fields are replaced. */
  | {
      readonly kind: 'connect';
      readonly act: Act;
      readonly newUnit: string;
      readonly channel: { readonly id: string; readonly name: string };
      readonly team: Team;
      readonly fields: UnitFields;
      /** Only a coordinator may make the coordination channel. */
      readonly isCoordinator: boolean;
    }
  | { readonly kind: 'disconnect'; readonly act: Act; readonly unit: string }
  | { readonly kind: 'confirm-shared-team'; readonly act: Act; readonly team: string }
  | {
      readonly kind: 'choose-profile';
      readonly act: Act;
      readonly careSetting?: CareSetting;
      readonly organisation?: Organisation;
      readonly unit?: string;
    }
  | { readonly kind: 'add-coordinator'; readonly act: Act; readonly person: Person }
  | { readonly kind: 'remove-coordinator'; readonly act: Act; readonly person: string };

/** What Teams tells of its own places, whoever acts. */
export type DirectorySighting =
  /** Any activity of a team: its address, its names; `channel` where the activity names one. */
  | {
      readonly kind: 'team';
      readonly team: Team;
      readonly channel?: { readonly id: string; readonly name: string };
    }
  | { readonly kind: 'installed'; readonly team: Team }
  | { readonly kind: 'removed'; readonly team: string }
  | { readonly kind: 'channel-deleted' | 'channel-restored'; readonly channel: string }
  | { readonly kind: 'channel-renamed'; readonly channel: { readonly id: string; readonly name: string } }
  | {
      readonly kind: 'person';
      readonly person: Person;
      readonly tenant: string;
      readonly chat: { readonly conversation: string; readonly serviceUrl: string };
    }
  | { readonly kind: 'person-left'; readonly person: string };
