import { describe, expect, test } from 'vitest';
import { factsForm } from '../../src/cards/facts-form.ts';
import type { FormState } from '../../src/cards/form-state.ts';
import type { FormCard } from '../../src/cards/form.ts';
import type { StayFacts } from '../../src/domain/handover-event.ts';
import type { CareSetting } from '../../src/domain/ids.ts';
import type { CaseFacts } from '../../src/domain/reregistration.ts';
import { aCode } from '../support/build-log.ts';
import { fieldIn, formState, idsOf, optionsIn, sentAlong, textsOf, typed } from '../support/log-forms.ts';
import { at } from '../support/outage-samples.ts';
import { filledIn } from '../support/said.ts';

type Known = {
  readonly asks?: readonly (keyof CaseFacts)[];
  readonly stay?: StayFacts;
  readonly isAdmittedBefore?: boolean;
  readonly state?: FormState;
};
const factsAsked = (
  careSetting: CareSetting,
  { asks = [], isAdmittedBefore = false, state = formState(), stay = {} }: Known = {},
) => factsForm(state, { code: aCode, careSetting, stay, asks, isAdmittedBefore });
/** The fields of what decides what is registered. */
const markedIn = ({ fields }: FormCard) =>
  fields
    .filter(({ hint = '' }) => hint.startsWith('Det här avgör vad ni ska registrera.'))
    .map(({ id }) => id);
/** What goes along of what stood in the fields. */
const shownIn = ({ submit: { data } }: FormCard) =>
  Object.fromEntries(Object.entries(data).filter(([name]) => name.startsWith('shown-')));

const times = ['admittedOn', 'admittedAt', 'dischargedOn', 'dischargedAt'];
const stay: StayFacts = {
  admittedAt: at('22:30', '2026-11-23'),
  wentHome: true,
  formUsed: true,
  sipOn: '2026-11-27',
};

describe('what is told of the stay outside a call', () => {
  test.each<[CareSetting, readonly string[]]>([
    ['inpatient-somatic', [...times, 'wentHome', 'formUsed']],
    ['inpatient-psychiatric', [...times, 'wentHome', 'formUsed']],
    ['primary-care', ['sipOn', ...times]],
    ['psychiatric-outpatient', ['sipOn', ...times]],
    ['municipality', times],
  ])('%s', (careSetting, ids) => {
    const form = factsAsked(careSetting);
    expect(idsOf(form)).toEqual(ids);
    expect(markedIn(form)).toEqual([]);
    expect(textsOf(form)).toContain('Ligger tiden utanför avbrottet? Skriv den ändå.');
    const shown = ids.map((id) => [`shown-${id}`, id === 'formUsed' ? 'false' : '']);
    expect(form.submit).toEqual({
      title: 'Spara',
      verb: 'case.facts',
      data: { ...sentAlong, code: 'K7M-3F', ...Object.fromEntries(shown) },
    });
  });

  test.each<[CareSetting, readonly (keyof CaseFacts)[], readonly string[]]>([
    ['inpatient-somatic', ['discharged'], ['dischargedOn', 'dischargedAt', 'admittedOn', 'admittedAt']],
    ['municipality', ['wentHome', 'admitted'], ['wentHome', 'admittedOn', 'admittedAt', 'dischargedOn']],
    ['primary-care', ['discharged', 'wentHome'], ['dischargedOn', 'dischargedAt', 'wentHome', 'sipOn']],
  ])('what a task depends on comes first, and is marked: %s %j', (careSetting, asks, first) => {
    const form = factsAsked(careSetting, { asks });
    expect(idsOf(form).slice(0, 4)).toEqual(first);
    expect(markedIn(form)).toHaveLength(asks.length);
    expect(markedIn(form)[0]).toBe(first[0]);
  });

  test('what is known stands there, and what was typed before it', () => {
    expect(filledIn(factsAsked('inpatient-somatic', { stay }))).toMatchObject({
      admittedOn: '2026-11-23',
      admittedAt: '22:30',
      dischargedAt: '',
      wentHome: 'true',
      formUsed: true,
    });
    expect(filledIn(factsAsked('primary-care', { stay, state: typed({ sipOn: '' }) }))).toMatchObject({
      sipOn: '',
    });
  });

  test.each<[CareSetting, readonly string[]]>([
    ['inpatient-somatic', ['sipOn']],
    ['primary-care', ['wentHome', 'formUsed']],
    ['municipality', ['wentHome', 'sipOn', 'formUsed']],
  ])('what is known is there to change, though %s is not asked for it', (careSetting, more) => {
    const usual = idsOf(factsAsked(careSetting));
    expect(idsOf(factsAsked(careSetting, { stay }))).toEqual([...usual, ...more]);
    const told = factsAsked(careSetting, { stay: { admissionNoticeSent: false } });
    expect(idsOf(told)).toEqual([...usual, 'admissionNoticeSent']);
    expect(filledIn(told)).toMatchObject({ admissionNoticeSent: 'false' });
  });
});

describe('of somebody who came before the outage', () => {
  const before = { stay: { admittedAt: at('22:30', '2026-11-23') }, isAdmittedBefore: true };

  test('it is asked whether the notice was sent, and the time is not what decides', () => {
    const form = factsAsked('inpatient-somatic', { ...before, asks: ['admitted'] });
    expect(idsOf(form)).toEqual(['admissionNoticeSent', ...times, 'wentHome', 'formUsed']);
    expect(markedIn(form)).toEqual(['admissionNoticeSent']);
    expect(fieldIn(form, 'admissionNoticeSent')).toMatchObject({
      kind: 'choice',
      label: 'Hann inskrivningsmeddelandet skickas i Lifecare SP före avbrottet?',
      value: '',
    });
    expect(optionsIn(form, 'admissionNoticeSent')).toEqual({ true: 'Ja', false: 'Nej', none: 'Vet inte' });
    expect(filledIn(form)).toMatchObject({ admittedOn: '2026-11-23', admittedAt: '22:30' });
  });

  test('it is asked only where something depends on it', () => {
    expect(idsOf(factsAsked('inpatient-somatic', before))).not.toContain('admissionNoticeSent');
    const discharged = factsAsked('inpatient-somatic', { ...before, asks: ['discharged'] });
    expect(idsOf(discharged)).not.toContain('admissionNoticeSent');
    expect(markedIn(discharged)).toEqual(['dischargedOn']);
  });

  test('and of nobody else: there the time decides', () => {
    const form = factsAsked('inpatient-somatic', { asks: ['admitted'] });
    expect(idsOf(form)).not.toContain('admissionNoticeSent');
    expect(markedIn(form)).toEqual(['admittedOn']);
  });
});

describe('what stood in each field goes along', () => {
  test('as it is known, of every field and nothing else', () => {
    const form = factsAsked('inpatient-somatic', { stay });
    expect(shownIn(form)).toEqual({
      'shown-admittedOn': '2026-11-23',
      'shown-admittedAt': '22:30',
      'shown-dischargedOn': '',
      'shown-dischargedAt': '',
      'shown-wentHome': 'true',
      'shown-sipOn': '2026-11-27',
      'shown-formUsed': 'true',
    });
    expect(Object.keys(shownIn(form))).toEqual(idsOf(form).map((id) => `shown-${id}`));
  });

  test('as it was shown first, whatever was typed and whatever somebody else has told since', () => {
    const first = factsAsked('inpatient-somatic', { stay: { wentHome: true } });
    const typedSince = typed({ ...shownIn(first), wentHome: 'false', dischargedAt: '25:99' });
    const again = factsAsked('inpatient-somatic', { stay, state: typedSince });
    expect(filledIn(again)).toMatchObject({ wentHome: 'false', dischargedAt: '25:99' });
    expect(shownIn(again)).toMatchObject(shownIn(first));
  });
});
