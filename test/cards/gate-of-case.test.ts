import { describe, expect, test } from 'vitest';
import { answerText } from '../../src/cards/answer-text.ts';
import { caseAnswer } from '../../src/cards/case-answer.ts';
import type { CaseContext } from '../../src/cards/case-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import { acknowledged, actAt, corrected, opened } from '../support/build-log.ts';
import { ange, callAt, caseContext, codeTaken, routine, rowsOf } from '../support/log-answer-samples.ts';
import { at } from '../support/outage-samples.ts';
import { headingsOf } from '../support/said.ts';

const show = (events: readonly HandoverEvent[], over: Parameters<typeof caseContext>[1] = {}) =>
  caseAnswer(caseContext(events, over));
const rowNamed = (title: string, events: readonly HandoverEvent[], over: Partial<CaseContext> = {}) =>
  rowsOf(show(events, over)).find((row) => row.title === title);
const ring = (events: readonly HandoverEvent[]) =>
  show(events).sections.find(({ heading }) => heading === 'Ring');

const toHealthCentre = { party: 'primary-care', counterpart: 'Bo, sjuksköterska' } as const;
const canReceive = callAt('12:20', {
  direction: 'received',
  items: ['canReceive'],
  outcome: 'given',
});
const angesNotice = 'Ånge kommun: utskrivningsmeddelande';

describe('the discharge gate', () => {
  const notStated = opened({ act: actAt(at('09:00')) });
  const { receivers: _, ...unstated } = notStated;

  test.each<[string, string, readonly HandoverEvent[]]>([
    ['nobody has stated who is to receive', 'RÖTT: Ange vilka som ska ta emot', [unstated]],
    ['nobody was rung', 'RÖTT: alla har inte bekräftat', [codeTaken]],
    ['one receiver of two has it', 'RÖTT: alla har inte bekräftat', [codeTaken, callAt('13:05'), canReceive]],
    [
      'all have it, and the municipality has not said that it can receive',
      'RÖTT: alla har inte bekräftat',
      [codeTaken, callAt('13:05'), callAt('13:06', toHealthCentre)],
    ],
    [
      'all have it, and the municipality can receive',
      'Alla mottagare ni angett har bekräftat',
      [codeTaken, canReceive, callAt('13:05'), callAt('13:06', toHealthCentre)],
    ],
  ])('%s: it stands first, as a word, with the routine’s sentence', (_what, state, events) => {
    const answer = show(events);
    const [gate] = answer.sections;
    expect(gate?.heading).toBe('Utskrivning');
    expect(gate?.rows).toEqual([{ title: state, details: [] }]);
    expect(gate?.lines.map(({ text }) => text)).toEqual([
      routine.general.dischargeGate.text,
      'Boten avgör aldrig om en patient får skrivas ut.',
    ]);
    expect(gate?.lines[0]?.heading).toBe(routine.general.dischargeGate.heading);
    expect(answerText(answer, routine)).not.toMatch(/klart att skriva ut/i);
  });

  test.each<[string, readonly HandoverEvent[]]>([
    ['ej lämnat', [codeTaken]],
    ['ej lämnat', [codeTaken, callAt('13:05', { outcome: 'no-answer', counterpart: '' })]],
    ['lämnat, ej bekräftat', [codeTaken, callAt('13:05', { outcome: 'given' })]],
    ['upprepat i telefon 13.05', [codeTaken, callAt('13:05')]],
    [
      'bekräftat av Ånge kommun 13.10',
      [codeTaken, callAt('13:05', { outcome: 'given' }), acknowledged('ack', { calledAt: at('13:10') })],
    ],
    [
      'gäller inte längre',
      [
        codeTaken,
        callAt('13:05'),
        callAt('13:20', { ...toHealthCentre, items: ['expectedDischargeChanged'] }),
      ],
    ],
  ])('what Ånge has of the notice is “%s”', (state, events) => {
    expect(rowNamed(angesNotice, events)?.state).toBe(state);
  });

  test('of another day, the date is said too', () => {
    const later = { now: at('08:00', '2026-11-25') };
    expect(rowNamed(angesNotice, [codeTaken, callAt('13:05')], later)?.state).toBe(
      'upprepat i telefon 24/11 13.05',
    );
  });

  test('it says who rang whom when, and who confirmed it', () => {
    const events = [
      codeTaken,
      callAt('13:05', { outcome: 'given' }),
      acknowledged('ack', { calledAt: at('13:10') }),
    ];
    expect(rowNamed(angesNotice, events)?.details).toEqual([
      'Anna lämnade det kl. 13.05 till Lisa, biståndshandläggare.',
      'Eva, Ånge bistånd, bekräftade kl. 13.10.',
    ]);
  });

  test('a call that nobody answered is told as that', () => {
    const events = [codeTaken, callAt('13:05', { outcome: 'no-answer', counterpart: '' })];
    expect(rowNamed(angesNotice, events)?.details).toEqual(['Anna ringde kl. 13.05: inget svar.']);
  });

  const toldAt1250 = callAt('12:50');
  test.each<[string, readonly HandoverEvent[]]>([
    [
      'Beräknat utskrivningsdatum ändrades 13.20.',
      [callAt('13:20', { ...toHealthCentre, items: ['expectedDischargeChanged'] })],
    ],
    [
      'Utskrivningsklar togs tillbaka 13.20.',
      [callAt('13:20', { ...toHealthCentre, items: ['readyForDischargeWithdrawn'] })],
    ],
    [
      'Faktiskt utskrivningsdatum kom till 13.20.',
      [callAt('13:20', { ...toHealthCentre, items: ['actualDischarge'] })],
    ],
    [
      'Samtalet rättades 13.20.',
      [corrected('call-12:50', { calledAt: at('12:49') }, { act: actAt(at('13:20')) })],
    ],
    [
      'Uppgifterna om utskrivningen ändrades 13.20.',
      [
        callAt('11:00', { items: ['actualDischarge'], facts: { dischargedAt: at('15:00') } }),
        callAt('13:20', {
          ...toHealthCentre,
          items: ['actualDischarge'],
          facts: { dischargedAt: at('17:00') },
        }),
      ],
    ],
  ])('why a confirmation does not hold any more: %s', (why, events) => {
    const row = rowNamed(angesNotice, [codeTaken, toldAt1250, ...events]);
    expect(row).toMatchObject({ state: 'gäller inte längre', isProblem: true });
    expect(row?.details.slice(1)).toEqual([why, 'Lämna det igen, och be om bekräftelse.']);
  });

  test('what is missing comes first, and is no matter of colour alone', () => {
    const rows = show([codeTaken, canReceive, callAt('13:05')]).sections[1]?.rows ?? [];
    expect(rows.map(({ isProblem, title }) => [title, isProblem ?? false])).toEqual([
      ['Hälsocentralen: utskrivningsmeddelande', true],
      [angesNotice, false],
      ['Ånge kommun: kan ta emot patienten', false],
    ]);
    expect(rows.every(({ state = '' }) => state !== '')).toBe(true);
  });

  test('the municipality’s word is there with its time, or that there is none', () => {
    const title = 'Ånge kommun: kan ta emot patienten';
    expect(rowNamed(title, [codeTaken])).toMatchObject({ state: 'inget besked än', isProblem: true });
    expect(rowNamed(title, [codeTaken, canReceive])).toEqual({
      title,
      state: 'besked 12.20',
      details: ['Anna tog emot det kl. 12.20 av Lisa, biståndshandläggare.'],
    });
  });

  test('whom to ring is there with the number, and only for those who are missing', () => {
    expect(ring([codeTaken])?.phones?.map(({ number }) => number)).toEqual(['0690-25 01 00', '0611–800 00']);
    expect(ring([codeTaken])?.lines.map(({ text }) => text)).toEqual([
      'Ring hälsocentralen. Har du inte direktnumret: gå via växeln.',
    ]);
    const onlyHealthCentre = ring([codeTaken, canReceive, callAt('13:05')]);
    expect(onlyHealthCentre?.phones?.map(({ number }) => number)).toEqual(['0611–800 00']);
    const all = [codeTaken, canReceive, callAt('13:05'), callAt('13:06', toHealthCentre)];
    expect(ring(all)).toBeUndefined();
  });

  test('only the ward that the case belongs to is shown it', () => {
    const angesView = show([codeTaken, callAt('13:05')], { unit: ange });
    expect(headingsOf(angesView)).not.toContain('Utskrivning');
    const otherWard = show([{ ...codeTaken, unit: 'other' }, callAt('13:05')]);
    expect(headingsOf(otherWard)).not.toContain('Utskrivning');
  });
});
