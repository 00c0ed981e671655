import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Call, StayFacts } from '../../src/domain/handover-event.ts';
import type { Level, ReregistrationTask } from '../../src/domain/ids.ts';
import type { LogUnit } from '../../src/domain/log-command.ts';
import type { Accepted } from './log-courses.ts';

type Row = Readonly<Record<string, string>>;
const table: Row[] = parse(readFileSync(new URL('../domain/decision-table.csv', import.meta.url)), {
  columns: true,
  bom: true,
});
const columns: readonly (readonly [column: string, task: ReregistrationTask])[] = [
  ['INS', 'admissionNotice'],
  ['UTM', 'dischargeNotice'],
  ['PI', 'patientInformation'],
  ['PIM', 'mailPatientInformation'],
  ['UKM', 'readyForDischarge'],
  ['PU', 'planningBasis'],
  ['FVK', 'namedContact'],
  ['SIPK', 'sipSummons'],
  ['BL', 'sendForm'],
];
const words: Readonly<Record<string, Level>> = {
  SKA: 'must',
  'OM MÖJLIGT': 'ifPossible',
  'BEHÖVER INTE': 'needNot',
  'SKA INTE': 'mustNot',
  INVÄNTA: 'await',
  FORTSÄTT: 'continue',
  'SKA (om använd)': 'mustIfFormUsed',
  FRÅGA: 'ask',
  '–': 'notApplicable',
};
const roles: Readonly<Record<LogUnit['careSetting'], string>> = {
  'inpatient-somatic': 'slutenvård',
  'inpatient-psychiatric': 'slutenvård',
  'primary-care': 'öppenvård',
  'psychiatric-outpatient': 'öppenvård',
  municipality: 'kommun',
};
const rowsByCase = new Map(table.map((row) => [Object.values(row).slice(0, 6).join(' '), row] as const));

/** Yes, no, or nobody knows. */
type Answer = 'J' | 'N' | '?';
type Line = { readonly unit: string; readonly turn: number; readonly call: Call };
type Telling = { readonly at: number; readonly turn: number; readonly facts: StayFacts };

/** The calls as they stand, each with the turn in which it was first logged. */
function linesOf(accepted: readonly Accepted[]): readonly Line[] {
  const lines = new Map<string, Line>();
  for (const [turn, { code, command, now }] of accepted.entries()) {
    const unit = command.unit.id;
    if (command.kind === 'record')
      lines.set(command.newEntry, { unit, turn, call: { ...command.call, code } });
    if (command.kind === 'acknowledge') {
      const call: Call = {
        code,
        direction: 'received',
        party: 'inpatient-ward',
        counterpart: '',
        items: [...command.items],
        outcome: 'given',
        calledAt: now - (now % 60_000),
        facts: {},
      };
      lines.set(command.newEntry, { unit, turn, call });
    }
    const known = command.kind === 'correct' && lines.get(command.entry);
    if (command.kind === 'correct' && known) {
      lines.set(command.entry, { ...known, call: { ...command.call, code } });
    }
    if (command.kind === 'withdraw') lines.delete(command.entry);
  }
  return [...lines.values()];
}

function statementsOf(accepted: readonly Accepted[], unit: string, code: string): readonly Telling[] {
  return accepted.flatMap(({ command, now }, turn) =>
    command.kind === 'state-facts' && command.unit.id === unit && command.code === code
      ? [{ at: now - (now % 60_000), turn, facts: command.facts }]
      : [],
  );
}

const inTurn = <One extends { readonly at: number; readonly turn: number }>(tellings: readonly One[]) =>
  tellings.toSorted((one, other) => one.at - other.at || one.turn - other.turn);

/** From the start until all clear. */
export type Window = { readonly startedAt: number; readonly endedAt?: number };

/**
 * What a unit owes for each of its cases by the decision table and A02, A12 and A22, by code and task. Which of two wards
 * mails (A09), and which of two outpatient units summons where nobody rang (A22), is for whoever asks.
 */
export function owedBy(
  accepted: readonly Accepted[],
  unit: LogUnit,
  window: Window,
): ReadonlyMap<string, Level> {
  const lines = linesOf(accepted);
  const stated = accepted.flatMap(({ command }) =>
    command.kind === 'state-facts' && command.unit.id === unit.id ? command.code : [],
  );
  const logged = lines.filter((line) => line.unit === unit.id).map(({ call }) => call.code);
  return new Map(
    [...new Set([...logged, ...stated])].flatMap((code) => {
      const own = lines.filter((line) => line.unit === unit.id && line.call.code === code);
      const called = own.map(({ call, turn }) => ({ at: call.calledAt, turn, facts: call.facts }));
      const told = inTurn([...called, ...statementsOf(accepted, unit.id, code)]);
      const onCode = lines.filter(({ call }) => call.code === code);
      const levels = levelsOf({ unit, own, onCode, told, window });
      return [...levels].map(([task, level]) => [`${code} ${task}`, level] as const);
    }),
  );
}

function factsIn(told: readonly Telling[]): StayFacts {
  let facts: StayFacts = {};
  for (const one of told) facts = { ...facts, ...one.facts };
  return facts;
}

type Known = {
  readonly unit: LogUnit;
  readonly own: readonly Line[];
  /** Everybody's calls on the code. */
  readonly onCode: readonly Line[];
  readonly told: readonly Telling[];
  readonly window: Window;
};

function levelsOf(known: Known): ReadonlyMap<ReregistrationTask, Level> {
  const role = roles[known.unit.careSetting];
  let cases: readonly string[] = [role];
  for (const answer of answersOf(known)) {
    cases = cases.flatMap((one) => (answer === '?' ? [`${one} J`, `${one} N`] : [`${one} ${answer}`]));
  }
  const found = cases.map((one) => rowsByCase.get(one) ?? {});
  const isFormUsed = factsIn(known.told).formUsed === true;
  return new Map(
    columns.map(([column, task]) => {
      const levels = found.map((row) => adjusted(task, words[row[column] ?? ''] ?? 'notApplicable', known));
      const [level = 'notApplicable', ...others] = new Set(levels);
      if (others.length > 0) return [task, 'ask'];
      return [task, level === 'mustIfFormUsed' && !isFormUsed ? 'notApplicable' : level];
    }),
  );
}

const isDuring = (at: number, { endedAt = Infinity, startedAt }: Window): boolean =>
  at >= startedAt && at < endedAt;

/**
 * A02: who came before the outage counts as admitted where the notice was not sent by then. The unit that rang about
 * the admission while it lasted is asked; whoever logged an admission and no time is asked too.
 */
function isAdmitted({ own, told, window }: Known): Answer {
  const { admissionNoticeSent, admittedAt } = factsIn(told);
  if (admittedAt !== undefined && admittedAt >= window.startedAt) return yes(isDuring(admittedAt, window));
  if (admissionNoticeSent !== undefined) return yes(!admissionNoticeSent);
  const ofIt = own.filter(({ call }) => call.items.includes('admission'));
  const rung = ofIt.filter(({ call }) => call.direction === 'given' && isDuring(call.calledAt, window));
  return (admittedAt === undefined ? ofIt : rung).length > 0 ? '?' : 'N';
}

/** The five answers, in the table's order. */
function answersOf(known: Known): readonly Answer[] {
  const { own, told, window } = known;
  const { dischargedAt, sipOn, wentHome } = factsIn(told);
  const says = (...items: readonly string[]) =>
    own.filter(({ call }) => call.items.some((item) => items.includes(item)));
  const isToldOf = says('dischargeNotice', 'actualDischarge').length > 0;
  const untimed: Answer = isToldOf ? '?' : 'N';
  const discharged = dischargedAt === undefined ? untimed : yes(isDuring(dischargedAt, window));
  const unsaid: Answer = discharged === 'N' ? 'N' : '?';
  const ready = inTurn(
    says('readyForDischarge', 'readyForDischargeWithdrawn')
      .filter(({ call }) => isDuring(call.calledAt, window))
      .map(({ call, turn }) => ({ at: call.calledAt, turn, items: call.items })),
  ).at(-1);
  const isAgreed = says('sipSummons').some(({ call }) => call.outcome !== 'no-answer');
  return [
    isAdmitted(known),
    discharged,
    wentHome === undefined ? unsaid : yes(wentHome),
    yes(ready !== undefined && !ready.items.includes('readyForDischargeWithdrawn')),
    yes(sipOn !== undefined || isAgreed),
  ];
}

const yes = (isSo: boolean): Answer => (isSo ? 'J' : 'N');

/** A12: where it was given by phone. A22: the unit that rang first sends the summons. */
function adjusted(task: ReregistrationTask, level: Level, { onCode, own, unit }: Known): Level {
  if (task === 'namedContact' && roles[unit.careSetting] === 'öppenvård') {
    const isOpen = level === 'ask' || level === 'notApplicable';
    return isOpen && own.some(({ call }) => isSaid(call, 'namedContact')) ? 'must' : level;
  }
  if (task !== 'sipSummons' || level !== 'must') return level;
  const rung = onCode.filter(({ call }) => isSaid(call, 'sipSummons'));
  const [first] = inTurn(rung.map((line) => ({ ...line, at: line.call.calledAt })));
  return first === undefined || first.unit === unit.id ? level : 'await';
}

/** Somebody said it, and somebody heard. */
function isSaid({ direction, items, outcome }: Call, item: 'namedContact' | 'sipSummons'): boolean {
  return direction === 'given' && outcome !== 'no-answer' && items.includes(item);
}
