import type { FormCard } from './form.ts';
import { formCard, reasonField } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';

/** Nothing more is expected of anybody: the outage is put away. */
export function closeForm(state: OutageFormState): FormCard {
  return formCard(state, {
    title: state.outage.kind === 'drill' ? 'Stäng övningen' : 'Stäng avbrottet',
    lines: [own('Efter det påminns ingen mer, och inget kan läggas till. Det går inte att ångra.')],
    fields: [reasonField(state, { hint: 'Skriv varför, om något är kvar att göra.' })],
    submit: { title: 'Stäng', verb: 'outage.close', isDestructive: true },
  });
}
