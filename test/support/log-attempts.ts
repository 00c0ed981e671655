import type { VerbName } from '../../src/app/verbs.ts';
import { toAnge } from './unit-stage.ts';

/** What names a unit's log: the ids of unit, outage and one of its calls, and the code of that. */
export type NamedLog = {
  readonly unit: string;
  readonly outage: string;
  readonly entry: string;
  readonly code: string;
};

/** Every verb of a unit's members, with data that would show or change the log. */
export function logAttempts({ code, entry, outage, unit }: NamedLog) {
  const of = { unit, outage };
  return [
    ['handover.record', { ...of, ...toAnge, code }],
    ['handover.acknowledge', { ...of, code, items: 'admission' }],
    ['handover.correct', { ...of, entry, ...toAnge, items: 'admission', reason: 'Fel' }],
    ['handover.withdraw', { ...of, entry, reason: 'Fel' }],
    ['handover.list', of],
    ['handover.list', { ...of, code }],
    ['case.receivers', { ...of, code, receivers: 'primary-care', reason: 'Fel' }],
    ['case.facts', { ...of, code, admittedAt: '08:30' }],
    ['task.done', { ...of, case: code, tasks: 'admissionNotice' }],
    ['task.dismiss', { ...of, case: code, tasks: 'admissionNotice', note: 'Nej' }],
    ['task.reopen', { ...of, case: code, task: 'admissionNotice' }],
    ['tasks.list', of],
    ['summary.show', of],
    ['statistics.show', of],
  ] as const satisfies readonly (readonly [VerbName, Readonly<Record<string, unknown>>])[];
}
