import { describe, expect, test } from 'vitest';
import { savedHandoverAnswer, savedReceiptAnswer } from '../../src/cards/case-answer.ts';
import type { CaseContext } from '../../src/cards/case-answer.ts';
import type { HandoverEvent } from '../../src/domain/handover-event.ts';
import { aCode, acknowledged, actAt, angeKind, entryIn, opened } from '../support/build-log.ts';
import {
  ange,
  buttonsOf,
  callAt,
  caseContext,
  codeTaken,
  ended,
  healthCentre,
  routine,
  titlesOf,
} from '../support/log-answer-samples.ts';
import { at, directory } from '../support/outage-samples.ts';
import { linesOf } from '../support/said.ts';

/** The last of the events was just saved by its unit. */
function saved(
  events: readonly HandoverEvent[],
  over: Parameters<typeof caseContext>[1] & { readonly isNew?: boolean } = {},
) {
  const { isNew = false, ...rest } = over;
  const context = caseContext(events, rest);
  return savedHandoverAnswer({ ...context, entry: lastEntry(events, context), isNew });
}

function lastEntry(events: readonly HandoverEvent[], { outage }: CaseContext) {
  const last = events.at(-1);
  if (last?.kind !== 'handoverRecorded') throw new Error('The last is no call');
  return entryIn(outage.log, last.entry, last.unit);
}

/** The last of the events was just saved by the receiving unit. */
function receipt(events: readonly HandoverEvent[], over: Partial<CaseContext> = {}) {
  const context = caseContext(events, { unit: ange, ...over });
  return savedReceiptAnswer({ ...context, entry: lastEntry(events, context) });
}

const admission = callAt('09:10', { items: ['admission', 'planningBasis'] });
const journal = 'Dokumentera i journalen; boten ersätter den inte.';
const unanswered = callAt('09:20', { outcome: 'no-answer', counterpart: '', items: ['admission'] });

describe('a call was saved', () => {
  test('of a new case the code is large, and what to write and to say', () => {
    const answer = saved([codeTaken, admission], { isNew: true });
    expect(answer.title).toBe('Sparat');
    expect(answer.code?.text).toBe(aCode);
    expect(linesOf(answer)).toEqual([
      'Skriv koden på blanketten och säg den i telefon.',
      'Samtal kl. 09.10 till Ånge kommun (Lisa, biståndshandläggare): Inskrivning, Planeringsunderlag. Upprepat av mottagaren.',
      journal,
    ]);
    const rows = answer.sections.flatMap((section) => section.rows ?? []);
    expect(rows).toMatchObject([{ title: 'Utskrivning', state: 'RÖTT: alla har inte bekräftat' }]);
  });

  test('of a known case the code is not new', () => {
    expect(linesOf(saved([codeTaken, admission])).join()).not.toContain('blanketten');
  });

  test('nobody answered: it says when it reminds, and shows the number again', () => {
    const answer = saved([codeTaken, unanswered]);
    expect(linesOf(answer)).toContain('Inget svar. Jag påminner dig om 30 minuter om ingen har ringt igen.');
    const phones = answer.sections.flatMap((section) => section.phones ?? []);
    expect(phones.map(({ name, number }) => `${name} ${number}`)).toEqual([
      'Ånge kommuns växel 0690-25 01 00',
    ]);
    expect(answer.withoutRoutine).toBe(false);
  });

  test('after the end nobody is reminded, and nothing is promised', () => {
    const lines = linesOf(saved([codeTaken, unanswered], { about: ended }));
    expect(lines).toContain('Inget svar. Ring igen.');
    expect(lines.join()).not.toContain('30 minuter');
  });

  test('what the care manager passes on goes past the municipality’s own switchboard', () => {
    const inside = callAt(
      '09:20',
      { items: ['forwarded'], outcome: 'no-answer', counterpart: '' },
      { unit: 'ange', as: angeKind },
    );
    const answer = saved([codeTaken, inside], { unit: ange });
    expect(answer.sections.flatMap((section) => section.phones ?? [])).toEqual([]);
    expect(linesOf(answer)[0]).toBe('Samtal kl. 09.20 inom kommunen: Fört vidare inom kommunen.');
  });

  test('the last state of the gate never stands without the routine’s sentence', () => {
    const canReceive = callAt('12:20', { direction: 'received', items: ['canReceive'], outcome: 'given' });
    const last = callAt('13:06', { party: 'primary-care' });
    const lines = linesOf(saved([codeTaken, canReceive, callAt('13:05'), last]));
    const state = lines.indexOf('Alla mottagare ni angett har bekräftat');
    expect(lines[state + 1]).toBe(routine.general.dischargeGate.text);
  });

  test('a unit without a gate is told nothing of one', () => {
    const angesCase = opened({ unit: 'ange', as: angeKind });
    const call = callAt(
      '09:20',
      { direction: 'received', party: 'inpatient-ward', outcome: 'given', items: ['admission'] },
      { unit: 'ange', as: angeKind },
    );
    const lines = linesOf(saved([angesCase, call], { unit: ange, isNew: true }));
    expect(lines.join()).not.toContain('Utskrivning –');
    expect(lines).toContain(
      'Fick du en kod av den som ringde? Tryck Rätta senaste och skriv den, så får avsändaren veta.',
    );
  });
});

describe('the receiver’s side was saved', () => {
  const handed = callAt('13:00', { items: ['admission', 'dischargeNotice'], outcome: 'given' });
  const all = acknowledged('ack', { items: ['admission', 'dischargeNotice'], calledAt: at('13:10') });

  test('what was confirmed, to whom, that the sender hears, and what is still to come', () => {
    const answer = receipt([codeTaken, handed, all]);
    expect(linesOf(answer)).toEqual([
      'Ni har bekräftat till Avdelning 12: Inskrivning, Utskrivningsmeddelande.',
      'Avsändaren får veta det.',
      'Inte lämnat än: Beräknat utskrivningsdatum, Planeringsunderlag, Faktiskt utskrivningsdatum.',
      journal,
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/kvitter/i);
  });

  test('what of it the unit has not confirmed is said', () => {
    const part = acknowledged('ack', { items: ['admission'], calledAt: at('13:10') });
    expect(linesOf(receipt([codeTaken, handed, part]))).toContain(
      'Lämnat, men inte bekräftat av er: Utskrivningsmeddelande.',
    );
  });

  test('a care manager passes it on within the municipality, once', () => {
    const answer = receipt([codeTaken, handed, all]);
    expect(titlesOf(answer)[0]).toBe('Fört vidare i kommunen');
    expect(buttonsOf(answer)['Fört vidare i kommunen']).toEqual({
      title: 'Fört vidare i kommunen',
      verb: 'handover.record',
      data: {
        code: aCode,
        party: 'municipality',
        municipality: 'ange',
        items: 'forwarded',
        direction: 'given',
      },
      opensForm: true,
    });
    const passedOn = callAt('13:20', { items: ['forwarded'] }, { unit: 'ange', as: angeKind });
    expect(titlesOf(receipt([codeTaken, handed, passedOn, all]))).not.toContain('Fört vidare i kommunen');
  });

  test('a health centre has nobody to pass it on to', () => {
    const kind = { careSetting: 'primary-care', organisation: 'region' } as const;
    const toThem = callAt('13:00', { party: 'primary-care', items: ['admission'], outcome: 'given' });
    const theirs = acknowledged(
      'ack',
      { items: ['admission'], calledAt: at('13:10') },
      { unit: 'hc', as: kind, act: actAt(at('13:10'), 'Bo') },
    );
    const answer = receipt([codeTaken, toThem, theirs], { unit: healthCentre });
    expect(linesOf(answer)[0]).toBe('Ni har bekräftat till Avdelning 12: Inskrivning.');
    expect(titlesOf(answer)).not.toContain('Fört vidare i kommunen');
  });

  test('a sender that the directory does not know is the sender', () => {
    const nobody = directory({});
    expect(linesOf(receipt([codeTaken, handed, all], { directory: nobody }))[0]).toContain(
      'Ni har bekräftat till avsändaren:',
    );
  });
});
