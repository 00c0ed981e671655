import type { Answer } from '../cards/answer.ts';
import { caseAnswer } from '../cards/case-answer.ts';
import { correctHandoverForm } from '../cards/handover-form.ts';
import { markedForm } from '../cards/notice.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { whichCallAnswer } from '../cards/which-call.ts';
import { withdrawForm } from '../cards/withdraw-form.ts';
import type { World } from '../domain/decision.ts';
import { callOf, logOf } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import type { Outage } from '../domain/outage.ts';
import { filledCall } from './filled-call.ts';
import { currentState } from './form-state.ts';
import { pageOf, revisionIn, valueOf } from './form-values.ts';
import { caseContext, entryUnder } from './log-context.ts';
import {
  acting,
  answered,
  callInputs,
  codeError,
  faulty,
  formKnown,
  timeError,
  unreadable,
  withoutUnticked,
} from './log-form.ts';
import type { Reading } from './log-read.ts';
import { caseNamed, logWish, memberVerb } from './member-verb.ts';
import type { MemberAsked } from './member-verb.ts';
import { refusalReply } from './refusal-reply.ts';
import type { Read, Verb, VerbReply } from './verb.ts';

/** A call is told anew, with why. */
const correct: Verb = memberVerb({
  inputs: [...callInputs, 'isWithdrawn', 'reason'],
  form: (asked, faults) =>
    withEntry(asked, (entry, outage) => {
      const { known, errors } = formKnown(asked, faults);
      const { ofCase: _ofCase, ...others } = known;
      const direction = callOf(entry).direction;
      return {
        kind: 'form',
        form: correctHandoverForm(currentState(asked, { ...faults, errors }), {
          ...others,
          direction,
          entry,
          outage: outage.id,
        }),
      };
    }),
  read(asked) {
    const { now, ofCode, values } = asked;
    const found = ownEntry(asked);
    if (found === undefined) return { kind: 'answered', reply: noEntry(asked) };
    if (isWithdrawal(asked)) return withdrawal(asked, found);
    const before = callOf(found.entry);
    const seen = revisionIn(values);
    const filled = filledCall({ ...values, direction: before.direction }, now);
    const errors = {
      ...timeError(asked),
      ...(filled.kind === 'faulty' && filled.errors),
      ...codeError(asked),
    };
    if (filled.kind === 'faulty' || Object.keys(errors).length > 0) return faulty(errors);
    const command = {
      ...acting(asked),
      kind: 'correct',
      outage: found.outage.id,
      entry: found.entry.id,
      call: {
        ...(before.facts.formUsed === undefined ? withoutUnticked(filled.call) : filled.call),
        code: ofCode.kind === 'case' ? ofCode.code : '',
      },
      reason: valueOf(values, 'reason'),
      ...(seen !== undefined && { seen }),
    } as const;
    return logWish(command, now);
  },
  reading: entryRead,
  done: (asked, world, id) =>
    changedCall(isWithdrawal(asked) ? 'Tillbakataget' : 'Rättat', asked, [world, id]),
});

const isWithdrawal = ({ values }: MemberAsked): boolean => valueOf(values, 'isWithdrawn') === 'true';

function withdrawal(asked: MemberAsked, { entry, outage }: OwnEntry): Read {
  const reason = valueOf(asked.values, 'reason');
  const seen = revisionIn(asked.values);
  const of = { outage: outage.id, entry: entry.id, reason, ...(seen !== undefined && { seen }) };
  return logWish({ ...acting(asked), ...of, kind: 'withdraw' }, asked.now);
}

/** A call is taken back, with why. */
const withdraw: Verb = memberVerb({
  inputs: ['reason'],
  form: (asked, faults) =>
    withEntry(asked, (entry, outage) => ({
      kind: 'form',
      form: markedForm(outage, withdrawForm(currentState(asked, faults), { entry, outage: outage.id })),
    })),
  read(asked) {
    const found = ownEntry(asked);
    if (found === undefined) return { kind: 'answered', reply: noEntry(asked) };
    return withdrawal(asked, found);
  },
  reading: entryRead,
  done: (asked, world, id) => changedCall('Tillbakataget', asked, [world, id]),
});

function changedCall(
  title: string,
  asked: MemberAsked,
  [world, id]: readonly [World, string | undefined],
): Answer {
  const outage = world.outages.get(id ?? '');
  const entry = outage && entryUnder(asked, outage);
  if (outage === undefined || entry === undefined || !asked.member.mayRead) return plainAnswer(title, []);
  const answer = caseAnswer(caseContext(asked, world, { code: callOf(entry).code, outage }));
  return { ...answer, title: `${title}. ${answer.title}` };
}

type OwnEntry = { readonly entry: Entry; readonly outage: Outage };

function ownEntry({ member, values, world }: MemberAsked): OwnEntry | undefined {
  const outage = world.outages.get(valueOf(values, 'outage'));
  const entry = outage && logOf(outage.log, member.unit.id).entries.get(valueOf(values, 'entry'));
  return outage && entry && { entry, outage };
}

/** The case that the call is on, and the one that it is moved to. */
function entryRead(asked: MemberAsked): readonly Reading[] {
  const found = ownEntry(asked);
  const own = found === undefined ? [] : [{ outage: found.outage, code: callOf(found.entry).code }];
  const others = caseNamed(asked).filter(({ code }) => code !== own[0]?.code);
  return [...own, ...others];
}

function withEntry(asked: MemberAsked, use: (entry: Entry, outage: Outage) => VerbReply): VerbReply {
  const { member, ofCode, values } = asked;
  if (!member.mayRead) return unreadable(asked);
  if (ofCode.kind === 'case' && valueOf(values, 'entry') === '') {
    return answered(
      whichCallAnswer({ ...ofCode, unit: member.unit.id, page: pageOf(values), now: asked.now }),
    );
  }
  const found = ownEntry(asked);
  if (found === undefined) return noEntry(asked);
  const { withdrawn } = found.entry;
  return withdrawn === undefined
    ? use(found.entry, found.outage)
    : refusalReply([{ kind: 'entry-withdrawn', act: withdrawn.act }], asked, asked.world);
}

const noEntry = (asked: MemberAsked): VerbReply =>
  refusalReply([{ kind: 'no-such-entry' }], asked, asked.world);

/** What changes a call that is logged: contract.md §5. */
export const correctionVerbs = {
  'handover.correct': correct,
  'handover.withdraw': withdraw,
} as const satisfies Readonly<Record<string, Verb>>;
