import { describe, expect, test } from 'vitest';
import { cancelForm } from '../../src/cards/cancel-form.ts';
import { closeForm } from '../../src/cards/close-form.ts';
import { declareForm } from '../../src/cards/declare-form.ts';
import { dismissForm } from '../../src/cards/dismiss-form.ts';
import { endForm } from '../../src/cards/end-form.ts';
import type { FormCard } from '../../src/cards/form.ts';
import { reportForm } from '../../src/cards/report-form.ts';
import { restoredForm } from '../../src/cards/restored-form.ts';
import { resumeForm } from '../../src/cards/resume-form.ts';
import { updateForm } from '../../src/cards/update-form.ts';
import { act, at, issued, outage, outboxOf } from '../support/outage-samples.ts';
import { filledIn } from '../support/said.ts';

const state = (over: object = {}) => ({
  values: {},
  problems: [],
  fieldErrors: {},
  formId: 'form-1',
  now: at('09:00'),
  ...over,
});
const about = (over: object = {}) => ({ outage: outage(), ...state(over) });
const extent = { channels: 12 };
const textsOf = ({ lines }: FormCard): readonly string[] => lines.map(({ text }) => text);

const terms = [
  'startedOn',
  'startedAt',
  'expectedEndOn',
  'expectedEndAt',
  'nextUpdateOn',
  'nextUpdateAt',
  'scope',
  'message',
];

test.each<[string, FormCard, readonly string[]]>([
  ['outage.declare', declareForm(state(), extent), ['kind', ...terms]],
  ['outage.update', updateForm(about(), extent), terms],
  ['outage.restored', restoredForm(about()), ['restoredOn', 'restoredAt']],
  ['outage.resume', resumeForm(about()), ['restoredOn', 'restoredAt']],
  ['outage.end', endForm(about(), extent), ['endedOn', 'endedAt', 'message']],
  ['outage.dismiss', dismissForm(about()), ['reason']],
  ['outage.cancel', cancelForm(about()), ['reason']],
  ['outage.close', closeForm(about()), ['reason']],
  ['outage.report', reportForm(state()), ['message']],
])('%s asks for the inputs of the contract, and sends its ids', (verb, form, inputs) => {
  expect(form.submit.verb).toBe(verb);
  expect(form.fields.map(({ id }) => id)).toEqual(inputs);
  const isNew = verb === 'outage.declare' || verb === 'outage.report';
  expect(form.submit.data).toEqual({
    formId: 'form-1',
    whole: 'true',
    ...(!isNew && { outage: 'outage-1', version: '1' }),
  });
});

describe('declaring', () => {
  test('it begins now, holds for all and is unplanned, until something else is filled in', () => {
    expect(filledIn(declareForm(state(), extent))).toEqual({
      kind: 'unplanned',
      startedOn: '2026-11-24',
      startedAt: '09:00',
      expectedEndOn: '',
      expectedEndAt: '',
      nextUpdateOn: '',
      nextUpdateAt: '',
      scope: [],
      message: '',
    });
  });

  test('what was reported begins with the first report, and is taken over', () => {
    const reported = outage({
      state: 'reported',
      kind: 'reported',
      reports: [{ act: act('08:10'), message: '' }],
    });
    const form = declareForm(state({ outage: reported }), extent);
    expect(filledIn(form)).toMatchObject({ startedOn: '2026-11-24', startedAt: '08:10' });
    expect(textsOf(form)[0]).toBe('En har anmält att Lifecare SP inte fungerar.');
    expect(form.submit.data).toMatchObject({ outage: 'outage-1', version: '1' });
  });

  test.each([
    [0, 'Ingen kanal är ansluten: ingen får meddelandet i Teams. Ring enheterna.'],
    [
      1,
      'Meddelandet går till högst 1 kanal: de som är anslutna i de organisationer ni kryssar. Kryssar ni ingen går det till alla.',
    ],
    [
      12,
      'Meddelandet går till högst 12 kanaler: de som är anslutna i de organisationer ni kryssar. Kryssar ni ingen går det till alla.',
    ],
  ])('%d channels: %s', (channels, sentence) => {
    expect(textsOf(declareForm(state(), { channels }))).toContain(sentence);
  });

  test('what was typed is kept, with what is wrong beside it', () => {
    const form = declareForm(
      state({
        values: { kind: 'drill', startedOn: '', startedAt: '25:99', scope: 'ange,timra', message: 'Hej' },
        problems: ['Någon har ändrat det under tiden.'],
        fieldErrors: { startedAt: 'Den tiden finns inte.' },
      }),
      extent,
    );
    expect(filledIn(form)).toMatchObject({
      kind: 'drill',
      startedOn: '',
      startedAt: '25:99',
      scope: ['ange', 'timra'],
      message: 'Hej',
    });
    expect(form.problems).toEqual(['Någon har ändrat det under tiden.']);
    expect(form.fields.filter(({ error }) => error !== undefined)).toEqual([
      expect.objectContaining({ id: 'startedAt', error: 'Den tiden finns inte.' }),
    ]);
    expect(form.banner).toBe('ÖVNING');
  });
});

test('an update shows what holds, and carries the version that it was first shown at', () => {
  const running = outage({
    revision: 5,
    terms: { scope: ['ange'], message: 'Felsöker.', expectedEndAt: at('12:00') },
  });
  const form = updateForm({ ...about({ revision: 4 }), outage: running }, extent);
  expect(filledIn(form)).toMatchObject({
    startedAt: '08:10',
    expectedEndOn: '2026-11-24',
    expectedEndAt: '12:00',
    nextUpdateAt: '',
    scope: ['ange'],
    message: 'Felsöker.',
  });
  expect(form.submit.data['version']).toBe('4');
});

test('a field that was emptied stays empty', () => {
  const running = outage({ terms: { scope: ['ange'], message: 'Felsöker.', expectedEndAt: at('12:00') } });
  const values = { expectedEndOn: '', expectedEndAt: '', scope: '', message: '' };
  expect(filledIn(updateForm({ ...about({ values }), outage: running }, extent))).toMatchObject({
    expectedEndOn: '',
    expectedEndAt: '',
    scope: [],
    message: '',
  });
});

describe('the checks before all clear', () => {
  const heading = 'Kontrollera innan du avslutar (förslag, utöver rutinen):';

  test('are shown when it answers again, marked as beyond the routine', () => {
    expect(textsOf(restoredForm(about()))).toContain(heading);
    expect(textsOf(restoredForm(about()))[0]).toBe(
      'Bara samordnarna får veta det nu. Enheterna får veta det när du avslutar.',
    );
  });

  test('are shown at the end only where they were passed over', () => {
    expect(textsOf(endForm(about(), extent))).toContain(heading);
    const restored = { ...about(), outage: outage({ state: 'restored', restoredAt: at('08:50') }) };
    expect(textsOf(endForm(restored, extent))).not.toContain(heading);
    expect(textsOf(endForm(restored, extent))).toContain(
      'Lifecare SP svarar igen sedan tisdag 24 november kl. 08.50.',
    );
  });
});

test('the forms of a drill are marked', () => {
  const drill = { ...about(), outage: outage({ kind: 'drill' }) };
  for (const form of [updateForm(drill, extent), endForm(drill, extent), closeForm(drill)]) {
    expect(form.banner).toBe('ÖVNING');
  }
  expect(textsOf(endForm(drill, extent))).toContain('Enheterna får veta att övningen är slut.');
});

test.each<[FormCard, string, string]>(
  [{ ...about(), outage: outage({ kind: 'drill' }) }].flatMap((drill): [FormCard, string, string][] => [
    [updateForm(drill, extent), 'Uppdatera övningen', 'Skicka uppdateringen'],
    [endForm(drill, extent), 'Avsluta övningen', 'Avsluta övningen'],
    [closeForm(drill), 'Stäng övningen', 'Stäng'],
    [restoredForm(drill), 'I övningen svarar Lifecare SP igen', 'Börja kontrollera'],
    [resumeForm(drill), 'I övningen slutade Lifecare SP fungera igen', 'Övningen fortsätter'],
    [declareForm(state({ values: { kind: 'drill' } }), extent), 'Starta en övning', 'Starta'],
  ]),
)('a drill’s form is worded as a drill’s: %#', (form, title, submit) => {
  expect([form.title, form.submit.title]).toEqual([title, submit]);
});

test.each([updateForm, endForm, resumeForm])('%o of a drill speaks of no outage', (form) => {
  const { lines, fields } = form({ ...about(), outage: outage({ kind: 'drill' }) }, extent);
  expect(JSON.stringify([lines, fields])).not.toMatch(/avbrott/i);
});

test('where a drill ends, nothing of the system is to be checked', () => {
  for (const over of [{}, { state: 'restored' as const, restoredAt: at('08:50') }]) {
    const form = endForm({ ...about(), outage: outage({ kind: 'drill', ...over }) }, extent);
    expect(textsOf(form)).toHaveLength(2);
  }
});

describe('a plan', () => {
  const planned = outage({ state: 'planned', kind: 'planned', startedAt: at('22:00', '2026-12-01') });
  const told = {
    ...planned,
    outbox: outboxOf(issued(1, ['unit:unit-1'], 'planned')),
  };

  test('its start is not guessed: one that began now would begin at once', () => {
    const form = declareForm(state({ values: { kind: 'planned' } }), extent);
    expect(filledIn(form)).toMatchObject({ kind: 'planned', startedOn: '', startedAt: '' });
    expect(form.title).toBe('Planera ett avbrott i Lifecare SP');
    expect(form.fields.find(({ id }) => id === 'startedOn')?.hint).toBe('När avbrottet ska börja.');
  });

  test.each([
    [planned, 'Ingen enhet har fått besked om det än, så inget meddelande skickas nu.'],
    [told, 'De enheter som redan har fått besked om det får ett meddelande när du sparar.'],
  ])('whom a change reaches depends on who has been told: %#', (one, sentence) => {
    const form = { ...about(), outage: one };
    expect(textsOf(updateForm(form, { channels: 0 }))[0]).toBe(sentence);
    expect(textsOf(cancelForm(form))).toContain(sentence);
  });
});

test('an update counts the channels of those whom the outage concerns now', () => {
  expect(textsOf(updateForm(about(), extent))[0]).toBe(
    'Meddelandet går till 12 kanaler om ni inte ändrar vilka det gäller.',
  );
});

test('what is wrong with any field is said at that field', () => {
  const forms = [
    declareForm,
    updateForm,
    endForm,
    restoredForm,
    resumeForm,
    dismissForm,
    cancelForm,
    closeForm,
    reportForm,
  ];
  for (const form of forms) {
    const ids = form(about(), extent).fields.map(({ id }) => id);
    const fieldErrors = Object.fromEntries(ids.map((id) => [id, `Här stod ett personnummer: ${id}`]));
    const { fields } = form(about({ fieldErrors }), extent);
    expect(fields.map(({ error }) => error)).toEqual(Object.values(fieldErrors));
  }
});

test('every field for words of one’s own warns against patients, and has a limit', () => {
  const forms = [
    declareForm(state(), extent),
    endForm(about(), extent),
    reportForm(state()),
    dismissForm(about()),
    cancelForm(about()),
    closeForm(about()),
  ];
  for (const { fields } of forms) {
    const free = fields.filter(({ kind }) => kind === 'multiline');
    expect(free).toEqual([
      expect.objectContaining({
        maxLength: 1000,
        hint: expect.stringMatching(/^Inga patientuppgifter\./),
      }),
    ]);
  }
});
