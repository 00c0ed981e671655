import type { HandoverItem } from '../domain/ids.ts';
import { itemNames } from '../text/handover-names.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Field, FormCard } from './form.ts';
import { chosenOr, faultOf, filledOr, formCard } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { asksForForm } from './button-view.ts';
import { own } from './line.ts';
import { journalLine } from './log-lines.ts';

/** What the code's owner has logged as handed over to the unit. */
export type AcknowledgeKnown = {
  readonly code: string;
  readonly from: string;
  readonly handed: readonly {
    readonly item: HandoverItem;
    readonly calledAt: number;
    readonly caller: string;
  }[];
};

/** The receiver says what it has heard: first the code, then what of it; nothing is ticked for anybody. */
export function acknowledgeForm(state: FormState, known?: AcknowledgeKnown): FormCard {
  return known === undefined ? askForCode(state) : tickList(state, known);
}

const title = 'Bekräfta mottagen';

function askForCode(state: FormState): FormCard {
  return formCard(state, {
    title,
    lines: [
      own('Avsändaren sa en kod i telefon. Skriv den, så ser du vad som är loggat som lämnat till er.'),
    ],
    fields: [
      {
        kind: 'text',
        id: 'code',
        label: 'Kod',
        hint: 'Till exempel K7M-3F. Skriv aldrig personnummer.',
        maxLength: 20,
        value: filledOr(state, 'code'),
        isRequired: true,
        ...faultOf(state, 'code'),
      },
    ],
    submit: { title: 'Visa', verb: 'handover.acknowledge', data: { ...asksForForm } },
  });
}

function tickList(state: FormState, { code, from, handed }: AcknowledgeKnown): FormCard {
  const items: Field = {
    kind: 'choices',
    id: 'items',
    label: 'Vad har du tagit emot?',
    hint: 'Fattas något: be avsändaren ringa och logga det.',
    options: handed.map((one) => ({ value: one.item, title: handedTitle(one, state.now) })),
    value: chosenOr(state, 'items'),
    isRequired: true,
    ...faultOf(state, 'items'),
  };
  return formCard(state, {
    title,
    lines: [
      own(`${from} har loggat detta som lämnat till er på koden ${code}.`),
      own('Kryssa bara i det som du vet att ni har fått. Avsändaren får veta det.'),
      journalLine,
    ],
    fields: [items],
    submit: { title, verb: 'handover.acknowledge', data: { code } },
  });
}

function handedTitle({ calledAt, caller, item }: AcknowledgeKnown['handed'][number], now: number): string {
  const who = caller.trim() === '' ? '' : ` av ${caller.trim()}`;
  return `${itemNames[item]}, ${swedishSince(calledAt, now)}${who}`;
}
