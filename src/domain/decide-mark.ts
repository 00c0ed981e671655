import type { Decision, World } from './decision.ts';
import { markKey, logOf } from './handover-log.ts';
import type { LogCommand } from './log-command.ts';
import { isOpen } from './log-target.ts';
import type { Outage } from './outage.ts';
import { textFaults } from './outage-faults.ts';
import { refused, writeOn } from './outage-write.ts';
import { isDuty, owedOn, owedTasks } from './owed-tasks.ts';
import type { OwedTask } from './owed-tasks.ts';
import type { Refusal } from './refusal.ts';

type MarkCommand = Extract<LogCommand, { kind: 'mark' }>;

/** Marks what a unit owes as done, as not to be done, or as open again. Nothing is marked that is not owed now. */
export function decideMark(command: MarkCommand, world: World): Decision {
  const outage = world.outages.get(command.outage);
  if (outage === undefined) return refused([{ kind: 'no-such-outage' }]);
  if (!isOpen(outage)) return refused([{ kind: 'log-closed' }], outage.id);
  if (outage.state !== 'ended') return refused([{ kind: 'outage-goes-on' }], outage.id);
  const { act, code, isUnverified, mark, note, unit } = command;
  if (command.tasks.length === 0 || code === '') return refused([{ kind: 'task-gone' }], outage.id);
  const refusals = [
    ...textFaults('note', note, mark === 'dismissed'),
    ...command.tasks.flatMap(hindrance(command, outage)),
  ];
  if (refusals.length > 0) return refused(refusals, outage.id);
  const tasks = command.tasks.map((task) => markedTask(task, command, outage));
  const event = {
    kind: 'tasksMarked',
    act,
    unit: unit.id,
    ...(code !== undefined && { code }),
    tasks,
    mark,
    note,
    ...(isUnverified && { isUnverified }),
  } as const;
  return { kind: 'decided', writes: [writeOn([outage, world], [event])], outage: outage.id };
}

function owed(task: string, { code, unit }: MarkCommand, outage: Outage): OwedTask | undefined {
  const tasks =
    code === undefined ? owedTasks(outage.log, unit, outage) : owedOn(outage.log, [unit, code], outage);
  return tasks.find((one) => one.task === task && one.code === code);
}

function markedTask(task: MarkCommand['tasks'][number], command: MarkCommand, outage: Outage) {
  const { asks = [], level = 'notApplicable' } = owed(task, command, outage) ?? {};
  return { task, level, ...(asks.length > 0 && { asks: [...asks] }) };
}

const hindrance =
  (command: MarkCommand, outage: Outage) =>
  (task: MarkCommand['tasks'][number]): readonly Refusal[] => {
    const known = owed(task, command, outage);
    if (command.mark === 'open') {
      const { marks, reopened } = logOf(outage.log, command.unit.id);
      const key = markKey(task, command.code);
      if (marks.has(key)) return [];
      const act = reopened.get(key);
      return act === undefined ? [{ kind: 'task-gone' }] : [{ kind: 'task-marked', mark: 'open', act }];
    }
    if (known === undefined || !isDuty(known.level)) return [{ kind: 'task-gone' }];
    if (known.mark === undefined) return [];
    return [{ kind: 'task-marked', mark: known.mark.kind, act: known.mark.act }];
  };
