import { swedishMoment } from '../text/swedish-moment.ts';
import type { FormCard } from './form.ts';
import { channelsText, formCard, messageField, momentFields } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';
import { restoreChecklistLines } from './restore-checklist.ts';

/** All clear. Where nobody said that the system answers, the checks are shown here. */
export function endForm(state: OutageFormState, { channels }: { readonly channels: number }): FormCard {
  const { outage, now } = state;
  const { restoredAt } = outage;
  const isDrill = outage.kind === 'drill';
  const isChecked = outage.state === 'restored';
  return formCard(state, {
    title: isDrill ? 'Avsluta övningen' : 'Avsluta avbrottet',
    lines: [
      own(channelsText(channels)),
      own(
        isDrill
          ? 'Enheterna får veta att övningen är slut.'
          : 'Enheterna får veta att Lifecare SP är i drift, och vad de ska registrera i efterhand.',
      ),
      ...(isChecked && restoredAt !== undefined
        ? [own(`Lifecare SP svarar igen sedan ${swedishMoment(restoredAt, now)}.`)]
        : []),
      ...(isChecked ? [] : restoreChecklistLines),
    ],
    fields: [
      ...momentFields(state, {
        name: 'ended',
        label: isDrill ? 'Övningen är slut sedan' : 'Avbrottet är slut sedan',
        hint: 'Det som hände före den tiden räknas som under avbrottet.',
        known: now,
        isRequired: true,
      }),
      messageField(state, { label: 'Meddelande till enheterna' }),
    ],
    submit: { title: 'Avsluta', verb: 'outage.end' },
  });
}
