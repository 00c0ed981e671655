import type { Answer } from '../cards/answer.ts';
import type { FormCard } from '../cards/form.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import type { World } from '../domain/decision.ts';
import { decideLog } from '../domain/decide-log.ts';
import { logOf } from '../domain/handover-log.ts';
import type { LogCommand } from '../domain/log-command.ts';
import { savedAlreadyText } from '../text/refusal-text.ts';
import type { CodeAsked } from './code-asked.ts';
import { valueOf } from './form-values.ts';
import type { Reading } from './log-read.ts';
import type { Member } from './member.ts';
import type { Asked, Faults, Read, Verb, VerbReply } from './verb.ts';

/** Somebody who may act for a unit, and the case that it is about. */
export type MemberAsked = Asked & { readonly member: Member; readonly ofCode: CodeAsked };

/** A verb that only a unit's members may use. */
type OfMembers = {
  readonly inputs: readonly string[];
  readonly form?: (asked: MemberAsked, faults: Faults) => VerbReply;
  readonly read: (asked: MemberAsked) => Read;
  /** What of the log it shows: the case that is named, unless something else is said. */
  readonly reading?: (asked: MemberAsked) => readonly Reading[];
  readonly done: (asked: MemberAsked, world: World, outage: string | undefined) => Answer;
};

/** A verb that changes a unit's log. */
export function memberVerb({ inputs, form, read, reading = caseNamed, done }: OfMembers): Verb {
  return {
    who: 'member',
    inputs,
    ...(form !== undefined && {
      form: (asked: Asked, faults: Faults) =>
        savedAlready(asMember(asked)) ?? withUnit(form(asMember(asked), faults), asked),
    }),
    read: (asked) => read(asMember(asked)),
    reading: (asked) => (asked.member?.mayRead === true ? reading(asMember(asked)) : []),
    done: (asked, world, outage) => done(asMember(asked), world, outage),
  };
}

/** The case that is named. */
export function caseNamed({ ofCode }: MemberAsked): readonly Reading[] {
  return ofCode.kind === 'case' ? [{ outage: ofCode.outage, code: ofCode.code }] : [];
}

/** A verb that shows a unit's log to a member; what it shows is recorded as read where others wrote it. */
export function memberList(list: Omit<OfMembers, 'inputs' | 'form'>): Verb {
  const { reading: _reading, ...verb } = memberVerb({ ...list, inputs: [] });
  return { ...verb, isShown: true };
}

/** A form that is opened again from the button that it was saved from: the call is not told twice. */
function savedAlready({ isFetch, member, now, values, world }: MemberAsked): VerbReply | undefined {
  const id = valueOf(values, 'formId');
  if (!isFetch || id === '') return undefined;
  const act = [...world.outages.values()]
    .map(({ log }) => logOf(log, member.unit.id).forms.get(id))
    .find((one) => one !== undefined);
  return act && { kind: 'answer', answer: plainAnswer('Redan sparat', [savedAlreadyText(act, now)]) };
}

/** `admit` comes before everything else that is done with a verb of members. */
function asMember(asked: Asked): MemberAsked {
  const { member, ofCode } = asked;
  if (member === undefined || ofCode === undefined) throw new Error(`${asked.verb} is for members alone`);
  return { ...asked, member, ofCode };
}

/** The form stays the unit's, whatever its sender chooses as the own unit meanwhile. */
function withUnit(reply: VerbReply, { member }: Asked): VerbReply {
  if (reply.kind !== 'form' || member === undefined) return reply;
  const { submit } = reply.form;
  const form: FormCard = {
    ...reply.form,
    submit: { ...submit, data: { ...submit.data, unit: member.unit.id } },
  };
  return { kind: 'form', form };
}

/** Decided on when it is written, by what is true then. */
export const logWish = (command: LogCommand, now: number): Read => ({
  kind: 'wish',
  decide: (world) => decideLog(command, world, now),
});
