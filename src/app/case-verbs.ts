import type { Answer } from '../cards/answer.ts';
import { caseAnswer } from '../cards/case-answer.ts';
import { factsForm, shownPrefix } from '../cards/facts-form.ts';
import { markedForm } from '../cards/notice.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { receiversForm } from '../cards/receivers-form.ts';
import { stayPartNames } from '../cards/stay-fields.ts';
import type { StayPart } from '../domain/handover-event.ts';
import type { World } from '../domain/decision.ts';
import { owedOn } from '../domain/owed-tasks.ts';
import { isAdmittedBefore, latestStay } from '../domain/stay-of-case.ts';
import { filledFacts, receiversIn } from './filled-call.ts';
import { currentState, formState } from './form-state.ts';
import { choiceOf, revisionIn, valueOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { caseContext } from './log-context.ts';
import { acting, faulty, unreadable } from './log-form.ts';
import { logWish, memberVerb } from './member-verb.ts';
import type { MemberAsked } from './member-verb.ts';
import { refusalReply } from './refusal-reply.ts';
import type { Read, Verb, VerbReply } from './verb.ts';

/** Whom the information must reach: stated, or changed with why. */
const receivers: Verb = memberVerb({
  inputs: ['receivers', 'receivingMunicipality', 'reason'],
  form: (asked, faults) =>
    withCase(asked, ({ code, found, outage }) => ({
      kind: 'form',
      form: markedForm(
        outage,
        receiversForm(currentState(asked, faults), {
          code,
          stated: found.statements.length,
          ...(found.receivers !== undefined && { receivers: found.receivers }),
        }),
      ),
    })),
  read(asked) {
    if (asked.ofCode.kind !== 'case') return noCase(asked);
    // What replaces another's word is not written unseen.
    if (!asked.member.mayRead) return { kind: 'answered', reply: unreadable(asked) };
    const errors: Record<string, string> = {};
    const list = receiversIn(asked.values, errors);
    if (list === undefined) errors['receivers'] ??= 'Välj minst en mottagare.';
    if (list === undefined || Object.keys(errors).length > 0) return faulty(errors);
    const { code } = asked.ofCode;
    const reason = valueOf(asked.values, 'reason');
    const seen = revisionIn(asked.values);
    const command = {
      ...acting(asked),
      kind: 'state-receivers',
      code,
      receivers: list,
      reason,
      ...(seen !== undefined && { seen }),
    } as const;
    return logWish(command, asked.now);
  },
  done: shownCase,
});

/** The inputs of each part of a stay. */
const inputsOf: Readonly<Record<StayPart, readonly string[]>> = {
  admittedAt: ['admittedOn', 'admittedAt'],
  admissionNoticeSent: ['admissionNoticeSent'],
  dischargedAt: ['dischargedOn', 'dischargedAt'],
  wentHome: ['wentHome'],
  sipOn: ['sipOn'],
  formUsed: ['formUsed'],
};

/** What was changed in the form: a field that is as it was shown tells nothing. */
function changedIn(values: FormValues): FormValues {
  const same = Object.values(inputsOf).filter((fields) =>
    fields.every((field) => values[`${shownPrefix}${field}`] === choiceOf(values, field)),
  );
  return { ...values, ...Object.fromEntries(same.flat().map((field) => [field, ''])) };
}

/** What stood in the form and was emptied. */
function emptiedIn(values: FormValues): readonly StayPart[] {
  return stayPartNames.filter((part) => {
    const fields = inputsOf[part];
    const stood = fields.some((field) => valueOf(values, `${shownPrefix}${field}`) !== '');
    return part !== 'formUsed' && stood && fields.every((field) => choiceOf(values, field) === '');
  });
}

/** When the patient was admitted, discharged, went home: what decides what is registered. */
const facts: Verb = memberVerb({
  inputs: Object.values(inputsOf).flat(),
  form: (asked, faults) =>
    withCase(asked, ({ code, outage }) => {
      const { unit } = asked.member;
      const tasks = owedOn(outage.log, [unit, code], outage);
      return {
        kind: 'form',
        form: markedForm(
          outage,
          factsForm(formState(asked, faults), {
            code,
            careSetting: unit.careSetting,
            stay: latestStay(outage.log, unit.id, code),
            isAdmittedBefore: isAdmittedBefore(outage, unit.id, code),
            asks: [...new Set(tasks.flatMap(({ asks }) => asks))],
          }),
        ),
      };
    }),
  read(asked) {
    if (asked.ofCode.kind !== 'case') return noCase(asked);
    const errors: Record<string, string> = {};
    const stated = filledFacts(changedIn(asked.values), asked.now, errors);
    const unknown = emptiedIn(asked.values);
    if (Object.keys(errors).length > 0) return faulty(errors);
    if (Object.keys(stated).length + unknown.length === 0) return unchangedFacts;
    const { code } = asked.ofCode;
    return logWish({ ...acting(asked), kind: 'state-facts', code, facts: stated, unknown }, asked.now);
  },
  done: shownCase,
});

const unchangedFacts: Read = {
  kind: 'faulty',
  faults: { problems: ['Inget är ändrat, så inget är sparat. Fyll i det du vet, eller stäng formuläret.'] },
};

type OnCase = Extract<MemberAsked['ofCode'], { kind: 'case' }>;

function withCase(asked: MemberAsked, use: (ofCode: OnCase) => VerbReply): VerbReply {
  if (asked.ofCode.kind !== 'case')
    return refusalReply([{ kind: 'no-handover-on-code' }], asked, asked.world);
  if (!asked.member.mayRead) return unreadable(asked);
  return use(asked.ofCode);
}

const noCase = (asked: MemberAsked): Read => ({
  kind: 'answered',
  reply: refusalReply([{ kind: 'no-handover-on-code' }], asked, asked.world),
});

function shownCase(asked: MemberAsked, world: World, id: string | undefined): Answer {
  const outage = world.outages.get(id ?? '');
  if (outage === undefined || asked.ofCode.kind !== 'case' || !asked.member.mayRead)
    return plainAnswer('Sparat', []);
  const answer = caseAnswer(caseContext(asked, world, { code: asked.ofCode.code, outage }));
  return { ...answer, title: `Sparat. ${answer.title}` };
}

/** What is told of a case outside any call; beside contract.md's verbs. */
export const caseVerbs = {
  'case.receivers': receivers,
  'case.facts': facts,
} as const satisfies Readonly<Record<string, Verb>>;
