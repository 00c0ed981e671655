import type { FormCard } from './form.ts';
import { formCard, momentFields } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';

/** It fell again while it was checked: the outage goes on. */
export function resumeForm(state: OutageFormState): FormCard {
  const isDrill = state.outage.kind === 'drill';
  const [it, theOutage] = isDrill ? ['Övningen', 'övningen'] : ['Avbrottet', 'avbrottet'];
  return formCard(state, {
    title: isDrill ? 'I övningen slutade Lifecare SP fungera igen' : 'Lifecare SP slutade fungera igen',
    lines: [
      own(`${it} fortsätter. Enheterna har inte fått veta något annat.`),
      own(`Behöver de ett nytt besked: uppdatera ${theOutage} efteråt.`),
    ],
    fields: momentFields(state, {
      name: 'restored',
      label: 'Slutade fungera igen',
      known: state.now,
      isRequired: true,
    }),
    submit: { title: `${it} fortsätter`, verb: 'outage.resume' },
  });
}
