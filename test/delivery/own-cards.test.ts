import { expect, test } from 'vitest';
import { aDirectory, aNotice, aPerson, aUnit, createStage } from '../support/delivery-stage.ts';

const minute = 60_000;
const units = [aUnit('a'), aUnit('b'), aUnit('c')];

test('under one number each recipient gets its own card, and its first post is edited to its own', async () => {
  await using stage = createStage({ directory: aDirectory({ units }) });
  stage.issue(aNotice({ recipients: ['unit:a', 'unit:b', 'unit:c'] }));
  const loop = stage.start();
  await stage.clock.pass(minute);
  const over = { number: 2, notice: 'end', manner: 'conclude', card: { over: true } } as const;
  stage.issue(aNotice({ ...over, recipients: ['unit:a', 'unit:c'], conclusion: { counts: 'ac' } }));
  stage.issue(aNotice({ ...over, recipients: ['unit:b'], conclusion: { counts: 'b' } }));
  loop.wake();
  await stage.clock.pass(minute);
  const sent = stage.calls.slice(3).map(({ card, place, step }) => ({ to: place.conversation, step, card }));
  expect(sent.toSorted((one, other) => one.to.localeCompare(other.to))).toEqual(
    ['a', 'b', 'c'].flatMap((id) => [
      { to: `19:${id}@thread.tacv2`, step: 'edit', card: { over: true } },
      { to: `19:${id}@thread.tacv2`, step: 'post', card: { counts: id === 'b' ? 'b' : 'ac' } },
    ]),
  );
});

test('what is one person’s goes to no channel, and what is a channel’s to no person', async () => {
  await using stage = createStage({ directory: aDirectory({ people: [aPerson('kim')] }) });
  const receipt = { notice: 'receipt', thread: 'log' } as const;
  stage.issue(aNotice({ ...receipt, recipients: ['person:kim'], card: { code: 'K7M-3F' } }));
  stage.issue(aNotice({ ...receipt, recipients: ['unit:a'], card: { code: '' } }));
  stage.start();
  await stage.clock.pass(minute);
  const sent = stage.calls.map(({ card, place }) => [place.conversation, card] as const);
  expect(new Map(sent)).toEqual(
    new Map([
      ['a:kim', { code: 'K7M-3F' }],
      ['19:a@thread.tacv2', { code: '' }],
    ]),
  );
});
