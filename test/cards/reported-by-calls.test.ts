import { describe, expect, test } from 'vitest';
import { reportNotice } from '../../src/cards/coordinator-notice.ts';
import { declareForm } from '../../src/cards/declare-form.ts';
import { outageBoardAnswer } from '../../src/cards/outage-board.ts';
import { reportedAnswer } from '../../src/cards/reported-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { aCode, recorded } from '../support/build-log.ts';
import { builtInKnowledge } from '../support/built-in-knowledge.ts';
import {
  caseOf,
  given,
  outageAfter,
  received,
  story,
  ward,
  withdrawn,
} from '../support/log-notice-samples.ts';
import { act, at, directory, outage } from '../support/outage-samples.ts';
import { factsOf, filledIn, linesOf } from '../support/said.ts';

const knowledge = await builtInKnowledge();
const { routine } = knowledge;
const known = directory({ units: [ward] });
const now = at('10:00');
const context = { now, number: 4, routine, directory: known };

const reportedBy = (events: readonly HandoverEvent[], over: Partial<Outage> = {}): Outage =>
  outageAfter(events, {
    state: 'reported',
    kind: 'reported',
    startedAt: at('09:00'),
    deeds: { reported: act('09:00', 'Anna Ek') },
    lastDeed: 'reported',
    ...over,
  });
/** The same, and another ward has handed over a patient of its own. */
const calls: readonly HandoverEvent[] = [
  ...story,
  caseOf('C2M-4X', 'ward2'),
  recorded('e9', { code: 'C2M-4X', calledAt: at('09:20') }, { unit: 'ward2' }),
];
const reports = [{ act: act('09:05', 'Bo Ek'), message: '' }];
const sentence = 'Ingen har anmält, men 2 överlämningar är loggade från 2 enheter';

const formOf = (one: Outage, values = {}) =>
  declareForm(
    { values, problems: [], fieldErrors: {}, formId: 'form-1', now, outage: one },
    { channels: 12 },
  );
const boardOf = (one: Outage) => outageBoardAnswer(one, { now, directory: known });

describe('to coordinators', () => {
  test('nobody has reported, and so many calls are logged', () => {
    const { answer, text } = reportNotice(reportedBy(calls), context);
    expect(answer.title).toBe(`${sentence}, den första kl. 09.00`);
    expect(text).toBe(`${sentence}. Den första kl. 09.00`);
    expect(factsOf(answer)).toEqual({ 'Loggade överlämningar': '2 från 2 enheter' });
    expect(linesOf(answer)[0]).toBe('Ingen samordnare har utlyst avbrott än.');
    expect(JSON.stringify(answer)).not.toContain(aCode);
    expect(JSON.stringify(answer)).not.toContain('Anna Ek');
  });

  test('beside reports the calls are counted', () => {
    const { answer, text } = reportNotice(reportedBy(calls, { reports }), context);
    expect(text).toBe('En har anmält att Lifecare SP inte fungerar, först kl. 09.05');
    expect(factsOf(answer)).toEqual({ 'Loggade överlämningar': '2 från 2 enheter' });
  });

  test('one is one, and what was taken back is none', () => {
    expect(reportNotice(reportedBy(story.slice(0, 2)), context).text).toBe(
      'Ingen har anmält, men 1 överlämning är loggad från 1 enhet. Den första kl. 09.00',
    );
    const back = { ...withdrawn, unit: 'ward', entry: 'e1' };
    expect(reportNotice(reportedBy([...story.slice(0, 2), back]), context).text).toBe(
      'Ingen har anmält, och ingen överlämning är loggad',
    );
  });

  test('what a receiver has confirmed is counted once, as the call of whoever rang', () => {
    expect(factsOf(reportNotice(reportedBy(story), context).answer)).toEqual({
      'Loggade överlämningar': '1 från 1 enhet',
    });
    const heard = [caseOf(aCode, 'ange'), received()];
    expect(factsOf(reportNotice(reportedBy(heard), context).answer)).toEqual({
      'Loggade överlämningar': '1 från 1 enhet',
    });
    const rung = { direction: 'given', items: ['currentServices'] } as const;
    expect(factsOf(reportNotice(reportedBy([...story.slice(0, 2), received(rung)]), context).answer)).toEqual(
      {
        'Loggade överlämningar': '2 från 2 enheter',
      },
    );
  });

  test('days later the push is still short', () => {
    const { text } = reportNotice(reportedBy(calls), { ...context, now: at('10:00', '2027-01-04') });
    expect(text).toBe(`${sentence}. Den första tisdag 24 november 2026 kl. 09.00`);
    expect(text.length).toBeLessThanOrEqual(120);
  });
});

describe('to whoever reports after the calls', () => {
  const question = { asker: {}, knowledge, entities: {} };

  test('it is said that others have noticed, in counts', () => {
    const answer = reportedAnswer(reportedBy(calls, { reports }), question, true);
    expect(linesOf(answer)[1]).toBe('Det märks redan: 2 överlämningar är loggade från 2 enheter.');
    expect(JSON.stringify(answer)).not.toContain(aCode);
  });

  test.each<[string, Outage | undefined]>([
    ['no call', reportedBy([], { reports })],
    ['an outage that is declared', outageAfter(story)],
    ['no outage', undefined],
  ])('with %s nothing is said of calls', (_what, one) => {
    expect(JSON.stringify(reportedAnswer(one, question, true))).not.toContain('överlämning');
  });
});

describe('to whoever declares', () => {
  test('what tells of it is said first: calls alone, or both', () => {
    expect(formOf(reportedBy(calls)).lines[0]?.text).toBe(`${sentence}, den första kl. 09.00.`);
    expect(
      formOf(reportedBy(calls, { reports }))
        .lines.slice(0, 2)
        .map(({ text }) => text),
    ).toEqual([
      'En har anmält att Lifecare SP inte fungerar.',
      '2 överlämningar är loggade från 2 enheter, den första kl. 09.00.',
    ]);
  });

  test.each([
    ['the first call', at('08:40'), '08:40'],
    ['the report', at('09:30'), '09:00'],
  ])('it begins when %s was, the earlier of the two', (_which, calledAt, time) => {
    const one = reportedBy([caseOf(), recorded('e1', { calledAt })], { reports });
    expect(filledIn(formOf(one))).toMatchObject({ startedOn: '2026-11-24', startedAt: time });
  });

  test('a plan’s start is not guessed', () => {
    expect(filledIn(formOf(reportedBy(calls), { kind: 'planned' }))).toMatchObject({ startedAt: '' });
  });
});

describe('the board', () => {
  test('of calls alone says what is known, and names nobody as having reported', () => {
    const answer = boardOf(reportedBy(calls));
    expect(answer.title).toBe('Samtal är loggade, inte utlyst');
    expect(factsOf(answer)).toEqual({
      'Första samtalet': 'tisdag 24 november kl. 09.00',
      Meddelanden: 'Skickade: 0, väntar: 0, går inte fram: 0',
      Anmälningar: '0',
      'Loggade överlämningar': '2 från 2 enheter',
      'Inte bekräftat på 30 minuter': '0',
    });
    expect(JSON.stringify(answer)).not.toContain('Anna Ek');
    const closed = { ...reportedBy(calls), state: 'closed', deeds: { dismissed: act('09:30') } } as const;
    expect(boardOf(closed).title).toBe('Stängt: det var inget avbrott');
  });

  test('with a report too is of a report', () => {
    const answer = boardOf(reportedBy(calls, { reports }));
    expect(answer.title).toBe('Anmält, inte utlyst');
    expect(factsOf(answer)).toMatchObject({ Anmälningar: '1', 'Loggade överlämningar': '2 från 2 enheter' });
  });

  test('while it lasts counts what nobody has confirmed for half an hour', () => {
    const facts = factsOf(boardOf(outageAfter([...calls, given('e2', { items: ['dischargeNotice'] })])));
    expect(facts).toMatchObject({
      'Loggade överlämningar': '3 från 2 enheter',
      'Inte bekräftat på 30 minuter': '1',
    });
    expect(facts).not.toHaveProperty('Kvar att efterregistrera');
  });

  test('after the end counts what is left, of a drill nothing', () => {
    const over = { state: 'ended', endedAt: at('09:50') } as const;
    const ended = outageAfter(story, over);
    expect(factsOf(boardOf(ended))['Kvar att efterregistrera']).toBe('3 i 1 enhet');
    expect(factsOf(boardOf({ ...ended, kind: 'drill' }))).not.toHaveProperty('Kvar att efterregistrera');
    expect(JSON.stringify(boardOf(ended))).not.toContain(aCode);
  });

  test('where nothing is logged says nothing of calls', () => {
    expect(Object.keys(factsOf(boardOf(outage())))).not.toContain('Loggade överlämningar');
  });

  test('a call just made is not late yet', () => {
    const one = outageAfter([caseOf(), recorded('e1', { outcome: 'given', calledAt: now })]);
    expect(factsOf(boardOf(one))['Inte bekräftat på 30 minuter']).toBe('0');
    const later = outageBoardAnswer(one, { now: now + 31 * 60_000, directory: known });
    expect(factsOf(later)['Inte bekräftat på 30 minuter']).toBe('1');
  });
});
