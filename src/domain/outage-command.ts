import type { Act } from './act.ts';
import type { Terms } from './outage-event.ts';

/** `outage`: which one. `revision`: the outage's when the form was shown; absent: any. */
type OnOne = { readonly act: Act; readonly outage: string; readonly revision?: number };

/** What people may want done to an outage: contract.md §5. Who may is judged before. */
export type OutageCommand =
  /** Adds to the reported or ongoing one; where there is none, opens `newOutage`. */
  | {
      readonly kind: 'report';
      readonly act: Act;
      readonly newOutage: string;
      readonly message: string;
      readonly unit?: string;
    }
  /**
   * Takes over the reported one where there is one, else opens `newOutage`. `planned` with a start to come is
   * a plan of its own and takes nothing over. Asking to declare what already runs is refused as already done.
   */
  | {
      readonly kind: 'declare';
      readonly act: Act;
      readonly newOutage: string;
      readonly outageKind: 'unplanned' | 'planned' | 'drill';
      readonly startedAt: number;
      readonly terms: Terms;
    }
  | (OnOne & { readonly kind: 'update'; readonly startedAt: number; readonly terms: Terms })
  | (OnOne & { readonly kind: 'restored'; readonly restoredAt: number })
  | (OnOne & { readonly kind: 'resume'; readonly resumedAt: number })
  | (OnOne & { readonly kind: 'end'; readonly endedAt: number; readonly message: string })
  | (OnOne & { readonly kind: 'dismiss'; readonly reason: string })
  | (OnOne & { readonly kind: 'cancel'; readonly reason: string })
  | (OnOne & { readonly kind: 'close'; readonly reason: string });
