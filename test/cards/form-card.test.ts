import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import template from '../../cards/form.json' with { type: 'json' };
import sample from '../../cards/form.sample.json' with { type: 'json' };
import { formMessage } from '../../src/cards/form-card.ts';
import { formViewSchema } from '../../src/cards/form-view.ts';
import type { Field, FormCard } from '../../src/cards/form.ts';
import { cardRenderer } from '../../src/cards/render-card.ts';
import { cardFaults, elementsOf } from '../support/card-faults.ts';
import { aForm, fieldOfEachKind, numbered } from '../support/forms.ts';
import { liveMarkdown } from '../support/live-markdown.ts';
import { parseFaults } from '../support/parse-faults.ts';

const places = ['dialog', 'chat'] as const;

function cardOf(form: FormCard): unknown {
  return formMessage(form, 'chat').card;
}

function inputOf(field: Field): Readonly<Record<string, unknown>> {
  const inputs = elementsOf(cardOf(aForm({ fields: [field] }))).filter(({ type }) =>
    String(type).startsWith('Input.'),
  );
  expect(inputs).toHaveLength(1);
  return inputs[0] ?? {};
}

function textsOf(form: FormCard): readonly string[] {
  return elementsOf(cardOf(form)).flatMap(({ text }) => (typeof text === 'string' ? [text] : []));
}

const fieldOf = (kind: Field['kind']): Field => {
  const found = fieldOfEachKind.find((field) => field.kind === kind);
  if (found === undefined) throw new Error(kind);
  return found;
};

test('the sample shows every part of the template and is a sound card', () => {
  const rendered = cardRenderer(template, formViewSchema)(formViewSchema.parse(sample));
  if (rendered.kind !== 'card') throw new Error(rendered.kind);
  expect(cardFaults(rendered.card)).toEqual([]);
  const types = new Set(elementsOf(rendered.card).map(({ type }) => type));
  const inTemplate = new Set(elementsOf(template).map(({ type }) => type));
  // The template holds a Submit of its own for the dialog.
  expect(inTemplate.difference(types)).toEqual(new Set(['Action.Submit']));
});

describe.each(places)('a form in the %s', (place) => {
  test('is a sound card, with every kind of field', () => {
    const { card } = formMessage(aForm({ fields: fieldOfEachKind }), place);
    expect(cardFaults(card)).toEqual([]);
    expect(parseFaults(card)).toEqual([]);
  });

  test('is a sound card where everything in it is wrong', () => {
    const fields = fieldOfEachKind.map((field) => ({ ...field, error: 'Fyll i igen.', hint: 'Kort.' }));
    const problems = ['Någon annan ändrade avbrottet 14.05. Kontrollera och spara igen.'];
    const { card } = formMessage(aForm({ fields, problems, banner: 'ÖVNING' }), place);
    expect(cardFaults(card)).toEqual([]);
  });
});

describe('how it is sent', () => {
  const data = { formId: 'form-1', verb: 'unit.connect' };

  test('in the personal chat an Execute, with a Submit of the same for clients without it', () => {
    const actions = elementsOf(cardOf(aForm())).filter(({ type }) => String(type).startsWith('Action.'));
    expect(actions).toEqual([
      {
        type: 'Action.Execute',
        title: 'Anslut',
        style: 'positive',
        verb: 'unit.connect',
        data: { formId: 'form-1' },
        fallback: { type: 'Action.Submit', title: 'Anslut', data },
      },
    ]);
  });

  test('in a dialog a Submit, which asks for no second dialog', () => {
    const { card } = formMessage(aForm(), 'dialog');
    const actions = elementsOf(card).filter(({ type }) => String(type).startsWith('Action.'));
    expect(actions).toEqual([{ type: 'Action.Submit', title: 'Anslut', style: 'positive', data }]);
  });

  test('what takes something away is marked so', () => {
    const { submit } = aForm();
    const card = cardOf(aForm({ submit: { ...submit, isDestructive: true } }));
    expect(elementsOf(card).find(({ type }) => type === 'Action.Execute')).toMatchObject({
      style: 'destructive',
    });
  });

  test('a form without data of its own is sent all the same', () => {
    const card = cardOf(aForm({ submit: { title: 'Anmäl', verb: 'outage.report', data: {} } }));
    expect(cardFaults(card)).toEqual([]);
  });

  test('the summary is the title, with the mark of a drill, and nothing that is filled in', () => {
    const form = aForm({ fields: fieldOfEachKind });
    expect(formMessage(form, 'dialog').summary).toBe('Anslut enheten');
    expect(formMessage({ ...form, banner: 'ÖVNING' }, 'dialog').summary).toBe('ÖVNING – Anslut enheten');
  });
});

describe('the inputs', () => {
  test.each<[Field['kind'], object]>([
    ['text', { type: 'Input.Text', isMultiline: false, maxLength: 80, value: 'Avdelning 24' }],
    ['multiline', { type: 'Input.Text', isMultiline: true, value: 'Rad 1\nRad 2' }],
    ['date', { type: 'Input.Date', value: '2026-11-25' }],
    ['time', { type: 'Input.Time', value: '03:05' }],
    ['choice', { type: 'Input.ChoiceSet', style: 'expanded', isMultiSelect: false, value: 'given' }],
    [
      'choices',
      { type: 'Input.ChoiceSet', style: 'expanded', isMultiSelect: true, value: 'given,no-answer' },
    ],
    [
      'person',
      { 'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users' }, value: 'id-1' },
    ],
    ['toggle', { type: 'Input.Toggle', title: 'Vi använde blanketten', value: 'true' }],
  ])('a field of kind %s', (kind, expected) => {
    expect(inputOf(fieldOf(kind))).toMatchObject(expected);
  });

  test.each<[string, Field]>([
    ['no text', { kind: 'text', id: 'a', label: 'A', value: '', maxLength: 9 }],
    ['no date', { kind: 'date', id: 'a', label: 'A', value: '' }],
    ['what is no date', { kind: 'date', id: 'a', label: 'A', value: 'i morgon' }],
    ['a date that does not exist', { kind: 'date', id: 'a', label: 'A', value: '2026-02-30' }],
    ['what is no time', { kind: 'time', id: 'a', label: 'A', value: '25:00' }],
    ['no choice', { kind: 'choice', id: 'a', label: 'A', value: '', options: numbered('o', 2) }],
    ['a choice that is gone', { kind: 'choice', id: 'a', label: 'A', value: 'x', options: numbered('o', 2) }],
    ['none of many', { kind: 'choices', id: 'a', label: 'A', value: [], options: numbered('o', 2) }],
    ['nobody', { kind: 'person', id: 'a', label: 'A', value: '' }],
  ])('%s is left empty', (_what, field) => {
    expect(inputOf(field)).not.toHaveProperty('value');
  });

  test('a required field says so in Swedish, but a toggle is never required', () => {
    const messages = fieldOfEachKind.map((field) => {
      const { isRequired, errorMessage } = inputOf({ ...field, isRequired: true });
      return isRequired === true ? errorMessage : 'inte krävd';
    });
    expect([...new Set(messages)]).toEqual([
      'Skriv något här.',
      'Välj ett datum.',
      'Välj en tid.',
      'Välj ett alternativ.',
      'Välj minst ett alternativ.',
      'Välj en person.',
      'inte krävd',
    ]);
    expect(textsOf(aForm({ fields: fieldOfEachKind }))).toContain('Fält med * måste fyllas i.');
    expect(textsOf(aForm())).not.toContain('Fält med * måste fyllas i.');
  });

  test('eight choices are all seen, nine are unfolded, and several to tick are always seen', () => {
    const field = { id: 'a', label: 'A' };
    const one = { ...field, kind: 'choice' as const, value: '' };
    const many = { ...field, kind: 'choices' as const, value: [] };
    expect(inputOf({ ...one, options: numbered('o', 8) })).toMatchObject({ style: 'expanded' });
    expect(inputOf({ ...one, options: numbered('o', 9) })).toMatchObject({ style: 'compact' });
    expect(inputOf({ ...many, options: numbered('o', 14) })).toMatchObject({ style: 'expanded' });
  });

  test('a person who is known is called by name, and one who is not can still be seen to be chosen', () => {
    const person: Field = { kind: 'person', id: 'a', label: 'A', value: 'id-1' };
    const options = [
      { value: 'id-1', title: 'Åsa Öberg' },
      { value: 'id-2', title: 'Bo Ek' },
    ];
    expect(inputOf({ ...person, options })).toMatchObject({ choices: options, value: 'id-1' });
    expect(inputOf(person)).toMatchObject({ choices: [{ value: 'id-1', title: 'Den du valde' }] });
  });

  test('a list with nothing in it says so', () => {
    const fields: readonly Field[] = [{ kind: 'choice', id: 'a', label: 'Enhet', value: '', options: [] }];
    expect(textsOf(aForm({ fields }))).toContain('Det finns inget att välja.');
    expect(cardFaults(cardOf(aForm({ fields })))).toEqual([]);
  });
});

describe('what is wrong', () => {
  const [name, ...others] = fieldOfEachKind;

  test('stands at the field, in words and not by colour alone, and is named at the top', () => {
    const fields = [...others, ...(name === undefined ? [] : [{ ...name, error: 'Namnet används redan.' }])];
    const elements = elementsOf(cardOf(aForm({ fields })));
    const texts = textsOf(aForm({ fields }));
    expect(texts.slice(1, 3)).toEqual(['Inte sparat ännu.', 'Rätta: ”Enhetens namn”.']);
    expect(texts.join('')).toContain('Fel: Namnet används redan.');
    const error = elements.findIndex(({ text }) => text === 'Fel: ');
    expect(elements[error]).toMatchObject({ color: 'attention', weight: 'bolder' });
    expect(elements[error - 2]).toMatchObject({ id: 'name' });
  });

  test('a problem of the whole form comes before everything', () => {
    const texts = textsOf(aForm({ problems: ['Övningen är redan avslutad. Börja om.'] }));
    expect(texts.slice(0, 3)).toEqual([
      'Anslut enheten',
      'Inte sparat ännu.',
      'Övningen är redan avslutad. Börja om.',
    ]);
  });

  test('a new form says nothing of being saved', () => {
    expect(textsOf(aForm())).not.toContain('Inte sparat ännu.');
  });
});

/** A field whose every text is another. */
function fieldWith(field: Field, text: string): Field {
  const said = { ...field, label: text, hint: text, error: text };
  switch (said.kind) {
    case 'text':
    case 'multiline':
      return { ...said, value: text, placeholder: text };
    case 'choice':
    case 'choices':
      return { ...said, options: said.options.map((option) => ({ ...option, title: text })) };
    case 'toggle':
      return { ...said, title: text };
    case 'date':
    case 'time':
    case 'person':
      return { ...said, value: text.replaceAll(',', '').replaceAll('${', '') };
    default:
      return said;
  }
}

describe('what was typed', () => {
  const hostile = [
    ['a link', '[klicka](http://evil.example)'],
    ['an expression', '${foo}'],
    ['an expression in disguise', '$*{foo}$\u00ad{bar}$${{baz}}'],
    ['bold', '**Avdelning 24**'],
    ['a mention', '<at>Alla</at>'],
    ['a turned text', 'Avdelning \u202e00 01\u202c'],
    ['Arabic', 'قسم الطوارئ'],
    ['several lines', 'Avdelning\n\n# 24\r- a'],
    ['half a character', 'Avdelning \ud800'],
    ['5 000 characters', 'Avdelning '.repeat(500)],
    ['5 000 quotes', '"'.repeat(5000)],
  ] as const;

  test.each(hostile)('%s does no harm, wherever it stands', (_what, text) => {
    const form = aForm({
      banner: text,
      title: text,
      problems: [text],
      lines: [{ text, basis: text }],
      fields: fieldOfEachKind.filter(({ kind }) => kind !== 'person').map((field) => fieldWith(field, text)),
    });
    const card = cardOf({ ...form, submit: { ...form.submit, title: text } });
    expect(cardFaults(card)).toEqual([]);
    expect(liveMarkdown(card)).toEqual([]);
    expect(JSON.stringify(card)).not.toMatch(/\u202e/);
  });

  test('is kept to the letter', () => {
    const value = '  "Avd. 24" \\ **ring** [mig](nu) <at>\n\n– Åsa 👩‍⚕️ ';
    const field: Field = { kind: 'multiline', id: 'message', label: 'Meddelande', value, maxLength: 500 };
    expect(inputOf(field)['value']).toBe(value);
  });

  test('is kept whole where it is too long to be saved, so that it can be made shorter', () => {
    const value = 'Avbrott. '.repeat(200);
    const field: Field = { kind: 'multiline', id: 'message', label: 'Meddelande', value, maxLength: 500 };
    expect(inputOf(field)).toMatchObject({ maxLength: 500, value });
  });

  test('is cut where no card could hold it, and says so', () => {
    const value = 'Avbrott. '.repeat(3000);
    const field: Field = { kind: 'multiline', id: 'message', label: 'Meddelande', value, maxLength: 500 };
    expect(textsOf(aForm({ fields: [field] })).join()).toContain('är kortad här');
  });

  test('a list of 400 is cut, says so, and keeps what is chosen', () => {
    const options = numbered('unit', 400);
    const field: Field = { kind: 'choice', id: 'unit', label: 'Enhet', value: 'unit399', options };
    expect(inputOf(field)).toMatchObject({ value: 'unit399' });
    expect(textsOf(aForm({ fields: [field] })).join()).toMatch(/Listan är kortad: \d+ av 400 visas/);
    expect(cardFaults(cardOf(aForm({ fields: [field] })))).toEqual([]);
  });

  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...'[]()<>*_`~#|\\$ {}!-.:/"\n&at'.split('')), maxLength: 40 }),
    fc.constant('x'.repeat(3000)),
  );

  test('whatever is typed, the form is sound and no Markdown is alive', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...places), (text, place) => {
        const fields = fieldOfEachKind
          .filter(({ kind }) => kind !== 'person')
          .map((field) => fieldWith(field, text));
        const { card } = formMessage(aForm({ problems: [text], fields }), place);
        expect(cardFaults(card)).toEqual([]);
        expect(liveMarkdown(card)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
