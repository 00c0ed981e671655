import type { Terms } from './outage-event.ts';
import type { FieldFault, Refusal, RefusedField } from './refusal.ts';

/** The longest message or reason, in UTF-16 units: what a card shows without being cut. */
const longestText = 1000;

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
export function textFaults(field: 'message' | 'reason', text: string, isNeeded = false): readonly Refusal[] {
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

/** What is wrong with terms. A time that has passed since it was set is no fault until it is changed. */
export function termsFaults({ before, startedAt, terms }: TermsAsked, now: number): readonly Refusal[] {
  return [
    ...endFaults({ startedAt, terms, ...(before && { before }) }, now),
    ...faultIf(isNewAndPast(terms.nextUpdateAt, before?.nextUpdateAt, now), 'nextUpdateAt', 'in-past'),
    ...textFaults('message', terms.message),
  ];
}

function endFaults({ before, startedAt, terms }: TermsAsked, now: number): readonly Refusal[] {
  const { expectedEndAt } = terms;
  if (expectedEndAt === undefined) return [];
  if (isNewAndPast(expectedEndAt, before?.expectedEndAt, now)) {
    return faultIf(true, 'expectedEndAt', 'in-past');
  }
  return faultIf(expectedEndAt <= startedAt, 'expectedEndAt', 'before-start');
}

function isNewAndPast(instant: number | undefined, before: number | undefined, now: number): boolean {
  return instant !== undefined && instant !== before && instant <= now;
}
