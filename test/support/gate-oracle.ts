import type { Call, ReceiverList } from '../../src/domain/handover-event.ts';
import type { HandoverItem, HandoverParty } from '../../src/domain/ids.ts';
import type { LogUnit } from '../../src/domain/log-command.ts';
import { unreachable } from '../../src/domain/unreachable.ts';
import type { Accepted } from './log-courses.ts';

/** A call, as it has been told so far. */
type Line = {
  readonly id: string;
  readonly unit: LogUnit;
  /** When it was logged, by the order of the commands. */
  readonly first: number;
  call: Call;
  /** When it was told as it stands. */
  told: number;
  isTakenBack: boolean;
  /** The receiver's side has logged it as it stands. */
  isHeard: boolean;
  /** It was confirmed, and then told otherwise. */
  wasConfirmed: boolean;
};
type Dated = { readonly at: number; readonly turn: number };
/** A correction or a withdrawal that changes what was said of the discharge. */
type Change = Dated & { readonly code: string; readonly unit: string; readonly line: string };
type Stated = Dated & { readonly code: string; readonly unit: string; readonly dischargedAt: number };

/** What the commands come to: calls, what was stated, what was changed, and who is to receive. */
type Book = {
  readonly lines: Map<string, Line>;
  readonly changes: Change[];
  readonly stated: Stated[];
  readonly owners: Map<string, LogUnit>;
  readonly receivers: Map<string, ReceiverList>;
};

const minuteOf = (instant: number): number => Math.floor(instant / 60_000) * 60_000;
const parties: Readonly<Record<LogUnit['careSetting'], HandoverParty>> = {
  'inpatient-somatic': 'inpatient-ward',
  'inpatient-psychiatric': 'inpatient-ward',
  'primary-care': 'primary-care',
  'psychiatric-outpatient': 'psychiatric-outpatient',
  municipality: 'municipality',
};
const sideName = ({ municipality, party }: Pick<Call, 'party' | 'municipality'>): string =>
  party === 'municipality' ? `municipality ${municipality ?? ''}` : party;
const sideOfUnit = ({ careSetting, organisation }: LogUnit): string =>
  careSetting === 'municipality' ? `municipality ${organisation}` : parties[careSetting];

const changing = ['expectedDischargeChanged', 'readyForDischargeWithdrawn'] as const;
const ofDischarge: readonly HandoverItem[] = [...changing, 'actualDischarge'];
/** What a call says of the discharge; one that came in, when it is alone. */
const gist = ({ direction, facts, items }: Call): readonly unknown[] => [
  ...(facts.dischargedAt === undefined ? [] : [facts.dischargedAt]),
  ...ofDischarge.filter((item) => direction === 'given' && items.includes(item)),
];

/** Whether a call is told otherwise in what it says of the discharge: what, when, whether anew, or of whom. */
function isOther(before: Call, after: Call): boolean {
  if (gist(before).join() !== gist(after).join()) return true;
  const isSame =
    before.code === after.code &&
    before.calledAt === after.calledAt &&
    before.isSameAsBefore === after.isSameAsBefore;
  return !isSame && gist(after).length > 0;
}

/** Whether the gate may be open, by design.md §3 alone: the commands are told over again, minute by minute. */
export function isAssured(accepted: readonly Accepted[], code: string): boolean {
  const book: Book = {
    lines: new Map(),
    changes: [],
    stated: [],
    owners: new Map(),
    receivers: new Map(),
  };
  for (const [index, one] of accepted.entries()) enter(book, one, index + 1);
  const receivers = book.receivers.get(code);
  if (receivers === undefined) return false;
  const { confirmed, ready } = sweep(book, code);
  return receivers.parties.every((party) => {
    const { municipality } = receivers;
    const side = sideName({ party, ...(municipality !== undefined && { municipality }) });
    return confirmed.has(side) && (party !== 'municipality' || ready.has(side));
  });
}

function enter(book: Book, { code, command, now }: Accepted, turn: number): void {
  const at = minuteOf(now);
  const { unit } = command;
  switch (command.kind) {
    case 'record':
      open(book, command, code);
      return write(book, { id: command.newEntry, unit, turn, call: { ...command.call, code } });
    case 'acknowledge':
      return write(book, { id: command.newEntry, unit, turn, call: receiptCall(command, at) });
    case 'correct':
      return rewrite(book, command.entry, { at, turn, call: { ...command.call, code } });
    case 'withdraw':
      return takeBack(book, command.entry, { at, turn });
    case 'state-receivers':
      return void book.receivers.set(code, command.receivers);
    case 'state-facts':
      return state(book, command, { at, turn });
    case 'mark':
      return undefined;
    default:
      return unreachable(command);
  }
}

type Kind<Name> = Extract<Accepted['command'], { kind: Name }>;

function open(
  { owners, receivers }: Book,
  { call, receivers: list, unit }: Kind<'record'>,
  code: string,
): void {
  if (call.code === '') owners.set(code, unit);
  if (list !== undefined && owners.get(code)?.id === unit.id) receivers.set(code, list);
}

function receiptCall({ code, items }: Kind<'acknowledge'>, at: number): Call {
  const call = { code, direction: 'received', party: 'inpatient-ward', counterpart: '' } as const;
  return { ...call, items: [...items], outcome: 'given', calledAt: at, facts: {} };
}

function state({ stated }: Book, { code, facts, unit }: Kind<'state-facts'>, dated: Dated): void {
  const { dischargedAt } = facts;
  if (dischargedAt !== undefined) stated.push({ ...dated, code, unit: unit.id, dischargedAt });
}

type Written = { readonly id: string; readonly unit: LogUnit; readonly turn: number; readonly call: Call };

function write(book: Book, { call, id, turn, unit }: Written): void {
  const line = { id, unit, first: turn, told: turn, call };
  book.lines.set(id, { ...line, isTakenBack: false, isHeard: false, wasConfirmed: false });
  hear(book, { unit, call });
}

/** What the receiver's side has logged, it has heard. */
function hear({ lines }: Book, { call, unit }: { readonly call: Call; readonly unit: LogUnit }): void {
  if (call.direction !== 'received') return;
  for (const line of lines.values()) {
    const isMeant = line.call.direction === 'given' && line.call.code === call.code;
    if (!isMeant || line.unit.id === unit.id || sideName(line.call) !== sideOfUnit(unit)) continue;
    line.isHeard ||= line.call.items.some((item) => call.items.includes(item));
  }
}

function rewrite(book: Book, id: string, { at, call, turn }: Dated & { readonly call: Call }): void {
  const line = book.lines.get(id);
  if (line === undefined) return;
  const before = line.call;
  line.wasConfirmed ||= before.outcome === 'read-back' || line.isHeard;
  line.isHeard = false;
  line.call = call;
  line.told = turn;
  hear(book, { unit: line.unit, call });
  if (!isOther(before, call)) return;
  for (const code of new Set([before.code, call.code])) {
    book.changes.push({ at, turn, code, unit: line.unit.id, line: id });
  }
}

function takeBack(book: Book, id: string, dated: Dated): void {
  const line = book.lines.get(id);
  if (line === undefined) return;
  line.isTakenBack = true;
  const { code } = line.call;
  if (gist(line.call).length > 0) book.changes.push({ ...dated, code, unit: line.unit.id, line: '' });
}

/** What holds at a minute: who has confirmed which call, who can receive, what was told before, and the date. */
type Held = {
  readonly confirmed: Map<string, { readonly line: string; readonly isByReceiver: boolean }>;
  readonly ready: Set<string>;
  readonly saidBefore: Set<HandoverItem>;
  /** What was news so far, each with the turn in which it was told. */
  readonly news: News[];
  date: { readonly time: number | undefined } | undefined;
};
/** The call that it corrects, empty where it is another's; whether one that can receive has to say so again. */
type News = { readonly turn: number; readonly line: string; readonly isOfReady: boolean };
type Moment = Dated & { readonly happens: (held: Held) => void };

/** Goes through a case from its first minute to its last. */
function sweep(book: Book, code: string): Held {
  const held: Held = {
    confirmed: new Map(),
    ready: new Set(),
    saidBefore: new Set(),
    news: [],
    date: undefined,
  };
  for (const { happens } of momentsOf(book, code)) happens(held);
  return held;
}

function momentsOf(book: Book, code: string): readonly Moment[] {
  const owner = book.owners.get(code)?.id;
  const isOf = (one: { readonly code: string; readonly unit: string }): boolean =>
    one.code === code && one.unit === owner;
  const standing = [...book.lines.values()].filter(({ isTakenBack }) => !isTakenBack);
  const own = standing.filter(({ call, unit }) => isOf({ code: call.code, unit: unit.id }));
  const moments: Moment[] = [
    ...book.changes
      .filter(isOf)
      .map(({ at, line, turn }) => ({ at, turn, happens: (held: Held) => unsay(held, turn, line) })),
    ...book.stated.filter(isOf).map(({ at, dischargedAt: time, turn }) => ({
      at,
      turn,
      happens: (held: Held) => setDate(held, { time, turn, isSame: false }),
    })),
    ...own.map((line) => ({
      at: line.call.calledAt,
      turn: line.first,
      happens: (held: Held) => say(held, line, book),
    })),
  ];
  return moments.toSorted((one, other) => one.at - other.at || one.turn - other.turn);
}

/** All is to be confirmed anew; but what was told otherwise, and confirmed since, is confirmed as it is. */
function unsay({ confirmed, news, ready }: Held, turn: number, corrected = ''): void {
  news.push({ turn, line: corrected, isOfReady: true });
  ready.clear();
  for (const [side, { isByReceiver, line }] of confirmed) {
    if (line !== corrected || !isByReceiver) confirmed.delete(side);
  }
}

/** The discharge is told or stated: the first time, as before, or otherwise. */
function setDate(
  held: Held,
  {
    isSame,
    time,
    turn,
  }: { readonly time: number | undefined; readonly isSame: boolean; readonly turn: number },
): void {
  const before = held.date;
  held.date = { time };
  if (before === undefined) {
    held.news.push({ turn, line: '', isOfReady: false });
    return held.confirmed.clear();
  }
  const isOneUnknown = time === undefined || before.time === undefined;
  if (isOneUnknown ? !isSame : time !== before.time) return unsay(held, turn);
  held.date = { time: time ?? before.time };
  return undefined;
}

/** A call of the owner's: what it changes, then what it confirms. */
function say(held: Held, line: Line, book: Book): void {
  const { direction, facts, isSameAsBefore, items } = line.call;
  const isOut = direction === 'given';
  if (isOut) sayChanges(held, line);
  if (facts.dischargedAt !== undefined || (isOut && items.includes('actualDischarge'))) {
    setDate(held, { time: facts.dischargedAt, turn: line.first, isSame: isSameAsBefore === true });
  }
  if (isOut && items.includes('dischargeNotice')) notify(held, line, book);
  if (!isOut && items.includes('canReceive')) hearReady(held, line);
}

/**
 * The latest word counts; told otherwise afterwards, it is not what was heard. News that was told after it is news
 * too, though it is of before.
 */
function hearReady({ news, ready }: Held, { call, first, told }: Line): void {
  const isOutdated = news.some(({ isOfReady, turn }) => isOfReady && turn > first);
  if (first === told && !isOutdated) ready.add(sideName(call));
  else ready.delete(sideName(call));
}

/** What was told before may be told again. */
function sayChanges(held: Held, { call: { isSameAsBefore, items }, first }: Line): void {
  for (const item of changing.filter((one) => items.includes(one))) {
    if (isSameAsBefore !== true || !held.saidBefore.has(item)) unsay(held, first);
    held.saidBefore.add(item);
  }
}

/**
 * The latest call with the notice counts, never the best; what it confirms is as old as the call. News recorded after
 * the confirmation is news too, though it is of before.
 */
function notify({ confirmed, news }: Held, line: Line, book: Book): void {
  const { call, first, id, wasConfirmed } = line;
  const side = sideName(call);
  confirmed.delete(side);
  if (call.outcome === 'no-answer') return;
  const isByReceiver = isAcknowledged(line, book);
  if (news.some((one) => one.turn > first && (one.line !== id || !isByReceiver))) return;
  if (isByReceiver || (call.outcome === 'read-back' && !wasConfirmed)) {
    confirmed.set(side, { line: id, isByReceiver });
  }
}

/** The receiver's side logged it as heard, after the call was told as it stands. */
function isAcknowledged({ call, told, unit }: Line, { lines }: Book): boolean {
  return [...lines.values()].some(
    (line) =>
      !line.isTakenBack &&
      line.unit.id !== unit.id &&
      line.call.direction === 'received' &&
      line.call.code === call.code &&
      sideOfUnit(line.unit) === sideName(call) &&
      line.first > told &&
      line.call.calledAt >= call.calledAt &&
      line.call.items.includes('dischargeNotice'),
  );
}
