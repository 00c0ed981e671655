import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFor, caseOf, callsTo, handedTo } from '../../src/domain/case-access.ts';
import type { World } from '../../src/domain/decision.ts';
import { partyOf } from '../../src/domain/handover-items.ts';
import { callOf, standing } from '../../src/domain/handover-log.ts';
import type { HandoverLog } from '../../src/domain/handover-log.ts';
import type { LogUnit } from '../../src/domain/log-command.ts';
import { afterCommand } from '../support/build-outage.ts';
import {
  acknowledges,
  ange,
  caseA,
  caseB,
  caseIn,
  centre,
  clinic,
  corrects,
  decideWish,
  ended,
  hears,
  logIn,
  logUnits,
  noCase,
  opens,
  otherWard,
  outageOf,
  past,
  rings,
  saved,
  statesFacts,
  statesReceivers,
  story,
  timra,
  toAnge,
  toCentre,
  toTimra,
  toWard,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';
import { endingCourses, through } from '../support/log-courses.ts';
import { because } from '../support/outage-commands.ts';

const unanswered = { outcome: 'no-answer', counterpart: '' } as const;
const angeTold = opens(ward, past(0), { ...toAnge, outcome: 'given' });
const angeKnows = story(angeTold);

const whoSees = (world: World, code = caseA) =>
  logUnits.filter((unit) => caseFor(world, code, unit) !== undefined).map(({ id }) => id);

describe('a case is seen', () => {
  test('by its owner and the side that it was handed to, and by nobody else', () => {
    expect(whoSees(angeKnows)).toEqual(['ward', 'ange']);
    expect(whoSees(saved(angeKnows, rings(ward, past(1), toCentre)))).toEqual(['ward', 'ange', 'centre']);
    expect(whoSees(angeKnows, noCase)).toEqual([]);
  });

  test('by whom nobody answered at, who may ring back', () => {
    expect(whoSees(story(opens(ward, past(0), { ...toCentre, ...unanswered })))).toEqual(['ward', 'centre']);
  });

  test('by any ward where a health centre rang a ward', () => {
    const told = opens(centre, past(0), { ...toWard, items: ['namedContact'] });
    expect(whoSees(story(told))).toEqual(['ward', 'ward2', 'centre']);
  });

  test('no longer by a side whose call was taken back or was another side’s, unless it has logged something', () => {
    expect(whoSees(saved(angeKnows, withdraws(angeTold, past(1))))).toEqual(['ward']);
    expect(whoSees(saved(angeKnows, corrects(angeTold, past(1), toTimra)))).toEqual(['ward', 'timra']);
    const heard = acknowledges(ange, past(1));
    expect(whoSees(saved(angeKnows, heard, withdraws(angeTold, past(2))))).toEqual(['ward', 'ange']);
    expect(whoSees(saved(angeKnows, heard, withdraws(angeTold, past(2)), withdraws(heard, past(3))))).toEqual(
      ['ward'],
    );
  });

  test('still by a side that has told of the stay, though its call is taken back', () => {
    const heard = acknowledges(ange, past(1));
    const told = statesFacts(ange, past(2), { admittedAt: past(0) });
    const world = saved(angeKnows, heard, told, withdraws(angeTold, past(3)), withdraws(heard, past(4)));
    expect(whoSees(world)).toEqual(['ward', 'ange']);
  });

  test('not for the calls that others than its owner have logged', () => {
    const passedOn = rings(ange, past(1), { ...toWard, items: ['currentServices'] });
    expect(whoSees(saved(angeKnows, passedOn))).toEqual(['ward', 'ange']);
  });

  test('when the outage is over and closed, too', () => {
    const over = ended(angeKnows, past(60));
    expect(whoSees(over)).toEqual(['ward', 'ange']);
    const closed = afterCommand(over, because('close', ''), past(61));
    expect(whoSees(closed)).toEqual(['ward', 'ange']);
    expect(caseOf(closed, caseA)?.found.owner).toBe('ward');
    expect(caseOf(closed, noCase)).toBe(undefined);
  });
});

const wishesOn = (unit: LogUnit, code: string): readonly Wish[] => [
  acknowledges(unit, past(5), ['dischargeNotice'], { code }),
  acknowledges(unit, past(5), [], { code }),
  acknowledges(unit, past(5), ['forwarded', 'canReceive'], { code }),
  hears(unit, past(5), {
    ...(unit === clinic ? { party: 'primary-care' } : toWard),
    code,
    items: [unit === clinic ? 'sipSummons' : 'admission'],
  }),
  rings(
    unit,
    past(5),
    { ...toWard, code, items: ['currentServices'] },
    { receivers: { parties: ['primary-care'] } },
  ),
  { ...statesReceivers(past(5), { parties: ['primary-care'] }, { code, unit }) },
  { ...statesReceivers(past(5), { parties: [] }, { code, unit, reason: '' }) },
  statesFacts(unit, past(5), { dischargedAt: past(0) }, code),
  statesFacts(unit, past(5), { admittedAt: past(900) }, code),
];

const answers = (unit: LogUnit, code: string, world: World) =>
  wishesOn(unit, code).map((wish) => JSON.stringify(decideWish(wish, world)));

describe('to a unit that it is nothing to, a code that there is and one that there is not are one', () => {
  const refusal = JSON.stringify({ kind: 'refused', refusals: [{ kind: 'no-handover-on-code' }] });

  test.each<[string, LogUnit, World]>([
    ['another municipality', timra, angeKnows],
    ['a clinic', clinic, angeKnows],
    ['a health centre', centre, angeKnows],
    ['a side whose call was taken back', ange, saved(angeKnows, withdraws(angeTold, past(1)))],
    ['another municipality, when the outage is closed', timra, closedWorld()],
  ])('%s', (_title, unit, world) => {
    const known = answers(unit, caseA, world);
    expect(known).toEqual(answers(unit, noCase, world));
    expect(known).toEqual(known.map(() => refusal));
  });

  test('whom nobody answered at hears the same when it confirms, as does the owner', () => {
    const world = story(opens(ward, past(0), { ...toCentre, ...unanswered }));
    for (const unit of [centre, ward]) {
      const wish = acknowledges(unit, past(5), ['dischargeNotice']);
      expect(JSON.stringify(decideWish(wish, world))).toBe(refusal);
    }
  });

  test('when an own call is to be moved there', () => {
    const own = opens(timra, past(2), { ...toWard, items: ['currentServices'] }, { newCode: '1' });
    const world = saved(angeKnows, own);
    const moved = (code: string) => JSON.stringify(decideWish(corrects(own, past(3), { code }), world));
    expect(moved(caseA)).toBe(moved(noCase));
    expect(moved(caseA)).toContain('no-handover-on-code');
    expect(whoSees(world, caseB)).toEqual(['ward', 'ward2', 'timra']);
  });
});

function closedWorld(): World {
  return afterCommand(ended(angeKnows, past(60)), because('close', ''), past(61));
}

test('of a code that it has to do with, a unit hears that the outage is closed', () => {
  const wishes: readonly Wish[] = [
    rings(ward, past(70), toAnge),
    statesFacts(ward, past(70), {}),
    statesReceivers(past(70), { parties: ['primary-care'] }),
    acknowledges(ange, past(70)),
    hears(ange, past(70), { ...toWard, items: ['dischargeNotice'] }),
  ];
  const kinds = wishes
    .map((wish) => decideWish(wish, closedWorld()))
    .map((decision) => (decision.kind === 'refused' ? decision.refusals : []));
  expect(kinds).toEqual(kinds.map(() => [{ kind: 'log-closed' }]));
});

describe('what a side was told', () => {
  const items = ['admission', 'dischargeNotice'] as const;
  const world = saved(
    angeKnows,
    rings(ward, past(4), { ...toAnge, items: [...items] }),
    rings(ward, past(6), { ...toAnge, items: ['planningBasis'], ...unanswered }),
    rings(ward, past(8), { ...toAnge, items: ['admission'], calledAt: past(2) }),
    rings(ward, past(9), toTimra),
  );

  test('is each thing with the latest call that told it; no answer told nothing', () => {
    const handed = [...handedTo(logIn(world), caseIn(world), ange)].map(
      ([item, entry]) => [item, callOf(entry).calledAt] as const,
    );
    expect(new Map(handed)).toEqual(
      new Map([
        ['dischargeNotice', past(4)],
        ['admission', past(4)],
      ]),
    );
    expect(handedTo(logIn(world), caseIn(world), centre).size).toBe(0);
  });

  test('counts calls that nobody answered among the calls', () => {
    expect(callsTo(logIn(world), caseIn(world), ange)).toHaveLength(4);
    expect(callsTo(logIn(world), caseIn(world), otherWard)).toHaveLength(0);
  });
});

/** The unit has opened the case, or logged something that stands, or told of the stay, or was rung about it. */
function isInvolved({ cases, units }: HandoverLog, unit: LogUnit, code: string): boolean {
  const owner = cases.get(code)?.owner;
  const calls = [...units.values()]
    .flatMap((log) => standing(log))
    .filter((entry) => callOf(entry).code === code);
  const isRung = calls.some((entry) => {
    const { direction, municipality, party } = callOf(entry);
    const isSide = party === partyOf(unit.careSetting);
    const isThere = party !== 'municipality' || municipality === unit.organisation;
    return entry.unit === owner && direction === 'given' && isSide && isThere;
  });
  const hasTold = units.get(unit.id)?.statements.has(code) === true;
  return owner === unit.id || isRung || hasTold || calls.some((entry) => entry.unit === unit.id);
}

test('whatever has happened, no code is told from another by whom it is nothing to', () => {
  let asked = 0;
  fc.assert(
    fc.property(endingCourses, (steps) => {
      const [course] = through(steps).slice(-1);
      const { world = angeKnows } = course ?? {};
      const { log } = outageOf(world);
      for (const unit of logUnits) {
        const unknown = answers(unit, noCase, world);
        for (const code of [...log.cases.keys()].filter((one) => !isInvolved(log, unit, one))) {
          expect(answers(unit, code, world)).toEqual(unknown);
          asked += 1;
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(asked).toBeGreaterThan(100);
});
