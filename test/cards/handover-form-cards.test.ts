import { describe, expect, test } from 'vitest';
import { formMessage } from '../../src/cards/form-card.ts';
import type { FormCard } from '../../src/cards/form.ts';
import type { FormState } from '../../src/cards/form-state.ts';
import { correctHandoverForm, handoverForm } from '../../src/cards/handover-form.ts';
import type { HandoverFormKnown } from '../../src/cards/handover-form.ts';
import { corrected as again, entryIn, logAfter, recorded } from '../support/build-log.ts';
import { cardFaults } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import {
  fieldIn,
  formCase,
  formState,
  idsOf,
  known,
  optionsIn,
  sentAlong,
  sides,
  textsOf,
  ward,
} from '../support/log-forms.ts';
import { at, outage } from '../support/outage-samples.ts';
import { parseFaults } from '../support/parse-faults.ts';
import { filledIn } from '../support/said.ts';

/** Everything that a form of a call may ask for (contract.md §5), with something typed in it. */
const everything: Readonly<Record<string, string>> = {
  party: 'municipality',
  municipality: 'ornskoldsvik',
  counterpart: 'Lisa, biståndshandläggare',
  items: 'admission,dischargeNotice',
  outcome: 'read-back',
  calledOn: '2026-11-23',
  calledAt: '25:99',
  code: 'k7m 3f',
  receivers: 'psychiatric-outpatient',
  receivingMunicipality: 'kramfors',
  admittedOn: '2026-11-22',
  admittedAt: '22:30',
  admissionNoticeSent: 'none',
  dischargedOn: '2026-11-25',
  dischargedAt: '15:00',
  wentHome: 'none',
  sipOn: '2026-11-27',
  formUsed: 'true',
  isSameAsBefore: 'true',
  outage: 'drill-1',
};
/** What a correction asks for besides. */
const ofCorrection: Readonly<Record<string, string>> = { isWithdrawn: 'true', reason: 'Fel tid.' };
const both = [
  { id: 'drill-1', isDrill: true },
  { id: 'outage-1', isDrill: false },
];
const asked = sides.flatMap(({ careSetting, direction }) => [
  known(careSetting, direction),
  known(careSetting, direction, { outages: both, ofCase: formCase({ hasNews: true }) }),
]);
const entry = entryIn(
  logAfter(
    recorded('call-1', {
      items: ['dischargeNotice', 'actualDischarge'],
      calledAt: at('08:55'),
      facts: { dischargedAt: at('15:00'), wentHome: true },
    }),
  ),
  'call-1',
);
const corrected = (one: HandoverFormKnown) => ({ ...one, entry, outage: 'outage-1' });
const formsOf = (one: HandoverFormKnown, over: Partial<FormState> = {}): readonly FormCard[] => [
  handoverForm(formState(over), one),
  correctHandoverForm(formState(over), corrected(one)),
];

describe.each(asked)('whatever the unit is and knows: %#', (one) => {
  test('no field is asked for that the verbs do not know', () => {
    const [record, correction] = formsOf(one);
    const possible = new Set(Object.keys(everything));
    expect(record && idsOf(record).filter((id) => !possible.has(id))).toEqual([]);
    expect(correction && idsOf(correction).filter((id) => !possible.has(id))).toEqual(
      Object.keys(ofCorrection),
    );
    expect(correction && idsOf(correction)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(receivers|receivingMunicipality|outage)$/)]),
    );
  });

  test('what was typed comes back', () => {
    const values = { ...everything, ...ofCorrection };
    for (const form of formsOf(one, { values })) {
      const shown = Object.entries(filledIn(form)).map(([id, value]) => [
        id,
        Array.isArray(value) ? value.join(',') : String(value),
      ]);
      expect(shown).toEqual(idsOf(form).map((id) => [id, values[id]]));
    }
  });

  test('what was emptied stays empty', () => {
    const values = Object.fromEntries(Object.keys({ ...everything, ...ofCorrection }).map((id) => [id, '']));
    for (const form of formsOf(one, { values })) {
      const shown = Object.values(filledIn(form)).filter(
        (value) => value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
      );
      expect(shown).toEqual([]);
    }
  });

  test('what is wrong with a field is said there, and of a field that is not shown at the top', () => {
    const fieldErrors = Object.fromEntries(Object.keys(everything).map((id) => [id, `Fel i ${id}.`]));
    for (const form of formsOf(one, { fieldErrors, problems: ['Skicka igen.'] })) {
      const atFields = form.fields.flatMap(({ error }) => error ?? []);
      expect([...atFields, ...form.problems].toSorted()).toEqual(
        ['Skicka igen.', ...Object.values(fieldErrors)].toSorted(),
      );
      expect(form.problems[0]).toBe('Skicka igen.');
    }
  });

  test.each(['dialog', 'chat'] as const)(
    'the card is sound in the %s, with the longest that is typed',
    (place) => {
      const long = 'Å"${x}[*'.repeat(700);
      const values = { ...everything, counterpart: long, code: long, reason: long };
      const fieldErrors = Object.fromEntries(Object.keys(everything).map((id) => [id, long]));
      const forms = [...formsOf(one), ...formsOf(one, { values, fieldErrors, problems: [long, long] })];
      for (const form of forms) {
        const { card } = formMessage(form, place);
        expect(cardFaults(card)).toEqual([]);
        expect(parseFaults(card)).toEqual([]);
        expect(liveMarkdown(card)).toEqual([]);
        expect(JSON.stringify(card)).not.toContain('${');
      }
    },
  );

  test('Lifecare SP’s own word for receipts is not used for ours', () => {
    for (const form of formsOf(one)) expect(JSON.stringify(form)).not.toMatch(/kvitt/i);
  });
});

describe('a call that is corrected', () => {
  const form = correctHandoverForm(formState(), corrected(ward()));

  test('stands there as it was told, and waits for why', () => {
    expect(filledIn(form)).toEqual({
      party: 'municipality',
      municipality: 'ange',
      counterpart: 'Lisa, biståndshandläggare',
      items: ['dischargeNotice', 'actualDischarge'],
      outcome: 'read-back',
      calledOn: '2026-11-24',
      calledAt: '08:55',
      code: 'K7M-3F',
      admittedOn: '',
      admittedAt: '',
      dischargedOn: '2026-11-24',
      dischargedAt: '15:00',
      wentHome: 'true',
      formUsed: false,
      isSameAsBefore: false,
      isWithdrawn: false,
      reason: '',
    });
    expect(fieldIn(form, 'reason')).toMatchObject({ isRequired: true });
    expect(fieldIn(form, 'code').hint).toBe(
      'Ändra den om samtalet gällde en annan patient. Skriv aldrig personnummer.',
    );
  });

  test('is sent with which call it is', () => {
    expect(form.submit).toEqual({
      title: 'Spara',
      verb: 'handover.correct',
      data: {
        ...sentAlong,
        direction: 'given',
        outage: 'outage-1',
        entry: 'call-1',
        version: '1',
      },
    });
  });

  test('goes along with how many times it had been told when the form was first shown', () => {
    const told = entryIn(logAfter(recorded('call-1'), again('call-1', { counterpart: 'Eva' })), 'call-1');
    const version = (over: Partial<FormState>) =>
      correctHandoverForm(formState(over), { ...corrected(ward()), entry: told }).submit.data['version'];
    expect(version({})).toBe('2');
    expect(version({ revision: 1 })).toBe('1');
    expect(version({ outage: outage({ revision: 7 }) })).toBe('2');
  });

  test('can be taken back there, where it turns out that it never was', () => {
    expect(fieldIn(form, 'isWithdrawn')).toMatchObject({
      kind: 'toggle',
      title: 'Ta tillbaka samtalet helt: det ska inte räknas',
    });
    expect(idsOf(form).slice(-2)).toEqual(['isWithdrawn', 'reason']);
  });

  test('can be told as the same that others heard, and as one that went to somebody else', () => {
    const same = entryIn(logAfter(recorded('call-1', { isSameAsBefore: true })), 'call-1');
    expect(filledIn(correctHandoverForm(formState(), { ...corrected(ward()), entry: same }))).toMatchObject({
      isSameAsBefore: true,
    });
    const toWard = entryIn(
      logAfter(recorded('call-1', { party: 'inpatient-ward', items: ['namedContact'] })),
      'call-1',
    );
    const outpatient = correctHandoverForm(formState(), {
      ...corrected(known('primary-care')),
      entry: toWard,
    });
    expect(optionsIn(outpatient, 'items')).toHaveProperty('sipNeed');
  });

  test('loses nothing that was told with it, though the unit is not asked for such things', () => {
    const ofOutpatient = correctHandoverForm(formState(), corrected(known('primary-care')));
    expect(filledIn(ofOutpatient)).toMatchObject({ dischargedAt: '15:00', wentHome: 'true', sipOn: '' });
    expect(idsOf(form)).not.toContain('admissionNoticeSent');
    const facts = { admissionNoticeSent: false, sipOn: '2026-11-27' };
    const ofNotice = entryIn(logAfter(recorded('call-1', { facts })), 'call-1');
    const withNotice = correctHandoverForm(formState(), { ...corrected(ward()), entry: ofNotice });
    expect(filledIn(withNotice)).toMatchObject({ admissionNoticeSent: 'false', sipOn: '2026-11-27' });
  });

  test('says that a confirmation holds no more, to whoever handed over', () => {
    const sentence = 'Har mottagaren bekräftat gäller det inte längre: ring och få det bekräftat igen.';
    expect(textsOf(form)).toContain(sentence);
    expect(form.lines).toHaveLength(4);
    const received = correctHandoverForm(formState(), corrected(known('municipality', 'received')));
    expect(textsOf(received)).not.toContain(sentence);
  });

  test('of a drill is marked', () => {
    expect(correctHandoverForm(formState(), corrected(ward({ isDrill: true }))).banner).toBe('ÖVNING');
    expect(form.banner).toBeUndefined();
  });
});
