import type { FormCard } from './form.ts';
import { channelsText, faultOf, filledOr, formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';
import { reportCountText } from './report-lines.ts';
import { termsFields } from './terms-fields.ts';

/** What declaring leads to. */
type Extent = {
  /** How many connected channels the message goes to. */
  readonly channels: number;
};

const kinds = [
  { value: 'unplanned', title: 'Oplanerat avbrott' },
  { value: 'planned', title: 'Planerat avbrott' },
  { value: 'drill', title: 'Övning' },
];

/** Declares an outage, a planned one or a drill; `state.outage` is the reported one that it takes over. */
export function declareForm(state: FormState, { channels }: Extent): FormCard {
  const { outage, now } = state;
  const form = formCard(state, {
    title: 'Utlys avbrott i Lifecare SP',
    lines: [
      ...(outage === undefined
        ? []
        : [own(`${reportCountText(outage.reports)} att Lifecare SP inte fungerar.`)]),
      own(channelsText(channels)),
      own('Ett planerat avbrott sägs i förväg: 7 dagar, 1 dag och 1 timme innan.'),
    ],
    fields: [
      {
        kind: 'choice',
        id: 'kind',
        label: 'Vad är det?',
        options: kinds,
        value: filledOr(state, 'kind', 'unplanned'),
        isRequired: true,
        ...faultOf(state, 'kind'),
      },
      ...termsFields(state, {
        startedAt: outage?.startedAt ?? now,
        terms: { scope: [], message: '' },
      }),
    ],
    submit: { title: 'Utlys', verb: 'outage.declare' },
  });
  return filledOr(state, 'kind') === 'drill' ? { ...form, banner: 'ÖVNING' } : form;
}
