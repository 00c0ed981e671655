import type { ReregistrationTask } from '../domain/ids.ts';
import type { OwedTask } from '../domain/owed-tasks.ts';
import type { CardAction } from './answer.ts';

/** Marks what is outstanding of a case as done: a form says which. */
export function doneAction(outage: string, code: string): CardAction {
  return { title: `Klar: ${code}`, verb: 'task.done', data: { outage, case: code }, opensForm: true };
}

/** Marks what the unit owes once as done. */
export function acknowledgedAction(outage: string): CardAction {
  return {
    title: 'Meddelanden kvitterade',
    verb: 'task.done',
    data: { outage, tasks: 'acknowledgeMessages' },
    opensForm: true,
  };
}

/** Takes a mark back, in one press. */
export function undoAction(outage: string, { code, task }: Pick<OwedTask, 'code' | 'task'>): CardAction {
  return {
    title: `Ångra: ${shortTasks[task]}`,
    verb: 'task.reopen',
    data: { outage, ...(code !== undefined && { case: code }), task },
  };
}

/** The unit's own list; where the unit is named, a coordinator gets it too, and not the list of all units. */
export function listAction(outage: string, unit?: string): CardAction {
  const data = { outage, ...(unit !== undefined && { unit }) };
  return { title: 'Visa er lista', verb: 'tasks.list', data, opensForm: true };
}

/** Short enough for a button after "Ångra: ". */
const shortTasks: Readonly<Record<ReregistrationTask, string>> = {
  admissionNotice: 'inskriven',
  dischargeNotice: 'utskriven',
  patientInformation: 'patientinfo',
  mailPatientInformation: 'hemskickad info',
  readyForDischarge: 'utskrivningsklar',
  planningBasis: 'planeringsunderlag',
  namedContact: 'fast vårdkontakt',
  sipSummons: 'SIP-kallelse',
  acknowledgeMessages: 'kvittering',
  sendForm: 'blankett',
};
