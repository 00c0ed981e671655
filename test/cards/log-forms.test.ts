import { describe, expect, test } from 'vitest';
import { acknowledgeForm } from '../../src/cards/acknowledge-form.ts';
import { receiversForm } from '../../src/cards/receivers-form.ts';
import { withdrawForm } from '../../src/cards/withdraw-form.ts';
import type { Call } from '../../src/domain/handover-event.ts';
import { aCode, entryIn, logAfter, recorded } from '../support/build-log.ts';
import { fieldIn, formState, optionsIn, sentAlong, textsOf, typed } from '../support/log-forms.ts';
import { at, outage } from '../support/outage-samples.ts';
import { filledIn } from '../support/said.ts';

const withdrawalOf = (call: Partial<Call>) =>
  withdrawForm(formState(), {
    entry: entryIn(logAfter(recorded('call-1', call)), 'call-1'),
    outage: 'outage-1',
  });

describe('acknowledging', () => {
  const handed = [
    { item: 'admission', calledAt: at('13:05'), caller: 'Anna Berg' },
    { item: 'dischargeNotice', calledAt: at('22:40', '2026-11-23'), caller: '' },
  ] as const;
  const known = { code: aCode, from: 'Region Västernorrland', handed };

  test('begins with the code alone', () => {
    const form = acknowledgeForm(typed({ code: 'K7M' }));
    expect(filledIn(form)).toEqual({ code: 'K7M' });
    expect(form.fields).toEqual([expect.objectContaining({ kind: 'text', isRequired: true })]);
    expect(form.submit).toEqual({
      title: 'Visa',
      verb: 'handover.acknowledge',
      data: { ...sentAlong, opens: 'form' },
    });
  });

  test('goes on with what the sender has logged; nothing is ticked for anybody', () => {
    const form = acknowledgeForm(formState(), known);
    expect(form.title).toBe('Bekräfta mottagen');
    expect(filledIn(form)).toEqual({ items: [] });
    expect(Object.values(optionsIn(form, 'items'))).toEqual([
      'Inskrivning, kl. 13.05 av Anna Berg',
      'Utskrivningsmeddelande, måndag 23 november kl. 22.40',
    ]);
    expect(textsOf(form)[0]).toBe(
      'Region Västernorrland har loggat detta som lämnat till er på koden K7M-3F.',
    );
    expect(form.submit).toEqual({
      title: 'Bekräfta mottagen',
      verb: 'handover.acknowledge',
      data: { ...sentAlong, code: 'K7M-3F' },
    });
  });

  test('what was ticked comes back, and what is wrong with the code is said where it is not asked', () => {
    const fieldErrors = { items: 'Kryssa i minst en sak.', code: 'Koden stämmer inte.' };
    const form = acknowledgeForm(formState({ values: { items: 'admission' }, fieldErrors }), known);
    expect(filledIn(form)).toEqual({ items: ['admission'] });
    expect(form.fields[0]?.error).toBe('Kryssa i minst en sak.');
    expect(form.problems).toEqual(['Koden stämmer inte.']);
  });

  test('is never called what Lifecare SP calls its own', () => {
    for (const form of [acknowledgeForm(formState()), acknowledgeForm(formState(), known)]) {
      expect(JSON.stringify(form)).not.toMatch(/kvitt/i);
    }
  });
});

describe('taking a call back', () => {
  test.each<[Partial<Call>, string]>([
    [
      { calledAt: at('13:05'), items: ['admission', 'planningBasis'] },
      'Till Ånge kommun kl. 13.05, Lisa, biståndshandläggare: Inskrivning, Planeringsunderlag',
    ],
    [
      { calledAt: at('13:05'), party: 'primary-care', counterpart: ' ', outcome: 'no-answer' },
      'Till hälsocentralen kl. 13.05: Utskrivningsmeddelande',
    ],
    [
      {
        calledAt: at('22:40', '2026-11-23'),
        direction: 'received',
        party: 'inpatient-ward',
        counterpart: 'Bo',
      },
      'Från avdelningen måndag 23 november kl. 22.40, Bo: Utskrivningsmeddelande',
    ],
  ])('says which call it is: %#', (call, sentence) => {
    expect(textsOf(withdrawalOf(call))[0]).toBe(sentence);
  });

  test('asks why, says that it stays in the log, and is marked as taking something away', () => {
    const form = withdrawalOf({});
    expect(form.fields).toEqual([expect.objectContaining({ id: 'reason', isRequired: true, value: '' })]);
    expect(textsOf(form)[1]).toBe(
      'Samtalet räknas inte längre. Det står kvar i loggen med ditt namn och skälet.',
    );
    expect(form.submit).toEqual({
      title: 'Ta tillbaka',
      verb: 'handover.withdraw',
      data: { ...sentAlong, outage: 'outage-1', entry: 'call-1', version: '1' },
      isDestructive: true,
    });
  });

  test('tells each side what to think of', () => {
    expect(textsOf(withdrawalOf({}))[2]).toBe('Fick mottagaren fel information: ring och berätta det.');
    expect(textsOf(withdrawalOf({ direction: 'received', party: 'inpatient-ward' }))[2]).toBe(
      'Hade ni bekräftat det: avsändaren får veta att det inte gäller.',
    );
  });
});

describe('who is to receive', () => {
  const receivers = { parties: ['psychiatric-outpatient' as const], municipality: 'ange' as const };
  const version = (over: Parameters<typeof formState>[0], stated: number) =>
    receiversForm(formState(over), { code: aCode, receivers, stated }).submit.data['version'];

  test('is stated without a reason where nobody has stated it', () => {
    const form = receiversForm(formState(), { code: aCode, stated: 0 });
    expect(form.title).toBe('Ange vilka som ska ta emot');
    expect(filledIn(form)).toEqual({
      receivers: ['municipality', 'primary-care'],
      receivingMunicipality: '',
    });
    expect(form.submit).toEqual({
      title: 'Spara',
      verb: 'case.receivers',
      data: { ...sentAlong, code: 'K7M-3F', version: '0' },
    });
  });

  test('is asked for by what it means: who must have been told', () => {
    expect(fieldIn(receiversForm(formState(), { code: aCode, stated: 0 }), 'receivers').label).toBe(
      'Vilka måste ha fått informationen?',
    );
  });

  test('goes along with how many times it had been stated when the form was first shown', () => {
    expect(version({}, 2)).toBe('2');
    expect(version({ revision: 1 }, 2)).toBe('1');
    expect(version({ outage: outage({ revision: 7 }) }, 2)).toBe('2');
  });

  test('is changed with a reason, from what was stated', () => {
    const form = receiversForm(formState(), { code: aCode, receivers, stated: 1 });
    expect(form.title).toBe('Ändra mottagare');
    expect(filledIn(form)).toEqual({
      receivers: ['psychiatric-outpatient'],
      receivingMunicipality: 'ange',
      reason: '',
    });
    expect(form.fields.filter(({ isRequired }) => isRequired).map(({ id }) => id)).toEqual(['reason']);
  });

  test('comes back as it was filled in', () => {
    const values = { receivers: '', receivingMunicipality: 'timra', reason: 'Flyttat.' };
    expect(filledIn(receiversForm(typed(values), { code: aCode, receivers, stated: 1 }))).toEqual({
      receivers: [],
      receivingMunicipality: 'timra',
      reason: 'Flyttat.',
    });
  });

  test('allows no discharge, and says so', () => {
    expect(textsOf(receiversForm(formState(), { code: aCode, stated: 0 }))[1]).toBe(
      'Alla som ni anger måste bekräfta. Boten avgör aldrig om en patient får skrivas ut.',
    );
  });
});
