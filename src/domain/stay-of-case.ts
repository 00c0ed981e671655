import type { StayFacts, StayPart } from './handover-event.ts';
import { callOf, entriesOn, statementsOn } from './handover-log.ts';
import type { HandoverLog } from './handover-log.ts';
import type { HandoverItem } from './ids.ts';
import type { CaseFacts } from './reregistration.ts';
import { wholeMinute } from './swedish-time.ts';

/** What was told of a stay, when: by the time of the call, or of the telling where there was none. */
export type Told = {
  readonly at: number;
  readonly order: number;
  readonly facts: StayFacts;
  /** What was told before, and is not known after all. */
  readonly unknown?: readonly StayPart[];
};

/** All that a unit's log tells of a stay, in the order that it holds: of two tellings the later one. */
export function toldOfStay(log: HandoverLog, unit: string, code: string): readonly Told[] {
  const calls = entriesOn(log, unit, code).map(({ versions, ...entry }) => {
    const { calledAt, facts } = callOf({ versions });
    return { ...entry, at: calledAt, order: versions[0].order, facts };
  });
  const statements = statementsOn(log, unit, code).map(({ act, facts, order, unknown }) => ({
    at: wholeMinute(act.at),
    order,
    facts,
    ...(unknown && { unknown }),
  }));
  return [...calls, ...statements].toSorted((one, other) => one.at - other.at || one.order - other.order);
}

/** The latest of each that was told; never the best. */
export function latestStay(log: HandoverLog, unit: string, code: string): StayFacts {
  const told = toldOfStay(log, unit, code).flatMap(({ facts, unknown = [] }) => [
    Object.fromEntries(unknown.map((part) => [part, undefined])),
    facts,
  ]);
  const latest: Readonly<Record<string, unknown>> = Object.assign({}, ...told);
  return Object.fromEntries(Object.entries(latest).filter(([, value]) => value !== undefined));
}

/** When an outage counts as going on: from its start until all clear, which is not in it (A25). */
export type OutageWindow = { readonly startedAt: number; readonly endedAt?: number };

/** Facts of the decision table as far as a unit's own log knows them; absent: it was logged, and not when. */
export type KnownStay = Partial<CaseFacts>;

/**
 * The five facts of a case for one unit, from its own log alone. Admitted and discharged hold only where their times
 * lie in the outage (of who was admitted before it, see A02); what was logged without its time is unknown, and so is
 * whether somebody discharged went home where nobody said. What was never logged is not so: no task is invented.
 */
export function knownStay(
  log: HandoverLog,
  [unit, code]: readonly [unit: string, code: string],
  window: OutageWindow,
): KnownStay {
  const stay = latestStay(log, unit, code);
  const items = loggedItems(log, unit, code);
  const isTold = toldAdmissionIn(log, [unit, code], window);
  const admitted = isAdmitted(stay, { isLogged: items.has('admission'), isTold }, window);
  const discharged = within(
    stay.dischargedAt,
    items.has('dischargeNotice') || items.has('actualDischarge'),
    window,
  );
  const wentHome = stay.wentHome ?? (discharged === false ? false : undefined);
  return {
    ...(admitted !== undefined && { admitted }),
    ...(discharged !== undefined && { discharged }),
    ...(wentHome !== undefined && { wentHome }),
    readyForDischarge: isReady(log, [unit, code], window),
    sipDateAgreed: stay.sipOn !== undefined || isSaid(log, [unit, code], 'sipSummons'),
  };
}

/**
 * Admitted during the outage; and before it, where the inskrivningsmeddelande had not been sent when it began (A02).
 * A ward that told of the admission during the outage is asked whether it had.
 */
function isAdmitted(
  { admissionNoticeSent: isSent, admittedAt }: StayFacts,
  { isLogged, isTold }: Admission,
  window: OutageWindow,
): boolean | undefined {
  const isUnsent = isSent === undefined ? undefined : !isSent;
  if (admittedAt === undefined) {
    return isUnsent ?? (isLogged ? undefined : false);
  }
  if (admittedAt >= window.startedAt) return isIn(admittedAt, window);
  return isUnsent ?? (isTold ? undefined : false);
}

/** Whether an admission is in the log at all, and whether the unit itself told of it during the outage. */
type Admission = { readonly isLogged: boolean; readonly isTold: boolean };

/** Whether a patient is known to have come before the outage began. */
export function isAdmittedBefore(
  { log, startedAt }: OutageWindow & { readonly log: HandoverLog },
  unit: string,
  code: string,
): boolean {
  const { admittedAt } = latestStay(log, unit, code);
  return admittedAt !== undefined && admittedAt < startedAt;
}

function toldAdmissionIn(
  log: HandoverLog,
  [unit, code]: readonly [string, string],
  window: OutageWindow,
): boolean {
  return entriesOn(log, unit, code).some((entry) => {
    const { calledAt, direction, items } = callOf(entry);
    return direction === 'given' && items.includes('admission') && isIn(calledAt, window);
  });
}

function within(at: number | undefined, isLogged: boolean, window: OutageWindow): boolean | undefined {
  if (at === undefined) return isLogged ? undefined : false;
  return isIn(at, window);
}

function isIn(at: number, { endedAt = Infinity, startedAt }: OutageWindow): boolean {
  return at >= startedAt && at < endedAt;
}

function loggedItems(log: HandoverLog, unit: string, code: string): ReadonlySet<HandoverItem> {
  return new Set(entriesOn(log, unit, code).flatMap((entry) => callOf(entry).items));
}

/** Whether somebody heard it: a date is agreed with whoever answers. */
function isSaid(log: HandoverLog, [unit, code]: readonly [string, string], item: HandoverItem): boolean {
  return entriesOn(log, unit, code).some((entry) => {
    const { items, outcome } = callOf(entry);
    return outcome !== 'no-answer' && items.includes(item);
  });
}

/** The last word on it, where it was said during the outage: a withdrawal takes it back. */
function isReady(log: HandoverLog, [unit, code]: readonly [string, string], window: OutageWindow): boolean {
  const said = entriesOn(log, unit, code)
    .filter((entry) => isIn(callOf(entry).calledAt, window))
    .flatMap((entry) => {
      const { calledAt, items } = callOf(entry);
      const { order } = entry.versions[0];
      // In one call the withdrawal is the newer word: nobody says it of what was not so.
      if (items.includes('readyForDischargeWithdrawn')) return [{ calledAt, order, isSo: false }];
      return items.includes('readyForDischarge') ? [{ calledAt, order, isSo: true }] : [];
    })
    .toSorted((one, other) => one.calledAt - other.calledAt || one.order - other.order);
  return said.at(-1)?.isSo ?? false;
}
