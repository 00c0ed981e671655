import { describe, expect, test } from 'vitest';
import { careGroupOf } from '../../src/domain/care-group.ts';
import { itemsBetween, partyOf } from '../../src/domain/handover-items.ts';
import { careSettings, handoverItems, handoverParties } from '../../src/domain/ids.ts';
import type { HandoverItem, HandoverParty } from '../../src/domain/ids.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';

const { routine } = await builtInKnowledge();
const isOutpatient = (party: HandoverParty): boolean =>
  party === 'primary-care' || party === 'psychiatric-outpatient';

/** What the routine says that the part of care behind a party hands over to another. */
const byRoutine = (from: HandoverParty, to: HandoverParty): readonly HandoverItem[] => {
  const groups = careSettings.filter((setting) => partyOf(setting) === from).map(careGroupOf);
  return routine.groups[groups[0] ?? 'inpatient'].handsOver
    .filter((handover) => handover.to.some((one) => one === to))
    .flatMap(({ items }) => handoverItems.filter((item) => items.some((one) => one === item)));
};

/** What the law adds (2017:612, 2 kap. 4 § and 3 kap. 1 §), the SIP that outpatient care rings all for, and L117–121. */
const beyond = (from: HandoverParty, to: HandoverParty): readonly HandoverItem[] => {
  if (from === 'inpatient-ward' && to !== 'inpatient-ward') {
    return ['expectedDischargeChanged', 'readyForDischarge', 'readyForDischargeWithdrawn'];
  }
  if (isOutpatient(from)) return ['sipSummons'];
  return from === 'municipality' && to === 'municipality' ? ['forwarded'] : [];
};

const pairs = handoverParties.flatMap((from) => handoverParties.map((to) => [from, to] as const));

const senders = (item: HandoverItem) =>
  handoverParties.filter((from) => handoverParties.some((to) => itemsBetween(from, to).includes(item)));

describe('what is handed over', () => {
  test.each(pairs)('from %s to %s is what the routine and the law say', (from, to) => {
    const expected = [...byRoutine(from, to), ...beyond(from, to)];
    expect(itemsBetween(from, to).toSorted()).toEqual(expected.toSorted());
    expect(new Set(expected).size).toBe(expected.length);
  });

  test('has every thing, each from some side to some other', () => {
    const all = new Set(pairs.flatMap(([from, to]) => itemsBetween(from, to)));
    expect([...all].toSorted()).toEqual([...handoverItems].toSorted());
  });

  test('from a ward is in the routine’s order, with what the law adds where it belongs', () => {
    const items = itemsBetween('inpatient-ward', 'municipality');
    expect(items).toEqual(handoverItems.filter((item) => items.includes(item)));
    expect(items.filter((item) => byRoutine('inpatient-ward', 'municipality').includes(item))).toEqual(
      byRoutine('inpatient-ward', 'municipality'),
    );
  });

  test('keeps the discharge with wards, and that one can receive with municipalities', () => {
    expect(senders('dischargeNotice')).toEqual(['inpatient-ward']);
    expect(senders('readyForDischarge')).toEqual(['inpatient-ward']);
    expect(senders('canReceive')).toEqual(['municipality']);
    expect(senders('sipSummons').every(isOutpatient)).toBe(true);
  });
});

test('both kinds of ward are rung as a ward, the others as what they are', () => {
  expect(careSettings.map(partyOf)).toEqual([
    'inpatient-ward',
    'inpatient-ward',
    'primary-care',
    'psychiatric-outpatient',
    'municipality',
  ]);
});
