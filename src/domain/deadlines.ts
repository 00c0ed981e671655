import { tz } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { callOf, entriesOn, laterCall } from './handover-log.ts';
import type { HandoverLog } from './handover-log.ts';
import { latestStay } from './stay-of-case.ts';
import { swedishDateOf, swedishTimeOf } from './swedish-time.ts';

const sweden = tz('Europe/Stockholm');

/** A time that the law sets, where what it runs from was told. */
export type Deadline =
  /** The inskrivningsmeddelande: within 24 hours of the admission (lag 2017:612, 2 kap. 3 §). */
  | { readonly kind: 'admission'; readonly at: number }
  /** Necessary information: the day of the discharge at the latest (3 kap. 2 §). `YYYY-MM-DD`. */
  | { readonly kind: 'discharge'; readonly on: string }
  /** The summons to the SIP: within three days of the word that the patient is ready (4 kap. 3 §). `YYYY-MM-DD`. */
  | { readonly kind: 'sip'; readonly on: string }
  /** When it was said that the patient is ready, to the minute, and whether before noon (5 kap. 4 §): a fact, no reckoning. */
  | {
      readonly kind: 'ready';
      readonly at: number;
      readonly isBeforeNoon: boolean;
      /** Who heard it; empty where the log has no name. */
      readonly receiver: string;
    };

const day = 24 * 3_600_000;

/** The times that run for a case, by a unit's own log alone; what was not told has none. */
export function deadlinesOf(log: HandoverLog, unit: string, code: string): readonly Deadline[] {
  const { admittedAt, dischargedAt } = latestStay(log, unit, code);
  return [
    ...(admittedAt === undefined ? [] : [{ kind: 'admission', at: admittedAt + day } as const]),
    ...(dischargedAt === undefined ? [] : [{ kind: 'discharge', on: swedishDateOf(dischargedAt) } as const]),
    ...readinessOf(log, unit, code),
  ];
}

/** Each time that somebody was told, and the days from the first; taken back, nothing runs. */
function readinessOf(log: HandoverLog, unit: string, code: string): readonly Deadline[] {
  const calls = entriesOn(log, unit, code)
    .filter((entry) => callOf(entry).outcome !== 'no-answer')
    .toSorted(laterCall)
    .map(callOf);
  const takenBack = calls.findLastIndex(({ items }) => items.includes('readyForDischargeWithdrawn'));
  const told = calls.slice(takenBack + 1).filter(({ items }) => items.includes('readyForDischarge'));
  const [first] = told;
  if (first === undefined) return [];
  return [
    ...told.map(({ calledAt, counterpart, direction }) => ({
      kind: 'ready' as const,
      at: calledAt,
      isBeforeNoon: isBeforeNoon(calledAt),
      receiver: direction === 'given' ? counterpart : '',
    })),
    { kind: 'sip', on: swedishDateOf(addDays(first.calledAt, 3, { in: sweden }).getTime()) },
  ];
}

/** "Before 12.00" by Swedish clocks. */
function isBeforeNoon(instant: number): boolean {
  return Number(hourOf(instant)) < 12;
}

const hourOf = (instant: number): string => swedishTimeOf(instant).slice(0, 2);
