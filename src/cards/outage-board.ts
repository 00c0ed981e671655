import type { Outage, OutageState } from '../domain/outage.ts';
import type { Answer, CardAction, CardFact, Section } from './answer.ts';
import { deliveryCountsText, deliveryRow, deliveryRows } from './delivery-rows.ts';
import type { DeliveryRow, KnownRecipients } from './delivery-rows.ts';
import { lastDeedText } from './last-deed-text.ts';
import { own } from './line.ts';
import { markedAnswer } from './notice.ts';
import { coordinatorActions, unitsAction } from './outage-actions.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';
import { reportSections } from './report-lines.ts';
import { restoreChecklist } from './restore-checklist.ts';

/** Of those whom nothing reaches, how many are shown here; the delivery list has them all. */
const mostFailures = 5;

type Known = {
  readonly now: number;
  readonly directory: KnownRecipients;
  /** What was just saved is on its way: how far it came is no news yet. */
  readonly isJustSaved?: true;
};

/** To coordinators: one outage at a glance. Its state and terms, what was reported, what came through. */
export function outageBoardAnswer(outage: Outage, { now, directory, isJustSaved }: Known): Answer {
  const rows = deliveryRows(outage, directory);
  return markedAnswer(outage, {
    title: titleOf(outage),
    facts: [
      ...outageFacts(outage, now),
      ...lastDeedFacts(outage, now),
      ...(isJustSaved === true ? [] : [{ label: 'Meddelanden', value: deliveryCountsText(rows) }]),
      { label: 'Anmälningar', value: `${outage.reports.length}` },
    ],
    sections: [
      ...failureSections(rows, now),
      ...messageSections(outage.terms.message),
      ...reportSections(outage.reports, { now, directory }),
      ...(outage.state === 'restored' ? [restoreChecklist] : []),
    ],
    actions: [...coordinatorActions(outage), ...listActions(outage)],
    withoutRoutine: true,
  });
}

function titleOf(outage: Outage): string {
  const { isInterrupted, kind, state } = outage;
  if (isInterrupted && state === 'ended') return 'Övningen är avbruten';
  if (kind === 'drill') return drillTitles[state];
  return state === 'closed' ? closedTitle(outage) : outageTitles[state];
}

const outageTitles: Readonly<Record<Exclude<OutageState, 'closed'>, string>> = {
  planned: 'Planerat avbrott',
  reported: 'Anmält, inte utlyst',
  ongoing: 'Avbrott pågår',
  restored: 'Lifecare SP svarar igen, kontroll pågår',
  ended: 'Avbrottet är slut',
};

const drillTitles: Readonly<Record<OutageState, string>> = {
  planned: 'Planerad övning',
  reported: 'Övning',
  ongoing: 'Övning pågår',
  restored: 'I övningen svarar Lifecare SP igen, kontroll pågår',
  ended: 'Övningen är slut',
  closed: 'Övningen är stängd',
};

/** What is closed was not always an outage. */
function closedTitle({ deeds, joinedTo }: Outage): string {
  if (joinedTo !== undefined) return 'Det planerade avbrottet är en del av det som pågår';
  if (deeds.cancelled !== undefined) return 'Det planerade avbrottet är inställt';
  return deeds.dismissed === undefined ? 'Avbrottet är stängt' : 'Anmälan är stängd: det var inget avbrott';
}

function lastDeedFacts(outage: Outage, now: number): readonly CardFact[] {
  const value = lastDeedText(outage, now);
  return value === undefined ? [] : [{ label: 'Senast', value }];
}

function failureSections(rows: readonly DeliveryRow[], now: number): readonly Section[] {
  const failed = rows.filter(({ delivery }) => delivery.state === 'given-up');
  if (failed.length === 0) return [];
  const hidden = failed.length - mostFailures;
  return [
    {
      heading: 'Nås inte: ska ringas',
      rows: failed.slice(0, mostFailures).map((row) => deliveryRow(row, now)),
      lines: hidden > 0 ? [own(`… och ${hidden} till. Se alla under Visa leveranser.`)] : [],
    },
  ];
}

function listActions({ id }: Outage): readonly CardAction[] {
  return [{ title: 'Visa leveranser', verb: 'delivery.list', data: { outage: id } }, unitsAction];
}
