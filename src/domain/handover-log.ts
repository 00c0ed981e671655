import type { Act } from './act.ts';
import type { Call, ReceiverList, StayFacts, StayPart, UnitKind } from './handover-event.ts';
import type { HandoverParty, Level, Municipality, ReregistrationTask } from './ids.ts';
import { kept } from './kept.ts';
import { LargeMap } from './large-map.ts';
import type { CaseFacts } from './reregistration.ts';

/** What a call was told as, and by whom; `order` counts what is logged in the outage, from 1. */
export type CallVersion = {
  readonly call: Call;
  readonly act: Act;
  readonly order: number;
  /** Why it was corrected; absent of the first. */
  readonly reason?: string;
  readonly isUnverified?: true;
};

/** A call in a unit's log, with all that it has been told as. */
export type Entry = {
  readonly id: string;
  readonly unit: string;
  readonly as: UnitKind;
  /** First as it was recorded, last as it stands. */
  readonly versions: readonly [CallVersion, ...CallVersion[]];
  readonly withdrawn?: {
    readonly act: Act;
    readonly order: number;
    readonly reason: string;
    readonly isUnverified?: true;
  };
};

/** A patient, by the code that stands for one within an outage. */
export type Case = {
  readonly code: string;
  /** The unit that opened it, and what it was then. */
  readonly owner: string;
  readonly as: UnitKind;
  readonly opened: Act;
  /** Absent: nobody has stated them. The last is what holds. */
  readonly receivers?: ReceiverList;
  /** As they were stated, one after the other. */
  readonly statements: readonly {
    readonly act: Act;
    readonly receivers: ReceiverList;
    readonly reason: string;
    readonly isUnverified?: true;
  }[];
};

/** What is known of a stay outside the calls. */
export type FactStatement = {
  readonly act: Act;
  readonly order: number;
  readonly as: UnitKind;
  readonly facts: StayFacts;
  /** What was told before, and is not known after all. */
  readonly unknown?: readonly StayPart[];
  readonly isUnverified?: true;
};

/** What became of a task, and at which level it was owed then. */
export type Mark = {
  readonly kind: 'done' | 'dismissed';
  readonly act: Act;
  readonly level: Level;
  /** `ask`: what was not known then. */
  readonly asks?: readonly (keyof CaseFacts)[];
  readonly note: string;
  readonly isUnverified?: true;
};

/**
 * One unit's log of an outage. Another object whenever anything changes on a code that it has to do with, whoever
 * wrote it: what is derived from its codes may be kept by it (`kept.ts`).
 */
export type UnitLog = {
  readonly unit: string;
  /** By id, in the order they were recorded. */
  readonly entries: LargeMap<string, Entry>;
  /** By code: the calls that stand or ever stood on it; none yet of a case that the unit has only opened. */
  readonly byCode: LargeMap<string, readonly string[]>;
  /** By code, in the order they were told. */
  readonly statements: LargeMap<string, readonly FactStatement[]>;
  /** By `markKey`. */
  readonly marks: LargeMap<string, Mark>;
  /** By `markKey`: who took the last mark back. */
  readonly reopened: LargeMap<string, Act>;
  /** By form id: what was logged under it. */
  readonly forms: LargeMap<string, Act>;
};

/**
 * The units that have, or had, a call on a code, or have told of the stay. Another object whenever anything changes on
 * the code: what is derived from it may be kept by it (`kept.ts`).
 */
export type Involved = { readonly units: readonly string[] };

/** All that the units have logged in an outage: a fold of its stream. */
export type HandoverLog = {
  readonly units: ReadonlyMap<string, UnitLog>;
  /** By code. */
  readonly cases: LargeMap<string, Case>;
  /** By code. */
  readonly involved: LargeMap<string, Involved>;
  /** By entry: the last calls to somebody about a case that nobody answered. */
  readonly unanswered: LargeMap<string, Entry>;
  /** Of those, the ones that nobody has been asked to try again. */
  readonly retries: LargeMap<string, Entry>;
  readonly lastOrder: number;
};

/** Nothing is logged. */
export const emptyLog: HandoverLog = {
  units: new Map(),
  cases: new LargeMap(),
  involved: new LargeMap(),
  unanswered: new LargeMap(),
  retries: new LargeMap(),
  lastOrder: 0,
};

/** Where a mark is found; without a code of what the unit owes once. */
export function markKey(task: ReregistrationTask, code = ''): string {
  return `${code}:${task}`;
}

/** A call as it stands. */
export function callOf({ versions }: Pick<Entry, 'versions'>): Call {
  return lastVersion({ versions }).call;
}

/** What a call was told as last. */
export function lastVersion({ versions }: Pick<Entry, 'versions'>): CallVersion {
  return versions.at(-1) ?? versions[0];
}

/** A unit's log; an empty one where it has none. */
export function logOf({ units }: HandoverLog, unit: string): UnitLog {
  return (
    units.get(unit) ?? {
      unit,
      entries: new LargeMap(),
      byCode: new LargeMap(),
      statements: new LargeMap(),
      marks: new LargeMap(),
      reopened: new LargeMap(),
      forms: new LargeMap(),
    }
  );
}

/** The calls of a unit that stand or ever stood on a code, withdrawn ones too, in the order they came to it. */
export function everOn(log: HandoverLog, unit: string, code: string): readonly Entry[] {
  const { byCode, entries } = logOf(log, unit);
  return (byCode.get(code) ?? []).flatMap((id) => entries.get(id) ?? []);
}

/** What stands in a unit's log on a code, withdrawn calls left out, in the order they came to it. */
export function entriesOn(log: HandoverLog, unit: string, code: string): readonly Entry[] {
  return everOn(log, unit, code).filter(
    (entry) => entry.withdrawn === undefined && callOf(entry).code === code,
  );
}

/** What a unit has told of a stay outside its calls, in the order that it was told. */
export function statementsOn(log: HandoverLog, unit: string, code: string): readonly FactStatement[] {
  return logOf(log, unit).statements.get(code) ?? [];
}

/** Whether a unit has a call that stands on a code, or has told of the stay. */
export function isLogged(log: HandoverLog, unit: string, code: string): boolean {
  return entriesOn(log, unit, code).length > 0 || statementsOn(log, unit, code).length > 0;
}

/** The units that have logged something on a code, withdrawn or not. */
export function unitsOn({ involved }: HandoverLog, code: string): readonly string[] {
  return involved.get(code)?.units ?? [];
}

/** What stands in a unit's log: all but what was withdrawn. */
export const standing = kept(({ entries }: UnitLog): readonly Entry[] =>
  [...entries.values()].filter(({ withdrawn }) => withdrawn === undefined),
);

/** When the earliest call that stands was made; undefined where none does. */
export function firstCalledAt({ units }: HandoverLog): number | undefined {
  const first = units.values().reduce((earliest, log) => Math.min(earliest, firstOf(log)), Infinity);
  return first === Infinity ? undefined : first;
}

const firstOf = kept((log: UnitLog): number =>
  standing(log).reduce((earliest, entry) => Math.min(earliest, callOf(entry).calledAt), Infinity),
);

/** Which of two calls was later: by when they were made, then by when they were first recorded. */
export function laterCall(one: Entry, other: Entry): number {
  return callOf(one).calledAt - callOf(other).calledAt || one.versions[0].order - other.versions[0].order;
}

/** The other side of a call: for a municipality, which. */
export type Counterparty = { readonly party: HandoverParty; readonly municipality?: Municipality };

/** Whether two are the same side: of municipalities, the same one. */
export function isSameParty(one: Counterparty, other: Counterparty): boolean {
  if (one.party !== other.party) return false;
  return one.party !== 'municipality' || one.municipality === other.municipality;
}
