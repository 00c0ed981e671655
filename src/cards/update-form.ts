import type { Outage } from '../domain/outage.ts';
import { channelsKeptText, toldOfPlanText } from './channels-text.ts';
import type { FormCard } from './form.ts';
import { formCard } from './form-state.ts';
import type { OutageFormState } from './form-state.ts';
import { own } from './line.ts';
import { termsFields } from './terms-fields.ts';

/** Changes what is said of an outage that runs or is planned. */
export function updateForm(state: OutageFormState, { channels }: { readonly channels: number }): FormCard {
  const { outage } = state;
  const isPlanned = outage.state === 'planned';
  return formCard(state, {
    title: titleOf(outage),
    lines: [
      own(isPlanned ? toldOfPlanText(outage) : channelsKeptText(channels)),
      own('Fyll i vad som gäller nu. Det ersätter det som stod förut.'),
    ],
    fields: termsFields(state, outage),
    submit: { title: 'Skicka uppdateringen', verb: 'outage.update' },
  });
}

function titleOf({ kind, state }: Outage): string {
  if (kind === 'drill') return 'Uppdatera övningen';
  return state === 'planned' ? 'Ändra det planerade avbrottet' : 'Uppdatera avbrottet';
}
