import { callOf, entriesOn, everOn, laterCall, statementsOn } from './handover-log.ts';
import type { Case, Entry, HandoverLog } from './handover-log.ts';
import type { HandoverItem } from './ids.ts';
import { wholeMinute } from './swedish-time.ts';

/** What makes earlier confirmations stale, in a way that the receiver has to be told of. */
export type NewsKind = 'date-changed' | 'readiness-withdrawn' | 'first-discharge' | 'discharge-changed';

/** That something changed: `at` is when it was told, or corrected; of what was told at the same time, by `order`. */
export type News = {
  readonly kind: NewsKind;
  readonly at: number;
  readonly order: number;
  /** The call whose correction it is. */
  readonly corrects?: string;
};

/** Which confirmations no longer hold after each. The first actual date follows from that one can receive. */
const staleAfter: Readonly<Record<NewsKind, readonly HandoverItem[]>> = {
  'date-changed': [
    'expectedDischarge',
    'expectedDischargeChanged',
    'actualDischarge',
    'dischargeNotice',
    'canReceive',
  ],
  'readiness-withdrawn': [
    'readyForDischarge',
    'readyForDischargeWithdrawn',
    'actualDischarge',
    'dischargeNotice',
    'canReceive',
  ],
  'first-discharge': ['dischargeNotice'],
  'discharge-changed': ['actualDischarge', 'dischargeNotice', 'canReceive'],
};

/** Whether news makes what was confirmed of an item stale. */
export function concerns({ kind }: News, item: HandoverItem): boolean {
  return staleAfter[kind].includes(item);
}

/**
 * What changed in a case, by its owner's log: a date that was changed or withdrawn, another actual discharge. What is
 * told to one receiver after the other is news each time, unless it is said to be the same (`isSameAsBefore`) or the
 * discharge has the same time: nobody guesses that it is (design.md §3). What nobody answered is news all the same.
 */
export function newsOfCase(log: HandoverLog, { code, owner }: Pick<Case, 'code' | 'owner'>): readonly News[] {
  const calls = entriesOn(log, owner, code).toSorted(laterCall);
  return [
    ...saidAgain(calls, 'expectedDischargeChanged', 'date-changed'),
    ...saidAgain(calls, 'readyForDischargeWithdrawn', 'readiness-withdrawn'),
    ...dischargeNews(log, { code, owner }, calls),
    ...correctionNews(log, { code, owner }),
  ];
}

/** Nothing is the same as before where nothing was told before. */
function saidAgain(calls: readonly Entry[], item: HandoverItem, kind: NewsKind): readonly News[] {
  return calls
    .filter((entry) => isGiven(entry, item))
    .flatMap((entry, index): readonly News[] => {
      const { calledAt, isSameAsBefore } = callOf(entry);
      if (isSameAsBefore === true && index > 0) return [];
      return [{ kind, at: calledAt, order: entry.versions[0].order }];
    });
}

function isGiven(entry: Entry, item: HandoverItem): boolean {
  const { direction, items } = callOf(entry);
  return direction === 'given' && items.includes(item);
}

type Discharge = {
  readonly at: number;
  readonly order: number;
  /** Absent: it was told, and nobody noted the time. */
  readonly dischargedAt?: number;
  readonly isSame: boolean;
};

function dischargeNews(
  log: HandoverLog,
  { code, owner }: Pick<Case, 'code' | 'owner'>,
  calls: readonly Entry[],
): readonly News[] {
  const told = calls.flatMap((entry): readonly Discharge[] => {
    const { calledAt: at, facts, isSameAsBefore } = callOf(entry);
    const { dischargedAt } = facts;
    if (!isGiven(entry, 'actualDischarge') && dischargedAt === undefined) return [];
    const { order } = entry.versions[0];
    return [
      { at, order, isSame: isSameAsBefore === true, ...(dischargedAt !== undefined && { dischargedAt }) },
    ];
  });
  const stated = statementsOn(log, owner, code).flatMap(
    ({ act, facts: { dischargedAt }, order, unknown }): readonly Discharge[] => {
      const isTakenBack = unknown?.includes('dischargedAt') === true;
      if (dischargedAt === undefined && !isTakenBack) return [];
      return [
        {
          at: wholeMinute(act.at),
          order,
          isSame: false,
          ...(dischargedAt !== undefined && { dischargedAt }),
        },
      ];
    },
  );
  return newsIn([...told, ...stated].toSorted((one, other) => one.at - other.at || one.order - other.order));
}

/** The date that holds is followed: one that took its place and whose time nobody noted is known by no other time. */
function newsIn(discharges: readonly Discharge[]): readonly News[] {
  const news: News[] = [];
  let known: number | undefined;
  for (const [index, discharge] of discharges.entries()) {
    const { at, dischargedAt, order } = discharge;
    const isKnown = isThe(discharge, known);
    if (index === 0) news.push({ kind: 'first-discharge', at, order });
    else if (!isKnown) news.push({ kind: 'discharge-changed', at, order });
    known = dischargedAt ?? (isKnown ? known : undefined);
  }
  return news;
}

/** Whether it is the date that holds already: by its time, else by the word of whoever told it. */
function isThe({ dischargedAt, isSame }: Discharge, known: number | undefined): boolean {
  if (dischargedAt === undefined || known === undefined) return isSame;
  return dischargedAt === known;
}

/** A correction that changes what the discharge is, or takes away a change that was told: from when it was made. */
function correctionNews(log: HandoverLog, { code, owner }: Pick<Case, 'code' | 'owner'>): readonly News[] {
  return everOn(log, owner, code).flatMap((entry) => {
    const ofCase = entry.versions.some(({ call }) => call.code === code);
    if (!ofCase) return [];
    const corrected = entry.versions.flatMap(({ act, call, order }, index): readonly News[] => {
      const before = entry.versions[index - 1]?.call;
      if (before === undefined || saysSame(before, call)) return [];
      return [{ kind: 'discharge-changed', at: wholeMinute(act.at), order, corrects: entry.id }];
    });
    const { withdrawn } = entry;
    const toldOfIt = saysOfDischarge(callOf(entry));
    return withdrawn === undefined || !toldOfIt
      ? corrected
      : [
          ...corrected,
          { kind: 'discharge-changed', at: wholeMinute(withdrawn.act.at), order: withdrawn.order },
        ];
  });
}

type Told = ReturnType<typeof callOf>;
const changing: readonly HandoverItem[] = [
  'expectedDischargeChanged',
  'readyForDischargeWithdrawn',
  'actualDischarge',
];

/** Whether a correction leaves what is told of the discharge as it was: what, when, and on which code. */
function saysSame(one: Told, other: Told): boolean {
  if (!saysOfDischarge(one) && !saysOfDischarge(other)) return true;
  return (
    one.code === other.code &&
    one.calledAt === other.calledAt &&
    one.isSameAsBefore === other.isSameAsBefore &&
    one.facts.dischargedAt === other.facts.dischargedAt &&
    changing.every((item) => tells(one, item) === tells(other, item))
  );
}

function saysOfDischarge(call: Told): boolean {
  return call.facts.dischargedAt !== undefined || changing.some((item) => tells(call, item));
}

function tells({ direction, items }: Told, item: HandoverItem): boolean {
  return direction === 'given' && items.includes(item);
}
