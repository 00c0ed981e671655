import type { Outage } from '../domain/outage.ts';
import type { Answer } from './answer.ts';
import { deliveryCountsText, deliveryRow, deliveryRows } from './delivery-rows.ts';
import type { KnownRecipients } from './delivery-rows.ts';
import { own } from './line.ts';
import { markedAnswer } from './notice.ts';
import { showAction } from './outage-actions.ts';
import { pageOf } from './paged-rows.ts';

/** Where a list is looked at, and which page of it; pages count from 1. */
export type Looked = { readonly now: number; readonly page: number };

/** To coordinators: what became of the last notice to each channel and person, of one outage. */
export function deliveryListAnswer(
  outage: Outage,
  directory: KnownRecipients,
  { now, page }: Looked,
): Answer {
  const rows = deliveryRows(outage, directory);
  const shown = pageOf(rows, page, { verb: 'delivery.list', data: { outage: outage.id } });
  return markedAnswer(outage, {
    title: 'Har meddelandena kommit fram?',
    facts: [{ label: 'Meddelanden', value: deliveryCountsText(rows) }],
    sections: [
      {
        rows: shown.rows.map((row) => deliveryRow(row, now)),
        lines: rows.length === 0 ? [own('Inget meddelande har skickats än.')] : shown.lines,
      },
    ],
    actions: [...shown.actions, showAction(outage)],
    withoutRoutine: true,
  });
}
