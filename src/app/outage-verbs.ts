import { cancelForm } from '../cards/cancel-form.ts';
import { closeForm } from '../cards/close-form.ts';
import { declareForm } from '../cards/declare-form.ts';
import { dismissForm } from '../cards/dismiss-form.ts';
import { endForm } from '../cards/end-form.ts';
import { reportForm } from '../cards/report-form.ts';
import { reportedAnswer } from '../cards/reported-answer.ts';
import { restoredForm } from '../cards/restored-form.ts';
import { resumeForm } from '../cards/resume-form.ts';
import { updateForm } from '../cards/update-form.ts';
import { runningOutage } from '../domain/current-outage.ts';
import { newOutage } from '../domain/evolve-outage.ts';
import { filledTerms } from './filled-terms.ts';
import { momentOf, valueOf } from './form-values.ts';
import { formState } from './form-state.ts';
import { boardAnswer, channelsOf, faulty, verbOnOutage, wish, wished } from './verb-on-outage.ts';
import type { Wished, WithoutTarget } from './verb-on-outage.ts';
import type { CommandOnOne } from '../domain/outage-standing.ts';
import type { Asked, Verb } from './verb.ts';

const termsInputs = [
  'startedOn',
  'startedAt',
  'expectedEndOn',
  'expectedEndAt',
  'nextUpdateOn',
  'nextUpdateAt',
  'scope',
  'message',
];

const outageKinds = ['unplanned', 'planned', 'drill'] as const;
const nothingKnown = { scope: [], message: '' };

/** Anyone: it does not work. Announces nothing. */
const report: Verb = {
  who: 'anyone',
  inputs: ['message'],
  form: (asked, faults) => ({ kind: 'form', form: reportForm(formState(asked, faults)) }),
  read: ({ act, values, unit, now, newId }) =>
    wish(
      {
        kind: 'report',
        act,
        newOutage: newId(),
        message: valueOf(values, 'message'),
        ...(unit !== undefined && { unit: unit.id }),
      },
      now,
    ),
  done: ({ asker, knowledge }, world, id) =>
    reportedAnswer(world.outages.get(id ?? ''), { asker, knowledge, entities: {} }),
};

/** Coordinators: an outage, a planned one or a drill. */
const declare: Verb = {
  who: 'coordinator',
  inputs: ['kind', ...termsInputs],
  form(asked, faults) {
    const reported = runningOutage(asked.world);
    const state = {
      ...formState(asked, faults),
      ...(reported?.state === 'reported' && { outage: reported }),
    };
    const channels = channelsOf(newOutage(''), asked.world);
    return { kind: 'form', form: declareForm(state, { channels }) };
  },
  read({ act, values, now, newId, world }) {
    const kind = outageKinds.find((one) => one === (valueOf(values, 'kind') || 'unplanned'));
    if (kind === undefined) return faulty({ kind: 'Välj vad det är.' });
    const reported = runningOutage(world);
    const startedAt = reported?.state === 'reported' && kind !== 'drill' ? reported.startedAt : now;
    const filled = filledTerms(values, { startedAt, terms: nothingKnown }, now);
    if (filled.kind === 'faulty') return faulty(filled.errors);
    const { startedAt: begins, terms } = filled;
    return wish(
      { kind: 'declare', act, newOutage: newId(), outageKind: kind, startedAt: begins, terms },
      now,
    );
  },
  done: boardAnswer,
};

/** A moment that is left out is now. */
function momentWish(
  { values, now }: Asked,
  name: string,
  command: (at: number) => WithoutTarget<CommandOnOne>,
): Wished {
  const filled = momentOf(values, name, now);
  if (filled.kind === 'faulty') return { kind: 'faulty', errors: { [filled.field]: filled.text } };
  return wished(command(filled.kind === 'at' ? filled.at : now));
}

const reasonWish =
  (kind: 'dismiss' | 'cancel' | 'close') =>
  ({ values }: Asked): Wished =>
    wished({ kind, reason: valueOf(values, 'reason') });

/** The verbs of an outage's life: contract.md §5. */
export const outageVerbs = {
  'outage.report': report,
  'outage.declare': declare,
  'outage.update': verbOnOutage({
    verb: 'outage.update',
    command: 'update',
    inputs: termsInputs,
    form: updateForm,
    wish({ values, now }, outage) {
      const filled = filledTerms(values, outage, now);
      if (filled.kind === 'faulty') return filled;
      return wished({ kind: 'update', startedAt: filled.startedAt, terms: filled.terms });
    },
  }),
  'outage.restored': verbOnOutage({
    verb: 'outage.restored',
    command: 'restored',
    inputs: ['restoredOn', 'restoredAt'],
    form: restoredForm,
    wish: (asked) => momentWish(asked, 'restored', (restoredAt) => ({ kind: 'restored', restoredAt })),
  }),
  'outage.resume': verbOnOutage({
    verb: 'outage.resume',
    command: 'resume',
    inputs: ['restoredOn', 'restoredAt'],
    form: resumeForm,
    wish: (asked) => momentWish(asked, 'restored', (resumedAt) => ({ kind: 'resume', resumedAt })),
  }),
  'outage.end': verbOnOutage({
    verb: 'outage.end',
    command: 'end',
    inputs: ['endedOn', 'endedAt', 'message'],
    form: endForm,
    wish: (asked) =>
      momentWish(asked, 'ended', (endedAt) => ({
        kind: 'end',
        endedAt,
        message: valueOf(asked.values, 'message'),
      })),
  }),
  'outage.dismiss': verbOnOutage({
    verb: 'outage.dismiss',
    command: 'dismiss',
    inputs: ['reason'],
    form: dismissForm,
    wish: reasonWish('dismiss'),
  }),
  'outage.cancel': verbOnOutage({
    verb: 'outage.cancel',
    command: 'cancel',
    inputs: ['reason'],
    form: cancelForm,
    wish: reasonWish('cancel'),
  }),
  'outage.close': verbOnOutage({
    verb: 'outage.close',
    command: 'close',
    inputs: ['reason'],
    form: closeForm,
    wish: reasonWish('close'),
  }),
} as const;
