import type { Directory } from '../domain/directory.ts';
import type { NoticeKind, Recipient } from '../domain/notice-event.ts';
import { noticeOf } from '../domain/notice-steps.ts';
import type { Delivery, Outbox } from '../domain/outbox.ts';
import { deliveryReasonText } from '../text/delivery-reason-text.ts';
import { organisationNames } from '../text/names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Answer, CardRow } from './answer.ts';
import { own } from './line.ts';
import { pageOf } from './paged-rows.ts';

/** The last notice of a thread to one recipient, and how far it came. */
export type DeliveryRow = {
  readonly name: string;
  readonly place: string;
  readonly notice: NoticeKind;
  readonly delivery: Delivery;
};

/** What an outbox and the names in it are read from. */
export type Sent = {
  readonly outbox: Outbox;
  readonly directory: Pick<Directory, 'units' | 'people'>;
};

/**
 * For each recipient and thread the last notice, what needs doing first: given up, waiting, sent; then by name. An
 * earlier notice that did not come through matters no more when a later one did.
 */
export function deliveryRows({ outbox, directory }: Sent): readonly DeliveryRow[] {
  const last = new Map<string, DeliveryRow>();
  for (const delivery of outbox.deliveries.values()) {
    const issued = noticeOf(outbox, delivery);
    if (issued === undefined) continue;
    const row = { ...namesOf(delivery.recipient, directory), notice: issued.notice, delivery };
    const key = `${issued.thread} ${delivery.recipient}`;
    const known = last.get(key);
    if (known === undefined || known.delivery.number < delivery.number) last.set(key, row);
  }
  return [...last.values()].toSorted(
    (one, other) => weightOf(one) - weightOf(other) || one.name.localeCompare(other.name, 'sv'),
  );
}

const weights: Readonly<Record<Delivery['state'], number>> = { 'given-up': 0, waiting: 1, sent: 2 };

function weightOf({ delivery }: DeliveryRow): number {
  return weights[delivery.state];
}

function namesOf(
  recipient: Recipient,
  { units, people }: Sent['directory'],
): Pick<DeliveryRow, 'name' | 'place'> {
  const id = recipient.slice(recipient.indexOf(':') + 1);
  if (recipient.startsWith('person:')) {
    return { name: people.get(id)?.name ?? 'En samordnare', place: 'egen chatt' };
  }
  const unit = units.get(id);
  return unit === undefined
    ? { name: 'Okänd enhet', place: '' }
    : { name: unit.name, place: organisationNames[unit.organisation] };
}

/** How many recipients' last notices were sent, wait, and were given up. */
function deliveryCounts(
  rows: readonly DeliveryRow[],
): Readonly<Record<'sent' | 'waiting' | 'givenUp', number>> {
  const count = (state: Delivery['state']): number =>
    rows.filter(({ delivery }) => delivery.state === state).length;
  return { sent: count('sent'), waiting: count('waiting'), givenUp: count('given-up') };
}

/** The counts in words: "Skickade: 12, väntar: 1, går inte fram: 2". */
export function deliveryCountsText(rows: readonly DeliveryRow[]): string {
  const { sent, waiting, givenUp } = deliveryCounts(rows);
  return `Skickade: ${sent}, väntar: ${waiting}, går inte fram: ${givenUp}`;
}

const noticeNames: Readonly<Record<NoticeKind, string>> = {
  start: 'Avbrottet har börjat',
  'planned-ahead': 'Planerat avbrott',
  update: 'Uppdatering',
  end: 'Avbrottet är slut',
  cancelled: 'Inställt',
  report: 'Anmälan',
  prompt: 'Påminnelse till samordnare',
  coordination: 'Till samordnare',
  reminder: 'Påminnelse',
  test: 'Prov',
};

const stateNames: Readonly<Record<Delivery['state'], string>> = {
  sent: 'Skickat',
  waiting: 'Väntar',
  'given-up': 'Går inte fram',
};

/** One delivery as it is shown: when it was sent, or why not, when it is tried again and what to do. */
export function deliveryRow({ name, place, notice, delivery }: DeliveryRow, now: number): CardRow {
  const what = `${noticeNames[notice]} (meddelande ${delivery.number})`;
  return {
    title: place === '' ? name : `${name}, ${place}`,
    state: stateNames[delivery.state],
    details: [what, ...fateOf(delivery, now)],
    ...(isProblem(delivery) && { isProblem: true }),
  };
}

/** What waits for its first try is on its way; what has failed needs somebody's eye. */
function isProblem({ state, failures }: Delivery): boolean {
  return state === 'given-up' || (state === 'waiting' && failures > 0);
}

function fateOf(delivery: Delivery, now: number): readonly string[] {
  if (delivery.state === 'sent') return [`Skickat ${swedishSince(delivery.at, now)}`];
  const { why, advice } = deliveryReasonText(delivery);
  return [`${why}${nextTryText(delivery, now)}`, advice];
}

function nextTryText({ state, awaitsInstallation, nextTryAt }: Delivery, now: number): string {
  if (state !== 'waiting' || awaitsInstallation || nextTryAt <= now) return '';
  return ` Nästa försök ${swedishSince(nextTryAt, now)}.`;
}

/** Where a list is looked at, and which page of it; pages count from 1. */
export type Looked = { readonly now: number; readonly page: number };

/** To coordinators: what became of the last notice to each channel and person, of one outage. */
export function deliveryListAnswer(outage: string, sent: Sent, { now, page }: Looked): Answer {
  const rows = deliveryRows(sent);
  const shown = pageOf(rows, page, { verb: 'delivery.list', data: { outage } });
  return {
    title: 'Har meddelandena kommit fram?',
    facts: [{ label: 'Meddelanden', value: deliveryCountsText(rows) }],
    sections: [
      {
        rows: shown.rows.map((row) => deliveryRow(row, now)),
        lines: rows.length === 0 ? [own('Inget meddelande har skickats än.')] : shown.lines,
      },
    ],
    actions: shown.actions,
    withoutRoutine: true,
  };
}
