import { firstCalledAt } from '../domain/handover-log.ts';
import { channelsChosenText } from './channels-text.ts';
import type { FormCard } from './form.ts';
import { faultOf, filledOr, formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';
import { reportedLines } from './report-lines.ts';
import { termsFields } from './terms-fields.ts';

/** What declaring leads to. */
type Extent = {
  /** How many channels are connected. */
  readonly channels: number;
};

const kinds = [
  { value: 'unplanned', title: 'Oplanerat avbrott' },
  { value: 'planned', title: 'Planerat avbrott' },
  { value: 'drill', title: 'Övning' },
];

/** Declares an outage, a planned one or a drill; `state.outage` is the reported one that it takes over. */
export function declareForm(state: FormState, { channels }: Extent): FormCard {
  const { outage } = state;
  const kind = filledOr(state, 'kind', 'unplanned');
  const { title, submit } = wordsOf(kind);
  const form = formCard(state, {
    title,
    lines: [
      ...(outage === undefined ? [] : reportedLines(outage, state.now)),
      own(channelsChosenText(channels)),
      own('Ett planerat avbrott sägs i förväg: 7 dagar, 1 dag och 1 timme innan.'),
    ],
    fields: [
      {
        kind: 'choice',
        id: 'kind',
        label: 'Vad är det?',
        options: kinds,
        value: kind,
        isRequired: true,
        ...faultOf(state, 'kind'),
      },
      ...termsFields(state, {
        ...startOf(state, kind),
        terms: { scope: [], message: '' },
      }),
    ],
    submit: { title: submit, verb: 'outage.declare' },
  });
  return kind === 'drill' ? { ...form, banner: 'ÖVNING' } : form;
}

type Words = { readonly title: string; readonly submit: string };

/** By what was chosen before; it may be changed in the form, so what sends it fits every kind. */
function wordsOf(kind: string): Words {
  if (kind === 'planned') return { title: 'Planera ett avbrott i Lifecare SP', submit: 'Spara' };
  if (kind === 'drill') return { title: 'Starta en övning', submit: 'Starta' };
  return { title: 'Utlys avbrott i Lifecare SP', submit: 'Utlys' };
}

/**
 * What was reported began at the first report, or at the first call where that was earlier. A plan whose start is now
 * begins at once: its start is not guessed.
 */
function startOf({ outage, now }: FormState, kind: string): { readonly startedAt?: number } {
  if (kind === 'planned') return {};
  if (outage === undefined) return { startedAt: now };
  return { startedAt: Math.min(outage.startedAt, firstCalledAt(outage.log) ?? outage.startedAt) };
}
