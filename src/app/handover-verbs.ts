import { acknowledgeForm } from '../cards/acknowledge-form.ts';
import type { Answer } from '../cards/answer.ts';
import { savedHandoverAnswer, savedReceiptAnswer } from '../cards/case-answer.ts';
import { handoverForm } from '../cards/handover-form.ts';
import { markedAnswer, markedForm } from '../cards/notice.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { usualReceivers } from '../cards/receiver-fields.ts';
import { handedTo } from '../domain/case-access.ts';
import type { World } from '../domain/decision.ts';
import type { ReceiverList } from '../domain/handover-event.ts';
import { callOf } from '../domain/handover-log.ts';
import { handoverItems } from '../domain/ids.ts';
import type { Outage } from '../domain/outage.ts';
import { organisationNames } from '../text/names.ts';
import { spelledCode } from '../text/spelled-code.ts';
import { filledCall } from './filled-call.ts';
import type { FilledCall } from './filled-call.ts';
import { formState } from './form-state.ts';
import { listOf, valueOf } from './form-values.ts';
import { caseContext, entryUnder } from './log-context.ts';
import {
  acting,
  callInputs,
  codeError,
  faulty,
  formKnown,
  timeError,
  unreadable,
  withoutUnticked,
} from './log-form.ts';
import { logUnit } from './member.ts';
import { logWish, memberVerb } from './member-verb.ts';
import type { MemberAsked } from './member-verb.ts';
import type { Verb } from './verb.ts';

/** A call is logged: on its case, or on a new one. */
const record: Verb = memberVerb({
  inputs: [...callInputs, 'receivers', 'receivingMunicipality', 'outage'],
  form: (asked, faults) => {
    const { errors, known } = formKnown(asked, faults);
    return { kind: 'form', form: handoverForm(formState(asked, { ...faults, errors }), known) };
  },
  read(asked) {
    const { newId, now, ofCode, values } = asked;
    const filled = filledCall(values, now);
    const errors = {
      ...timeError(asked),
      ...(filled.kind === 'faulty' && filled.errors),
      ...codeError(asked),
    };
    if (filled.kind === 'faulty' || Object.keys(errors).length > 0) return faulty(errors);
    const outage = valueOf(values, 'outage');
    const command = {
      ...acting(asked),
      kind: 'record',
      newOutage: newId(),
      newEntry: newId(),
      newCode: newId(),
      call: { ...withoutUnticked(filled.call), code: ofCode.kind === 'case' ? ofCode.code : '' },
      ...(outage !== '' && { outage }),
      ...receiversOf(asked, filled),
    } as const;
    return logWish(command, now);
  },
  done: (asked, world, id) => savedCall(asked, world.outages.get(id ?? ''), world),
});

/** The form of a new case has receivers ticked: on a case that has its own, they were not asked about. */
function receiversOf(
  { isWhole, ofCode }: MemberAsked,
  { receivers: list }: Extract<FilledCall, { kind: 'read' }>,
): { readonly receivers?: ReceiverList } {
  const isStated = ofCode.kind === 'case' && ofCode.found.receivers !== undefined;
  // As the form had it, and no municipality: nobody has said who is to receive, and the gate asks.
  const isUntouched = list?.parties.join() === usualReceivers.join() && list.municipality === undefined;
  return list === undefined || (isWhole && (isStated || isUntouched)) ? {} : { receivers: list };
}

/** What is said when a call is saved; to somebody who may not read the log, the code alone. */
function savedCall(asked: MemberAsked, outage: Outage | undefined, world: World): Answer {
  const entry = outage && entryUnder(asked, outage);
  if (outage === undefined || entry === undefined) return plainAnswer('Sparat', []);
  const { code, direction } = callOf(entry);
  const found = outage.log.cases.get(code);
  const isNew = found?.opened.form.id === asked.act.form.id;
  if (!asked.member.mayRead) return markedAnswer(outage, blindAnswer(code));
  const context = caseContext(asked, world, { code, outage });
  const isReceipt = direction === 'received' && found?.owner !== asked.member.unit.id;
  return isReceipt
    ? savedReceiptAnswer({ ...context, entry })
    : savedHandoverAnswer({ ...context, entry, isNew });
}

const blindAnswer = (code: string): Answer => ({
  ...plainAnswer('Sparat', [
    'Skriv koden på blanketten. Loggen kan jag inte visa just nu.',
    'Dokumentera i journalen; boten ersätter den inte.',
  ]),
  code: { text: code, spelled: spelledCode(code) },
});

/** The receiver's side ticks what it heard. */
const acknowledge: Verb = memberVerb({
  inputs: ['code', 'items'],
  form(asked, faults) {
    // The code alone asks for the list (contract.md §5): nothing is wrong with it.
    const errors = Object.hasOwn(asked.values, 'items') ? faults.errors : {};
    const state = formState(asked, { ...faults, errors: { ...codeError(asked), ...errors } });
    const { member, ofCode } = asked;
    if (!member.mayRead && ofCode.kind !== 'none') return unreadable(asked);
    if (ofCode.kind !== 'case' || ofCode.found.owner === member.unit.id) {
      const own = ofCode.kind === 'case' ? { code: ownCode } : {};
      return {
        kind: 'form',
        form: acknowledgeForm({ ...state, fieldErrors: { ...state.fieldErrors, ...own } }),
      };
    }
    const handed = handedTo(ofCode.outage.log, ofCode.found, logUnit(member));
    const rows = handoverItems.flatMap((item) => {
      const call = handed.get(item);
      if (call === undefined) return [];
      return [{ item, calledAt: callOf(call).calledAt, caller: call.versions[0].act.by.name }];
    });
    const from = organisationNames[ofCode.found.as.organisation];
    const form = acknowledgeForm(state, { code: ofCode.code, from, handed: rows });
    return { kind: 'form', form: markedForm(ofCode.outage, form) };
  },
  read(asked) {
    const { newId, now, ofCode, values } = asked;
    const named = listOf(values, 'items');
    const items = handoverItems.filter((item) => named.includes(item));
    if (ofCode.kind === 'none') return faulty({ code: 'Skriv koden som avsändaren sade.' });
    if (ofCode.kind !== 'case') return faulty(codeError(asked));
    if (items.length < named.length) return faulty({ items: 'Välj bland alternativen i listan.' });
    const { code } = ofCode;
    return logWish({ ...acting(asked), kind: 'acknowledge', newEntry: newId(), code, items }, now);
  },
  done: (asked, world, id) => savedCall(asked, world.outages.get(id ?? ''), world),
});

const ownCode = 'Det är er egen kod. Mottagaren bekräftar den; ni loggar samtalet.';

/** What logs a call: contract.md §5. */
export const handoverVerbs = {
  'handover.record': record,
  'handover.acknowledge': acknowledge,
} as const satisfies Readonly<Record<string, Verb>>;
