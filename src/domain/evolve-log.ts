import type { Act } from './act.ts';
import type { Call, HandoverEvent } from './handover-event.ts';
import { callOf, isSameParty, laterCall, logOf, markKey } from './handover-log.ts';
import type {
  Case,
  CallVersion,
  Entry,
  FactStatement,
  HandoverLog,
  Involved,
  Mark,
  UnitLog,
} from './handover-log.ts';
import type { LargeMapDraft } from './large-map.ts';
import { retryKey } from './retries.ts';
import { unreachable } from './unreachable.ts';

/** A unit's log that is being folded: what is not written to is not copied. */
type UnitDraft = {
  readonly unit: string;
  readonly entries: LargeMapDraft<string, Entry>;
  readonly byCode: LargeMapDraft<string, readonly string[]>;
  readonly marks: LargeMapDraft<string, Mark>;
  readonly reopened: LargeMapDraft<string, Act>;
  readonly forms: LargeMapDraft<string, Act>;
  readonly statements: LargeMapDraft<string, readonly FactStatement[]>;
};

type Draft = {
  readonly log: HandoverLog;
  readonly units: Map<string, UnitDraft>;
  readonly cases: LargeMapDraft<string, Case>;
  readonly involved: LargeMapDraft<string, Involved>;
  readonly unanswered: LargeMapDraft<string, Entry>;
  readonly retries: LargeMapDraft<string, Entry>;
  readonly saidKeys: SaidKeys;
  /** The codes on which something has changed. */
  readonly touched: Set<string>;
  order: number;
};

type EventOf<Kind extends HandoverEvent['kind']> = Extract<HandoverEvent, { kind: Kind }>;

/** What the clock has caused, by key. */
type SaidKeys = { readonly has: (key: string) => boolean };

/** The log after a batch of its events, and what was said by then; the one given stays as it is. */
export function evolveLog(
  log: HandoverLog,
  events: readonly HandoverEvent[],
  saidKeys: SaidKeys = new Set(),
): HandoverLog {
  if (events.length === 0) return log;
  const draft: Draft = {
    log,
    units: new Map(),
    cases: log.cases.draft(),
    involved: log.involved.draft(),
    unanswered: log.unanswered.draft(),
    retries: log.retries.draft(),
    saidKeys,
    touched: new Set(),
    order: log.lastOrder,
  };
  for (const event of events) apply(draft, event);
  return {
    units: unitsAfter(draft),
    cases: draft.cases.done(),
    involved: draft.involved.done(),
    unanswered: draft.unanswered.done(),
    retries: draft.retries.done(),
    lastOrder: draft.order,
  };
}

/** Those that wrote, and those that have to do with a code on which something changed. */
function unitsAfter(draft: Draft): HandoverLog['units'] {
  const { log, touched, units } = draft;
  if (units.size === 0) return log.units;
  const after = new Map(log.units);
  for (const [id, unit] of units) after.set(id, finished(unit));
  for (const code of touched) {
    for (const id of renewed(draft, code).units) {
      const beside = units.has(id) ? undefined : after.get(id);
      if (beside !== undefined) after.set(id, { ...beside });
    }
  }
  return after;
}

/** What was made within the batch is another object already. */
function renewed({ involved, log }: Draft, code: string): Involved {
  const those = involved.get(code);
  if (those !== undefined && those !== log.involved.get(code)) return those;
  const made: Involved = { units: those?.units ?? [] };
  involved.set(code, made);
  return made;
}

function apply(draft: Draft, event: HandoverEvent): void {
  // That somebody read is kept in the record alone.
  if (event.kind === 'logRead') return;
  draft.order += 1;
  const unit = unitDraft(draft, event.unit);
  unit.forms.set(event.act.form.id, event.act);
  switch (event.kind) {
    case 'caseOpened':
      return openCase(draft, unit, event);
    case 'receiversStated':
      return stateReceivers(draft, event);
    case 'handoverRecorded':
      return record(draft, unit, event);
    case 'handoverCorrected':
      return correct(draft, unit, event);
    case 'handoverWithdrawn':
      return withdraw(draft, unit, event);
    case 'factsStated':
      return state(draft, unit, event);
    case 'tasksMarked':
      return mark(draft, unit, event);
    default:
      return unreachable(event);
  }
}

function unitDraft(draft: Draft, id: string): UnitDraft {
  const known = draft.units.get(id);
  if (known !== undefined) return known;
  const { byCode, entries, forms, marks, reopened, statements, unit } = logOf(draft.log, id);
  const made = {
    unit,
    entries: entries.draft(),
    byCode: byCode.draft(),
    marks: marks.draft(),
    reopened: reopened.draft(),
    forms: forms.draft(),
    statements: statements.draft(),
  };
  draft.units.set(id, made);
  return made;
}

function finished({ byCode, entries, forms, marks, reopened, statements, unit }: UnitDraft): UnitLog {
  return {
    unit,
    entries: entries.done(),
    statements: statements.done(),
    byCode: byCode.done(),
    marks: marks.done(),
    reopened: reopened.done(),
    forms: forms.done(),
  };
}

function openCase({ cases, touched }: Draft, { byCode }: UnitDraft, event: EventOf<'caseOpened'>): void {
  const { act, as, code, isUnverified, receivers, unit } = event;
  const stated = receivers && {
    receivers,
    statements: [{ act, receivers, reason: '', ...(isUnverified && { isUnverified }) }],
  };
  cases.set(code, { code, owner: unit, as, opened: act, statements: [], ...stated });
  if (!byCode.has(code)) byCode.set(code, []);
  touched.add(code);
}

function stateReceivers(
  { cases, touched }: Draft,
  { act, code, isUnverified, reason, receivers }: EventOf<'receiversStated'>,
): void {
  const known = cases.get(code);
  if (known === undefined) return;
  cases.set(code, {
    ...known,
    receivers,
    statements: [...known.statements, { act, receivers, reason, ...(isUnverified && { isUnverified }) }],
  });
  touched.add(code);
}

function record(draft: Draft, own: UnitDraft, event: EventOf<'handoverRecorded'>): void {
  const { as, entry: id, unit } = event;
  const entry: Entry = { id, unit, as, versions: [versionOf(event, draft.order)] };
  own.entries.set(id, entry);
  index(draft, own, entry);
}

function state(draft: Draft, own: UnitDraft, event: EventOf<'factsStated'>): void {
  const { act, as, code, facts, isUnverified, unknown } = event;
  const marks = { ...(unknown && { unknown }), ...(isUnverified && { isUnverified }) };
  const statement = { act, order: draft.order, as, facts, ...marks };
  own.statements.set(code, [...(own.statements.get(code) ?? []), statement]);
  involve(draft, own, code);
}

function involve({ involved, touched }: Draft, { unit }: UnitDraft, code: string): void {
  touched.add(code);
  const { units } = involved.get(code) ?? { units: [] };
  if (!units.includes(unit)) involved.set(code, { units: [...units, unit] });
}

/** A call that is moved bears on the code that it left as well. */
function index(draft: Draft, own: UnitDraft, entry: Entry): void {
  const { code } = callOf(entry);
  const ids = own.byCode.get(code) ?? [];
  if (!ids.includes(entry.id)) own.byCode.set(code, [...ids, entry.id]);
  involve(draft, own, code);
  for (const { call } of entry.versions) settle(draft, own, call);
}

/** Of a unit's calls with one side about a case, the last one waits to be tried again where nobody answered it. */
function settle(draft: Draft, own: UnitDraft, call: Call): void {
  const { code } = call;
  draft.touched.add(code);
  const those = sameSideOn(own, call);
  const last = lastStandingOn(code, those);
  for (const entry of those) {
    if (entry === last && callOf(entry).outcome === 'no-answer') wait(draft, entry);
    // One that was moved waits on its new code, or not.
    else if (callOf(entry).code === code) waitNoMore(draft, entry);
  }
}

/** A unit's calls that stand or ever stood on a call's code, with the same side as that one. */
function sameSideOn({ byCode, entries }: UnitDraft, call: Call): readonly Entry[] {
  const those: Entry[] = [];
  for (const id of byCode.get(call.code) ?? []) {
    const entry = entries.get(id);
    if (entry !== undefined && isSameParty(callOf(entry), call)) those.push(entry);
  }
  return those;
}

function lastStandingOn(code: string, entries: readonly Entry[]): Entry | undefined {
  let last: Entry | undefined;
  for (const entry of entries) {
    const isLater = last === undefined || laterCall(entry, last) > 0;
    if (isLater && isStandingOn(entry, code)) last = entry;
  }
  return last;
}

function wait({ retries, saidKeys, unanswered }: Draft, entry: Entry): void {
  unanswered.set(entry.id, entry);
  if (!saidKeys.has(retryKey(entry))) retries.set(entry.id, entry);
}

function waitNoMore({ retries, unanswered }: Draft, { id }: Entry): void {
  if (!unanswered.has(id)) return;
  unanswered.delete(id);
  retries.delete(id);
}

function isStandingOn(entry: Entry, code: string): boolean {
  return entry.withdrawn === undefined && callOf(entry).code === code;
}

function correct(draft: Draft, own: UnitDraft, event: EventOf<'handoverCorrected'>): void {
  const known = own.entries.get(event.entry);
  if (known === undefined) return;
  const version = { ...versionOf(event, draft.order), reason: event.reason };
  const entry: Entry = { ...known, versions: [...known.versions, version] };
  own.entries.set(known.id, entry);
  index(draft, own, entry);
}

function versionOf(
  { act, call, isUnverified }: EventOf<'handoverRecorded' | 'handoverCorrected'>,
  order: number,
): CallVersion {
  return { act, call, order, ...(isUnverified && { isUnverified }) };
}

function withdraw(draft: Draft, own: UnitDraft, event: EventOf<'handoverWithdrawn'>): void {
  const known = own.entries.get(event.entry);
  if (known === undefined) return;
  const { act, isUnverified, reason } = event;
  const withdrawn = { act, reason, order: draft.order, ...(isUnverified && { isUnverified }) };
  own.entries.set(known.id, { ...known, withdrawn });
  settle(draft, own, callOf(known));
  for (const { call } of known.versions) draft.touched.add(call.code);
}

function mark({ touched }: Draft, { marks, reopened }: UnitDraft, event: EventOf<'tasksMarked'>): void {
  const { act, code, isUnverified, mark: kind, note, tasks } = event;
  if (code !== undefined) touched.add(code);
  for (const { asks, level, task } of tasks) {
    const key = markKey(task, code);
    if (kind === 'open') reopened.set(key, act);
    if (kind === 'open') marks.delete(key);
    else
      marks.set(key, {
        kind,
        act,
        level,
        note,
        ...(asks && { asks }),
        ...(isUnverified && { isUnverified }),
      });
  }
}
