import { describe, expect, test } from 'vitest';
import type { NoticeEvent, NoticeManner } from '../../src/domain/notice-event.ts';
import { isBlocked } from '../../src/domain/notice-steps.ts';
import { evolveOutbox } from '../../src/domain/outbox.ts';
import { aNotice, noon } from '../support/build-outage.ts';
import type { NoticeEventOf } from '../support/notice-facts.ts';
import {
  after,
  deliveryIn,
  done,
  failed,
  leftIn,
  posted,
  root,
  second,
  toWard,
  ward,
} from '../support/notice-facts.ts';

const stateOf = (...events: readonly NoticeEvent[]) => deliveryIn(after(...posted, ...events), 2).state;
const states = (...events: readonly NoticeEvent[]) =>
  [...after(...events).deliveries.values()].map(({ state }) => state);

const third = (manner: NoticeManner, overrides: Partial<NoticeEventOf<'noticeIssued'>> = {}): NoticeEvent =>
  aNotice({ number: 3, manner, notice: 'update', recipients: [ward], ...overrides });

describe('an amendment that a later notice of the thread makes needless', () => {
  const first = second('amend');

  test.each<NoticeManner>(['amend', 'revise', 'conclude'])('is not sent when it is to %s', (manner) => {
    const outbox = after(...posted, first, third(manner));
    expect(deliveryIn(outbox, 2)).toMatchObject({ state: 'sent', done: [] });
    expect(isBlocked(outbox, deliveryIn(outbox, 3))).toBe(false);
    expect(leftIn(outbox, 3)[0]).toBe('edit');
  });

  test.each<[string, readonly NoticeEvent[]]>([
    ['posts anew', [first, third('post')]],
    [
      'posts anew, and a later one edits that',
      [first, third('post'), aNotice({ number: 4, manner: 'amend', recipients: [ward] })],
    ],
    ['is of another thread', [first, third('amend', { thread: 'coordinators' })]],
    ['is to somebody else', [first, third('amend', { recipients: ['unit:timra'] })]],
  ])('is sent all the same when the later one %s', (_what, events) => {
    expect(stateOf(...events)).toBe('waiting');
  });

  test('is sent all the same when it has been tried', () => {
    const tried = failed({ number: 2, step: 'edit', status: 429, nextTryAt: noon });
    expect(stateOf(first, tried, third('amend'))).toBe('waiting');
    expect(stateOf(first, { kind: 'noticeBegun', ...toWard, number: 2 }, third('amend'))).toBe('waiting');
  });

  test('that is a revision is said: its reply is news', () => {
    expect(stateOf(second('revise'), third('revise'))).toBe('waiting');
  });

  test('counts as edited when it was on its way and arrives, and as nothing when it does not', () => {
    const both = after(...posted, first, third('amend'));
    const arrived = evolveOutbox(both, [done('edit', { number: 2 })]);
    expect(deliveryIn(arrived, 2)).toMatchObject({ state: 'sent', done: ['edit'] });
    const not = evolveOutbox(both, [failed({ number: 2, step: 'edit', status: 500, nextTryAt: noon })]);
    expect(deliveryIn(not, 2).state).toBe('sent');
  });

  test('holds nothing back: of 400 reports in a row one edit is left before the start', () => {
    const reports = Array.from({ length: 400 }, (_, index) =>
      aNotice({
        number: index + 2,
        manner: 'amend',
        notice: 'report',
        thread: 'coordinators',
        recipients: [ward],
      }),
    );
    const start = aNotice({ number: 402, recipients: [ward] });
    const board = aNotice({ thread: 'coordinators', recipients: [ward] });
    const outbox = after(board, done('post', { root }), ...reports, start);
    const waiting = [...outbox.deliveries.values()].filter(({ state }) => state === 'waiting');
    expect(waiting.map(({ number }) => number)).toEqual([401, 402]);
  });

  test('lets what it held back, and what has nothing to say, be done with', () => {
    const elsewhere = aNotice({ number: 3, manner: 'amend', thread: 'coordinators', recipients: [ward] });
    const outbox = after(
      ...posted,
      first,
      elsewhere,
      aNotice({ number: 4, manner: 'amend', recipients: [ward] }),
    );
    expect([2, 3, 4].map((number) => deliveryIn(outbox, number).state)).toEqual(['sent', 'sent', 'waiting']);
  });
});

describe('a start that has not left when its end is issued', () => {
  const start = aNotice({ recipients: [ward] });
  const isOver = aNotice({ number: 3, manner: 'conclude', notice: 'end', recipients: [ward] });
  const noApp = failed({ reason: 'app-removed', awaitsInstallation: true, nextTryAt: noon });

  test.each<[string, readonly NoticeEvent[]]>([
    ['was not tried', []],
    ['waits for the app', [noApp]],
    ['is tried again later', [failed({ status: 429, nextTryAt: noon })]],
  ])('is not said, nor is what was new since, when it %s: the end alone is posted', (_what, events) => {
    const outbox = after(start, ...events, second('revise'), isOver);
    expect([...outbox.deliveries.values()].map(({ state }) => state)).toEqual(['sent', 'sent', 'waiting']);
    expect(leftIn(outbox, 3)).toEqual(['post']);
  });

  test('is said when it may be there already, so that what is there is edited', () => {
    const unclear = failed({ status: 502, nextTryAt: noon });
    expect(states(start, unclear, second('revise'), isOver)).toEqual(['waiting', 'waiting', 'waiting']);
  });

  test('that was said is followed by all that is new, and by the end', () => {
    expect(states(...posted, second('revise'), isOver)).toEqual(['sent', 'waiting', 'waiting']);
  });

  test('that is on its way is edited when it arrives', () => {
    const outbox = after(start, isOver, done('post', { root }));
    expect(deliveryIn(outbox, 1)).toMatchObject({ state: 'sent', done: ['post'] });
    expect(leftIn(outbox, 3)).toEqual(['edit', 'post']);
  });
});
