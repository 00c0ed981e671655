import type { Act } from '../../src/domain/act.ts';
import { evolveLog } from '../../src/domain/evolve-log.ts';
import type { Call, HandoverEvent, UnitKind } from '../../src/domain/handover-event.ts';
import { emptyLog, logOf } from '../../src/domain/handover-log.ts';
import type { Entry, HandoverLog } from '../../src/domain/handover-log.ts';
import { anAct, noon } from './build-outage.ts';

/** An event of a log, of one kind. */
export type LogEventOf<Kind> = Extract<HandoverEvent, { kind: Kind }>;

/** A code that is right. */
export const aCode = 'K7M-3F';

/** What a ward of the region is to others. */
export const wardKind: UnitKind = { careSetting: 'inpatient-somatic', organisation: 'region' };
/** What a unit of Ånge is to others. */
export const angeKind: UnitKind = { careSetting: 'municipality', organisation: 'ange' };

/** That somebody did something at a time. */
export const actAt = (instant: number, name = 'Anna'): Act =>
  anAct({ at: instant, by: { id: name.toLowerCase(), name } });

/** The ward told Lisa in Ånge of the discharge at noon, and she repeated it; another party has no municipality. */
export function aCall(overrides: Partial<Call> = {}): Call {
  const { party = 'municipality' } = overrides;
  return {
    code: aCode,
    direction: 'given',
    party,
    ...(party === 'municipality' && { municipality: 'ange' as const }),
    counterpart: 'Lisa, biståndshandläggare',
    items: ['dischargeNotice'],
    outcome: 'read-back',
    calledAt: noon,
    facts: {},
    ...overrides,
  };
}

/** The ward takes a code for a patient whom Ånge is to receive. */
export function opened(overrides: Partial<LogEventOf<'caseOpened'>> = {}): LogEventOf<'caseOpened'> {
  return {
    kind: 'caseOpened',
    act: anAct(),
    unit: 'ward',
    as: wardKind,
    code: aCode,
    receivers: { parties: ['municipality'], municipality: 'ange' },
    ...overrides,
  };
}

/** The ward logs a call, at the time of the call. */
export function recorded(
  entry: string,
  call: Partial<Call> = {},
  overrides: Partial<LogEventOf<'handoverRecorded'>> = {},
): LogEventOf<'handoverRecorded'> {
  const told = aCall(call);
  return {
    kind: 'handoverRecorded',
    act: actAt(told.calledAt),
    unit: 'ward',
    as: wardKind,
    entry,
    call: told,
    ...overrides,
  };
}

/** The unit of Ånge logs what it received from the ward: the short form, a minute after noon. */
export function acknowledged(
  entry: string,
  call: Partial<Call> = {},
  overrides: Partial<LogEventOf<'handoverRecorded'>> = {},
): LogEventOf<'handoverRecorded'> {
  const told = { outcome: 'given', counterpart: 'Anna', calledAt: noon + 60_000, ...call } as const;
  return recorded(
    entry,
    { ...told, direction: 'received', party: 'inpatient-ward' },
    { act: actAt(told.calledAt, 'Eva'), unit: 'ange', as: angeKind, ...overrides },
  );
}

/** A call is told anew, at the time of the call. */
export function corrected(
  entry: string,
  call: Partial<Call> = {},
  overrides: Partial<LogEventOf<'handoverCorrected'>> = {},
): LogEventOf<'handoverCorrected'> {
  const told = aCall(call);
  return {
    kind: 'handoverCorrected',
    act: actAt(told.calledAt),
    unit: 'ward',
    entry,
    call: told,
    reason: 'Fel klockslag',
    ...overrides,
  };
}

/** A call is taken back, at noon. */
export function withdrawn(
  entry: string,
  overrides: Partial<LogEventOf<'handoverWithdrawn'>> = {},
): LogEventOf<'handoverWithdrawn'> {
  return {
    kind: 'handoverWithdrawn',
    act: actAt(noon),
    unit: 'ward',
    entry,
    reason: 'Fel patient',
    ...overrides,
  };
}

/** The ward marks what it owes for the case as done, at noon. */
export function marked(
  tasks: LogEventOf<'tasksMarked'>['tasks'],
  overrides: Partial<LogEventOf<'tasksMarked'>> = {},
): LogEventOf<'tasksMarked'> {
  return {
    kind: 'tasksMarked',
    act: actAt(noon),
    unit: 'ward',
    code: aCode,
    tasks,
    mark: 'done',
    note: '',
    ...overrides,
  };
}

/** The log after these events, and nothing else. */
export const logAfter = (...events: readonly HandoverEvent[]): HandoverLog => evolveLog(emptyLog, events);

/** A call that must be in a unit's log. */
export function entryIn(log: HandoverLog, id: string, unit = 'ward'): Entry {
  const entry = logOf(log, unit).entries.get(id);
  if (entry === undefined) throw new Error(`No ${id} in the log of ${unit}`);
  return entry;
}
