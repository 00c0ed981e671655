import type { Field, FormCard } from '../../src/cards/form.ts';

const options = [
  { value: 'given', title: 'Lämnat' },
  { value: 'no-answer', title: 'Inget svar' },
];

/** One field of each kind, filled in; and one list that is too long to be unfolded. */
export const fieldOfEachKind: readonly Field[] = [
  {
    kind: 'text',
    id: 'name',
    label: 'Enhetens namn',
    value: 'Avdelning 24',
    maxLength: 80,
    isRequired: true,
  },
  { kind: 'multiline', id: 'message', label: 'Meddelande', value: 'Rad 1\nRad 2', maxLength: 1000 },
  { kind: 'date', id: 'startedOn', label: 'Datum', value: '2026-11-25', isRequired: true },
  { kind: 'time', id: 'startedAt', label: 'Klockslag', value: '03:05', isRequired: true },
  { kind: 'choice', id: 'outcome', label: 'Hur gick det?', value: 'given', options, isRequired: true },
  { kind: 'choice', id: 'unit', label: 'Enhet', value: 'unit9', options: numbered('unit', 12) },
  {
    kind: 'choices',
    id: 'items',
    label: 'Uppgifter',
    value: ['given', 'no-answer'],
    options,
    isRequired: true,
  },
  { kind: 'person', id: 'person', label: 'Person', value: 'id-1', isRequired: true },
  { kind: 'toggle', id: 'formUsed', label: 'Blanketten', value: true, title: 'Vi använde blanketten' },
];

/** As many options as asked for, each with a value of its own. */
export function numbered(
  name: string,
  count: number,
): readonly { readonly value: string; readonly title: string }[] {
  return Array.from({ length: count }, (_, at) => ({ value: `${name}${at}`, title: `Alternativ ${at}` }));
}

/** A form that connects a unit, with one field. */
export function aForm(over: Partial<FormCard> = {}): FormCard {
  return {
    title: 'Anslut enheten',
    lines: [{ text: 'Kanalen får besked om avbrott.' }],
    problems: [],
    fields: [{ kind: 'text', id: 'name', label: 'Enhetens namn', value: '', maxLength: 80 }],
    submit: { title: 'Anslut', verb: 'unit.connect', data: { formId: 'form-1' } },
    ...over,
  };
}
