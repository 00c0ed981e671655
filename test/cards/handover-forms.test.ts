import { describe, expect, test } from 'vitest';
import { formMessage } from '../../src/cards/form-card.ts';
import { handoverForm } from '../../src/cards/handover-form.ts';
import type { HandoverFormKnown } from '../../src/cards/handover-form.ts';
import type { CareSetting } from '../../src/domain/ids.ts';
import { cardFaults } from '../support/card-faults.ts';
import {
  fieldIn,
  formCase,
  formState,
  idsOf,
  known,
  optionsIn,
  sides,
  textsOf,
  typed,
  ward,
} from '../support/log-forms.ts';
import type { Direction } from '../support/log-forms.ts';
import { at, outage } from '../support/outage-samples.ts';
import { filledIn } from '../support/said.ts';

const partiesOf = (careSetting: CareSetting) =>
  optionsIn(handoverForm(formState(), known(careSetting, 'received')), 'party');
const receivingAfter = (values: Readonly<Record<string, string>>) =>
  filledIn(handoverForm(typed(values), ward()))['receivingMunicipality'];

describe('whom', () => {
  test('is shown where a button said it, with what goes to that one alone', () => {
    const form = handoverForm(
      typed({ party: 'municipality', municipality: 'timra' }),
      known('primary-care', 'given'),
    );
    expect(filledIn(form)).toMatchObject({ party: 'municipality', municipality: 'timra' });
    const toWard = handoverForm(typed({ party: 'inpatient-ward' }), known('primary-care', 'given'));
    expect(Object.keys(optionsIn(toWard, 'items'))).toEqual([
      'currentServices',
      'namedContact',
      'sipSummons',
    ]);
  });

  test('what was ticked before is not lost where the other one is not told such things', () => {
    const form = handoverForm(
      typed({ party: 'inpatient-ward', items: 'sipNeed,namedContact' }),
      known('primary-care', 'given'),
    );
    expect(filledIn(form)['items']).toEqual(['sipNeed', 'namedContact']);
    expect(optionsIn(form, 'items')).toHaveProperty('sipNeed');
  });

  test('one that nothing goes to is not chosen, and all is left to choose from', () => {
    const form = handoverForm(typed({ party: 'inpatient-ward' }), ward());
    expect(optionsIn(form, 'items')).toEqual(optionsIn(handoverForm(formState(), ward()), 'items'));
    expect(cardFaults(formMessage(form, 'dialog').card)).toEqual([]);
  });

  test('inside a municipality it is its own, and is called so', () => {
    const form = handoverForm(
      typed({ party: 'municipality', municipality: 'ange', items: 'forwarded' }),
      known('municipality', 'given'),
    );
    expect(optionsIn(form, 'party')['municipality']).toBe('Inom kommunen (fört vidare)');
    expect(optionsIn(form, 'items')).toEqual({ forwarded: 'Fört vidare inom kommunen' });
    expect(form.submit.data).toMatchObject({ municipality: 'ange' });
  });

  test('one of the same kind is another one', () => {
    expect(partiesOf('primary-care')['primary-care']).toBe('En annan hälsocentral');
    expect(partiesOf('psychiatric-outpatient')['psychiatric-outpatient']).toBe(
      'En annan psykiatrisk öppenvård',
    );
    expect(partiesOf('psychiatric-outpatient')['primary-care']).toBe('Hälsocentralen');
  });

  test.each<[string, HandoverFormKnown, string, string | undefined]>([
    ['a ward', ward(), '', 'I en kommun: ansvarig biståndshandläggare. Lämna tomt om ingen svarade.'],
    ['a ward', ward(), 'municipality', 'Ansvarig biståndshandläggare. Lämna tomt om ingen svarade.'],
    ['a ward', ward(), 'primary-care', 'Lämna tomt om ingen svarade.'],
    [
      'a ward that heard',
      known('inpatient-somatic', 'received'),
      'municipality',
      'Ansvarig biståndshandläggare.',
    ],
    ['a ward that heard', known('inpatient-somatic', 'received'), 'primary-care', undefined],
    ['a municipality', known('municipality', 'given'), 'municipality', 'Lämna tomt om ingen svarade.'],
    ['a municipality that heard', known('municipality', 'received'), '', undefined],
  ])('%s is told whom to ask for: %#', (_who, one, party, hint) => {
    const field = fieldIn(handoverForm(typed({ party }), one), 'counterpart');
    expect(field).toMatchObject({ label: 'Vem talade du med? Namn och roll', maxLength: 60 });
    expect(field.hint).toBe(hint);
  });
});

describe('what', () => {
  const contrast =
    'Utskrivningsmeddelande = patienten skrivs ut. Utskrivningsklar = kan skrivas ut, men är kvar.';

  test.each(sides)(
    'the two that must not be mixed up are told apart where both can be ticked: %o',
    (side) => {
      const field = fieldIn(handoverForm(formState(), known(side.careSetting, side.direction)), 'items');
      const values = field.kind === 'choices' ? field.options.map(({ value }) => value) : [];
      const areBoth = values.includes('dischargeNotice') && values.includes('readyForDischarge');
      expect(field.hint).toBe(areBoth ? contrast : undefined);
    },
  );

  test('a ward always sees the difference', () => {
    expect(fieldIn(handoverForm(formState(), ward()), 'items').hint).toBe(contrast);
  });
});

describe('when', () => {
  test.each([
    ['8.05', '08:05'],
    ['08:05', '08:05'],
    ['13.30', '13:30'],
    ['25:99', '25:99'],
    ['i morse', 'i morse'],
    ['', ''],
  ])('a time that is typed “%s” is shown as “%s”', (calledAt, shown) => {
    expect(filledIn(handoverForm(typed({ calledAt }), ward()))['calledAt']).toBe(shown);
  });
});

describe('which patient', () => {
  test('a receiver is told which code is meant', () => {
    const { hint } = fieldIn(handoverForm(formState(), known('municipality', 'received')), 'code');
    expect(hint).toBe('Koden som avsändaren sa. Lämna tomt för en ny patient. Skriv aldrig personnummer.');
  });

  test('the code of a known one stands there; what is known of the stay is said, and not sent again', () => {
    const stay = {
      admittedAt: at('22:30', '2026-11-23'),
      dischargedAt: at('15:00'),
      wentHome: false,
      formUsed: true,
    };
    const form = handoverForm(formState(), ward({ ofCase: formCase({ stay }) }));
    expect(filledIn(form)).toMatchObject({
      code: 'K7M-3F',
      admittedOn: '',
      admittedAt: '',
      dischargedOn: '',
      dischargedAt: '',
      wentHome: '',
      formUsed: false,
    });
    const hints = ['admittedOn', 'dischargedOn', 'wentHome'].map((id) => fieldIn(form, id).hint);
    expect(hints).toEqual([
      'Loggat: 2026-11-23 22.30. Fyll bara i om det är ändrat. Lämna tomt om du inte vet.',
      'Loggat: 2026-11-24 15.00. Fyll bara i om det är ändrat. Får ligga framåt i tiden. Lämna tomt om du inte vet.',
      'Loggat: nej. Fyll bara i om det är ändrat.',
    ]);
    const ofSip = { ofCase: formCase({ stay: { sipOn: '2026-11-27' } }) };
    const sip = handoverForm(formState(), known('primary-care', 'given', ofSip));
    expect(filledIn(sip)).toMatchObject({ sipOn: '' });
    expect(fieldIn(sip, 'sipOn').hint).toMatch(/^Loggat: 2026-11-27\. Fyll bara i om det är ändrat\. /);
  });

  test('of what nobody has told it is not said that it was', () => {
    for (const one of [ward(), ward({ ofCase: formCase() }), known('primary-care')]) {
      expect(JSON.stringify(handoverForm(formState(), one))).not.toContain('Loggat:');
    }
  });

  test('what was typed of the stay comes back beside what is known', () => {
    const one = ward({ ofCase: formCase({ stay: { admittedAt: at('08:00'), wentHome: true } }) });
    const form = handoverForm(
      typed({ admittedOn: '2026-11-24', admittedAt: '09:15', wentHome: 'false' }),
      one,
    );
    expect(filledIn(form)).toMatchObject({
      admittedOn: '2026-11-24',
      admittedAt: '09:15',
      wentHome: 'false',
    });
    expect(fieldIn(form, 'admittedOn').hint).toContain('Loggat: 2026-11-24 08.00.');
  });

  test('that a discharge may lie behind or ahead is in its words', () => {
    const labels = ['dischargedOn', 'dischargedAt'].map(
      (id) => fieldIn(handoverForm(formState(), ward()), id).label,
    );
    expect(labels).toEqual(['Utskrivning: datum', 'Utskrivning: klockslag']);
  });

  test('went home can be said not to be known', () => {
    expect(optionsIn(handoverForm(formState(), ward()), 'wentHome')).toEqual({
      true: 'Ja',
      false: 'Nej',
      none: 'Vet inte',
    });
  });
});

describe('who is to receive', () => {
  const receivers = { parties: ['municipality' as const], municipality: 'ange' as const };

  test.each<[string, HandoverFormKnown, boolean]>([
    ['a new patient', ward(), true],
    ['an own patient of whom nobody has said it', ward({ ofCase: formCase() }), true],
    ['an own patient of whom it was said', ward({ ofCase: formCase({ receivers }) }), false],
    ['another unit’s patient', ward({ ofCase: formCase({ isOwn: false }) }), false],
    ['what a ward has heard', known('inpatient-somatic', 'received'), false],
    ['what a health centre hands over', known('primary-care', 'given'), false],
  ])('%s', (_what, one, isAsked) => {
    expect(idsOf(handoverForm(formState(), one)).includes('receivers')).toBe(isAsked);
  });

  test('psychiatric outpatient care is there when needed', () => {
    expect(fieldIn(handoverForm(formState(), ward()), 'receivers').label).toBe(
      'Vilka måste ha fått informationen?',
    );
    expect(optionsIn(handoverForm(formState(), ward()), 'receivers')).toEqual({
      municipality: 'Kommunen',
      'primary-care': 'Hälsocentralen',
      'psychiatric-outpatient': 'Psykiatrisk öppenvård (vid behov)',
    });
  });

  test('the municipality that is rung receives, until another is chosen', () => {
    expect(receivingAfter({ municipality: 'timra' })).toBe('timra');
    expect(receivingAfter({ municipality: 'timra', receivingMunicipality: 'ange' })).toBe('ange');
    expect(receivingAfter({ municipality: 'timra', receivingMunicipality: '' })).toBe('');
  });

  test('whoever unticks all has said nobody', () => {
    expect(filledIn(handoverForm(typed({ receivers: '' }), ward()))['receivers']).toEqual([]);
  });

  test('with a code in the field the question is for a new patient alone', () => {
    expect(fieldIn(handoverForm(formState(), ward()), 'receivers').hint).toBe('Bara för en ny patient.');
    expect(
      fieldIn(handoverForm(formState(), ward({ ofCase: formCase() })), 'receivers').hint,
    ).toBeUndefined();
  });
});

describe('whether it is the same as before', () => {
  test.each<[string, HandoverFormKnown, boolean]>([
    ['a ward with news', ward({ ofCase: formCase({ hasNews: true }) }), true],
    ['a ward without', ward({ ofCase: formCase() }), false],
    ['a new patient', ward(), false],
    [
      'what a ward has heard',
      known('inpatient-somatic', 'received', { ofCase: formCase({ hasNews: true }) }),
      false,
    ],
    ['another than a ward', known('municipality', 'given', { ofCase: formCase({ hasNews: true }) }), false],
  ])('is asked last: %s', (_what, one, isAsked) => {
    const form = handoverForm(formState(), one);
    expect(form.fields.at(-1)?.id === 'isSameAsBefore').toBe(isAsked);
    expect(idsOf(form).includes('isSameAsBefore')).toBe(isAsked);
  });

  test('is ticked where the button said so', () => {
    const one = ward({ ofCase: formCase({ hasNews: true }) });
    expect(filledIn(handoverForm(formState(), one))).toMatchObject({ isSameAsBefore: false });
    expect(filledIn(handoverForm(typed({ isSameAsBefore: 'true' }), one))).toMatchObject({
      isSameAsBefore: true,
    });
  });
});

describe('where it is logged', () => {
  const outages = [
    { id: 'drill-1', isDrill: true },
    { id: 'outage-1', isDrill: false },
  ];

  test('a drill and a real outage are asked between first, and none is guessed', () => {
    const form = handoverForm(formState({ outage: outage() }), ward({ outages }));
    expect(form.fields[0]).toMatchObject({ id: 'outage', kind: 'choice', value: '', isRequired: true });
    expect(optionsIn(form, 'outage')).toEqual({
      'drill-1': 'Övningen',
      'outage-1': 'Avbrottet som är anmält',
    });
    expect(form.banner).toBeUndefined();
    expect(form.submit.data).not.toHaveProperty('outage');
    expect(textsOf(form)).toContain(
      'En övning pågår, och ett avbrott är anmält. Välj vad samtalet hör till.',
    );
  });

  test('whoever has chosen the drill sees that it is one', () => {
    expect(handoverForm(typed({ outage: 'drill-1' }), ward({ outages })).banner).toBe('ÖVNING');
    expect(handoverForm(typed({ outage: 'outage-1' }), ward({ outages })).banner).toBeUndefined();
  });

  test('what was chosen before goes along where it is not asked', () => {
    const form = handoverForm(typed({ outage: 'drill-1' }), ward({ isDrill: true }));
    expect(idsOf(form)).not.toContain('outage');
    expect(form.submit.data).toMatchObject({ outage: 'drill-1' });
    expect(form.banner).toBe('ÖVNING');
    expect(handoverForm(typed({ outage: '' }), ward()).submit.data).not.toHaveProperty('outage');
  });

  test.each<[Partial<HandoverFormKnown>, Direction, string]>([
    [
      { lastEndedAt: at('08:40') },
      'given',
      'Avbrottet är slut sedan kl. 08.40. Ringde du före det? Ändra tiden. Annars anmäls ett nytt avbrott.',
    ],
    [
      { lastEndedAt: at('08:40'), opensReport: true },
      'received',
      'Avbrottet är slut sedan kl. 08.40. Var samtalet före det? Ändra tiden. Annars anmäls ett nytt avbrott.',
    ],
    [
      { lastEndedAt: at('23:40', '2026-11-23') },
      'given',
      'Avbrottet är slut sedan måndag 23 november kl. 23.40. Ringde du före det? Ändra tiden. Annars anmäls ett nytt avbrott.',
    ],
    [
      { opensReport: true },
      'given',
      'Inget avbrott är känt. När du sparar anmäls ett, och samordnarna får veta det.',
    ],
  ])('what saving leads to is said second: %#', (over, direction, sentence) => {
    const form = handoverForm(formState(), known('inpatient-somatic', direction, over));
    expect(textsOf(form)[1]).toBe(sentence);
    expect(form.lines).toHaveLength(4);
  });
});
