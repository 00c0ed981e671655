import type { Directory } from '../domain/directory.ts';
import type { NoticeKind, Recipient } from '../domain/notice-event.ts';
import { deliveryKey, noticeOf } from '../domain/notice-steps.ts';
import type { Outage } from '../domain/outage.ts';
import type { Delivery, Outbox } from '../domain/outbox.ts';
import { deliveryReasonText } from '../text/delivery-reason-text.ts';
import { organisationNames } from '../text/names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { CardRow } from './answer.ts';
import { unreachedBy } from './unreached.ts';

/** The last notice of a thread to one recipient, and how far it came. */
export type DeliveryRow = {
  readonly name: string;
  readonly place: string;
  /** What the notice tells. */
  readonly what: string;
  readonly delivery: Delivery;
  /** The delivery that says why this one waits: itself, or an earlier one to the same recipient. */
  readonly cause: Delivery;
};

/** What recipients are named by, and whether they can be reached. */
export type KnownRecipients = Pick<Directory, 'units' | 'people' | 'teams'>;

/**
 * For each recipient and thread the last notice, what needs doing first: given up, waiting, sent; then by name. An
 * earlier notice that did not come through matters no more when a later one did.
 */
export function deliveryRows(
  { kind, outbox }: Pick<Outage, 'kind' | 'outbox'>,
  directory: KnownRecipients,
): readonly DeliveryRow[] {
  const names = kind === 'drill' ? drillNoticeNames : noticeNames;
  const last = new Map<string, DeliveryRow>();
  for (const delivery of outbox.deliveries.values()) {
    const issued = noticeOf(outbox, delivery);
    if (issued === undefined || isOfOnePerson(issued.thread, delivery.recipient)) continue;
    const key = `${issued.thread} ${delivery.recipient}`;
    const known = last.get(key);
    if (known !== undefined && known.delivery.number > delivery.number) continue;
    last.set(key, {
      ...namesOf(delivery.recipient, directory),
      what: names[issued.notice],
      delivery,
      cause: causeOf(delivery, outbox, directory),
    });
  }
  return [...last.values()].toSorted(
    (one, other) => weightOf(one) - weightOf(other) || one.name.localeCompare(other.name, 'sv'),
  );
}

/** What concerns one nurse's call is that unit's own, and not the coordinators' to see. */
function isOfOnePerson(thread: string, recipient: Recipient): boolean {
  return thread === 'log' && recipient.startsWith('person:');
}

const weights: Readonly<Record<Delivery['state'], number>> = { 'given-up': 0, waiting: 1, sent: 2 };

function weightOf({ delivery }: DeliveryRow): number {
  return weights[delivery.state];
}

function namesOf(
  recipient: Recipient,
  { units, people }: KnownRecipients,
): Pick<DeliveryRow, 'name' | 'place'> {
  const id = idOf(recipient);
  if (recipient.startsWith('person:')) {
    return { name: people.get(id)?.name ?? 'En samordnare', place: 'egen chatt' };
  }
  const unit = units.get(id);
  return unit === undefined
    ? { name: 'Okänd enhet', place: '' }
    : { name: unit.name, place: organisationNames[unit.organisation] };
}

/** Notices reach a recipient in their order: what waits has the reason of the first one that waits. */
function causeOf(delivery: Delivery, outbox: Outbox, directory: KnownRecipients): Delivery {
  if (delivery.state !== 'waiting') return delivery;
  const { recipient } = delivery;
  const [number = delivery.number] = outbox.waiting.get(recipient) ?? [];
  const first = outbox.deliveries.get(deliveryKey(number, recipient)) ?? delivery;
  return first.failures > 0 ? first : foreseen(first, directory);
}

/** What waits for its first try will not come through where the directory knows that nothing does. */
function foreseen(delivery: Delivery, directory: KnownRecipients): Delivery {
  const unit = directory.units.get(idOf(delivery.recipient));
  const reason = unit === undefined ? undefined : unreachedBy(unit, directory);
  if (reason === undefined) return delivery;
  return reason === 'disconnected'
    ? { ...delivery, reason, state: 'given-up' }
    : { ...delivery, reason, awaitsInstallation: true };
}

function idOf(recipient: Recipient): string {
  return recipient.slice(recipient.indexOf(':') + 1);
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
  receipt: 'Bekräftelse från en mottagare',
  'log-kept': 'Loggen finns kvar',
  routine: 'Rutinen är ändrad',
};

const drillNoticeNames: typeof noticeNames = {
  ...noticeNames,
  start: 'Övningen har börjat',
  end: 'Övningen är slut',
};

const stateNames: Readonly<Record<Delivery['state'], string>> = {
  sent: 'Skickat',
  waiting: 'Väntar',
  'given-up': 'Går inte fram',
};

/** One delivery as it is shown: when it was sent, or why not, when it is tried again and what to do. */
export function deliveryRow(row: DeliveryRow, now: number): CardRow {
  const { name, place, what, delivery } = row;
  return {
    title: place === '' ? name : `${name}, ${place}`,
    state: stateNames[delivery.state],
    details: [`${what} (meddelande ${delivery.number})`, ...fateOf(row, now)],
    ...(isProblem(row) && { isProblem: true }),
  };
}

/** What waits for its first try is on its way; what has failed needs somebody's eye. */
function isProblem({ delivery: { state }, cause }: DeliveryRow): boolean {
  return state === 'given-up' || (state === 'waiting' && hasReason(cause));
}

function hasReason({ failures, reason }: Delivery): boolean {
  return failures > 0 || reason !== undefined;
}

function fateOf({ delivery, cause }: DeliveryRow, now: number): readonly string[] {
  if (delivery.state === 'sent') return [`Skickat ${swedishSince(delivery.at, now)}`];
  const { why, advice } = deliveryReasonText(cause);
  const isHeld = cause.number !== delivery.number && hasReason(cause);
  const held = isHeld ? `Väntar på meddelande ${cause.number}: ` : '';
  return [`${held}${why}${nextTryText(cause, now)}`, advice];
}

function nextTryText({ state, awaitsInstallation, nextTryAt }: Delivery, now: number): string {
  if (state !== 'waiting' || awaitsInstallation || nextTryAt <= now) return '';
  return ` Nästa försök ${swedishSince(nextTryAt, now)}.`;
}
