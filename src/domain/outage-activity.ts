import type { Directory } from './directory.ts';
import { callOf } from './handover-log.ts';
import type { HandoverLog } from './handover-log.ts';
import { kept } from './kept.ts';
import type { Outage } from './outage.ts';
import { outstandingByUnit } from './owing-units.ts';
import { isConfirmed } from './receipts.ts';
import { unitReceipts } from './unit-receipts.ts';
import type { UnitReceipt } from './unit-receipts.ts';

/** How it goes in an outage, in counts alone: no code, no unit. */
export type OutageActivity = {
  /** Things handed over, or tried, more than half an hour ago that nobody has confirmed as they are now. */
  readonly unconfirmed: number;
  /** After the end: what is left to register, and in how many units. */
  readonly outstanding?: { readonly tasks: number; readonly units: number };
};

/** How long a confirmation may take before somebody should look, in milliseconds. */
const patienceMs = 30 * 60_000;

/** Counts what waits in an outage. After a drill nothing is owed. */
export function outageActivity(
  outage: Outage,
  directory: Pick<Directory, 'units'>,
  now: number,
): OutageActivity {
  const unconfirmed = unconfirmedIn(outage.log, now);
  if (outage.state !== 'ended' || outage.kind === 'drill') return { unconfirmed };
  const owing = outstandingByUnit(outage, directory);
  const tasks = owing.reduce((sum, one) => sum + one.tasks.length, 0);
  return { unconfirmed, outstanding: { tasks, units: owing.length } };
}

function unconfirmedIn(log: HandoverLog, now: number): number {
  return [...log.units.keys()]
    .flatMap((unit) => unconfirmedCalls(unitReceipts(log, unit)))
    .filter((calledAt) => now - calledAt > patienceMs).length;
}

/** When they were made. */
const unconfirmedCalls = kept((receipts: readonly UnitReceipt[]): readonly number[] =>
  receipts
    .filter(({ receipt }) => !isConfirmed(receipt))
    .flatMap(({ receipt: { call } }) => (call === undefined ? [] : callOf(call).calledAt)),
);
