import { plainAnswer } from '../cards/plain-answer.ts';
import { taskDismissForm, taskDoneForm } from '../cards/task-form.ts';
import { savedTaskAnswer } from '../cards/task-list-answer.ts';
import type { Answer } from '../cards/answer.ts';
import type { World } from '../domain/decision.ts';
import { isOpen } from '../domain/log-target.ts';
import type { Outage } from '../domain/outage.ts';
import { reregistrationTasks } from '../domain/ids.ts';
import { isOutstanding, owedOn, owedTasks } from '../domain/owed-tasks.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import { formState } from './form-state.ts';
import { listOf, valueOf } from './form-values.ts';
import { logOutage } from './log-context.ts';
import { unreadable } from './log-form.ts';
import { logUnit } from './member.ts';
import { logWish, memberVerb } from './member-verb.ts';
import type { MemberAsked } from './member-verb.ts';
import { refusalReply } from './refusal-reply.ts';
import type { Faults, Read, Verb, VerbReply } from './verb.ts';

/** The outage of the case that is named, else the one that the button or the unit means. */
function outageOf(asked: MemberAsked, world: World): Outage | undefined {
  return asked.ofCode.kind === 'case' ? asked.ofCode.outage : logOutage(asked, world);
}

const codeOf = ({ ofCode }: MemberAsked): string | undefined =>
  ofCode.kind === 'case' ? ofCode.code : undefined;

type Form = typeof taskDoneForm;

/** A form of what is outstanding: of the case that is named, else of what the unit owes once. */
const taskForm =
  (form: Form) =>
  (asked: MemberAsked, faults: Faults): VerbReply => {
    const refusal = refusalOf(asked);
    if (refusal !== undefined) return refusal;
    const outage = outageOf(asked, asked.world);
    if (outage === undefined) return noOutage(asked);
    if (!asked.member.mayRead) return unreadable(asked);
    const code = codeOf(asked);
    const tasks = ofCase(asked, outage).filter(isOutstanding);
    if (outage.state !== 'ended' || !isOpen(outage)) {
      const kind = isOpen(outage) ? 'outage-goes-on' : 'log-closed';
      return refusalReply([{ kind }], asked, asked.world);
    }
    if (tasks.length === 0) return { kind: 'answer', answer: nothingLeft };
    const known = { outage, tasks, ...(code !== undefined && { code }) };
    return { kind: 'form', form: form(formState(asked, faults), known) };
  };

const nothingLeft = plainAnswer('Inget är kvar där', [
  'Allt som gäller den koden är redan markerat, eller behöver inte registreras. Fråga: Vad är kvar att göra?',
]);

function ofCase(asked: MemberAsked, outage: Outage): readonly OwedTask[] {
  const code = codeOf(asked);
  const { unit } = asked.member;
  return code === undefined
    ? owedTasks(outage.log, unit, outage).filter((task) => task.code === undefined)
    : owedOn(outage.log, [unit, code], outage);
}

/** A code that cannot be read, or is nothing to the unit. */
function refusalOf(asked: MemberAsked): VerbReply | undefined {
  const { ofCode } = asked;
  if (ofCode.kind === 'faulty') {
    return { kind: 'answer', answer: plainAnswer('Inget har ändrats', [ofCode.text]) };
  }
  return ofCode.kind === 'unknown'
    ? refusalReply([{ kind: 'no-handover-on-code' }], asked, asked.world)
    : undefined;
}

const noOutage = (asked: MemberAsked): VerbReply =>
  refusalReply([{ kind: 'no-such-outage' }], asked, asked.world);

type MarkKind = 'done' | 'dismissed' | 'open';

/** The form of what is done can say as well that it is not to be. */
const meant = (mark: MarkKind, { values }: MemberAsked): MarkKind =>
  mark === 'done' && valueOf(values, 'isDismissed') === 'true' ? 'dismissed' : mark;

function marks(mark: MarkKind) {
  return (asked: MemberAsked): Read => {
    const refusal = refusalOf(asked);
    if (refusal !== undefined) return { kind: 'answered', reply: refusal };
    const outage = outageOf(asked, asked.world);
    if (outage === undefined) return { kind: 'answered', reply: noOutage(asked) };
    const named = [...listOf(asked.values, 'tasks'), ...listOf(asked.values, 'task')];
    const tasks = reregistrationTasks.filter((task) => named.includes(task));
    if (tasks.length === 0 || tasks.length < new Set(named).size) {
      return { kind: 'faulty', faults: { errors: { tasks: 'Välj vad det gäller.' } } };
    }
    const { act, member, now, values } = asked;
    const code = codeOf(asked);
    const note = valueOf(values, 'note');
    const acting = { act, unit: logUnit(member), isUnverified: member.isUnverified };
    const of = {
      outage: outage.id,
      tasks,
      mark: meant(mark, asked),
      note,
      ...(code !== undefined && { code }),
    };
    return logWish({ ...acting, ...of, kind: 'mark' }, now);
  };
}

const saved =
  (mark: MarkKind) =>
  (asked: MemberAsked, world: World, id: string | undefined): Answer => {
    const outage = world.outages.get(id ?? '');
    if (outage === undefined || !asked.member.mayRead) return plainAnswer('Sparat', []);
    const code = codeOf(asked);
    const { unit } = asked.member;
    const { routine } = asked.knowledge;
    const named = [...listOf(asked.values, 'tasks'), ...listOf(asked.values, 'task')];
    return savedTaskAnswer({
      outage,
      tasks: reregistrationTasks.filter((task) => named.includes(task)),
      unit,
      mark: meant(mark, asked),
      routine,
      now: asked.now,
      ...(code !== undefined && { code }),
    });
  };

/** The verbs of what is to be registered afterwards: contract.md §5. One press does it where the task is named. */
export const taskVerbs = {
  'task.done': memberVerb({
    inputs: ['tasks', 'task', 'note', 'isDismissed'],
    form: taskForm(taskDoneForm),
    read: marks('done'),
    done: saved('done'),
  }),
  'task.dismiss': memberVerb({
    inputs: ['note'],
    form: taskForm(taskDismissForm),
    read: marks('dismissed'),
    done: saved('dismissed'),
  }),
  'task.reopen': memberVerb({ inputs: [], read: marks('open'), done: saved('open') }),
} as const satisfies Readonly<Record<string, Verb>>;
