import type { Answer } from '../cards/answer.ts';
import { caseAnswer } from '../cards/case-answer.ts';
import { factsForm } from '../cards/facts-form.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { receiversForm } from '../cards/receivers-form.ts';
import type { World } from '../domain/decision.ts';
import { owedOn } from '../domain/owed-tasks.ts';
import { latestStay } from '../domain/stay-of-case.ts';
import { filledFacts, receiversIn } from './filled-call.ts';
import { formState } from './form-state.ts';
import { valueOf } from './form-values.ts';
import { caseContext } from './log-context.ts';
import { acting, answered, faulty } from './log-form.ts';
import { logWish, memberVerb } from './member-verb.ts';
import type { MemberAsked } from './member-verb.ts';
import { refusalReply } from './refusal-reply.ts';
import type { Read, Verb, VerbReply } from './verb.ts';

/** Whom the information must reach: stated, or changed with why. */
const receivers: Verb = memberVerb({
  inputs: ['receivers', 'receivingMunicipality', 'reason'],
  form: (asked, faults) =>
    withCase(asked, ({ code, found }) => ({
      kind: 'form',
      form: receiversForm(formState(asked, faults), {
        code,
        ...(found.receivers !== undefined && { receivers: found.receivers }),
      }),
    })),
  read(asked) {
    if (asked.ofCode.kind !== 'case') return noCase(asked);
    const errors: Record<string, string> = {};
    const list = receiversIn(asked.values, errors);
    if (list === undefined) errors['receivers'] ??= 'Välj minst en mottagare.';
    if (list === undefined || Object.keys(errors).length > 0) return faulty(errors);
    const { code } = asked.ofCode;
    const reason = valueOf(asked.values, 'reason');
    return logWish({ ...acting(asked), kind: 'state-receivers', code, receivers: list, reason }, asked.now);
  },
  done: shownCase,
});

/** When the patient was admitted, discharged, went home: what decides what is registered. */
const facts: Verb = memberVerb({
  inputs: ['admittedOn', 'admittedAt', 'dischargedOn', 'dischargedAt', 'wentHome', 'sipOn', 'formUsed'],
  form: (asked, faults) =>
    withCase(asked, ({ code, outage }) => {
      const { unit } = asked.member;
      const tasks = owedOn(outage.log, [unit, code], outage);
      return {
        kind: 'form',
        form: factsForm(formState(asked, faults), {
          code,
          careSetting: unit.careSetting,
          stay: latestStay(outage.log, unit.id, code),
          asks: [...new Set(tasks.flatMap(({ asks }) => asks))],
        }),
      };
    }),
  read(asked) {
    if (asked.ofCode.kind !== 'case') return noCase(asked);
    const errors: Record<string, string> = {};
    const stated = filledFacts(asked.values, asked.now, errors);
    if (Object.keys(errors).length > 0) return faulty(errors);
    const { code } = asked.ofCode;
    return logWish({ ...acting(asked), kind: 'state-facts', code, facts: stated }, asked.now);
  },
  done: shownCase,
});

type OnCase = Extract<MemberAsked['ofCode'], { kind: 'case' }>;

function withCase(asked: MemberAsked, use: (ofCode: OnCase) => VerbReply): VerbReply {
  if (asked.ofCode.kind !== 'case')
    return refusalReply([{ kind: 'no-handover-on-code' }], asked, asked.world);
  if (!asked.member.mayRead) return answered(asked.member.whyNot ?? plainAnswer('Det går inte nu', []));
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
