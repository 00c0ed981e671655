import type { Call, ReceiverList } from './handover-event.ts';
import { itemsBetween, partyOf } from './handover-items.ts';
import type { LogUnit } from './log-command.ts';
import { faultIf, isTooFar } from './outage-faults.ts';
import type { Refusal } from './refusal.ts';
import { instantAt } from './swedish-time.ts';

/** The longest name of whoever was talked to, in UTF-16 units. */
export const longestCounterpart = 60;

/** What is wrong with a call as it was filled in, field by field. */
export function callFaults(call: Call, unit: LogUnit, now: number): readonly Refusal[] {
  const { counterpart, items, outcome, calledAt } = call;
  const isAnswered = outcome !== 'no-answer';
  return [
    ...partyFaults(call, unit),
    ...faultIf(isAnswered && counterpart.trim() === '', 'counterpart', 'missing'),
    ...faultIf(counterpart.length > longestCounterpart, 'counterpart', 'too-long'),
    ...faultIf(items.length === 0, 'items', 'missing'),
    ...faultIf(!isAnswered && call.direction === 'received', 'outcome', 'not-between'),
    ...calledFaults(calledAt, now),
    ...factFaults(call.facts, now),
  ];
}

function partyFaults({ direction, items, municipality, party }: Call, unit: LogUnit): readonly Refusal[] {
  const own = partyOf(unit.careSetting);
  const possible = direction === 'given' ? itemsBetween(own, party) : itemsBetween(party, own);
  if (possible.length === 0) return faultIf(true, 'party', 'not-between');
  const isInside = own === 'municipality' && party === 'municipality';
  return [
    ...faultIf(party === 'municipality' && municipality === undefined, 'municipality', 'missing'),
    ...faultIf(isInside && municipality !== unit.organisation, 'municipality', 'other-organisation'),
    ...faultIf(!items.every((item) => possible.includes(item)), 'items', 'not-between'),
  ];
}

function calledFaults(calledAt: number, now: number): readonly Refusal[] {
  if (isTooFar(calledAt, now)) return faultIf(true, 'calledAt', 'too-far');
  return faultIf(calledAt > now, 'calledAt', 'in-future');
}

/** What is wrong with what is told of a stay. A discharge may lie ahead. */
export function factFaults(
  { admittedAt, dischargedAt, sipOn }: Call['facts'],
  now: number,
): readonly Refusal[] {
  return [
    ...faultIf(admittedAt !== undefined && admittedAt > now, 'admittedAt', 'in-future'),
    ...faultIf(admittedAt !== undefined && isTooFar(admittedAt, now), 'admittedAt', 'too-far'),
    ...faultIf(dischargedAt !== undefined && isTooFar(dischargedAt, now), 'dischargedAt', 'too-far'),
    ...faultIf(sipOn !== undefined && isTooFar(noonOf(sipOn), now), 'sipOn', 'too-far'),
    ...faultIf(
      admittedAt !== undefined && dischargedAt !== undefined && dischargedAt < admittedAt,
      'dischargedAt',
      'before-admitted',
    ),
  ];
}

/** A day that there is none of lies too far off. */
function noonOf(date: string): number {
  return instantAt({ date, time: '12:00' }) ?? Infinity;
}

/** What is wrong with a list of receivers. */
export function receiverFaults(list: ReceiverList | undefined): readonly Refusal[] {
  if (list === undefined) return [];
  const isMunicipal = list.parties.includes('municipality');
  return [
    ...faultIf(list.parties.length === 0, 'receivers', 'missing'),
    ...faultIf(isMunicipal && list.municipality === undefined, 'receivingMunicipality', 'missing'),
  ];
}
