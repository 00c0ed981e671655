import { expect, test } from 'vitest';
import { outstandingNotice } from '../../src/cards/coordinator-notice.ts';
import { tailNotice } from '../../src/cards/log-notices.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, actAt, angeKind } from '../support/build-log.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import { caseOf, given, hemsjukvarden, outageAfter, tailOf, ward } from '../support/log-notice-samples.ts';
import { at, directory, issued, outboxOf, team, unit } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const { routine } = await builtInKnowledge();
const admitted = given('e1', { facts: { admittedAt: at('08:30') } });
const ended = (over: Partial<Outage> = {}) =>
  outageAfter([caseOf(), admitted], {
    state: 'ended',
    endedAt: at('14:10'),
    outbox: outboxOf(issued(1, ['unit:ward', 'unit:ange'])),
    ...over,
  });
const later = {
  now: at('15:00', '2026-11-25'),
  number: 4,
  routine,
  directory: directory({ units: [ward, hemsjukvarden] }),
};

test('a unit reads how much of what is left, and comes to its list', () => {
  const { answer, text } = tailNotice(ended(), later, tailOf('tail:24h'));
  expect(text).toBe('3 efterregistreringar är kvar efter avbrottet i Lifecare SP');
  expect(answer.title).toBe('3 efterregistreringar är kvar');
  expect(factsOf(answer)).toEqual({
    'Kontrollera och kvittera meddelanden': '1',
    Inskrivningsmeddelande: '1',
    Patientinformation: '1',
  });
  expect(answer.actions).toEqual([
    { title: 'Er lista', verb: 'tasks.list', data: { outage: 'outage-1' }, opensForm: true },
  ]);
  expect(JSON.stringify(answer)).not.toContain(aCode);
});

test('a unit whose channel only hears since is told all the same: its log is owed for', () => {
  const { careSetting: _careSetting, ...hears } = ward;
  const { text } = tailNotice(
    ended(),
    { ...later, directory: directory({ units: [hears] }) },
    tailOf('tail:24h'),
  );
  expect(text).toBe('3 efterregistreringar är kvar efter avbrottet i Lifecare SP');
});

test('one thing is one, and what is done is counted too', () => {
  const { answer } = tailNotice(ended(), later, tailOf('tail:72h', 'ange'));
  expect(answer.title).toBe('1 efterregistrering är kvar');
  const marked = outageAfter(
    [
      caseOf(),
      admitted,
      {
        kind: 'tasksMarked',
        act: actAt(at('15:00')),
        unit: 'ward',
        tasks: [{ task: 'acknowledgeMessages', level: 'must' }],
        mark: 'done',
        note: '',
      },
    ],
    { state: 'ended', endedAt: at('14:10') },
  );
  const then = tailNotice(marked, later, tailOf('tail:72h')).answer;
  expect(then.title).toBe('2 efterregistreringar är kvar');
  expect(factsOf(then)['Avklarat']).toBe('1');
});

test.each([
  ['tail:24h', false],
  ['tail:72h', false],
  ['tail:1w', false],
  ['tail:2w', false],
  ['tail:3w', true],
])('%s: that it is the last is said of the last alone', (key, isLast) => {
  const { answer, text } = tailNotice(ended(), later, tailOf(key));
  const sentence = 'Det här är den sista påminnelsen. Samordnarna ser vad som är kvar och kan höra av sig.';
  expect(linesOf(answer).includes(sentence)).toBe(isLast);
  expect(text.endsWith('. Sista påminnelsen')).toBe(isLast);
});

test('coordinators read how much is left in how many units, and whom to ring', () => {
  const gone = unit({ id: 'ange', name: 'Hemsjukvården', ...angeKind, state: 'disconnected' });
  const removed = unit({ id: 'hc', name: 'Hälsocentralen', careSetting: 'primary-care', team: 'without' });
  const units = [ward, gone, removed];
  const teams = [team(), team({ id: 'without', isInstalled: false })];
  const one = ended({ outbox: outboxOf(issued(1, ['unit:ward', 'unit:ange', 'unit:hc'])) });
  const notice = outstandingNotice(one, { ...later, directory: directory({ units, teams }) });
  expect(notice.text).toBe('Kvar att efterregistrera: 5 i 3 enheter');
  expect(headingsOf(notice.answer)).toEqual(['Nås inte: ska ringas']);
  expect(notice.answer.sections[1]?.rows).toEqual([
    {
      title: 'Hemsjukvården, Ånge kommun',
      state: 'Ska ringas',
      details: ['Kvar att efterregistrera: 1'],
      isProblem: true,
    },
    {
      title: 'Hälsocentralen, Region Västernorrland',
      state: 'Ska ringas',
      details: ['Kvar att efterregistrera: 1'],
      isProblem: true,
    },
  ]);
  expect(notice.answer.actions?.[0]).toEqual({
    title: 'Visa listan',
    verb: 'tasks.list',
    data: { outage: 'outage-1' },
  });
  expect(JSON.stringify(notice)).not.toContain(aCode);
});

test('one unit is one, and of many to ring the first ten are named', () => {
  const one = ended({ outbox: outboxOf(issued(1, ['unit:ward'])) });
  expect(outstandingNotice(one, { ...later, directory: directory({ units: [ward] }) }).text).toBe(
    'Kvar att efterregistrera: 3 i 1 enhet',
  );
  const units = Array.from({ length: 12 }, (_, index) => unit({ id: `u${index}`, state: 'disconnected' }));
  const many = ended({
    outbox: outboxOf(
      issued(
        1,
        units.map(({ id }) => `unit:${id}` as const),
      ),
    ),
  });
  const { answer } = outstandingNotice(many, { ...later, directory: directory({ units }) });
  expect(answer.sections[1]?.rows).toHaveLength(10);
  expect(linesOf(answer)).toContain('… och 2 till. Se alla under Visa listan.');
});
