import { swedishMoment } from '../text/swedish-moment.ts';
import type { FormCard } from './form.ts';
import { channelsText, formCard, reasonField } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';

/** A planned outage that does not come. */
export function cancelForm(state: OutageFormState, { channels }: { readonly channels: number }): FormCard {
  const { outage, now } = state;
  return formCard(state, {
    title: 'Ställ in det planerade avbrottet',
    lines: [own(`Det skulle börja ${swedishMoment(outage.startedAt, now)}.`), own(channelsText(channels))],
    fields: [reasonField(state, { hint: 'Enheterna får läsa det.' })],
    submit: { title: 'Ställ in', verb: 'outage.cancel', isDestructive: true },
  });
}
