import type { FormCard } from './form.ts';
import { formCard, momentFields } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';

/** It fell again while it was checked: the outage goes on. */
export function resumeForm(state: OutageFormState): FormCard {
  return formCard(state, {
    title: 'Lifecare SP slutade fungera igen',
    lines: [
      own('Avbrottet fortsätter. Enheterna har inte fått veta något annat.'),
      own('Behöver de ett nytt besked: uppdatera avbrottet efteråt.'),
    ],
    fields: momentFields(state, {
      name: 'restored',
      label: 'Slutade fungera igen',
      known: state.now,
      isRequired: true,
    }),
    submit: { title: 'Avbrottet fortsätter', verb: 'outage.resume' },
  });
}
