import type { Terms } from './outage-event.ts';
import type { FieldFault, Refusal, RefusedField } from './refusal.ts';

/** The longest message or reason, in UTF-16 units: what a card shows without being cut. */
const longestText = 1000;

/** The furthest that a time may lie from now, in milliseconds: 366 days. */
const furthest = 366 * 86_400_000;

type StartAsked = {
  readonly startedAt: number;
  /** It may lie ahead: of a plan. */
  readonly isPlan: boolean;
  /** When the real outage before was over; absent: there was none, or it does not matter. */
  readonly lastEnd?: number | undefined;
};

type TermsAsked = {
  readonly startedAt: number;
  readonly terms: Terms;
  /** What was true before; absent: all is new. */
  readonly before?: Terms;
};

/** A fault of one field where the condition holds. */
export function faultIf(isFault: boolean, field: RefusedField, fault: FieldFault): readonly Refusal[] {
  return isFault ? [{ kind: 'field', field, fault }] : [];
}

/** What is wrong with a message or reason; a reason that is needed must say something. */
export function textFaults(
  field: 'message' | 'reason' | 'note',
  text: string,
  isNeeded = false,
): readonly Refusal[] {
  return [
    ...faultIf(isNeeded && text.trim() === '', field, 'missing'),
    ...faultIf(text.length > longestText, field, 'too-long'),
  ];
}

/** What is wrong with an instant that must lie between the outage's start and now. */
export function pastFaults(
  field: 'restoredAt' | 'endedAt',
  instant: number,
  { now, startedAt }: { readonly now: number; readonly startedAt: number },
): readonly Refusal[] {
  if (instant > now) return faultIf(true, field, 'in-future');
  return faultIf(instant < startedAt, field, 'before-start');
}

/** What is wrong with a start that is new. */
export function startFaults(
  { isPlan, lastEnd = -Infinity, startedAt }: StartAsked,
  now: number,
): readonly Refusal[] {
  if (isTooFar(startedAt, now)) return faultIf(true, 'startedAt', 'too-far');
  if (startedAt > now) return faultIf(!isPlan, 'startedAt', 'in-future');
  return faultIf(startedAt < lastEnd, 'startedAt', 'before-last-end');
}

/** What is wrong with terms. A time that has passed since it was set is no fault until it is changed. */
export function termsFaults({ before, startedAt, terms }: TermsAsked, now: number): readonly Refusal[] {
  return [
    ...endFaults({ startedAt, terms, ...(before && { before }) }, now),
    ...toComeFaults('nextUpdateAt', [terms.nextUpdateAt, before?.nextUpdateAt], now),
    ...textFaults('message', terms.message),
  ];
}

function endFaults({ before, startedAt, terms }: TermsAsked, now: number): readonly Refusal[] {
  const { expectedEndAt } = terms;
  if (expectedEndAt === undefined) return [];
  const faults = toComeFaults('expectedEndAt', [expectedEndAt, before?.expectedEndAt], now);
  if (faults.length > 0) return faults;
  return faultIf(expectedEndAt <= startedAt, 'expectedEndAt', 'before-start');
}

function toComeFaults(
  field: 'expectedEndAt' | 'nextUpdateAt',
  [instant, before]: readonly [number | undefined, number | undefined],
  now: number,
): readonly Refusal[] {
  if (instant === undefined || instant === before) return [];
  if (isTooFar(instant, now)) return faultIf(true, field, 'too-far');
  return faultIf(instant <= now, field, 'in-past');
}

/** Whether a time lies more than a year from now. */
export function isTooFar(instant: number, now: number): boolean {
  return Math.abs(instant - now) > furthest;
}
