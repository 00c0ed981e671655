import { describe, expect, test } from 'vitest';
import type { World } from '../../src/domain/decision.ts';
import type { Call, StayFacts } from '../../src/domain/handover-event.ts';
import { levels } from '../../src/domain/ids.ts';
import type { Level, ReregistrationTask } from '../../src/domain/ids.ts';
import type { LogUnit } from '../../src/domain/log-command.ts';
import { isDuty, isOutstanding, owedTasks } from '../../src/domain/owed-tasks.ts';
import { noon } from '../support/build-outage.ts';
import {
  acknowledges,
  ange,
  caseA,
  centre,
  clinic,
  ended,
  hears,
  logIn,
  marks,
  opens,
  otherWard,
  past,
  rings,
  saved,
  statesFacts,
  story,
  timra,
  toAnge,
  toCentre,
  toClinic,
  toWard,
  ward,
  withdraws,
} from '../support/log-commands.ts';
import type { Wish } from '../support/log-commands.ts';

const window = { startedAt: noon, endedAt: past(60) };
const owed = (world: World, unit: LogUnit = ward) => owedTasks(logIn(world), unit, window);
/** What a unit owes for the case, but for what does not apply: `admissionNotice must`, `… ask discharged wentHome`. */
const rows = (world: World, unit: LogUnit = ward): readonly string[] =>
  owed(world, unit)
    .filter(({ code, level }) => code === caseA && level !== 'notApplicable')
    .map(({ asks, level, task }) => [task, level, ...asks].join(' '));
const levelOf = (world: World, unit: LogUnit, task: ReregistrationTask): Level | undefined =>
  owed(world, unit).find((one) => one.code === caseA && one.task === task)?.level;

const told = (call: Partial<Call> = {}) =>
  opens(ward, past(0), { ...toAnge, items: ['planningBasis'], ...call });
const stays = (facts: StayFacts, items: Call['items'] = ['planningBasis']) => story(told({ facts, items }));
const during = { admittedAt: past(0), dischargedAt: past(40) };

describe('what a unit owes', () => {
  test('is to look at its messages, once, though it has logged nothing', () => {
    const one = [{ task: 'acknowledgeMessages', level: 'must', asks: [] }];
    expect(owed(story(), timra)).toEqual(one);
    expect(owed(stays({}), timra)).toEqual(one);
    const messages = owed(stays(during)).filter(({ task }) => task === 'acknowledgeMessages');
    expect(messages).toEqual(one);
  });

  test('is each task of each case once, in the table’s order', () => {
    const world = saved(
      stays({}),
      rings(ward, past(1), toCentre),
      opens(ward, past(2), toAnge, { newCode: '1' }),
      statesFacts(ward, past(3), { wentHome: true }),
    );
    const keys = owed(world).map(({ code = '', task }) => `${code} ${task}`);
    expect(keys).toHaveLength(1 + 2 * 9);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is a case’s that only facts are stated of, and no more of one whose calls are taken back', () => {
    const one = told({ facts: during });
    expect(rows(saved(story(one), withdraws(one, past(50))))).toEqual([]);
    const stated = saved(story(one), statesFacts(ward, past(2), during), withdraws(one, past(50)));
    expect(rows(stated)).toContain('admissionNotice needNot');
  });
});

describe('of a ward’s patient', () => {
  test.each<[string, StayFacts, Call['items'], readonly string[]]>([
    [
      'who was admitted',
      { admittedAt: past(0) },
      ['planningBasis'],
      ['admissionNotice must', 'patientInformation ifPossible', 'planningBasis continue'],
    ],
    [
      'who was admitted, one does not know when',
      {},
      ['admission'],
      ['admissionNotice ask admitted', 'patientInformation ask admitted', 'planningBasis continue'],
    ],
    [
      'who came and went and is home',
      { ...during, wentHome: true, formUsed: true },
      ['planningBasis'],
      [
        'admissionNotice needNot',
        'dischargeNotice needNot',
        'patientInformation needNot',
        'mailPatientInformation ask',
        'planningBasis mustNot',
        'sendForm mustIfFormUsed',
      ],
    ],
    [
      'who was discharged, one does not know whether home',
      { dischargedAt: past(40) },
      ['planningBasis'],
      [
        'dischargeNotice must',
        'patientInformation ifPossible',
        'mailPatientInformation ask wentHome',
        'planningBasis mustNot',
      ],
    ],
    [
      'who was discharged, one does not know when',
      {},
      ['dischargeNotice'],
      [
        'dischargeNotice ask discharged',
        'patientInformation ask discharged',
        'mailPatientInformation ask discharged wentHome',
        'planningBasis ask discharged wentHome',
      ],
    ],
    ['who is ready', {}, ['readyForDischarge'], ['readyForDischarge mustNot', 'planningBasis mustNot']],
    [
      'for whom a SIP is agreed',
      { sipOn: '2026-11-27' },
      ['planningBasis'],
      ['planningBasis continue', 'sipSummons await'],
    ],
    ['who was admitted before', { admittedAt: past(-5) }, ['planningBasis'], ['planningBasis continue']],
    [
      'who was admitted before, and of whom it rang (A02)',
      { admittedAt: past(-5) },
      ['admission'],
      ['admissionNotice ask admitted', 'patientInformation ask admitted', 'planningBasis continue'],
    ],
    [
      'who was admitted before, and whose notice was not sent (A02)',
      { admittedAt: past(-5), admissionNoticeSent: false },
      ['admission'],
      ['admissionNotice must', 'patientInformation ifPossible', 'planningBasis continue'],
    ],
    [
      'who was admitted before, and whose notice was sent (A02)',
      { admittedAt: past(-5), admissionNoticeSent: true },
      ['admission'],
      ['planningBasis continue'],
    ],
    [
      'who was admitted before, unsent, and came home (A02)',
      { admittedAt: past(-5), admissionNoticeSent: false, dischargedAt: past(40), wentHome: true },
      ['admission'],
      [
        'admissionNotice needNot',
        'dischargeNotice needNot',
        'patientInformation needNot',
        'mailPatientInformation ask',
        'planningBasis mustNot',
      ],
    ],
    [
      'who was discharged when all was clear',
      { dischargedAt: past(60) },
      ['dischargeNotice'],
      ['planningBasis continue'],
    ],
  ])('%s', (_title, facts, items, expected) => {
    expect(rows(stays(facts, items))).toEqual(expected);
  });
});

test('a municipality waits for the ward, and asks where it does not know', () => {
  const world = saved(stays({}, ['admission']), acknowledges(ange, past(1), ['admission']));
  expect(rows(world, ange)).toEqual(['admissionNotice ask admitted', 'patientInformation ask admitted']);
  const known = saved(world, statesFacts(ange, past(2), { admittedAt: past(0) }));
  expect(rows(known, ange)).toEqual(['admissionNotice await', 'patientInformation ifPossible']);
});

const given = (outcome: Call['outcome']) =>
  story(opens(centre, past(0), { ...toWard, items: ['namedContact'], outcome, counterpart: 'Eva' }));

describe('A12: the named contact', () => {
  test('is confirmed where it was given by phone, and not where nobody answered', () => {
    expect(levelOf(given('given'), centre, 'namedContact')).toBe('must');
    expect(levelOf(given('no-answer'), centre, 'namedContact')).toBe('notApplicable');
  });

  test('is asked of somebody discharged where it was not, and need not be of who came and went', () => {
    const heard = hears(centre, past(2), {
      ...toWard,
      items: ['dischargeNotice'],
      facts: { dischargedAt: past(30) },
    });
    const world = saved(story(told(), rings(ward, past(1), toCentre)), heard);
    expect(levelOf(world, centre, 'namedContact')).toBe('ask');
    const cameAndWent = saved(given('given'), statesFacts(centre, past(2), during));
    expect(levelOf(cameAndWent, centre, 'namedContact')).toBe('needNot');
  });
});

const wardsTold = story(opens(centre, past(0), { ...toWard, items: ['namedContact'] }));
const home = (unit: LogUnit, now: number, facts: StayFacts = {}) =>
  hears(unit, now, {
    ...toCentre,
    items: ['namedContact'],
    facts: { dischargedAt: past(30), wentHome: true, ...facts },
  });

const mailers = (world: World) =>
  [ward, otherWard].map((unit) => levelOf(world, unit, 'mailPatientInformation'));

describe('A09: the patient information is mailed once', () => {
  test('by the ward that the patient went home from: of two, the one that told so last', () => {
    expect(mailers(saved(wardsTold, home(ward, past(1))))).toEqual(['must', undefined]);
    expect(mailers(saved(wardsTold, home(ward, past(1)), home(otherWard, past(2))))).toEqual([
      'await',
      'must',
    ]);
    expect(mailers(saved(wardsTold, home(otherWard, past(2)), home(ward, past(3))))).toEqual([
      'must',
      'await',
    ]);
  });

  test('by the other, where the one that told so last has taken it back', () => {
    const both = saved(wardsTold, home(ward, past(1)), home(otherWard, past(2)));
    const world = saved(both, statesFacts(otherWard, past(3), { wentHome: false }));
    expect(mailers(world)).toEqual(['must', 'notApplicable']);
  });

  test('by the other, where the one that told so last discharged nobody during the outage', () => {
    const world = saved(
      wardsTold,
      home(ward, past(1)),
      home(otherWard, past(2), { dischargedAt: past(-90) }),
    );
    expect(mailers(world)).toEqual(['must', 'notApplicable']);
  });
});

const summoners = (...wishes: readonly Wish[]) =>
  [centre, clinic].map((unit) => levelOf(story(...wishes), unit, 'sipSummons'));

describe('A22: one summons to the SIP', () => {
  const sip = { items: ['sipSummons' as const] };

  test('is sent by the unit that rang for it, of several the first that was answered', () => {
    const rung = opens(centre, past(1), { ...toClinic, ...sip });
    const heard = hears(clinic, past(2), { ...toCentre, ...sip });
    expect(summoners(rung, heard)).toEqual(['must', 'await']);
    const tried = opens(centre, past(1), { ...toClinic, ...sip, outcome: 'no-answer', counterpart: '' });
    expect(summoners(tried, rings(clinic, past(2), { ...toCentre, ...sip }))).toEqual([
      'notApplicable',
      'must',
    ]);
  });

  test('waits for outpatient care everywhere else', () => {
    const world = story(
      opens(centre, past(1), { ...toAnge, ...sip }),
      hears(ange, past(2), { ...toCentre, ...sip }),
    );
    expect(levelOf(world, ange, 'sipSummons')).toBe('await');
  });

  test('is not owed where nobody answered: no date is agreed', () => {
    const tried = opens(centre, past(1), { ...toWard, ...sip, outcome: 'no-answer', counterpart: '' });
    expect(levelOf(story(tried), centre, 'sipSummons')).toBe('notApplicable');
  });

  test('is owed by one of two that know of the date, where nobody logged who rang', () => {
    const known = [
      opens(centre, past(1), {
        ...toClinic,
        items: ['sipSummons'],
        facts: { sipOn: '2026-11-27' },
        outcome: 'no-answer',
        counterpart: '',
      }),
      statesFacts(clinic, past(2), { sipOn: '2026-11-27' }),
    ];
    expect(summoners(...known).filter((level) => level === 'must')).toHaveLength(1);
  });
});

const open = (world: World) =>
  owed(world)
    .filter(isOutstanding)
    .map(({ task }) => task);

describe('what is outstanding', () => {
  test('is what somebody has to do something about, until it is marked', () => {
    expect(levels.filter(isDuty)).toEqual(['must', 'ifPossible', 'mustIfFormUsed', 'ask']);
    const over = ended(stays({ admittedAt: past(0) }), past(60));
    expect(open(over)).toEqual(['acknowledgeMessages', 'admissionNotice', 'patientInformation']);
    const of = { tasks: ['admissionNotice' as const], code: caseA };
    expect(open(saved(over, marks(ward, past(70), of)))).toEqual([
      'acknowledgeMessages',
      'patientInformation',
    ]);
  });

  test('is no less for a mark that was of another level', () => {
    const over = ended(stays({ admittedAt: past(0) }), past(60));
    const done = saved(over, marks(ward, past(70), { tasks: ['patientInformation'], code: caseA }));
    const asked = saved(done, rings(ward, past(71), { ...toCentre, items: ['dischargeNotice'] }));
    const task = owed(asked).find((one) => one.task === 'patientInformation');
    expect(task).toMatchObject({ level: 'ask', formerMark: { kind: 'done', level: 'ifPossible' } });
    expect(task?.mark).toBe(undefined);
  });
});
