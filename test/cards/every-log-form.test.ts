import { describe, expect, test } from 'vitest';
import { acknowledgeForm } from '../../src/cards/acknowledge-form.ts';
import { factsForm } from '../../src/cards/facts-form.ts';
import { formMessage } from '../../src/cards/form-card.ts';
import type { FormCard } from '../../src/cards/form.ts';
import type { FormState } from '../../src/cards/form-state.ts';
import { receiversForm } from '../../src/cards/receivers-form.ts';
import { taskDismissForm, taskDoneForm } from '../../src/cards/task-form.ts';
import { withdrawForm } from '../../src/cards/withdraw-form.ts';
import { careSettings, handoverItems, levels, reregistrationTasks } from '../../src/domain/ids.ts';
import { aCode, entryIn, logAfter, recorded } from '../support/build-log.ts';
import { cardFaults } from '../support/card-faults.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { formState, idsOf } from '../support/log-forms.ts';
import { at, outage } from '../support/outage-samples.ts';
import { parseFaults } from '../support/parse-faults.ts';

/** The longest that any of the forms can come to. */
const long = 'Å"${x}[*'.repeat(700);
const longForms = (over: Partial<FormState>): readonly FormCard[] => [
  acknowledgeForm(formState(over)),
  acknowledgeForm(formState(over), {
    code: aCode,
    from: long,
    handed: handoverItems.map((item) => ({ item, calledAt: at('13:05'), caller: long })),
  }),
  withdrawForm(formState(over), {
    entry: entryIn(logAfter(recorded('call-1', { counterpart: long, items: [...handoverItems] })), 'call-1'),
    outage: 'outage-1',
  }),
  receiversForm(formState(over), {
    code: aCode,
    receivers: { parties: ['municipality'], municipality: 'ange' },
    stated: 1,
  }),
  ...careSettings.map((careSetting, index) =>
    factsForm(formState(over), {
      code: aCode,
      careSetting,
      stay: {
        admittedAt: at('08:00'),
        admissionNoticeSent: false,
        dischargedAt: at('13:00'),
        wentHome: true,
        sipOn: '2026-11-27',
        formUsed: true,
      },
      isAdmittedBefore: index % 2 === 0,
      asks: ['admitted', 'discharged', 'wentHome', 'readyForDischarge', 'sipDateAgreed'],
    }),
  ),
  ...[taskDoneForm, taskDismissForm].map((form) =>
    form(formState(over), {
      outage: outage({ state: 'ended' }),
      code: aCode,
      tasks: reregistrationTasks.map((task, index) => ({
        task,
        level: levels[index % 2] ?? 'must',
        code: aCode,
        asks: [],
      })),
    }),
  ),
];

describe.each(['dialog', 'chat'] as const)('in the %s', (place) => {
  test.each([
    {},
    {
      values: { code: long, reason: long, note: long, items: long, tasks: long },
      fieldErrors: { code: long, reason: long, note: long, items: long, tasks: long, admittedAt: long },
      problems: [long, long],
    },
  ])('every card is sound, however long: %#', (over) => {
    for (const form of longForms(over)) {
      const { card, summary } = formMessage(form, place);
      expect(cardFaults(card)).toEqual([]);
      expect(parseFaults(card)).toEqual([]);
      expect(liveMarkdown(card)).toEqual([]);
      expect(`${JSON.stringify(card)} ${summary}`).not.toContain('${');
      expect(summary).not.toContain(aCode);
    }
  });
});

test('what is wrong with any field is said at that field', () => {
  for (const [index, form] of longForms({}).entries()) {
    const fieldErrors = Object.fromEntries(idsOf(form).map((id) => [id, `Fel i ${id}.`]));
    const again = longForms({ fieldErrors })[index];
    expect(again?.fields.map(({ error }) => error)).toEqual(Object.values(fieldErrors));
    expect(again?.problems).toEqual([]);
  }
});

test('words of one’s own are asked for with a warning against patients', () => {
  const free = longForms({}).flatMap(({ fields }) => fields.filter(({ kind }) => kind === 'multiline'));
  expect(free).toHaveLength(4);
  for (const field of free) {
    expect(field).toMatchObject({ maxLength: 1000 });
    expect(field.hint).toMatch(/^Inga patientuppgifter\./);
  }
});
