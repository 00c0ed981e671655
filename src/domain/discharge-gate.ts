import type { Case, Counterparty, HandoverLog } from './handover-log.ts';
import type { ReceiverList } from './handover-event.ts';
import { canReceiveOf, isConfirmed, receiptOf } from './receipts.ts';
import type { Receipt } from './receipts.ts';

/** One thing that must be in before the last state: from whom, what, and how far it has come. */
export type GateCell = {
  readonly from: Counterparty;
  readonly item: 'dischargeNotice' | 'canReceive';
  readonly receipt: Receipt;
};

/**
 * Whether it is assured that those who are to receive have the information (L100). It informs, and never allows a
 * discharge. `receivers-unknown`: nobody has stated who is to receive.
 */
export type DischargeGate =
  | { readonly kind: 'receivers-unknown' }
  | { readonly kind: 'unconfirmed'; readonly cells: readonly GateCell[] }
  | { readonly kind: 'all-confirmed'; readonly cells: readonly GateCell[] };

/** The gate of a case: closed until every receiver has confirmed, and the municipality has said that it can receive. */
export function dischargeGate(log: HandoverLog, ofCase: Case): DischargeGate {
  const { receivers } = ofCase;
  if (receivers === undefined || receivers.parties.length === 0) return { kind: 'receivers-unknown' };
  const cells = receiversIn(receivers).flatMap((from): readonly GateCell[] => [
    { from, item: 'dischargeNotice', receipt: receiptOf(log, ofCase, [from, 'dischargeNotice']) },
    ...(from.party === 'municipality'
      ? [{ from, item: 'canReceive' as const, receipt: canReceiveOf(log, ofCase, from) }]
      : []),
  ]);
  const isDone = cells.every(({ receipt }) => isConfirmed(receipt));
  return { kind: isDone ? 'all-confirmed' : 'unconfirmed', cells };
}

/** Those who are to receive, as sides of a call. */
export function receiversIn({ municipality, parties }: ReceiverList): readonly Counterparty[] {
  return parties.map((party) =>
    party === 'municipality' && municipality !== undefined ? { party, municipality } : { party },
  );
}
