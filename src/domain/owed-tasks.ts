import { careGroupOf } from './care-group.ts';
import type { CareGroup } from './care-group.ts';
import {
  callOf,
  entriesOn,
  isLogged,
  laterCall,
  logOf,
  markKey,
  standing,
  statementsOn,
  unitsOn,
} from './handover-log.ts';
import type { Entry, HandoverLog, Mark, UnitLog } from './handover-log.ts';
import { keptBy } from './kept.ts';
import { reregistrationTasks } from './ids.ts';
import type { CareSetting, HandoverItem, Level, ReregistrationTask } from './ids.ts';
import { adjustLevels } from './reregistration-adjustments.ts';
import type { CaseKnowledge } from './reregistration-adjustments.ts';
import { completions } from './reregistration-conditions.ts';
import { reregistrationLevels } from './reregistration.ts';
import type { CaseFacts, TaskLevels } from './reregistration.ts';
import { knownStay, latestStay, toldOfStay } from './stay-of-case.ts';
import type { KnownStay, OutageWindow } from './stay-of-case.ts';

/** What a unit owes for a case, or once for all: at which level, and what became of it. */
export type OwedTask = {
  readonly task: ReregistrationTask;
  readonly level: Level;
  /** Absent of what is owed once, whatever the cases. */
  readonly code?: string;
  /** Done or dismissed, at the level that it has now, and with the same left to ask. */
  readonly mark?: Mark;
  /** Marked when it was owed otherwise: the mark does not count, and it is said that there was one. */
  readonly formerMark?: Mark;
  /** `ask`: which facts decide it. */
  readonly asks: readonly (keyof CaseFacts)[];
};

/** A unit, as far as what it owes depends on it. */
export type OwingUnit = { readonly id: string; readonly careSetting: CareSetting };

/** Whether somebody has to do something about it still (design.md §3). */
export function isOutstanding({ level, mark }: OwedTask): boolean {
  return mark === undefined && isDuty(level);
}

/** Whether a level asks for something to be done. */
export function isDuty(level: Level): boolean {
  return level === 'must' || level === 'mustIfFormUsed' || level === 'ask' || level === 'ifPossible';
}

/** All that a unit owes Lifecare SP after an outage, from the logs: what is owed once first, then case by case. */
export function owedTasks(log: HandoverLog, unit: OwingUnit, window: OutageWindow): readonly OwedTask[] {
  const { careSetting, id } = unit;
  const key = `${careSetting} ${windowKey(window)}`;
  return keepOfUnit(logOf(log, id), key, () => tasksOfUnit(log, unit, window));
}

const keepOfUnit = keptBy<readonly OwedTask[]>();
const keepOfCase = keptBy<readonly OwedTask[]>();

function windowKey({ endedAt, startedAt }: OutageWindow): string {
  return `${startedAt} ${endedAt ?? ''}`;
}

function tasksOfUnit(log: HandoverLog, unit: OwingUnit, window: OutageWindow): readonly OwedTask[] {
  const own = logOf(log, unit.id);
  const codes = new Set(codesOf(log, unit.id));
  return [
    marked({ task: 'acknowledgeMessages', level: 'must', asks: [] }, own.marks),
    ...[...codes].flatMap((code) => owedOn(log, [unit, code], window)),
    ...orphanedMarks(log, unit.id, codes),
  ];
}

/** What a unit owes for one case. */
export function owedOn(
  log: HandoverLog,
  [unit, code]: readonly [OwingUnit, string],
  window: OutageWindow,
): readonly OwedTask[] {
  const make = () => tasksOn(log, [unit, code], window);
  const involved = log.involved.get(code);
  if (involved === undefined) return make();
  return keepOfCase(involved, `${unit.id} ${unit.careSetting} ${windowKey(window)}`, make);
}

function tasksOn(
  log: HandoverLog,
  [unit, code]: readonly [OwingUnit, string],
  window: OutageWindow,
): readonly OwedTask[] {
  const own = logOf(log, unit.id);
  if (!isLogged(log, unit.id, code))
    return orphanedMarks(log, unit.id, new Set()).filter((task) => task.code === code);
  return tasksOfCase(log, [unit, code], window).map((task) => marked(task, own.marks));
}

/** The codes that something in a unit's log stands on, each once, as they were first logged. */
function codesOf(log: HandoverLog, unit: string): readonly string[] {
  const own = logOf(log, unit);
  const logged = standing(own).map((entry) => callOf(entry).code);
  return [...new Set([...logged, ...own.statements.keys()])];
}

function marked(task: OwedTask, marks: UnitLog['marks']): OwedTask {
  const mark = marks.get(markKey(task.task, task.code));
  if (mark === undefined) return task;
  const isOfThis = mark.level === task.level && (mark.asks ?? []).join() === task.asks.join();
  return isOfThis ? { ...task, mark } : { ...task, formerMark: mark };
}

/** What was marked of a case that nothing stands on any more. */
function orphanedMarks(log: HandoverLog, unit: string, codes: ReadonlySet<string>): readonly OwedTask[] {
  return [...logOf(log, unit).marks].flatMap(([key, formerMark]): readonly OwedTask[] => {
    const [code = '', name] = key.split(':');
    const task = reregistrationTasks.find((one) => one === name);
    if (code === '' || task === undefined || codes.has(code)) return [];
    return [{ task, code, level: 'notApplicable', asks: [], formerMark }];
  });
}

/** What is owed once is not owed for each case. */
const ofUnit: ReadonlySet<ReregistrationTask> = new Set(['acknowledgeMessages']);

function tasksOfCase(
  log: HandoverLog,
  [unit, code]: readonly [OwingUnit, string],
  window: OutageWindow,
): readonly OwedTask[] {
  const group = careGroupOf(unit.careSetting);
  const known = knownStay(log, [unit.id, code], window);
  const knowledge = knowledgeOf(log, [unit, code], window);
  const levels = completions(known).map((facts) => levelsOf(group, facts, knowledge));
  const { formUsed = false } = latestStay(log, unit.id, code);
  return reregistrationTasks
    .filter((task) => !ofUnit.has(task))
    .map((task): OwedTask => {
      const [level = 'notApplicable', ...others] = new Set(levels.map((one) => one[task]));
      if (others.length === 0) return { task, level: withForm(level, formUsed), code, asks: [] };
      return { task, level: 'ask', code, asks: asksOf(task, known, { group, knowledge }) };
    });
}

function levelsOf(group: CareGroup, facts: CaseFacts, knowledge: CaseKnowledge): TaskLevels {
  return adjustLevels(group, reregistrationLevels(group, facts), knowledge);
}

/** The form is sent in where it was used (L293); where it was not, there is nothing to send. */
function withForm(level: Level, formUsed: boolean): Level {
  return level === 'mustIfFormUsed' && !formUsed ? 'notApplicable' : level;
}

type Case = { readonly group: CareGroup; readonly knowledge: CaseKnowledge };

/** The unknown facts that the level of a task depends on. */
function asksOf(
  task: ReregistrationTask,
  known: KnownStay,
  { group, knowledge }: Case,
): readonly (keyof CaseFacts)[] {
  const whole = completions(known);
  const unknown = (['admitted', 'discharged', 'wentHome'] as const).filter(
    (fact) => known[fact] === undefined,
  );
  return unknown.filter((fact) =>
    whole.some((facts) => {
      const other = { ...facts, [fact]: !facts[fact] };
      return levelsOf(group, facts, knowledge)[task] !== levelsOf(group, other, knowledge)[task];
    }),
  );
}

/** What the logs know beside the five facts: the named adjustments (A09, A12, A22) rest on it. */
function knowledgeOf(
  log: HandoverLog,
  [unit, code]: readonly [OwingUnit, string],
  window: OutageWindow,
): CaseKnowledge {
  const group = careGroupOf(unit.careSetting);
  const isContactGiven = saidBy(log, [unit.id, code], 'namedContact') !== undefined;
  // Each concerns one group alone.
  const mailer = group === 'inpatient' ? mailerOf(log, code, window) : undefined;
  const ringer = group === 'outpatient' ? sipRingerOf(log, code, window) : undefined;
  const who = (other: string) => (other === unit.id ? 'this-unit' : 'another-unit');
  return {
    ...(isContactGiven && { namedContactGiven: true }),
    ...(mailer !== undefined && { mailedBy: who(mailer) }),
    ...(ringer !== undefined && { sipRungBy: who(ringer) }),
  };
}

/** The first call in which a unit said an item and somebody heard it. */
function saidBy(
  log: HandoverLog,
  [unit, code]: readonly [unit: string, code: string],
  item: HandoverItem,
): Entry | undefined {
  return entriesOn(log, unit, code)
    .filter((entry) => {
      const { direction, items, outcome } = callOf(entry);
      return direction === 'given' && outcome !== 'no-answer' && items.includes(item);
    })
    .toSorted(laterCall)[0];
}

/** The units of a care group that have something standing on a code, or have told of the stay. */
function unitsOf(group: CareGroup, log: HandoverLog, code: string): readonly string[] {
  return unitsOn(log, code).filter((unit) =>
    [...entriesOn(log, unit, code), ...statementsOn(log, unit, code)].some(
      ({ as }) => careGroupOf(as.careSetting) === group,
    ),
  );
}

/**
 * The ward that the patient went home from (A09): of those that would mail the information by the table, the one that
 * told of it last.
 */
function mailerOf(log: HandoverLog, code: string, window: OutageWindow): string | undefined {
  const [only, ...others] = unitsOf('inpatient', log, code);
  if (only === undefined || others.length === 0) return only;
  const mailers = [only, ...others].filter((unit) =>
    completions(knownStay(log, [unit, code], window)).some(
      (facts) => reregistrationLevels('inpatient', facts).mailPatientInformation === 'must',
    ),
  );
  return lastTold(log, code, mailers);
}

function lastTold(log: HandoverLog, code: string, units: readonly string[]): string | undefined {
  const told = units.flatMap((unit) => {
    const last = toldOfStay(log, unit, code).findLast(({ facts }) => facts.wentHome !== undefined);
    return last === undefined ? [] : [{ unit, at: last.at, order: last.order }];
  });
  return told.toSorted((one, other) => one.at - other.at || one.order - other.order).at(-1)?.unit;
}

/**
 * The outpatient unit that rang for the SIP; of several, the one that rang first (A22). Where nobody has logged who
 * rang, the first that knows of the date.
 */
function sipRingerOf(log: HandoverLog, code: string, window: OutageWindow): string | undefined {
  const units = unitsOf('outpatient', log, code);
  if (units.length < 2) return units[0];
  const rung = units.flatMap((unit) => saidBy(log, [unit, code], 'sipSummons') ?? []).toSorted(laterCall)[0];
  return rung?.unit ?? units.find((unit) => knownStay(log, [unit, code], window).sipDateAgreed === true);
}
