import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/cards/answer.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { answerText } from '../../src/cards/answer-text.ts';
import { caseAnswer, savedHandoverAnswer, savedReceiptAnswer } from '../../src/cards/case-answer.ts';
import { outstandingAnswer } from '../../src/cards/outstanding-answer.ts';
import { statisticsAnswer } from '../../src/cards/statistics-answer.ts';
import { savedTaskAnswer, taskListAnswer } from '../../src/cards/task-list-answer.ts';
import { unitLogAnswer } from '../../src/cards/unit-log-answer.ts';
import { unitSummaryAnswer } from '../../src/cards/unit-summary-answer.ts';
import { newCaseCode } from '../../src/domain/case-code.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { outageStatistics } from '../../src/domain/outage-statistics.ts';
import { findPatientIdentities } from '../../src/domain/patient-identity.ts';
import {
  acknowledged,
  actAt,
  corrected,
  entryIn,
  logAfter,
  marked,
  opened,
  recorded,
} from '../support/build-log.ts';
import { cardFaults } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { ange, ended, routine, ward } from '../support/log-answer-samples.ts';
import { at, directory, outage, unit } from '../support/outage-samples.ts';
import { linesOf } from '../support/said.ts';
import { parseFaults } from '../support/parse-faults.ts';

const codes = Array.from({ length: 30 }, (_, index) => newCaseCode((index * 977).toString(16), () => false));
const [firstCode = ''] = codes;
const items = [
  'admission',
  'expectedDischarge',
  'planningBasis',
  'readyForDischarge',
  'dischargeNotice',
] as const;
const sides = [
  { party: 'municipality', municipality: 'ornskoldsvik' },
  { party: 'primary-care' },
  { party: 'psychiatric-outpatient' },
] as const;

/** What one person writes: a name, and a reason, note or counterpart. */
type Words = { readonly name: string; readonly text: string };
const plain: Words = { name: 'Anna Berg', text: 'Lisa, biståndshandläggare' };
const long: Words = {
  name: 'Anna-Karin Bergström-Lundqvist von der Esch',
  text: 'Elisabeth Johansson-Bergqvist, biståndshandläggare, Ö-vik 12',
};

/** A whole day of a ward: each patient told to three receivers, told again, changed, confirmed and marked. */
function day(words: Words, patients: number): readonly HandoverEvent[] {
  return codes.slice(0, patients).flatMap((code, index) => patientOf(code, index, words));
}

function patientOf(code: string, index: number, { name, text }: Words): readonly HandoverEvent[] {
  const by = (clock: string) => ({ act: actAt(at(clock), name) });
  const told = { code, counterpart: text.slice(0, 60), items: [...items] };
  const facts = { admittedAt: at('08:30'), dischargedAt: at('13:00'), wentHome: true, formUsed: true };
  return [
    opened({
      ...by('08:40'),
      code,
      receivers: {
        parties: ['municipality', 'primary-care', 'psychiatric-outpatient'],
        municipality: 'ornskoldsvik',
      },
    }),
    ...sides.flatMap((side, nth) =>
      ['09', '10', '11'].map((hour) =>
        recorded(
          `${code}-${nth}-${hour}`,
          { ...told, ...side, calledAt: at(`${hour}:${10 + nth}`), ...(index % 3 !== 0 && { facts }) },
          { ...by('13:50'), isUnverified: true },
        ),
      ),
    ),
    recorded(
      `${code}-n`,
      { ...told, ...sides[1], outcome: 'no-answer', counterpart: '', calledAt: at('12:00') },
      by('12:00'),
    ),
    recorded(
      `${code}-c`,
      { ...told, items: ['expectedDischargeChanged'], calledAt: at('13:20') },
      by('13:20'),
    ),
    corrected(
      `${code}-0-09`,
      { ...told, ...sides[0], calledAt: at('09:05') },
      { ...by('13:30'), reason: text },
    ),
    acknowledged(`${code}-a`, { ...told, items: ['dischargeNotice'], calledAt: at('13:40') }, by('13:40')),
    marked([{ task: 'sendForm', level: 'mustIfFormUsed' }], {
      ...by('14:20'),
      code,
      note: text,
      mark: 'dismissed',
    }),
  ];
}

const units = Array.from({ length: 30 }, (_, index) =>
  unit({ id: `u${index}`, name: `Enhet ${index}`, state: index % 2 === 0 ? 'connected' : 'disconnected' }),
);
const known = directory({ units: [ward, ange, ...units] });
const states: readonly Partial<Outage>[] = [
  {},
  ended,
  { ...ended, state: 'closed' },
  { kind: 'drill' },
  { ...ended, kind: 'drill' },
  { state: 'reported', kind: 'reported' },
];

/** Every answer of the log about an outage, to the ward and to Ånge. */
function answersOf(one: Outage): readonly Answer[] {
  const base = { outage: one, now: at('15:00'), routine, directory: known };
  const pages = [1, 2, 3];
  const statistics = outageStatistics(one, known);
  return [
    ...[ward, ange].flatMap((whose) => [
      ...pages.map((page) => caseAnswer({ ...base, unit: whose, code: firstCode, page })),
      ...pages.map((page) => taskListAnswer({ ...base, unit: whose, page })),
      ...pages.map((page) => unitLogAnswer({ ...base, unit: whose, page })),
      ...(['done', 'dismissed', 'open'] as const).map((mark) =>
        savedTaskAnswer({ ...base, unit: whose, code: firstCode, mark }),
      ),
    ]),
    ...['0-09', 'n', 'c'].map((id) =>
      savedHandoverAnswer({
        ...base,
        unit: ward,
        code: firstCode,
        entry: entryIn(one.log, `${firstCode}-${id}`),
        isNew: true,
      }),
    ),
    savedReceiptAnswer({
      ...base,
      unit: ange,
      code: firstCode,
      entry: entryIn(one.log, `${firstCode}-a`, 'ange'),
    }),
    ...channelAnswers(one),
    outstandingAnswer({ outage: one, directory: known, now: at('15:00'), page: 1 }),
    statisticsAnswer(statistics, one, at('15:00')),
  ];
}

const channelAnswers = (one: Outage): readonly Answer[] =>
  [ward, ange].map((whose) => unitSummaryAnswer(one, whose, { now: at('15:00'), number: 4, routine }));

function faultsOf(answer: Answer): readonly string[] {
  return (['channel', 'personal', 'dialog'] as const).flatMap((place) => {
    const card = answerCard(answer, routine, { callLinks: 'none', place });
    return [...cardFaults(card), ...parseFaults(card), ...liveMarkdown(card)].map(
      (fault) => `${answer.title} (${place}): ${fault}`,
    );
  });
}

const about = (over: Partial<Outage>, words: Words, patients = 12): Outage =>
  outage({ log: logAfter(...day(words, patients)), ...over });

describe.each(states.map((over) => [over.kind ?? 'unplanned', over.state ?? 'ongoing', over] as const))(
  'of a(n) %s outage that is %s, every answer of its log',
  (kind, _state, over) => {
    const answers = answersOf(about(over, plain));

    test('is a sound card in a channel, in a chat and in a dialog', () => {
      expect(answers.flatMap(faultsOf)).toEqual([]);
    });

    test('has at most six buttons, each with a title that a phone shows whole', () => {
      for (const { actions = [], title } of answers) {
        expect(actions.length, title).toBeLessThanOrEqual(6);
        for (const action of actions) expect(action.title.length, action.title).toBeLessThanOrEqual(25);
      }
    });

    test('is marked where it is a drill, says that the record is kept elsewhere, and names no patient', () => {
      for (const answer of answers) {
        expect(answer.banner, answer.title).toBe(kind === 'drill' ? 'ÖVNING' : undefined);
        expect(linesOf(answer).at(-1)).toBe('Dokumentera i journalen; boten ersätter den inte.');
        expect(findPatientIdentities(answerText(answer, routine)), answer.title).toEqual([]);
        expect(answerText(answer, routine)).not.toMatch(/klart att skriva ut/i);
      }
    });
  },
);

test('an ordinary day fits its cards whole', () => {
  for (const over of [{}, ended]) {
    for (const answer of answersOf(about(over, plain))) {
      const card = JSON.stringify(answerCard(answer, routine, { callLinks: 'none', place: 'channel' }));
      expect(card, answer.title).not.toMatch(/är kortat|är kortad/);
    }
  }
});

test('a case never loses its gate, however long the names', () => {
  const one = about({}, long);
  const answer = caseAnswer({
    outage: one,
    unit: ward,
    code: firstCode,
    now: at('15:00'),
    routine,
    directory: known,
  });
  const card = JSON.stringify(answerCard(answer, routine, { callLinks: 'teams', place: 'personal' }));
  expect(card).toContain('RÖTT: alla har inte bekräftat');
  expect(card).toContain(routine.general.dischargeGate.text);
  for (const side of ['Örnsköldsviks kommun', 'Hälsocentralen', 'Psykiatrisk öppenvård']) {
    expect(card).toContain(`${side}: utskrivningsmeddelande`);
  }
  expect(card).toContain('Örnsköldsviks kommun: kan ta emot patienten');
});

test.each(states.map((over) => [over.kind ?? 'unplanned', over.state ?? 'ongoing', over] as const))(
  'with the longest words the cards of a(n) %s outage that is %s are sound',
  (_kind, _state, over) => {
    expect(answersOf(about(over, long, 30)).flatMap(faultsOf)).toEqual([]);
  },
);

test('no code is in what goes to a channel or to coordinators', () => {
  for (const over of states) {
    const one = about(over, plain);
    const shown = JSON.stringify([
      ...channelAnswers(one),
      outstandingAnswer({ outage: one, directory: known, now: at('15:00'), page: 1 }),
      statisticsAnswer(outageStatistics(one, known), one, at('15:00')),
    ]);
    for (const code of codes) expect(shown).not.toContain(code);
  }
});

test('whatever people write, the cards stay sound', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }),
    fc.constantFrom('${foo}', '**a**', '[klicka](http://evil.example)', '"'.repeat(500), '\u202e00 01'),
  );
  fc.assert(
    fc.property(anyText, fc.constantFrom(...states), (text, over) => {
      expect(answersOf(about(over, { name: text, text }, 3)).flatMap(faultsOf)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});
