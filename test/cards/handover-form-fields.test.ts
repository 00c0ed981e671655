import { describe, expect, test } from 'vitest';
import { handoverForm } from '../../src/cards/handover-form.ts';
import type { CareSetting } from '../../src/domain/ids.ts';
import {
  fieldIn,
  formState,
  idsOf,
  known,
  optionsIn,
  sentAlong,
  textsOf,
  ward,
} from '../support/log-forms.ts';
import type { Direction } from '../support/log-forms.ts';
import { filledIn } from '../support/said.ts';

const call = ['counterpart', 'items', 'outcome', 'calledOn', 'calledAt', 'code'];
const withPlace = ['party', 'municipality', ...call];
const alone = ['party', ...call];
const receiving = ['receivers', 'receivingMunicipality'];
const times = ['admittedOn', 'admittedAt', 'dischargedOn', 'dischargedAt'];
const ofWard = [...times, 'wentHome', 'formUsed'];

const discharge = [
  'admission',
  'expectedDischarge',
  'expectedDischargeChanged',
  'planningBasis',
  'readyForDischarge',
  'readyForDischargeWithdrawn',
  'actualDischarge',
  'dischargeNotice',
];
const all3 = ['municipality', 'primary-care', 'psychiatric-outpatient'];

describe.each<
  [CareSetting, Direction, { ids: readonly string[]; parties: readonly string[]; items: readonly string[] }]
>([
  [
    'inpatient-somatic',
    'given',
    { ids: [...withPlace, ...receiving, ...ofWard], parties: all3, items: discharge },
  ],
  [
    'inpatient-psychiatric',
    'given',
    { ids: [...withPlace, ...receiving, ...ofWard], parties: all3, items: discharge },
  ],
  [
    'inpatient-somatic',
    'received',
    {
      ids: [...withPlace, ...ofWard],
      parties: all3,
      items: ['currentServices', 'canReceive', 'namedContact', 'sipSummons'],
    },
  ],
  [
    'inpatient-psychiatric',
    'received',
    {
      ids: [...withPlace, ...ofWard],
      parties: all3,
      items: ['currentServices', 'canReceive', 'namedContact', 'sipSummons'],
    },
  ],
  [
    'primary-care',
    'given',
    {
      ids: [...withPlace, 'sipOn'],
      parties: ['municipality', 'inpatient-ward', 'psychiatric-outpatient', 'primary-care'],
      items: ['currentServices', 'namedContact', 'sipNeed', 'sipSummons'],
    },
  ],
  [
    'primary-care',
    'received',
    {
      ids: [...alone, 'sipOn'],
      parties: ['inpatient-ward', 'psychiatric-outpatient', 'primary-care'],
      items: [...discharge, 'sipSummons'],
    },
  ],
  [
    'psychiatric-outpatient',
    'given',
    {
      ids: [...withPlace, 'sipOn'],
      parties: ['municipality', 'inpatient-ward', 'primary-care', 'psychiatric-outpatient'],
      items: ['currentServices', 'namedContact', 'sipNeed', 'sipSummons'],
    },
  ],
  [
    'psychiatric-outpatient',
    'received',
    {
      ids: [...alone, 'sipOn'],
      parties: ['inpatient-ward', 'primary-care', 'psychiatric-outpatient'],
      items: [...discharge, 'sipSummons'],
    },
  ],
  [
    'municipality',
    'given',
    {
      ids: [...alone, ...times],
      parties: ['inpatient-ward', 'municipality'],
      items: ['currentServices', 'canReceive', 'forwarded'],
    },
  ],
  [
    'municipality',
    'received',
    {
      ids: [...alone, ...times],
      parties: ['inpatient-ward', 'primary-care', 'psychiatric-outpatient', 'municipality'],
      items: [...discharge, 'currentServices', 'namedContact', 'sipNeed', 'sipSummons', 'forwarded'],
    },
  ],
])('%s, %s', (careSetting, direction, { ids, parties, items }) => {
  const form = handoverForm(formState(), known(careSetting, direction));

  test('asks what can be asked, quickest first', () => {
    expect(idsOf(form)).toEqual(ids);
    expect(Object.keys(optionsIn(form, 'party'))).toEqual(parties);
    expect(Object.keys(optionsIn(form, 'items'))).toEqual(items);
  });

  test('nothing is chosen for anybody but the time, and who is to receive', () => {
    expect(filledIn(form)).toEqual({
      ...Object.fromEntries(ids.map((id) => [id, ''])),
      items: [],
      calledOn: '2026-11-24',
      calledAt: '13:30',
      ...(ids.includes('receivers') && { receivers: ['municipality', 'primary-care'] }),
      ...(ids.includes('formUsed') && { formUsed: false }),
    });
  });

  test('the client asks for whom, what and how it went, and for nothing else', () => {
    const required = form.fields.filter(({ isRequired }) => isRequired).map(({ id }) => id);
    expect(required).toEqual(['party', 'items', 'outcome']);
  });

  test('only whoever rang can have been without an answer', () => {
    expect(optionsIn(form, 'outcome')).toEqual(
      direction === 'given'
        ? {
            'read-back': 'Mottagaren har upprepat informationen och jag har bekräftat att det stämmer',
            given: 'Lämnat, men inte upprepat av mottagaren',
            'no-answer': 'Inget svar',
          }
        : {
            'read-back': 'Jag upprepade informationen och det stämde',
            given: 'Mottaget, inte upprepat',
          },
    );
  });

  test('the verb, the direction and the form’s own id go along', () => {
    expect(form.submit).toEqual({
      title: 'Spara',
      verb: 'handover.record',
      data: {
        ...sentAlong,
        direction,
        ...(careSetting === 'municipality' && { municipality: 'ange' }),
      },
    });
  });

  test('what may never be written is said first, and where it is documented last', () => {
    const texts = textsOf(form);
    expect(texts[0]).toBe('Skriv aldrig namn eller personnummer på patienten här.');
    expect(texts).toContain('Sparas i loggen för Vår enhet.');
    expect(texts.at(-1)).toBe('Dokumentera i journalen; boten ersätter den inte.');
    expect(texts.length).toBeLessThanOrEqual(4);
  });
});

test('a call with one thing said is logged in six presses, and nothing typed but whom one talked to', () => {
  const form = handoverForm(formState(), ward());
  const toType = form.fields.filter(({ kind, value }) => kind === 'text' && value === '').map(({ id }) => id);
  expect(toType).toEqual(['counterpart', 'code']);
  expect(fieldIn(form, 'code').hint).toMatch(/^Lämna tomt för en ny patient\./);
  const toChoose = ['party', 'municipality', 'items', 'outcome'];
  expect(idsOf(form).filter((id) => toChoose.includes(id))).toEqual(toChoose);
  const presses = toChoose.length + ['Spara'].length;
  expect(presses).toBeLessThanOrEqual(6);
});
