import { swedishMoment } from '../text/swedish-moment.ts';
import { toldOfPlanText } from './channels-text.ts';
import type { FormCard } from './form.ts';
import { formCard, reasonField } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';

/** A planned outage that does not come. */
export function cancelForm(state: OutageFormState): FormCard {
  const { outage, now } = state;
  return formCard(state, {
    title: 'Ställ in det planerade avbrottet',
    lines: [own(`Det skulle börja ${swedishMoment(outage.startedAt, now)}.`), own(toldOfPlanText(outage))],
    fields: [reasonField(state, { hint: 'De som får besked får läsa det.' })],
    submit: { title: 'Ställ in', verb: 'outage.cancel', isDestructive: true },
  });
}
