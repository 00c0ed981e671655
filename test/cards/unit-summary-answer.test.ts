import { describe, expect, test } from 'vitest';
import { endNotice } from '../../src/cards/end-notice.ts';
import { unitSummaryAnswer } from '../../src/cards/unit-summary-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, logAfter } from '../support/build-log.ts';
import {
  ange,
  callAt,
  codeTaken,
  ended,
  healthCentre,
  routine,
  ward,
} from '../support/log-answer-samples.ts';
import { at, outage, unit } from '../support/outage-samples.ts';
import { factsOf, headingsOf, linesOf } from '../support/said.ts';

const context = { now: at('14:15'), number: 7, routine };
const after = (events: readonly HandoverEvent[], about: Partial<Outage> = ended): Outage =>
  outage({ log: logAfter(...events), ...about });
const story = [
  codeTaken,
  callAt('09:10', { items: ['admission'], facts: { admittedAt: at('08:30'), formUsed: true } }),
  callAt('09:20', { party: 'primary-care', items: ['admission'], outcome: 'no-answer', counterpart: '' }),
];
const answer = unitSummaryAnswer(after(story), ward, context);
const summaryOf = ({ sections }: typeof answer) =>
  sections
    .find(({ heading }) => heading?.startsWith('Er enhets sammanfattning'))
    ?.lines.map(({ text }) => text);

describe('a unit’s part of an outage that is over', () => {
  test('is told in counts, by kind', () => {
    expect(answer.title).toBe('Avbrottet är slut');
    expect(factsOf(answer)).toMatchObject({ Varade: '6 timmar' });
    expect(summaryOf(answer)).toEqual([
      'Patienter (koder): 1. Samtal: 2.',
      'Samtal utan svar: 1',
      'Lämnat men inte bekräftat: 1',
      'Kvar att registrera: 2 (Inskrivningsmeddelande 1, Patientinformation 1)',
      'Kvar: Kontrollera och kvittera meddelanden',
      'Blanketter att skicka in: 1',
    ]);
  });

  test('is never told with a code, nor with whoever was talked to', () => {
    expect(JSON.stringify(answer)).not.toContain(aCode);
    expect(JSON.stringify(answer)).not.toContain('Lisa');
  });

  test('says what the routine says of patients and messages', () => {
    const lines = linesOf(answer);
    expect(headingsOf(answer)).toEqual([
      'Er enhets sammanfattning',
      'Registrera i efterhand',
      'Kvittera meddelanden i Lifecare SP',
    ]);
    expect(lines.join('\n')).toContain(
      'Tidigare kommunicerad information behöver inte föras in retroaktivt.',
    );
    expect(lines).toContain(routine.groups.inpatient.tasks.acknowledgeMessages.text);
    expect(lines.at(-1)).toBe('Dokumentera i journalen; boten ersätter den inte.');
  });

  test('leads to the list, in a dialog, since that shows codes', () => {
    expect(answer.actions).toEqual([
      { title: 'Visa er lista', verb: 'tasks.list', data: { outage: 'outage-1' }, opensForm: true },
    ]);
    expect(answer.footer).toBe('Meddelande 7');
  });

  test('with an empty log leaves the messages', () => {
    const empty = unitSummaryAnswer(after([]), ange, context);
    expect(summaryOf(empty)).toEqual([
      'Er enhet har inte loggat något samtal.',
      'Kvar att registrera: inget',
      'Kvar: Kontrollera och kvittera meddelanden',
    ]);
    expect(linesOf(empty)).toContain(routine.groups.municipality.tasks.acknowledgeMessages.text);
  });

  test('says to those who do not register that they do not', () => {
    const lines = linesOf(unitSummaryAnswer(after([]), healthCentre, context)).join('\n');
    expect(lines).toContain('Kommun och öppenvård inväntar meddelandet och kvitterar det.');
    expect(linesOf(answer).join('\n')).not.toContain('Kommun och öppenvård inväntar');
  });

  test('has what the coordinators said', () => {
    const terms = { scope: [], message: 'Ett nätfel är lagat.' };
    expect(linesOf(unitSummaryAnswer(after(story, { ...ended, terms }), ward, context))).toContain(
      'Ett nätfel är lagat.',
    );
  });
});

test('after a drill nothing is to be registered', () => {
  const drill = unitSummaryAnswer(after(story, { ...ended, kind: 'drill' }), ward, context);
  expect(drill.banner).toBe('ÖVNING');
  expect(drill.title).toBe('Övningen är slut');
  expect(linesOf(drill)[0]).toMatch(/^Inget ska registreras i Lifecare SP efter en övning\./);
});

test('while it goes on, nothing that is left is counted', () => {
  const running = unitSummaryAnswer(after(story, {}), ward, { now: at('12:00'), routine });
  expect(running.title).toBe('Er enhets sammanfattning');
  expect(linesOf(running)[0]).toBe('Avbrottet pågår: sammanfattningen är inte färdig.');
  expect(summaryOf(running)?.join('\n')).not.toContain('Kvar');
  expect(running).not.toHaveProperty('footer');
});

describe('the end notice', () => {
  test('concludes with the unit’s own summary where the unit has a log', () => {
    expect(endNotice(after(story), context, ward).conclusion).toEqual(answer);
  });

  test('concludes as to everybody where it has none, and where no unit is named', () => {
    const { careSetting: _, ...without } = unit();
    const [one, other] = [endNotice(after(story), context, without), endNotice(after(story), context)];
    expect(one).toEqual(other);
    expect(one.conclusion?.actions).toBeUndefined();
  });

  test('of an interrupted drill has no summary', () => {
    const broken = after(story, { ...ended, kind: 'drill', isInterrupted: true });
    expect(endNotice(broken, context, ward)).toEqual(endNotice(broken, context));
  });

  test('is pushed without a count', () => {
    expect(endNotice(after(story), context, ward).text).toBe(
      'Avbrottet i Lifecare SP är slut sedan kl. 14.10',
    );
  });
});
