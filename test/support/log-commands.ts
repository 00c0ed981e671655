import type { Call, ReceiverList, StayFacts } from '../../src/domain/handover-event.ts';
import { newCaseCode } from '../../src/domain/case-code.ts';
import type { Decision, World } from '../../src/domain/decision.ts';
import { decideLog } from '../../src/domain/decide-log.ts';
import { dischargeGate } from '../../src/domain/discharge-gate.ts';
import type { Case, Counterparty, HandoverLog } from '../../src/domain/handover-log.ts';
import type { HandoverItem } from '../../src/domain/ids.ts';
import type { LogCommand, LogUnit } from '../../src/domain/log-command.ts';
import type { Outage } from '../../src/domain/outage.ts';
import { actAt } from './build-log.ts';
import { aDirectory, aUnit, aWorld, carriedOut, hour, minute, noon, writesOf } from './build-outage.ts';
import { afterCommand } from './build-outage.ts';
import { declare, end } from './outage-commands.ts';

/** A ward of the region: Medicin. */
export const ward: LogUnit = { id: 'ward', careSetting: 'inpatient-somatic', organisation: 'region' };
/** A psychiatric ward of the region. */
export const otherWard: LogUnit = {
  id: 'ward2',
  careSetting: 'inpatient-psychiatric',
  organisation: 'region',
};
/** The care managers of Ånge. */
export const ange: LogUnit = { id: 'ange', careSetting: 'municipality', organisation: 'ange' };
/** The care managers of Timrå. */
export const timra: LogUnit = { id: 'timra', careSetting: 'municipality', organisation: 'timra' };
/** A health centre. */
export const centre: LogUnit = { id: 'centre', careSetting: 'primary-care', organisation: 'region' };
/** A psychiatric clinic. */
export const clinic: LogUnit = {
  id: 'clinic',
  careSetting: 'psychiatric-outpatient',
  organisation: 'region',
};
/** All of them. */
export const logUnits: readonly LogUnit[] = [ward, otherWard, ange, timra, centre, clinic];

/** Ånge, as the other side of a call. */
export const toAnge = { party: 'municipality', municipality: 'ange' } as const satisfies Counterparty;
/** Timrå, as the other side of a call. */
export const toTimra = { party: 'municipality', municipality: 'timra' } as const satisfies Counterparty;
/** A health centre, as the other side of a call. */
export const toCentre = { party: 'primary-care' } as const satisfies Counterparty;
/** A psychiatric clinic, as the other side of a call. */
export const toClinic = { party: 'psychiatric-outpatient' } as const satisfies Counterparty;
/** A ward, as the other side of a call. */
export const toWard = { party: 'inpatient-ward' } as const satisfies Counterparty;

/** Ånge and the health centre are to receive. */
export const angeAndCentre: ReceiverList = {
  parties: ['municipality', 'primary-care'],
  municipality: 'ange',
};

/** Minutes past noon, as an instant. */
export const past = (minutes: number): number => noon + minutes * minute;

/** The code of the first case, and of others where their commands ask for it. */
export const caseA = newCaseCode('0', () => false);
/** A command whose `newCode` is '1' gets it. */
export const caseB = newCaseCode('1', () => false);
/** A code that nobody has. */
export const noCase = newCaseCode('ffff', () => false);

/** What somebody wants, and when. */
export type Wish = { readonly now: number; readonly command: LogCommand };
/** A command of one kind. */
export type LogCommandOf<Kind> = Extract<LogCommand, { kind: Kind }>;

let lastEntry = 0;
const newEntry = (): string => `entry-${(lastEntry += 1)}`;
const acting = (unit: LogUnit, now: number) => ({ act: actAt(now), unit, isUnverified: false });

/** A call that a unit logs when it is made: on the first case unless said otherwise. */
export function rings(
  unit: LogUnit,
  now: number,
  call: Partial<Call> & Counterparty,
  more: Partial<LogCommandOf<'record'>> = {},
): Wish {
  const told: Call = {
    code: caseA,
    direction: 'given',
    counterpart: 'Lisa, biståndshandläggare',
    items: ['dischargeNotice'],
    outcome: 'read-back',
    calledAt: now,
    facts: {},
    ...call,
  };
  const ids = { newOutage: 'o2', newEntry: newEntry(), newCode: '0' };
  return { now, command: { kind: 'record', ...acting(unit, now), ...ids, call: told, ...more } };
}

/** The first call on a new case. */
export const opens = (
  unit: LogUnit,
  now: number,
  call: Partial<Call> & Counterparty,
  more: Partial<LogCommandOf<'record'>> = {},
): Wish => rings(unit, now, { ...call, code: '' }, more);

/** A call that a unit got. */
export const hears = (
  unit: LogUnit,
  now: number,
  call: Partial<Call> & Counterparty,
  more: Partial<LogCommandOf<'record'>> = {},
): Wish => rings(unit, now, { outcome: 'given', ...call, direction: 'received' }, more);

/** Ånge can receive: the ward logs that it was told so. */
export const canReceive = (now: number, call: Partial<Call> = {}): Wish =>
  hears(ward, now, { ...toAnge, items: ['canReceive'], ...call });

/** A unit ticks what it was told. */
export const acknowledges = (
  unit: LogUnit,
  now: number,
  items: readonly HandoverItem[] = ['dischargeNotice'],
  more: Partial<LogCommandOf<'acknowledge'>> = {},
): Wish => ({
  now,
  command: {
    kind: 'acknowledge',
    ...acting(unit, now),
    newEntry: newEntry(),
    code: caseA,
    items,
    ...more,
  },
});

/** A call that was told already is told anew; what is not named stays as in the wish that logged it. */
export function corrects(
  wish: Wish,
  now: number,
  call: Partial<Call>,
  more: Partial<LogCommandOf<'correct'>> = {},
): Wish {
  const { command } = wish;
  if (command.kind !== 'record') throw new Error('That was no call');
  const told = { ...command.call, code: command.call.code === '' ? caseA : command.call.code };
  const ids = { outage: 'o1', entry: command.newEntry, reason: 'Fel i loggen' };
  const changed = { ...told, ...call };
  return {
    now,
    command: { kind: 'correct', ...acting(command.unit, now), ...ids, call: changed, ...more },
  };
}

/** A call, or what was ticked, is taken back. */
export function withdraws(wish: Wish, now: number, more: Partial<LogCommandOf<'withdraw'>> = {}): Wish {
  const { command } = wish;
  if (command.kind !== 'record' && command.kind !== 'acknowledge') throw new Error('That was no call');
  const ids = { outage: 'o1', entry: command.newEntry, reason: 'Fel patient' };
  return { now, command: { kind: 'withdraw', ...acting(command.unit, now), ...ids, ...more } };
}

/** The ward says who is to receive. */
export const statesReceivers = (
  now: number,
  receivers: ReceiverList,
  more: Partial<LogCommandOf<'state-receivers'>> = {},
): Wish => ({
  now,
  command: {
    kind: 'state-receivers',
    ...acting(ward, now),
    code: caseA,
    receivers,
    reason: 'Flyttar',
    ...more,
  },
});

/** A unit says what it knows of a stay, outside any call. */
export const statesFacts = (unit: LogUnit, now: number, facts: StayFacts, code = caseA): Wish => ({
  now,
  command: { kind: 'state-facts', ...acting(unit, now), code, facts },
});

/** A unit marks what it owes. */
export const marks = (
  unit: LogUnit,
  now: number,
  mark: Pick<LogCommandOf<'mark'>, 'tasks'> & Partial<LogCommandOf<'mark'>>,
): Wish => ({
  now,
  command: { kind: 'mark', ...acting(unit, now), outage: 'o1', mark: 'done', note: '', ...mark },
});

/** A world with the units, where nothing has happened. */
export const quietWorld = (): World =>
  aWorld({
    directory: aDirectory({
      units: [...logUnits.map(({ id, ...kind }) => aUnit(id, kind)), aUnit('lead', { isCoordination: true })],
    }),
  });

/** A world with an outage that goes on since eleven. */
export const ongoingWorld = (): World =>
  afterCommand(quietWorld(), declare({ startedAt: noon - hour }), noon - hour);

/** The world when the outage is over. */
export const ended = (world: World, endedAt: number): World => afterCommand(world, end({ endedAt }), endedAt);

/** What a wish leads to. */
export const decideWish = ({ command, now }: Wish, world: World): Decision => decideLog(command, world, now);

/** The world after wishes that must all be carried out. */
export const saved = (world: World, ...wishes: readonly Wish[]): World =>
  wishes.reduce((then, wish) => carriedOut(then, writesOf(decideWish(wish, then)), wish.now), world);

/** The world of an ongoing outage after wishes that must all be carried out. */
export const story = (...wishes: readonly Wish[]): World => saved(ongoingWorld(), ...wishes);

/** An outage that must be there. */
export function outageOf(world: World, id = 'o1'): Outage {
  const outage = world.outages.get(id);
  if (outage === undefined) throw new Error(`No outage ${id}`);
  return outage;
}

/** What the units have logged in an outage. */
export const logIn = (world: World, id = 'o1'): HandoverLog => outageOf(world, id).log;

/** A case that must be there. */
export function caseIn(world: World, code = caseA): Case {
  const found = world.outages
    .values()
    .find(({ log }) => log.cases.has(code))
    ?.log.cases.get(code);
  if (found === undefined) throw new Error(`No case ${code}`);
  return found;
}

/** The gate in short: its state, then each cell: `ange dischargeNotice stale date-changed`. */
export function gateIn(world: World, code = caseA): readonly string[] {
  const gate = dischargeGate(logIn(world), caseIn(world, code));
  if (gate.kind === 'receivers-unknown') return [gate.kind];
  return [
    gate.kind,
    ...gate.cells.map(({ from, item, receipt: { stale, state } }) =>
      [from.municipality ?? from.party, item, state, ...(stale ? [stale.kind] : [])].join(' '),
    ),
  ];
}
