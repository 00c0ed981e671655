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
  | { readonly kind: 'last-coordinator' }
  /** Of a log: the outage is closed, and nothing can be added. */
  | { readonly kind: 'log-closed' }
  /** A drill runs and a real outage is reported: nobody guesses which of them a call belongs to. */
  | { readonly kind: 'which-outage' }
  /** A code that nobody has, or on which nothing is handed over to the unit: which of them is not told. */
  | { readonly kind: 'no-handover-on-code' }
  | { readonly kind: 'no-such-entry' }
  | { readonly kind: 'entry-withdrawn'; readonly act: Act }
  /** Somebody told the call anew since the form was shown. */
  | { readonly kind: 'entry-changed'; readonly act: Act }
  /** Somebody stated other receivers since the form was shown. */
  | { readonly kind: 'receivers-changed'; readonly act: Act }
  /** Tasks are known when the outage is over. */
  | { readonly kind: 'outage-goes-on' }
  /** What was to be marked is not owed, or not any more. */
  | { readonly kind: 'task-gone' }
  | { readonly kind: 'task-marked'; readonly mark: 'done' | 'dismissed' | 'open'; readonly act: Act };

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
  | 'person'
  | 'code'
  | 'party'
  | 'municipality'
  | 'counterpart'
  | 'items'
  | 'outcome'
  | 'calledAt'
  | 'receivers'
  | 'receivingMunicipality'
  | 'admittedAt'
  | 'dischargedAt'
  | 'sipOn'
  | 'note';

export type FieldFault =
  | 'missing'
  | 'too-long'
  | 'in-future'
  | 'in-past'
  | 'before-start'
  | 'before-restored'
  /** Before the real outage before was over. */
  | 'before-last-end'
  /** After a call that is logged in what was reported: it would lie outside the outage. */
  | 'after-first-call'
  /** More than a year from now: mostly a slip in the year. */
  | 'too-far'
  /** The care setting cannot be this organisation's. */
  | 'other-organisation'
  /** The person is no member of that unit's team. */
  | 'not-member'
  /** Nothing of it goes that way: from that care setting to that one. */
  | 'not-between'
  /** Nobody has handed it over. */
  | 'not-given'
  /** No outage went on then. */
  | 'no-outage-then'
  /** Before the patient was admitted. */
  | 'before-admitted'
  /** It is as it was: there is nothing to save. */
  | 'unchanged'
  /** The same as before: other receivers need a reason, in a form of their own. */
  | 'needs-reason';
