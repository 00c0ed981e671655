import type { Act } from './act.ts';
import type { OutageDeed } from './outage.ts';

/** Every "no" to somebody who wants something changed. `src/text/refusal-text.ts` says each in Swedish. */
export type Refusal =
  /** Only coordinators may; the sentence says whom to turn to. */
  | { readonly kind: 'not-coordinator' }
  /** The outage is past that: who did it, when, and what. */
  | { readonly kind: 'already-done'; readonly deed: OutageDeed; readonly act: Act }
  /** Somebody changed it since the form was shown: it is shown anew, with what is true now. */
  | {
      readonly kind: 'changed-meanwhile';
      readonly deed: OutageDeed;
      readonly act: Act;
    }
  /** The clock began a plan since the form was shown; `at` is when it began. */
  | { readonly kind: 'begun-meanwhile'; readonly at: number }
  /** The same form with other content. */
  | { readonly kind: 'form-used'; readonly act: Act }
  | { readonly kind: 'no-such-outage' }
  /** Nothing runs that this could be done to. */
  | { readonly kind: 'no-outage' }
  /** At most one is reported, ongoing or restored; `since` is when that one began. */
  | { readonly kind: 'another-outage-runs'; readonly isDrill: boolean; readonly since: number }
  /** Of one field of the form, where the sentence is shown. */
  | { readonly kind: 'field'; readonly field: RefusedField; readonly fault: FieldFault }
  | { readonly kind: 'no-such-unit' }
  /** The channel is a unit of another organisation's team: one organisation per team. */
  | { readonly kind: 'other-organisation-in-team' }
  | { readonly kind: 'unit-disconnected-already' }
  | { readonly kind: 'coordinator-already' }
  | { readonly kind: 'no-such-coordinator' }
  /** One of `COORDINATORS`: removed where the service is configured. */
  | { readonly kind: 'configured-coordinator' }
  | { readonly kind: 'last-coordinator' };

export type RefusedField =
  | 'startedAt'
  | 'expectedEndAt'
  | 'nextUpdateAt'
  | 'restoredAt'
  | 'endedAt'
  | 'reason'
  | 'message'
  | 'name'
  | 'careSetting'
  | 'organisation'
  | 'unit'
  | 'person';

export type FieldFault =
  | 'missing'
  | 'too-long'
  | 'in-future'
  | 'in-past'
  | 'before-start'
  | 'before-restored'
  /** Before the real outage before was over. */
  | 'before-last-end'
  /** More than a year from now: mostly a slip in the year. */
  | 'too-far'
  /** The care setting cannot be this organisation's. */
  | 'other-organisation'
  /** The person is no member of that unit's team. */
  | 'not-member';
