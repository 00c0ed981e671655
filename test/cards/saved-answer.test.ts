import { describe, expect, test } from 'vitest';
import { savedAnswer } from '../../src/cards/saved-answer.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { at, directory, issued, outage, outboxOf, unit } from '../support/outage-samples.ts';
import { factsOf, linesOf } from '../support/said.ts';

const known = { now: at('09:00'), directory: directory({ units: [unit()] }) };
const saved = (over: Partial<Outage> = {}) => savedAnswer(outage(over), known);
const toUnits = outboxOf(issued(1, ['unit:unit-1']));
const toPlanned = outboxOf(issued(1, ['unit:unit-1'], 'planned'));
const sent = 'Meddelandena skickas nu. Under Visa leveranser ser du vilka som har kommit fram.';
const onlyCoordinators = 'Bara samordnarna har fått veta det.';
const planned = { kind: 'planned', state: 'planned', startedAt: at('22:00', '2026-12-08') } as const;
const ahead = 'Enheterna får veta det 7 dagar, 1 dag och 1 timme innan.';

describe('who is told of what was just saved', () => {
  test.each<[Partial<Outage>, string]>([
    [{ lastDeed: 'declared', outbox: toUnits }, sent],
    [{ lastDeed: 'updated', outbox: toUnits }, sent],
    [{ lastDeed: 'ended', state: 'ended', endedAt: at('08:50'), outbox: toUnits }, sent],
    [{ lastDeed: 'declared' }, 'Ingen ansluten kanal berörs, så ingen får veta det i Teams. Ring enheterna.'],
    [{ lastDeed: 'restored', state: 'restored', outbox: toUnits }, onlyCoordinators],
    [{ lastDeed: 'resumed', outbox: toUnits }, onlyCoordinators],
    [
      { lastDeed: 'dismissed', state: 'closed', kind: 'reported' },
      'Enheterna har inte fått något besked, och får inget nu.',
    ],
    [{ lastDeed: 'closed', state: 'closed', outbox: toUnits }, 'Ingen påminns mer.'],
    [{ ...planned, lastDeed: 'planned' }, ahead],
    [{ ...planned, lastDeed: 'updated' }, ahead],
    [
      { ...planned, lastDeed: 'updated', outbox: toPlanned },
      'De enheter som redan har fått besked får veta ändringen.',
    ],
    [
      { ...planned, lastDeed: 'cancelled', state: 'closed', outbox: toPlanned },
      'De enheter som redan har fått besked får veta att det är inställt.',
    ],
    [
      { ...planned, lastDeed: 'cancelled', state: 'closed' },
      'Ingen enhet hade fått besked än, så ingen får något nu.',
    ],
  ])('%j: %s', (over, sentence) => {
    expect(linesOf(saved(over))[0]).toBe(sentence);
  });

  test.each([
    ['2026-11-30', '22:00', 'Enheterna får veta det 1 dag och 1 timme innan.'],
    ['2026-11-25', '08:00', 'Enheterna får veta det 1 timme innan.'],
    ['2026-11-24', '09:30', 'Enheterna får veta det när avbrottet börjar.'],
  ])('of a plan for %s %s, a moment that has passed is not promised', (day, clock, sentence) => {
    const answer = saved({ ...planned, lastDeed: 'planned', startedAt: at(clock, day) });
    expect(linesOf(answer)[0]).toBe(sentence);
  });
});

test('the title says that it is saved, and how things stand', () => {
  expect(saved().title).toBe('Sparat. Avbrott pågår');
  expect(saved({ state: 'restored' }).title).toBe('Sparat. Lifecare SP svarar igen, kontroll pågår');
});

test('how far the messages came is not told before they have gone', () => {
  expect(factsOf(saved({ outbox: toUnits }))).not.toHaveProperty('Meddelanden');
});
