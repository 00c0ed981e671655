import type { Directory } from './directory.ts';
import { callOf, logOf, markKey, standing } from './handover-log.ts';
import type { HandoverLog, UnitLog } from './handover-log.ts';
import { municipalities } from './ids.ts';
import { keptBy } from './kept.ts';
import type { Municipality } from './ids.ts';
import type { Outage } from './outage.ts';
import { isDuty, owedTasks } from './owed-tasks.ts';
import type { OwedTask, OwingUnit } from './owed-tasks.ts';
import { owingUnits } from './owing-units.ts';
import { isConfirmed } from './receipts.ts';
import type { Receipt } from './receipts.ts';
import { latestStay } from './stay-of-case.ts';
import { unitReceipts } from './unit-receipts.ts';
import type { UnitReceipt } from './unit-receipts.ts';

/** What is counted of an outage, of a unit or of a municipality. No identity, no code. */
export type Figures = {
  readonly cases: number;
  readonly entries: number;
  /** Things handed over, each to one receiver, and how many of them are confirmed. */
  readonly handedOver: number;
  readonly confirmed: number;
  /** From the call until the receiver's own unit confirmed; absent: no unit has. */
  readonly medianMinutesToConfirm?: number;
  readonly tasks: number;
  readonly doneWithin24h: number;
  readonly doneWithin72h: number;
  readonly done: number;
  /** Cases with the paper form, and how many of them are marked as sent in: the basis for the invoices. */
  readonly formsUsed: number;
  readonly formsSent: number;
};

export type OutageStatistics = {
  readonly whole: Figures;
  readonly units: readonly { readonly unit: string; readonly name: string; readonly figures: Figures }[];
  /** By the municipality that was to receive; those with no case are left out. */
  readonly municipalities: readonly { readonly municipality: Municipality; readonly figures: Figures }[];
};

/** What is counted of a unit's cases that one municipality was to receive; undefined: of those that none was. */
type Tally = {
  readonly municipality: Municipality | undefined;
  readonly codes: ReadonlySet<string>;
  readonly entries: number;
  readonly handedOver: number;
  readonly confirmed: number;
  readonly minutesToConfirm: readonly number[];
  readonly tasks: number;
  readonly doneAt: readonly number[];
  readonly formsUsed: number;
  readonly formsSent: number;
};

/** Counts an outage: the whole, each unit, and each municipality by the cases that it was to receive. */
export function outageStatistics(outage: Outage, directory: Directory): OutageStatistics {
  const units = owingUnits(outage, directory).map((unit) => ({ unit, tallies: talliesOf(outage, unit) }));
  const all = units.flatMap(({ tallies }) => tallies);
  return {
    whole: figuresOf(all, outage),
    units: units.map(({ tallies, unit: { id, name } }) => ({
      unit: id,
      name,
      figures: figuresOf(tallies, outage),
    })),
    municipalities: municipalities
      .map((municipality) => ({
        municipality,
        figures: figuresOf(
          all.filter((one) => one.municipality === municipality),
          outage,
        ),
      }))
      .filter((one) => one.figures.cases > 0),
  };
}

const keep = keptBy<readonly Tally[]>();

function talliesOf(outage: Outage, unit: OwingUnit): readonly Tally[] {
  const { endedAt = '', log, startedAt } = outage;
  const key = `${unit.careSetting} ${startedAt} ${endedAt}`;
  return keep(logOf(log, unit.id), key, () => tallied(outage, unit));
}

function tallied(outage: Outage, unit: OwingUnit): readonly Tally[] {
  const { log } = outage;
  const own = logOf(log, unit.id);
  const receiverOf = ({ code = '' }: { readonly code?: string }) =>
    log.cases.get(code)?.receivers?.municipality;
  const calls = Map.groupBy(standing(own).map(callOf), receiverOf);
  const receipts = Map.groupBy(unitReceipts(log, unit.id), receiverOf);
  const duties = owedTasks(log, unit, outage).filter(({ level }) => isDuty(level));
  const tasks = Map.groupBy(duties, receiverOf);
  const forms = Map.groupBy(formsOf(log, own), receiverOf);
  const receivers = new Set([calls, receipts, tasks, forms].flatMap((groups) => [...groups.keys()]));
  return [...receivers].map((municipality) => ({
    municipality,
    codes: new Set(calls.get(municipality)?.map(({ code }) => code)),
    entries: calls.get(municipality)?.length ?? 0,
    ...talliedReceipts(receipts.get(municipality) ?? []),
    ...talliedTasks(tasks.get(municipality) ?? []),
    formsUsed: forms.get(municipality)?.length ?? 0,
    formsSent: forms.get(municipality)?.filter(({ isSent }) => isSent).length ?? 0,
  }));
}

/** The unit's own cases for which the form is used. */
function formsOf(
  log: HandoverLog,
  own: UnitLog,
): readonly { readonly code: string; readonly isSent: boolean }[] {
  return [...own.byCode.keys()]
    .filter((code) => log.cases.get(code)?.owner === own.unit)
    .filter((code) => latestStay(log, own.unit, code).formUsed === true)
    .map((code) => ({ code, isSent: own.marks.get(markKey('sendForm', code))?.kind === 'done' }));
}

function talliedReceipts(all: readonly UnitReceipt[]) {
  const given = all.filter(({ receipt }) => receipt.state !== 'not-given');
  return {
    handedOver: given.length,
    confirmed: given.filter(({ receipt }) => isConfirmed(receipt)).length,
    minutesToConfirm: given.flatMap(({ receipt }) => minutesToConfirm(receipt)),
  };
}

function talliedTasks(duties: readonly OwedTask[]) {
  return {
    tasks: duties.length,
    doneAt: duties.flatMap(({ mark }) => (mark?.kind === 'done' ? mark.act.at : [])),
  };
}

const hour = 3_600_000;

function figuresOf(tallies: readonly Tally[], { endedAt }: Outage): Figures {
  const sum = (of: (tally: Tally) => number): number => tallies.reduce((all, one) => all + of(one), 0);
  const doneAt = tallies.flatMap((one) => one.doneAt);
  const within = (hours: number): number =>
    doneAt.filter((at) => endedAt !== undefined && at <= endedAt + hours * hour).length;
  const minutes = median(tallies.flatMap((one) => one.minutesToConfirm));
  return {
    cases: new Set(tallies.flatMap(({ codes }) => [...codes])).size,
    entries: sum(({ entries }) => entries),
    handedOver: sum(({ handedOver }) => handedOver),
    confirmed: sum(({ confirmed }) => confirmed),
    tasks: sum(({ tasks }) => tasks),
    doneWithin24h: within(24),
    doneWithin72h: within(72),
    done: doneAt.length,
    formsUsed: sum(({ formsUsed }) => formsUsed),
    formsSent: sum(({ formsSent }) => formsSent),
    ...(minutes !== undefined && { medianMinutesToConfirm: minutes }),
  };
}

/** A read-back is in the call itself: nobody knows how long it took, and it is not counted. */
function minutesToConfirm({ acknowledgement, call }: Receipt): readonly number[] {
  if (acknowledgement === undefined || call === undefined) return [];
  return [Math.max(0, Math.round((acknowledgement.versions[0].act.at - callOf(call).calledAt) / 60_000))];
}

function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor((sorted.length - 1) / 2);
  const [low, high] = [sorted[middle], sorted[Math.ceil((sorted.length - 1) / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
