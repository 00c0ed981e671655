import { describe, expect, test } from 'vitest';
import type { Decision, World } from '../../src/domain/decision.ts';
import { callOf } from '../../src/domain/handover-log.ts';
import { entryIn } from '../support/build-log.ts';
import {
  ange,
  angeAndCentre,
  caseIn,
  corrects,
  decideWish,
  logIn,
  opens,
  past,
  saved,
  statesReceivers,
  story,
  toAnge,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { faultsOf } from '../support/outage-commands.ts';

const faults = (wish: Wish, world: World) => faultsOf(decideWish(wish, world));
/** What was refused, with when somebody else was first. */
const refusedIn = (decision: Decision) =>
  decision.kind === 'refused'
    ? decision.refusals.map((refusal) => [refusal.kind, 'act' in refusal ? refusal.act.at : undefined])
    : [];
/** The numbers of `numbers` that a form may have been made from, for it to be carried out. */
const carriedOut = (numbers: readonly (number | undefined)[], wish: (seen?: number) => Wish, world: World) =>
  numbers.filter((seen) => faults(wish(seen), world).length === 0);

describe('a correction that is made from a form', () => {
  const first = opens(ward, past(0), toAnge, { newEntry: 'first' });
  const from = (seen?: number, reason = 'Hon heter Eva') =>
    corrects(first, past(9), { counterpart: 'Eva' }, { reason, ...(seen !== undefined && { seen }) });
  const once = story(first);
  const twice = saved(once, corrects(first, past(5), { counterpart: 'Karin' }));

  test('is of the call as it was shown: told anew since, it is shown as it stands', () => {
    expect(refusedIn(decideWish(from(1), twice))).toEqual([['entry-changed', past(5)]]);
    expect(decideWish(from(1), twice)).toMatchObject({ outage: 'o1' });
    expect(callOf(entryIn(logIn(saved(twice, from(2))), 'first')).counterpart).toBe('Eva');
  });

  test('is of no other number of tellings than the one that was shown', () => {
    const numbers = [undefined, 0, 1, 2, 3];
    expect(carriedOut(numbers, from, once)).toEqual([undefined, 1]);
    expect(carriedOut(numbers, from, twice)).toEqual([undefined, 2]);
  });

  test('hears first that it was changed, whatever else is wrong', () => {
    expect(faults(from(1, ' '), twice)).toEqual(['entry-changed']);
    const unchanged = corrects(first, past(9), { counterpart: 'Karin' }, { seen: 1 });
    expect(faults(unchanged, twice)).toEqual(['entry-changed']);
  });

  test('hears of a call that was taken back that it was, and another unit nothing', () => {
    expect(faults(from(1), saved(twice, withdraws(first, past(6))))).toEqual(['entry-withdrawn']);
    const theirs = corrects(first, past(9), { counterpart: 'Eva' }, { seen: 1, unit: ange });
    expect(faults(theirs, twice)).toEqual(['no-such-entry']);
  });
});

describe('receivers that are stated from a form', () => {
  const unstated = story(opens(ward, past(0), toAnge));
  const once = story(opens(ward, past(0), toAnge, { receivers: angeAndCentre }));
  const twice = saved(once, statesReceivers(past(5), { parties: ['primary-care'] }));
  const list = { parties: ['psychiatric-outpatient' as const] };
  const from = (seen?: number) =>
    statesReceivers(past(9), list, { reason: 'Flyttar', ...(seen !== undefined && { seen }) });

  test('are in place of those that were shown: stated since, they are shown as they stand', () => {
    expect(refusedIn(decideWish(from(1), twice))).toEqual([['receivers-changed', past(5)]]);
    expect(decideWish(from(1), twice)).toMatchObject({ outage: 'o1' });
    expect(caseIn(saved(twice, from(2))).receivers).toEqual(list);
  });

  test('are in place of no other number of lists than the one that was shown', () => {
    const numbers = [undefined, 0, 1, 2, 3];
    expect(carriedOut(numbers, from, once)).toEqual([undefined, 1]);
    expect(carriedOut(numbers, from, twice)).toEqual([undefined, 2]);
  });

  test('for the first time are refused where somebody was first', () => {
    expect(faults(from(0), unstated)).toEqual([]);
    const stated = saved(unstated, statesReceivers(past(3), angeAndCentre, { reason: '', seen: 0 }));
    expect(refusedIn(decideWish(from(0), stated))).toEqual([['receivers-changed', past(3)]]);
  });

  test('hear first that they were changed, and another unit nothing', () => {
    const same = statesReceivers(past(9), { parties: ['primary-care'] }, { reason: '', seen: 1 });
    expect(faults(same, twice)).toEqual(['receivers-changed']);
    const theirs = statesReceivers(past(9), list, { seen: 1, unit: ange });
    expect(faults(theirs, twice)).toEqual(['no-handover-on-code']);
  });
});
