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
import { namesDanger, withEmergency } from '../cards/with-emergency.ts';
import { runningOutage } from '../domain/current-outage.ts';
import { decideOutage } from '../domain/decide-outage.ts';
import type { World } from '../domain/decision.ts';
import { newOutage } from '../domain/evolve-outage.ts';
import { firstCalledAt } from '../domain/handover-log.ts';
import { coordinatorRecipients } from '../domain/outage-recipients.ts';
import type { Outage } from '../domain/outage.ts';
import { broughtBy } from '../domain/outage-standing.ts';
import type { Refusal } from '../domain/refusal.ts';
import { wholeMinute } from '../domain/swedish-time.ts';
import { filledTerms } from './filled-terms.ts';
import { momentOf, valueOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { refusalReply } from './refusal-reply.ts';
import { unitOf } from './situation-of.ts';
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
  read({ act, values, whereabouts, world, now, newId }) {
    const unit = unitOf(whereabouts, world);
    const where = unit === undefined ? {} : { unit: unit.id };
    const message = valueOf(values, 'message');
    return wish({ kind: 'report', act, newOutage: newId(), message, ...where }, now);
  },
  done({ asker, knowledge, values }, world, id) {
    const about = { asker, knowledge, entities: {} };
    const reported = reportedAnswer(
      world.outages.get(id ?? ''),
      about,
      coordinatorRecipients(world).length > 0,
    );
    return namesDanger(valueOf(values, 'message')) ? withEmergency(reported) : reported;
  },
};

/** Coordinators: an outage, a planned one or a drill. */
const declare: Verb = {
  who: 'coordinator',
  inputs: ['kind', ...termsInputs],
  form(asked, faults) {
    const past = pastReport(asked.values, asked.world);
    if (past !== undefined) return refusalReply([past], asked, asked.world);
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
    const isTakenOver = reported?.state === 'reported' && kind !== 'drill';
    const startedAt = wholeMinute(isTakenOver ? firstSignOf(reported) : now);
    const filled = filledTerms(values, { startedAt, terms: nothingKnown }, now);
    const errors = { ...(filled.kind === 'faulty' && filled.errors), ...planFault(kind, values) };
    if (filled.kind === 'faulty' || Object.keys(errors).length > 0) return faulty(errors);
    const { startedAt: begins, terms } = filled;
    const command = { kind: 'declare', act, outageKind: kind, startedAt: begins, terms } as const;
    const newOutageId = newId();
    return {
      kind: 'wish',
      decide(current) {
        const past = pastReport(values, current);
        if (past !== undefined) return { kind: 'refused', refusals: [past] };
        return decideOutage({ ...command, newOutage: newOutageId }, current, now);
      },
    };
  },
  done: boardAnswer,
};

/** The first report or the first call, whichever was earlier. */
function firstSignOf({ log, startedAt }: Outage): number {
  return Math.min(startedAt, firstCalledAt(log) ?? startedAt);
}

/** A plan without a time would begin at once. */
function planFault(kind: string, values: FormValues): Readonly<Record<string, string>> {
  const hasStart = momentOf(values, 'started', 0).kind !== 'empty';
  return kind === 'planned' && !hasStart ? { startedAt: 'Fyll i när det planerade avbrottet börjar.' } : {};
}

/** A form for a report that somebody has taken care of since: declared, or found to be no outage. */
function pastReport(values: FormValues, { outages }: World): Refusal | undefined {
  const named = valueOf(values, 'outage');
  if (named === '') return undefined;
  const outage = outages.get(named);
  if (outage === undefined) return { kind: 'no-such-outage' };
  if (outage.state === 'reported') return undefined;
  const deed = broughtBy(outage);
  const act = outage.deeds[deed];
  return act === undefined ? { kind: 'no-such-outage' } : { kind: 'already-done', deed, act };
}

/** A moment that is left out is now. */
function momentWish(
  { values, now }: Asked,
  name: string,
  command: (at: number) => WithoutTarget<CommandOnOne>,
): Wished {
  const filled = momentOf(values, name, now);
  if (filled.kind === 'faulty') return { kind: 'faulty', errors: { [filled.field]: filled.text } };
  return wished(command(filled.kind === 'at' ? filled.at : wholeMinute(now)));
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
