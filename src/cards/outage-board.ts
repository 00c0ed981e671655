import type { Directory } from '../domain/directory.ts';
import type { Outage, OutageDeed, OutageState } from '../domain/outage.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardFact, Section } from './answer.ts';
import { deliveryCountsText, deliveryRow, deliveryRows } from './delivery-list.ts';
import type { DeliveryRow } from './delivery-list.ts';
import { own } from './line.ts';
import { markedAnswer } from './notice.ts';
import { coordinatorActions } from './outage-actions.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';
import { reportSections } from './report-lines.ts';
import { restoreChecklist } from './restore-checklist.ts';

/** Of those whom nothing reaches, how many are shown here; the delivery list has them all. */
const mostFailures = 5;

type Known = { readonly now: number; readonly directory: Pick<Directory, 'units' | 'people'> };

/** To coordinators: one outage at a glance. Its state and terms, what was reported, what came through. */
export function outageBoardAnswer(outage: Outage, { now, directory }: Known): Answer {
  const rows = deliveryRows({ outbox: outage.outbox, directory });
  return markedAnswer(outage, {
    title: stateNames[outage.state],
    facts: [
      ...outageFacts(outage, now),
      ...lastDeedFacts(outage, now),
      { label: 'Meddelanden', value: deliveryCountsText(rows) },
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

const stateNames: Readonly<Record<OutageState, string>> = {
  planned: 'Planerat avbrott',
  reported: 'Anmält, inte utlyst',
  ongoing: 'Avbrott pågår',
  restored: 'Lifecare SP svarar igen: kontroll pågår',
  ended: 'Avbrottet är slut',
  closed: 'Avbrottet är stängt',
};

const deedNames: Readonly<Record<OutageDeed, string>> = {
  reported: 'Anmält',
  declared: 'Utlyst',
  planned: 'Planerat',
  updated: 'Uppdaterat',
  restored: 'Svarar igen',
  resumed: 'Slutade fungera igen',
  ended: 'Avslutat',
  dismissed: 'Inget avbrott',
  cancelled: 'Inställt',
  closed: 'Stängt',
};

function lastDeedFacts({ lastDeed, deeds }: Outage, now: number): readonly CardFact[] {
  const act = lastDeed === undefined ? undefined : deeds[lastDeed];
  if (lastDeed === undefined || act === undefined) return [];
  return [
    { label: 'Senast', value: `${deedNames[lastDeed]} av ${act.by.name} ${swedishSince(act.at, now)}` },
  ];
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
  return [
    { title: 'Visa leveranser', verb: 'delivery.list', data: { outage: id } },
    { title: 'Visa enheter', verb: 'unit.list', data: {} },
  ];
}
