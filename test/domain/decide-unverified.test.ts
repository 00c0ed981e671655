import { expect, test } from 'vitest';
import { isLogEvent } from '../../src/domain/handover-event.ts';
import type { World } from '../../src/domain/decision.ts';
import { writesOf } from '../support/build-outage.ts';
import {
  acknowledges,
  ange,
  angeAndCentre,
  caseA,
  corrects,
  decideWish,
  ended,
  marks,
  opens,
  past,
  rings,
  saved,
  statesFacts,
  statesReceivers,
  story,
  toAnge,
  toCentre,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';

const first = opens(ward, past(0), { ...toAnge, items: ['admission'], facts: { admittedAt: past(0) } });
const world = story(first);

const eventsIn = ({ command, now }: Wish, then: World, isUnverified: boolean) =>
  writesOf(decideWish({ now, command: { ...command, isUnverified } }, then)).flatMap((write) =>
    write.stream === 'outage' ? write.events.filter(isLogEvent) : [],
  );

test.each<[string, Wish, World]>([
  ['handoverRecorded', rings(ward, past(5), toCentre), world],
  ['receiversStated handoverRecorded', rings(ward, past(5), toCentre, { receivers: angeAndCentre }), world],
  ['handoverRecorded', acknowledges(ange, past(5), ['admission']), world],
  ['handoverCorrected', corrects(first, past(5), { counterpart: 'Eva' }), world],
  ['handoverWithdrawn', withdraws(first, past(5)), world],
  ['receiversStated', statesReceivers(past(5), angeAndCentre), world],
  ['factsStated', statesFacts(ward, past(5), { wentHome: true }), world],
  [
    'tasksMarked',
    marks(ward, past(70), { tasks: ['admissionNotice'], code: caseA }),
    ended(saved(world, rings(ward, past(5), toCentre)), past(60)),
  ],
])('whoever could not be checked is marked in the record: %s', (kinds, wish, then) => {
  const unchecked = eventsIn(wish, then, true);
  expect(unchecked.map(({ kind }) => kind).join(' ')).toBe(kinds);
  for (const event of unchecked) expect(event).toMatchObject({ isUnverified: true });
  for (const event of eventsIn(wish, then, false)) expect(event).not.toHaveProperty('isUnverified');
});
