import type { Answer } from '../cards/answer.ts';
import type { FormCase, HandoverFormKnown } from '../cards/handover-form.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import type { StayFacts } from '../domain/handover-event.ts';
import { isOpen } from '../domain/log-target.ts';
import { newsOfCase } from '../domain/news-of-case.ts';
import { latestStay } from '../domain/stay-of-case.ts';
import { momentOf, valueOf } from './form-values.ts';
import { logUnit } from './member.ts';
import type { MemberAsked } from './member-verb.ts';
import { recordPlace } from './record-place.ts';
import { refusalSentence } from './refusal-reply.ts';
import type { Faults, Read, VerbReply } from './verb.ts';

/** The inputs of a call, new or told anew. */
export const callInputs = [
  'party',
  'municipality',
  'counterpart',
  'items',
  'outcome',
  'calledOn',
  'calledAt',
  'code',
  'admittedOn',
  'admittedAt',
  'admissionNoticeSent',
  'dischargedOn',
  'dischargedAt',
  'wentHome',
  'sipOn',
  'formUsed',
  'isSameAsBefore',
];

/** An answer in place of a form. */
export const answered = (answer: Answer): VerbReply => ({ kind: 'answer', answer });

/** Why what others wrote may not be shown. */
export const unreadable = ({ member }: Pick<MemberAsked, 'member'>): VerbReply =>
  answered(member.whyNot ?? plainAnswer('Det går inte nu', []));

/** What is wrong with what was filled in, by field. */
export const faulty = (errors: Readonly<Record<string, string>>): Read => ({
  kind: 'faulty',
  faults: { errors },
});

/** What everybody who acts for a unit sends along. */
export const acting = ({ act, member }: MemberAsked) => ({
  act,
  unit: logUnit(member),
  isUnverified: member.isUnverified,
});

/** A form that is not ticked says nothing of an earlier one that was. */
export function withoutUnticked<Told extends { readonly facts: StayFacts }>(call: Told): Told {
  const { formUsed, ...facts } = call.facts;
  return { ...call, facts: { ...facts, ...(formUsed === true && { formUsed }) } };
}

/** A code that is nothing to the unit is said at its field, and nothing else is saved meanwhile. */
export function codeError({ ofCode, now, world }: MemberAsked): Readonly<Record<string, string>> {
  if (ofCode.kind === 'faulty') return { code: ofCode.text };
  return ofCode.kind === 'unknown'
    ? { code: refusalSentence({ kind: 'no-handover-on-code' }, { now }, world) }
    : {};
}

/** A form of ours has a time in it from the start: one that was emptied is not now's. */
export function timeError({ isWhole, values }: MemberAsked): Readonly<Record<string, string>> {
  return isWhole && valueOf(values, 'calledAt') === '' ? { calledAt: 'Fyll i när samtalet var.' } : {};
}

type FormKnown = { readonly known: HandoverFormKnown; readonly errors: Readonly<Record<string, string>> };

/** What the form of a call is made from, and what is wrong with the code that it is for. */
export function formKnown(asked: MemberAsked, { errors = {} }: Faults): FormKnown {
  const { member, ofCode, values, world } = asked;
  const ofCase = formCaseOf(asked);
  const called = momentOf(values, 'called', asked.now);
  return {
    errors: { ...(ofCode.kind === 'none' ? {} : codeError(asked)), ...errors },
    known: {
      unit: member.unit,
      direction: valueOf(values, 'direction') === 'received' ? 'received' : 'given',
      ...(ofCase !== undefined && { ofCase }),
      ...recordPlace(world, ofCode, {
        calledAt: called.kind === 'at' ? called.at : asked.now,
        named: valueOf(values, 'outage'),
        now: asked.now,
      }),
    },
  };
}

/** What the form shows of the case: only to those who may read the log. */
function formCaseOf({ member, ofCode }: MemberAsked): FormCase | undefined {
  if (ofCode.kind !== 'case' || !member.mayRead) return undefined;
  const { code, found, outage } = ofCode;
  if (!isOpen(outage)) return undefined;
  const isOwn = found.owner === member.unit.id;
  return {
    code,
    isOwn,
    stay: latestStay(outage.log, member.unit.id, code),
    hasNews: isOwn && newsOfCase(outage.log, found).length > 0,
    ...(isOwn && found.receivers !== undefined && { receivers: found.receivers }),
  };
}
