import type { FormCard } from './form.ts';
import { formCard, momentFields } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';
import { restoreChecklistLines } from './restore-checklist.ts';

/** The system answers again, and is checked before all clear: only coordinators hear of it. */
export function restoredForm(state: OutageFormState): FormCard {
  return formCard(state, {
    title: state.outage.kind === 'drill' ? 'I övningen svarar Lifecare SP igen' : 'Lifecare SP svarar igen',
    lines: [
      own('Bara samordnarna får veta det nu. Enheterna får veta det när du avslutar.'),
      ...restoreChecklistLines,
    ],
    fields: momentFields(state, {
      name: 'restored',
      label: 'Svarade igen',
      known: state.now,
      isRequired: true,
    }),
    submit: { title: 'Börja kontrollera', verb: 'outage.restored' },
  });
}
