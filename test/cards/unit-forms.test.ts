import { describe, expect, test } from 'vitest';
import { connectForm } from '../../src/cards/connect-form.ts';
import { addCoordinatorForm, removeCoordinatorForm } from '../../src/cards/coordinator-form.ts';
import { disconnectForm } from '../../src/cards/disconnect-form.ts';
import { profileForm } from '../../src/cards/profile-form.ts';
import { careSettings, organisations } from '../../src/domain/ids.ts';
import { at, unit } from '../support/outage-samples.ts';
import { filledIn } from '../support/said.ts';

const state = { values: {}, problems: [], fieldErrors: {}, formId: 'form-1', now: at('09:00') };
const channel = { channel: 'Lifecare', organisations: [], isCoordinator: false };

describe('connecting a channel', () => {
  test('it is named as the channel is, and nothing else is guessed', () => {
    const form = connectForm(state, channel);
    expect(form.submit).toEqual({
      title: 'Anslut',
      verb: 'unit.connect',
      data: { formId: 'form-1', whole: 'true' },
    });
    expect(filledIn(form)).toEqual({
      name: 'Lifecare',
      careSetting: '',
      organisation: '',
      directNumber: '',
    });
  });

  test('where the tenant is one organisation’s, that is filled in', () => {
    const form = connectForm(state, { ...channel, organisations: ['ange'] });
    expect(filledIn(form)).toMatchObject({ organisation: 'ange' });
  });

  test('every care setting can be chosen, and none: messages only', () => {
    const field = connectForm(state, channel).fields.find(({ id }) => id === 'careSetting');
    const options = field?.kind === 'choice' ? field.options : [];
    expect(options.map(({ value }) => value)).toEqual([...careSettings, 'none']);
    expect(options.at(-1)?.title).toBe('Bara meddelanden');
  });

  test('only a coordinator is asked whether it is the coordinators’ own', () => {
    expect(filledIn(connectForm(state, channel))).not.toHaveProperty('isCoordination');
    const form = connectForm(state, { ...channel, isCoordinator: true });
    expect(filledIn(form)).toMatchObject({ isCoordination: false });
    const ticked = connectForm(
      { ...state, values: { isCoordination: 'true' } },
      { ...channel, isCoordinator: true },
    );
    expect(filledIn(ticked)).toMatchObject({ isCoordination: true });
  });

  test('who connects is told that all in the team can read', () => {
    expect(connectForm(state, channel).lines.map(({ text }) => text)).toContain(
      'Alla i teamet kan läsa det som skrivs i kanalen, och enhetens logg.',
    );
  });

  test('one that gets messages only shows that', () => {
    const { careSetting: _, ...without } = unit();
    expect(filledIn(connectForm(state, { ...channel, unit: without }))).toMatchObject({
      careSetting: 'none',
    });
  });

  test('one that is connected shows what it is, and is changed', () => {
    const form = connectForm(state, { ...channel, unit: unit({ directNumber: '060-12 34 56' }) });
    expect(form.submit.title).toBe('Spara');
    expect(filledIn(form)).toEqual({
      name: 'Avdelning 12',
      careSetting: 'inpatient-somatic',
      organisation: 'region',
      directNumber: '060-12 34 56',
    });
  });
});

test('disconnecting says what it leads to, and names the unit', () => {
  const form = disconnectForm(state, unit());
  expect(form.title).toBe('Koppla bort Avdelning 12');
  expect(form.submit.data).toEqual({ formId: 'form-1', whole: 'true', unit: 'unit-1' });
  expect(form.fields).toEqual([]);
});

describe('saying where one works', () => {
  test('what is chosen shows, and can be taken back', () => {
    const form = profileForm(state, {
      profile: { careSetting: 'municipality', organisation: 'ange', unit: 'unit-1' },
      organisations: [],
      units: [unit()],
    });
    expect(form.submit.verb).toBe('profile.choose');
    expect(filledIn(form)).toEqual({
      careSetting: 'municipality',
      organisation: 'ange',
      unit: 'unit-1',
    });
  });

  test('units are asked for only where there are any, and organisations are all there are', () => {
    const form = profileForm(state, { profile: {}, organisations: [], units: [] });
    expect(form.fields.map(({ id }) => id)).toEqual(['careSetting', 'organisation']);
    const field = form.fields.find(({ id }) => id === 'organisation');
    expect(field?.kind === 'choice' ? field.options.map(({ value }) => value) : []).toEqual(organisations);
  });
});

describe('coordinators', () => {
  const known = [{ value: 'p1', title: 'Bo Ek' }];

  test('are added by person, and what was wrong is said at the field', () => {
    const faulty = { ...state, values: { person: 'p9' }, fieldErrors: { person: 'Finns inte.' } };
    const form = addCoordinatorForm(faulty, known);
    expect(form.submit.verb).toBe('coordinator.add');
    expect(form.fields).toEqual([
      expect.objectContaining({ id: 'person', kind: 'person', value: 'p9', error: 'Finns inte.' }),
    ]);
  });

  test('are removed from those that there are', () => {
    const form = removeCoordinatorForm(state, known);
    expect(form.submit).toMatchObject({ verb: 'coordinator.remove', isDestructive: true });
    expect(form.fields).toEqual([expect.objectContaining({ id: 'person', kind: 'choice', options: known })]);
  });
});
