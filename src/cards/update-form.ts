import type { FormCard } from './form.ts';
import { channelsText, formCard } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';
import { termsFields } from './terms-fields.ts';

/** Changes what is said of an outage that runs or is planned. */
export function updateForm(state: OutageFormState, { channels }: { readonly channels: number }): FormCard {
  const { outage } = state;
  const isPlanned = outage.state === 'planned';
  return formCard(state, {
    title: isPlanned ? 'Ändra det planerade avbrottet' : 'Uppdatera avbrottet',
    lines: [own(channelsText(channels)), own('Fyll i vad som gäller nu. Det ersätter det som stod förut.')],
    fields: termsFields(state, outage),
    submit: { title: 'Skicka uppdateringen', verb: 'outage.update' },
  });
}
