import { describe, expect, test } from 'vitest';
import type { NoticeEvent, NoticeManner, NoticeStep } from '../../src/domain/notice-event.ts';
import { noticeKinds } from '../../src/domain/notice-event.ts';
import { isBlocked, isRepeatable, noticeOf, rootKey } from '../../src/domain/notice-steps.ts';
import { evolveOutbox } from '../../src/domain/outbox.ts';
import { aNotice, anAct, minute, noon } from '../support/build-outage.ts';
import {
  after,
  deliveryIn,
  done,
  failed,
  leftIn,
  lost,
  posted,
  root,
  second,
  toWard,
  ward,
} from '../support/notice-facts.ts';

describe('the requests that a notice needs', () => {
  test.each<[NoticeManner, readonly NoticeStep[], readonly NoticeStep[]]>([
    ['post', ['post'], ['post']],
    ['revise', ['edit', 'reply'], ['post']],
    ['conclude', ['edit', 'post'], ['post']],
    ['amend', ['edit'], []],
  ])('%s needs %s where the thread has begun, %s where not', (manner, withRoot, without) => {
    expect(leftIn(after(...posted, second(manner)), 2)).toEqual(withRoot);
    expect(leftIn(after(second(manner)), 2)).toEqual(without);
  });

  test.each<[NoticeManner, readonly NoticeStep[]]>([
    ['revise', ['edit', 'reply']],
    ['conclude', ['edit', 'post']],
    ['amend', ['edit']],
    ['post', ['post']],
  ])('%s is sent after its last step and not before', (manner, steps) => {
    let outbox = after(...posted, second(manner));
    for (const step of steps) {
      expect(deliveryIn(outbox, 2).state).toBe('waiting');
      outbox = evolveOutbox(outbox, [done(step, { number: 2 })]);
    }
    expect(deliveryIn(outbox, 2)).toMatchObject({ state: 'sent', done: steps });
    expect(leftIn(outbox, 2)).toEqual([]);
  });

  test.each<NoticeManner>(['revise', 'conclude'])(
    'a %s whose first post is gone becomes a new post, before its first step and after it',
    (manner) => {
      const before = after(...posted, second(manner), lost(2));
      expect(leftIn(before, 2)).toEqual(['post']);
      const between = after(...posted, second(manner), done('edit', { number: 2 }), lost(2));
      expect(leftIn(between, 2)).toEqual(['post']);
      const sent = evolveOutbox(between, [done('post', { number: 2, root })]);
      expect(deliveryIn(sent, 2).state).toBe('sent');
    },
  );

  test('an amendment whose first post is gone is sent: nothing remains to be amended', () => {
    expect(deliveryIn(after(...posted, second('amend'), lost(2)), 2).state).toBe('sent');
  });

  test('an amendment without a first post is sent as it is issued', () => {
    expect(deliveryIn(after(second('amend')), 2).state).toBe('sent');
  });

  test('an amendment behind a post that waits, waits too, and edits it then', () => {
    const both = after(aNotice({ recipients: [ward] }), second('amend'));
    expect(deliveryIn(both, 2).state).toBe('waiting');
    const then = evolveOutbox(both, [done('post', { root })]);
    expect(leftIn(then, 2)).toEqual(['edit']);
    expect(deliveryIn(then, 2).state).toBe('waiting');
  });

  test('an amendment behind a post that is given up is sent: nothing remains to be amended', () => {
    const both = after(aNotice({ recipients: [ward] }), second('amend'), failed());
    expect(deliveryIn(both, 1).state).toBe('given-up');
    expect(deliveryIn(both, 2).state).toBe('sent');
  });
});

describe('the first post of a thread', () => {
  const later = { conversation: '19:ward;messageid=2', activity: '2' };

  test('is replaced by a new post', () => {
    const outbox = after(...posted, second('post'), done('post', { number: 2, root: later }));
    expect(outbox.roots.get(rootKey('units', ward))).toEqual(later);
  });

  test('is the one that was recorded first, where two have posted the same: so is the step', () => {
    const outbox = after(...posted, done('post', { root: later }));
    expect(outbox.roots.get(rootKey('units', ward))).toEqual(root);
    expect(deliveryIn(outbox)).toMatchObject({ state: 'sent', done: ['post'] });
  });

  test('stays when what concludes is posted', () => {
    const outbox = after(...posted, second('conclude'), done('edit', { number: 2 }));
    const concluded = evolveOutbox(outbox, [done('post', { number: 2, root: later })]);
    expect(concluded.roots.get(rootKey('units', ward))).toEqual(root);
  });

  test('is another in another thread and for another recipient', () => {
    const outbox = after(...posted);
    expect([...outbox.roots.keys()]).toEqual(['units:unit:ward']);
  });
});

describe('order', () => {
  test('a notice waits until the earlier one to the same recipient is sent or given up', () => {
    const both = after(aNotice({ recipients: [ward] }), second('revise'));
    expect(isBlocked(both, deliveryIn(both, 1))).toBe(false);
    expect(isBlocked(both, deliveryIn(both, 2))).toBe(true);
    expect(isBlocked(evolveOutbox(both, [done('post', { root })]), deliveryIn(both, 2))).toBe(false);
    expect(isBlocked(evolveOutbox(both, [failed()]), deliveryIn(both, 2))).toBe(false);
  });

  test('a notice does not wait for those of other recipients', () => {
    const both = after(aNotice({ recipients: ['unit:timra'] }), second('revise'));
    expect(isBlocked(both, deliveryIn(both, 2))).toBe(false);
  });
});

describe('a failure', () => {
  test('with a next try waits for it, and counts', () => {
    const outbox = after(
      aNotice(),
      failed({ status: 429, nextTryAt: noon + 2 * minute }),
      failed({ status: 412, nextTryAt: noon + 3 * minute, at: noon + 2 * minute }),
    );
    expect(deliveryIn(outbox)).toMatchObject({
      state: 'waiting',
      failures: 2,
      nextTryAt: noon + 3 * minute,
      at: noon + 2 * minute,
      reason: 'ServiceError',
      status: 412,
      isUnclear: false,
    });
  });

  test('without a next try is given up, and says whether it waits for the app', () => {
    const reason = 'BotNotInConversationRoster';
    const outbox = after(aNotice(), failed({ status: 403, awaitsInstallation: true, reason }));
    expect(deliveryIn(outbox)).toMatchObject({ state: 'given-up', awaitsInstallation: true, reason });
  });

  test('is forgotten when the step succeeds, even after it was given up', () => {
    const outbox = after(aNotice(), failed({ status: 403 }), done('post', { root }));
    expect(deliveryIn(outbox)).toMatchObject({ state: 'sent', failures: 0, isUnclear: false });
    expect(deliveryIn(outbox)).not.toHaveProperty('reason');
    expect(deliveryIn(outbox)).not.toHaveProperty('status');
  });

  test('without a status forgets the status of the one before', () => {
    const outbox = after(aNotice(), failed({ status: 429, nextTryAt: noon }), failed());
    expect(deliveryIn(outbox)).not.toHaveProperty('status');
  });

  test.each([
    [undefined, true],
    [408, true],
    [500, true],
    [504, true],
    [400, false],
    [404, false],
    [429, false],
  ])('with status %s leaves it unclear whether it arrived: %s', (status, isUnclear) => {
    const outbox = after(aNotice(), failed({ ...(status !== undefined && { status }) }));
    expect(deliveryIn(outbox).isUnclear).toBe(isUnclear);
  });
});

test.each([
  ['disconnected', false],
  ['app-removed', false],
  ['unreachable', false],
  ['timeout', true],
  ['broken-off', true],
  ['unclear', true],
])('a failure without an answer, %s, leaves it unclear whether it arrived: %s', (reason, isUnclear) => {
  expect(deliveryIn(after(aNotice(), failed({ reason }))).isUnclear).toBe(isUnclear);
});

describe('what must not be repeated', () => {
  const begun: NoticeEvent = { kind: 'noticeBegun', ...toWard };
  const reminder = aNotice({ notice: 'reminder' });

  test('is what is said ahead or again, and nothing else', () => {
    expect(noticeKinds.filter((kind) => !isRepeatable(kind))).toEqual(['planned-ahead', 'reminder']);
  });

  test('is unclear from when it is begun until something is known', () => {
    expect(deliveryIn(after(reminder)).isUnclear).toBe(false);
    expect(deliveryIn(after(reminder, begun)).isUnclear).toBe(true);
    expect(deliveryIn(after(reminder, begun, done('post', { root }))).isUnclear).toBe(false);
    expect(deliveryIn(after(reminder, begun, failed({ status: 400 }))).isUnclear).toBe(false);
    expect(deliveryIn(after(reminder, begun, failed({ status: 502 }))).isUnclear).toBe(true);
  });

  test('is known not to have gone where it is tried again', () => {
    const refusedConnection = failed({ nextTryAt: noon + minute });
    expect(deliveryIn(after(reminder, begun, refusedConnection)).isUnclear).toBe(false);
    expect(deliveryIn(after(aNotice(), refusedConnection)).isUnclear).toBe(true);
  });
});

test('a key is used by what is said and by what is dropped', () => {
  const outbox = after(aNotice({ key: 'said' }), { kind: 'noticeDropped', at: noon, key: 'dropped' });
  expect([...outbox.keys.keys()]).toEqual(['said', 'dropped']);
});

test('under one number each recipient may have a card of its own', () => {
  const outbox = after(
    aNotice({ recipients: [ward], card: 'of the ward' }),
    aNotice({ recipients: ['unit:timra'], card: 'of Timrå' }),
  );
  expect(noticeOf(outbox, deliveryIn(outbox))?.card).toBe('of the ward');
  expect(noticeOf(outbox, deliveryIn(outbox, 1, 'unit:timra'))?.card).toBe('of Timrå');
  expect(outbox.lastNumber).toBe(1);
});

test('other events, and what concerns unknown deliveries, change nothing', () => {
  const outbox = after(aNotice());
  const closed = { kind: 'outageClosed', act: anAct(), reason: '' } as const;
  expect(evolveOutbox(outbox, [closed])).toBe(outbox);
  expect(evolveOutbox(outbox, [done('post', { number: 7 }), failed({ number: 7 }), lost(7)])).toEqual(outbox);
});
