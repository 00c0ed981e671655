import type { Directory } from './directory.ts';
import { callOf, logOf, markKey, standing } from './handover-log.ts';
import type { HandoverLog } from './handover-log.ts';
import { municipalities } from './ids.ts';
import type { Municipality } from './ids.ts';
import type { Outage } from './outage.ts';
import { isDuty, owedTasks } from './owed-tasks.ts';
import type { OwedTask } from './owed-tasks.ts';
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

type Row = {
  readonly unit: string;
  readonly entries: readonly { readonly code: string }[];
  readonly receipts: readonly UnitReceipt[];
  readonly tasks: readonly OwedTask[];
  readonly forms: readonly { readonly code: string; readonly isSent: boolean }[];
};

/** Counts an outage: the whole, each unit, and each municipality by the cases that it was to receive. */
export function outageStatistics(outage: Outage, directory: Directory): OutageStatistics {
  const units = owingUnits(outage, directory);
  const rows = units.map((unit) => rowOf(outage, unit));
  const figures = (chosen: readonly Row[]) => figuresOf(chosen, outage);
  return {
    whole: figures(rows),
    units: units.map(({ id, name }, index) => ({
      unit: id,
      name,
      figures: figures(rows.slice(index, index + 1)),
    })),
    municipalities: municipalities
      .map((municipality) => ({
        municipality,
        figures: figures(rows.map((row) => onlyOf(row, municipality, outage.log))),
      }))
      .filter((one) => one.figures.cases > 0),
  };
}

function rowOf(outage: Outage, unit: Parameters<typeof owedTasks>[1]): Row {
  const own = logOf(outage.log, unit.id);
  const entries = standing(own).map((entry) => ({ code: callOf(entry).code }));
  const owned = [...outage.log.cases.values()].filter(({ owner }) => owner === unit.id);
  const forms = owned
    .filter(({ code }) => latestStay(outage.log, unit.id, code).formUsed === true)
    .map(({ code }) => ({ code, isSent: own.marks.get(markKey('sendForm', code))?.kind === 'done' }));
  return {
    unit: unit.id,
    entries,
    receipts: unitReceipts(outage.log, unit.id),
    tasks: owedTasks(outage.log, unit, outage).filter(({ level }) => isDuty(level)),
    forms,
  };
}

/** What of a unit's row is of cases that a municipality was to receive. */
function onlyOf(row: Row, municipality: Municipality, { cases }: HandoverLog): Row {
  const isOf = ({ code }: { readonly code?: string }): boolean =>
    code !== undefined && cases.get(code)?.receivers?.municipality === municipality;
  return {
    unit: row.unit,
    entries: row.entries.filter(isOf),
    receipts: row.receipts.filter(isOf),
    tasks: row.tasks.filter(isOf),
    forms: row.forms.filter(isOf),
  };
}

const hour = 3_600_000;

function figuresOf(rows: readonly Row[], { endedAt }: Outage): Figures {
  const receipts = rows.flatMap((row) => row.receipts).filter(({ receipt }) => receipt.state !== 'not-given');
  const tasks = rows.flatMap((row) => row.tasks);
  const doneAt = tasks.flatMap(({ mark }) => (mark?.kind === 'done' ? mark.act.at : []));
  const within = (hours: number): number =>
    doneAt.filter((at) => endedAt !== undefined && at <= endedAt + hours * hour).length;
  const forms = rows.flatMap((row) => row.forms);
  const minutes = median(receipts.flatMap(({ receipt }) => minutesToConfirm(receipt)));
  return {
    cases: new Set(rows.flatMap((row) => row.entries.map(({ code }) => code))).size,
    entries: rows.flatMap((row) => row.entries).length,
    handedOver: receipts.length,
    confirmed: receipts.filter(({ receipt }) => isConfirmed(receipt)).length,
    tasks: tasks.length,
    doneWithin24h: within(24),
    doneWithin72h: within(72),
    done: doneAt.length,
    formsUsed: forms.length,
    formsSent: forms.filter(({ isSent }) => isSent).length,
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
