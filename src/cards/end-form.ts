import type { Outage } from '../domain/outage.ts';
import { swedishMoment } from '../text/swedish-moment.ts';
import type { Line } from './answer.ts';
import { channelsText } from './channels-text.ts';
import type { FormCard } from './form.ts';
import { formCard, messageField, momentFields } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';
import { restoreChecklistLines } from './restore-checklist.ts';

/** All clear. */
export function endForm(state: OutageFormState, { channels }: { readonly channels: number }): FormCard {
  const { outage, now } = state;
  const isDrill = outage.kind === 'drill';
  return formCard(state, {
    title: isDrill ? 'Avsluta övningen' : 'Avsluta avbrottet',
    lines: [
      own(channelsText(channels)),
      own(
        isDrill
          ? 'Enheterna får veta att övningen är slut.'
          : 'Enheterna får veta att Lifecare SP är i drift, och vad de ska registrera i efterhand.',
      ),
      ...(isDrill ? [] : checkLines(outage, now)),
    ],
    fields: [
      ...momentFields(state, {
        name: 'ended',
        label: isDrill ? 'Övningen är slut sedan' : 'Avbrottet är slut sedan',
        hint: `Det som hände före den tiden räknas som under ${isDrill ? 'övningen' : 'avbrottet'}.`,
        known: now,
        isRequired: true,
      }),
      messageField(state, { label: 'Meddelande till enheterna' }),
    ],
    submit: { title: isDrill ? 'Avsluta övningen' : 'Avsluta', verb: 'outage.end' },
  });
}

/** Where nobody said that the system answers, the checks are shown here. */
function checkLines({ restoredAt, state }: Outage, now: number): readonly Line[] {
  if (state !== 'restored') return restoreChecklistLines;
  return restoredAt === undefined
    ? []
    : [own(`Lifecare SP svarar igen sedan ${swedishMoment(restoredAt, now)}.`)];
}
