import type { Wish } from './log-commands.ts';
import {
  angeAndCentre,
  canReceive,
  gateIn,
  opens,
  past,
  rings,
  story,
  toAnge,
  toCentre,
  ward,
} from './log-commands.ts';

/** The ward rings Ånge at noon, of a patient whom Ånge and the health centre are to receive; Ånge repeats it. */
export const angeTold = opens(ward, past(0), toAnge, { receivers: angeAndCentre });
/** A minute later it rings the health centre, which repeats it. */
export const centreTold = rings(ward, past(1), toCentre);
/** Another minute later it hears that Ånge can receive. */
export const angeCan = canReceive(past(2));
/** After these all have confirmed. */
export const plainStory: readonly Wish[] = [angeTold, centreTold, angeCan];

/** The gate when it is open in the plain way: every receiver has repeated it. */
export const greenGate: readonly string[] = gateOf('read-back', 'acknowledged', 'read-back');

/** The gate in short, by how each of the plain story's cells stands. */
export function gateOf(...cells: readonly [ange: string, can: string, centre: string]): readonly string[] {
  const isGreen = cells.every((state) => state === 'read-back' || state === 'acknowledged');
  return [
    isGreen ? 'all-confirmed' : 'unconfirmed',
    `ange dischargeNotice ${cells[0]}`,
    `ange canReceive ${cells[1]}`,
    `primary-care dischargeNotice ${cells[2]}`,
  ];
}

/** What the gate shows when more has happened after the plain story. */
export const gateAfter = (...more: readonly Wish[]): readonly string[] =>
  gateIn(story(...plainStory, ...more));

/** Three in the afternoon. */
export const three = past(180);
const discharge = {
  items: ['actualDischarge', 'dischargeNotice'] as ('actualDischarge' | 'dischargeNotice')[],
};
/** The first actual date is told, and then confirmed by both. */
export const threeConfirmed: readonly Wish[] = [
  rings(ward, past(3), { ...toCentre, items: ['actualDischarge'], facts: { dischargedAt: three } }),
  rings(ward, past(4), { ...toAnge, ...discharge, facts: { dischargedAt: three } }),
  rings(ward, past(5), { ...toCentre, ...discharge, facts: { dischargedAt: three } }),
];
