import type { Act } from './act.ts';
import type { Call, ReceiverList, StayFacts, StayPart, UnitKind } from './handover-event.ts';
import type { HandoverItem, ReregistrationTask } from './ids.ts';

/** The unit whose log it is; that whoever acts is a member is judged before. */
export type LogUnit = UnitKind & { readonly id: string };

type Acting = {
  readonly act: Act;
  readonly unit: LogUnit;
  /** Teams did not say whether the person is of the unit's team. */
  readonly isUnverified: boolean;
};

/** What people may want logged: contract.md §5. */
export type LogCommand =
  /** `call.code` empty: a new case, in the outage that went on when the call was made. */
  | (Acting & {
      readonly kind: 'record';
      readonly newOutage: string;
      readonly newEntry: string;
      readonly newCode: string;
      /** The outage that was meant, where a drill and a real one are possible. */
      readonly outage?: string;
      readonly call: Call;
      readonly receivers?: ReceiverList;
    })
  /** The short form of recording what was received: the items of calls that the code's owner has made to the unit. */
  | (Acting & {
      readonly kind: 'acknowledge';
      readonly newEntry: string;
      readonly code: string;
      readonly items: readonly HandoverItem[];
    })
  | (Acting & {
      readonly kind: 'correct';
      readonly outage: string;
      readonly entry: string;
      readonly call: Call;
      /** How many times it had been told when the form was shown; absent: no form was. */
      readonly seen?: number;
      readonly reason: string;
    })
  | (Acting & {
      readonly kind: 'withdraw';
      readonly outage: string;
      readonly entry: string;
      readonly reason: string;
      /** As of `correct`. */
      readonly seen?: number;
    })
  | (Acting & {
      readonly kind: 'state-receivers';
      readonly code: string;
      readonly receivers: ReceiverList;
      readonly reason: string;
      /** How many times they had been stated when the form was shown; absent: no form was. */
      readonly seen?: number;
    })
  | (Acting & {
      readonly kind: 'state-facts';
      readonly code: string;
      readonly facts: StayFacts;
      /** What was told before, and is not known after all. */
      readonly unknown?: readonly StayPart[];
    })
  | (Acting & {
      readonly kind: 'mark';
      readonly outage: string;
      readonly code?: string;
      readonly tasks: readonly ReregistrationTask[];
      readonly mark: 'done' | 'dismissed' | 'open';
      readonly note: string;
    });
