import { careGroupOf } from '../domain/care-group.ts';
import type { DischargeGate } from '../domain/discharge-gate.ts';
import type { Directory, Unit } from '../domain/directory.ts';
import type { Case } from '../domain/handover-log.ts';
import type { CareSetting } from '../domain/ids.ts';
import { isOpen } from '../domain/log-target.ts';
import type { Outage } from '../domain/outage.ts';
import { owedOn } from '../domain/owed-tasks.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import type { Knowledge } from '../routine/knowledge.ts';
import type { Routine } from '../routine/routine.ts';
import { spelledCode } from '../text/spelled-code.ts';
import type { CardCode } from './answer.ts';
import { gateOf } from './gate-sections.ts';
import { handedItems } from './receipt-rows.ts';
import type { HandedItem } from './receipt-rows.ts';

/** A case, and the unit that looks at it. */
export type CaseContext = {
  readonly outage: Outage;
  readonly unit: Unit & { readonly careSetting: CareSetting };
  readonly code: string;
  readonly now: number;
  readonly routine: Routine;
  readonly directory: Pick<Directory, 'units'>;
  /** The customer's own numbers beside the routine's, where they are at hand. */
  readonly knowledge?: Knowledge;
  /** From 2 on: earlier calls, and nothing else. */
  readonly page?: number;
};

/** What the logs say of a case to the unit that looks at it. */
export type CaseView = CaseContext & {
  /** Absent where the code is of no case any more. */
  readonly found: Case | undefined;
  readonly isOwn: boolean;
  /** Of a ward's own case. */
  readonly gate: DischargeGate | undefined;
  /** Of another unit's case. */
  readonly handed: readonly HandedItem[];
  /** What the unit owes for it afterwards; none before the end. */
  readonly tasks: readonly OwedTask[];
  /** Calls may be logged in the outage still. */
  readonly isOpen: boolean;
};

/** Looks a case up in the logs. */
export function viewOf(context: CaseContext): CaseView {
  const { code, outage, unit } = context;
  const found = outage.log.cases.get(code);
  return {
    ...context,
    found,
    isOwn: found?.owner === unit.id,
    gate: gateOf(outage.log, found, unit.id),
    handed: handedItems(outage.log, found, unit),
    tasks: tasksOf(context),
    isOpen: isOpen(outage),
  };
}

function tasksOf({ code, outage, unit }: CaseContext): readonly OwedTask[] {
  return outage.endedAt === undefined ? [] : owedOn(outage.log, [unit, code], outage);
}

/** The numbers that a case's receivers are rung at. */
export function numbersOf({ knowledge, routine }: CaseContext): Knowledge {
  return knowledge ?? { routine, directory: [] };
}

/** The part of the routine that a unit follows. */
export function groupOfUnit({ careSetting }: CaseContext['unit']): ReturnType<typeof careGroupOf> {
  return careGroupOf(careSetting);
}

/** A code as a card shows it. */
export function cardCode(code: string): CardCode {
  return { text: code, spelled: spelledCode(code) };
}

/** What the unit that a case belongs to is called by the others. */
export function ownerName({ directory, found }: CaseView): string {
  return directory.units.get(found?.owner ?? '')?.name ?? 'avsändaren';
}
