import { firstCalledAt } from '../domain/handover-log.ts';
import { outageActivity } from '../domain/outage-activity.ts';
import type { Outage, OutageState } from '../domain/outage.ts';
import { swedishMoment } from '../text/swedish-moment.ts';
import type { Answer, CardAction, CardFact, Section } from './answer.ts';
import { deliveryCountsText, deliveryRow, deliveryRows } from './delivery-rows.ts';
import type { DeliveryRow, KnownRecipients } from './delivery-rows.ts';
import { lastDeedText } from './last-deed-text.ts';
import { own } from './line.ts';
import { markedAnswer } from './notice.ts';
import { coordinatorActions, unitsAction } from './outage-actions.ts';
import { outageFacts } from './outage-facts.ts';
import { messageSections } from './outage-sections.ts';
import { loggedFacts, reportSections, unitCountText } from './report-lines.ts';
import { restoreChecklist } from './restore-checklist.ts';

/** Of those whom nothing reaches, how many are shown here; the delivery list has them all. */
const mostFailures = 5;

type Known = {
  readonly now: number;
  readonly directory: KnownRecipients;
  /** What was just saved is on its way: how far it came is no news yet. */
  readonly isJustSaved?: true;
};

/** To coordinators: one outage at a glance. Its state and terms, what was reported and logged, what came through. */
export function outageBoardAnswer(outage: Outage, { now, directory, isJustSaved }: Known): Answer {
  const rows = deliveryRows(outage, directory);
  return markedAnswer(outage, {
    title: titleOf(outage),
    facts: [
      ...startFacts(outage, now),
      ...lastDeedFacts(outage, now),
      ...(isJustSaved === true ? [] : [{ label: 'Meddelanden', value: deliveryCountsText(rows) }]),
      { label: 'Anmälningar', value: `${outage.reports.length}` },
      ...activityFacts(outage, directory, now),
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
  if (state === 'reported' && isOnlyCalls(outage)) return 'Samtal är loggade, inte utlyst';
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
function closedTitle(outage: Outage): string {
  const { deeds, joinedTo } = outage;
  if (joinedTo !== undefined) return 'Det planerade avbrottet är en del av det som pågår';
  if (deeds.cancelled !== undefined) return 'Det planerade avbrottet är inställt';
  if (deeds.dismissed === undefined) return 'Avbrottet är stängt';
  return isOnlyCalls(outage) ? 'Stängt: det var inget avbrott' : 'Anmälan är stängd: det var inget avbrott';
}

/** Nobody has reported it: a call that somebody logged is all that tells of it. */
function isOnlyCalls({ kind, log, reports }: Outage): boolean {
  return kind === 'reported' && reports.length === 0 && log.lastOrder > 0;
}

function startFacts(outage: Outage, now: number): readonly CardFact[] {
  if (!isOnlyCalls(outage)) return outageFacts(outage, now);
  return [
    { label: 'Första samtalet', value: swedishMoment(firstCalledAt(outage.log) ?? outage.startedAt, now) },
  ];
}

/** How it goes, in counts alone: calls and what waits, never a code. */
function activityFacts(outage: Outage, directory: KnownRecipients, now: number): readonly CardFact[] {
  const logged = loggedFacts(outage.log);
  const { outstanding, unconfirmed } = outageActivity(outage, directory, now);
  return [
    ...logged,
    ...(logged.length === 0 ? [] : [{ label: 'Inte bekräftat på 30 minuter', value: `${unconfirmed}` }]),
    ...(outstanding === undefined
      ? []
      : [
          {
            label: 'Kvar att efterregistrera',
            value: `${outstanding.tasks} i ${unitCountText(outstanding.units)}`,
          },
        ]),
  ];
}

/** Whoever logged the first call reported nothing, and is not named. */
function lastDeedFacts(outage: Outage, now: number): readonly CardFact[] {
  if (outage.lastDeed === 'reported' && isOnlyCalls(outage)) return [];
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
