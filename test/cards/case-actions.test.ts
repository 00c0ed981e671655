import { describe, expect, test } from 'vitest';
import { mostButtons } from '../../src/cards/button-view.ts';
import { caseAnswer, savedHandoverAnswer } from '../../src/cards/case-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import { aCode, actAt, entryIn, marked, opened, withdrawn } from '../support/build-log.ts';
import { buttonsOf, callAt, caseContext, codeTaken, ended, titlesOf } from '../support/log-answer-samples.ts';
import { at } from '../support/outage-samples.ts';

const show = (events: readonly HandoverEvent[], over: Parameters<typeof caseContext>[1] = {}) =>
  caseAnswer(caseContext(events, over));

/** What the ward is shown when it has logged the last of the calls. */
function savedLast(events: readonly HandoverEvent[]) {
  const context = caseContext(events);
  const last = events.at(-1);
  if (last?.kind !== 'handoverRecorded') throw new Error('The last is no call');
  const entry = entryIn(context.outage.log, last.entry);
  return savedHandoverAnswer({ ...context, entry, isNew: false });
}

const toHealthCentre = { party: 'primary-care', counterpart: 'Bo, sjuksköterska' } as const;
const admission = callAt('09:10', { items: ['admission', 'planningBasis'] });

describe('while it lasts', () => {
  test('where nobody has stated the receivers, that is asked first', () => {
    const { receivers: _, ...unstated } = opened({ act: actAt(at('09:00')) });
    const answer = show([unstated]);
    expect(titlesOf(answer)).toEqual([
      'Ange vilka som tar emot',
      'Logga överlämning',
      'Logga mottaget samtal',
      'Ange tider',
    ]);
    expect(buttonsOf(answer)['Ange vilka som tar emot']).toMatchObject({
      verb: 'case.receivers',
      data: { code: aCode },
    });
  });

  test('each receiver without the notice has a button to log the call to it', () => {
    const answer = show([codeTaken, admission]);
    expect(titlesOf(answer)).toEqual([
      'Logga: Ånge',
      'Logga: hälsocentralen',
      'Logga mottaget samtal',
      'Ange tider',
      'Ändra mottagare',
      'Rätta senaste',
    ]);
    const buttons = buttonsOf(answer);
    expect(buttons['Logga: Ånge']).toEqual({
      title: 'Logga: Ånge',
      verb: 'handover.record',
      data: { code: aCode, party: 'municipality', municipality: 'ange' },
      opensForm: true,
    });
    expect(buttons['Logga: hälsocentralen']?.data).toEqual({ code: aCode, party: 'primary-care' });
    expect(buttons['Logga mottaget samtal']?.data).toEqual({ code: aCode, direction: 'received' });
    expect(buttons['Ange tider']).toMatchObject({ verb: 'case.facts', data: { code: aCode } });
  });

  test('where all have it, any call can be logged', () => {
    const canReceive = callAt('12:20', { direction: 'received', items: ['canReceive'], outcome: 'given' });
    const answer = show([codeTaken, canReceive, callAt('13:05'), callAt('13:06', toHealthCentre)]);
    expect(titlesOf(answer)[0]).toBe('Logga överlämning');
    expect(buttonsOf(answer)['Logga överlämning']?.data).toEqual({ code: aCode, direction: 'given' });
  });

  test('of several calls that stand it is asked which one to correct; one is the one', () => {
    const late = callAt('08:50', { items: ['admission'] }, { act: actAt(at('13:00')) });
    const several = show([codeTaken, admission, late]);
    expect(titlesOf(several)).not.toContain('Rätta senaste');
    expect(buttonsOf(several)['Rätta ett samtal']).toEqual({
      title: 'Rätta ett samtal',
      verb: 'handover.correct',
      data: { code: aCode },
      opensForm: true,
    });
    const taken = show([codeTaken, admission, late, withdrawn('call-08:50')]);
    expect(titlesOf(taken)).not.toContain('Rätta ett samtal');
    expect(buttonsOf(taken)['Rätta senaste']).toEqual({
      title: 'Rätta senaste',
      verb: 'handover.correct',
      data: { outage: 'outage-1', entry: 'call-09:10' },
      opensForm: true,
    });
  });

  test('to correct is always there, and last, however much else there is to do', () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      callAt(`10:1${index}`, { items: ['planningBasis'] }),
    );
    const titles = titlesOf(show([codeTaken, ...many]));
    expect(titles).toHaveLength(mostButtons);
    expect(titles.at(-1)).toBe('Rätta ett samtal');
    expect(titlesOf(show([codeTaken])).join()).not.toContain('Rätta');
  });

  test('all of them open a form', () => {
    const { actions = [] } = show([codeTaken, admission]);
    expect(actions.every(({ opensForm }) => opensForm === true)).toBe(true);
  });
});

describe('after a call was saved', () => {
  test('the same is told to the next receiver that has not got it', () => {
    const answer = savedLast([codeTaken, admission]);
    expect(titlesOf(answer).slice(0, 2)).toEqual(['Samma till hälsocentralen', 'Logga: Ånge']);
    expect(buttonsOf(answer)['Samma till hälsocentralen']).toMatchObject({
      verb: 'handover.record',
      data: {
        code: aCode,
        party: 'primary-care',
        items: 'admission,planningBasis',
        isSameAsBefore: 'true',
      },
    });
  });

  test('of what the next receiver has got in part, the rest', () => {
    const part = callAt('09:05', { ...toHealthCentre, items: ['admission'] });
    const answer = savedLast([codeTaken, part, admission]);
    expect(buttonsOf(answer)['Samma till hälsocentralen']?.data).toMatchObject({ items: 'planningBasis' });
  });

  test('where all have got it, nobody is told it again', () => {
    const both = callAt('09:05', { ...toHealthCentre, items: ['admission', 'planningBasis'] });
    expect(titlesOf(savedLast([codeTaken, both, admission])).join()).not.toContain('Samma');
  });

  test('that call is the one to correct, also where it was logged late', () => {
    const late = callAt('08:50', { items: ['admission'] }, { act: actAt(at('13:00')) });
    expect(buttonsOf(savedLast([codeTaken, admission, late]))['Rätta senaste']?.data).toEqual({
      outage: 'outage-1',
      entry: 'call-08:50',
    });
  });

  test('whoever did not answer is rung again first, with the same items', () => {
    const answer = savedLast([
      codeTaken,
      callAt('09:20', { ...toHealthCentre, items: ['admission'], outcome: 'no-answer', counterpart: '' }),
    ]);
    expect(titlesOf(answer).slice(0, 2)).toEqual(['Logga: hälsocentralen', 'Samma till Ånge']);
    expect(buttonsOf(answer)['Logga: hälsocentralen']?.data).toEqual({
      code: aCode,
      party: 'primary-care',
      items: 'admission',
    });
  });
});

describe('after the end', () => {
  const admitted = callAt('09:10', { items: ['admission'], facts: { admittedAt: at('08:30') } });

  test('what is owed is marked as done first', () => {
    const answer = show([codeTaken, admitted], { about: ended });
    expect(titlesOf(answer)).toEqual([
      'Klar: K7M-3F',
      'Logga: Ånge',
      'Ange tider',
      'Logga mottaget samtal',
      'Rätta senaste',
    ]);
    expect(buttonsOf(answer)['Klar: K7M-3F']).toMatchObject({
      verb: 'task.done',
      data: { outage: 'outage-1', case: aCode },
    });
  });

  test('where a time decides what is owed, the time is asked for first', () => {
    const untimed = callAt('09:10', { items: ['admission'] });
    expect(titlesOf(show([codeTaken, untimed], { about: ended })).slice(0, 2)).toEqual([
      'Ange tider',
      'Klar: K7M-3F',
    ]);
  });

  test('the mark that was made last can be taken back in one press', () => {
    const answer = show(
      [
        codeTaken,
        admitted,
        marked([{ task: 'patientInformation', level: 'ifPossible' }], { act: actAt(at('14:20')) }),
        marked([{ task: 'admissionNotice', level: 'must' }], { act: actAt(at('14:30')) }),
      ],
      { about: ended, now: at('14:40') },
    );
    expect(titlesOf(answer)[0]).toBe('Ångra: inskriven');
    expect(buttonsOf(answer)['Ångra: inskriven']).toEqual({
      title: 'Ångra: inskriven',
      verb: 'task.reopen',
      data: { outage: 'outage-1', case: aCode, task: 'admissionNotice' },
    });
  });

  test('when the outage is closed, nothing can be done', () => {
    expect(titlesOf(show([codeTaken, admitted], { about: { ...ended, state: 'closed' } }))).toEqual([]);
  });
});
