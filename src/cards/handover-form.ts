import { careGroupOf } from '../domain/care-group.ts';
import type { CareGroup } from '../domain/care-group.ts';
import type { Call, ReceiverList, StayFacts, StayPart } from '../domain/handover-event.ts';
import { callOf } from '../domain/handover-log.ts';
import type { Entry } from '../domain/handover-log.ts';
import type { CareSetting, Organisation } from '../domain/ids.ts';
import { swedishSince } from '../text/swedish-moment.ts';
import type { Line } from './answer.ts';
import type { Field, FormCard } from './form.ts';
import { faultOf, filledOr, formCard, reasonField } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { callFields } from './handover-fields.ts';
import { own } from './line.ts';
import { journalLine, neverPatientsLine } from './log-lines.ts';
import { receiverFields } from './receiver-fields.ts';
import { stayFields, stayPartNames, stayParts } from './stay-fields.ts';

/** What is known of the case that a call is logged on. */
export type FormCase = {
  readonly code: string;
  /** The unit opened it: it states the receivers. */
  readonly isOwn: boolean;
  readonly receivers?: ReceiverList;
  /** The latest of each that the unit's own log has. */
  readonly stay: StayFacts;
  /** Others were told a changed date or a discharge already: it may be the same (Call.isSameAsBefore). */
  readonly hasNews: boolean;
};

/** What the form of a call is made from. */
export type HandoverFormKnown = {
  readonly unit: {
    readonly name: string;
    readonly careSetting: CareSetting;
    readonly organisation: Organisation;
  };
  readonly direction: Call['direction'];
  /** The code is known and the unit's to see; absent: a new case, or a code is typed. */
  readonly ofCase?: FormCase;
  /** A drill runs and a real outage is reported: which one must be chosen. */
  readonly outages?: readonly { readonly id: string; readonly isDrill: boolean }[];
  /** The drill that it goes to: the form carries its mark. */
  readonly isDrill: boolean;
  /** When the last outage was over, where none goes on. */
  readonly lastEndedAt?: number;
  /** No outage is known at all: saving opens a reported one, coordinators are told. */
  readonly opensReport: boolean;
};

/** A call is logged: what was handed over, or received. */
export function handoverForm(state: FormState, known: HandoverFormKnown): FormCard {
  const { direction, ofCase, outages, unit } = known;
  const { outage: _outage, ...others } = state;
  const form = formCard(outages === undefined ? state : others, {
    title: direction === 'given' ? 'Logga en överlämning' : 'Logga ett mottaget samtal',
    lines: [
      neverPatientsLine,
      ...whereLines(known, state.now),
      own(`Sparas i loggen för ${unit.name}.`),
      journalLine,
    ],
    fields: [
      ...outageFields(state, known),
      ...callFields(state, sideOf(known), { calledAt: state.now, code: ofCase?.code ?? '' }),
      ...statedFields(state, known),
      ...stayFields(state, stayParts(unit.careSetting), { stay: {}, told: ofCase?.stay ?? {} }).map(extra),
      ...(ofCase?.hasNews === true || filledOr(state, 'isSameAsBefore') === 'true'
        ? sameFields(state, known)
        : []),
    ],
    submit: {
      title: 'Spara',
      verb: 'handover.record',
      data: { ...sideData(known), ...meantOutage(state, known) },
    },
    extrasTitle: extrasTitles[careGroupOf(unit.careSetting)],
  });
  return marked(form, isDrill(state, known));
}

/** What a call can do without: the form for it must take seconds. */
const extra = (field: Field): Field => ({ ...field, isExtra: true });
const extrasTitles: Readonly<Record<CareGroup, string>> = {
  inpatient: 'Tider, hemgång, blankett',
  municipality: 'Tider in och ut',
  outpatient: 'SIP-datum',
};

/** A call is told anew: the form holds it as it stands. */
export function correctHandoverForm(
  state: FormState,
  known: HandoverFormKnown & { readonly entry: Entry; readonly outage: string },
): FormCard {
  const { entry, outage, unit } = known;
  const call = callOf(entry);
  const form = formCard(state, {
    title: 'Rätta samtalet',
    lines: [
      neverPatientsLine,
      own('Det som stod förut finns kvar i loggen. Skriv varför du rättar.'),
      ...(known.direction === 'given'
        ? [own('Har mottagaren bekräftat gäller det inte längre: ring och få det bekräftat igen.')]
        : []),
      journalLine,
    ],
    fields: [
      ...callFields(state, sideOf(known), call),
      ...stayFields(state, partsToCorrect(unit.careSetting, call.facts), { stay: call.facts }),
      ...sameFields(state, known, call.isSameAsBefore),
      withdrawnField(state),
      { ...reasonField(state, { hint: 'Skriv vad som blev fel.' }), isRequired: true },
    ],
    submit: {
      title: 'Spara',
      verb: 'handover.correct',
      data: {
        ...sideData(known),
        outage,
        entry: entry.id,
        version: `${state.revision ?? entry.versions.length}`,
      },
    },
  });
  return marked(form, known.isDrill);
}

/** A call that never was, or was another patient's. */
function withdrawnField(state: FormState): Field {
  return {
    kind: 'toggle',
    id: 'isWithdrawn',
    label: 'Ta tillbaka',
    title: 'Ta tillbaka samtalet helt: det ska inte räknas',
    value: filledOr(state, 'isWithdrawn') === 'true',
    ...faultOf(state, 'isWithdrawn'),
  };
}

const sideOf = ({ direction, unit: { careSetting } }: HandoverFormKnown) => ({ careSetting, direction });

/** What goes along unasked: the direction, and inside a municipality that it is its own. */
function sideData({ direction, unit }: HandoverFormKnown): Readonly<Record<string, string>> {
  const { careSetting, organisation } = unit;
  return { direction, ...(careSetting === 'municipality' && { municipality: organisation }) };
}

/** What the button or an earlier answer said of the outage goes along, where it is not asked. */
function meantOutage(state: FormState, { outages }: HandoverFormKnown): { readonly outage?: string } {
  const meant = filledOr(state, 'outage');
  return outages === undefined && meant !== '' ? { outage: meant } : {};
}

function isDrill(state: FormState, { isDrill: isKnown, outages = [] }: HandoverFormKnown): boolean {
  return isKnown || outages.some((one) => one.isDrill && one.id === filledOr(state, 'outage'));
}

function marked(form: FormCard, isOfDrill: boolean): FormCard {
  return isOfDrill && form.banner === undefined ? { ...form, banner: 'ÖVNING' } : form;
}

/** Where the call will be logged, as far as that needs a word. */
function whereLines(known: HandoverFormKnown, now: number): readonly Line[] {
  const { direction, lastEndedAt, opensReport, outages } = known;
  if (outages !== undefined) {
    return [own('En övning pågår, och ett avbrott är anmält. Välj vad samtalet hör till.')];
  }
  if (lastEndedAt !== undefined) {
    const asked = direction === 'given' ? 'Ringde du före det?' : 'Var samtalet före det?';
    const since = swedishSince(lastEndedAt, now);
    return [own(`Avbrottet är slut sedan ${since}. ${asked} Ändra tiden. Annars anmäls ett nytt avbrott.`)];
  }
  return opensReport
    ? [own('Inget avbrott är känt. När du sparar anmäls ett, och samordnarna får veta det.')]
    : [];
}

function outageFields(state: FormState, { outages }: HandoverFormKnown): readonly Field[] {
  if (outages === undefined) return [];
  return [
    {
      kind: 'choice',
      id: 'outage',
      label: 'Vad hör samtalet till?',
      options: outages.map((one) => ({
        value: one.id,
        title: one.isDrill ? 'Övningen' : 'Avbrottet som är anmält',
      })),
      value: filledOr(state, 'outage'),
      isRequired: true,
      ...faultOf(state, 'outage'),
    },
  ];
}

/** Who hands over a new patient says who is to receive, once. */
function statedFields(state: FormState, { direction, ofCase, unit }: HandoverFormKnown): readonly Field[] {
  const isUnstated = ofCase === undefined || (ofCase.isOwn && ofCase.receivers === undefined);
  if (!isUnstated || direction !== 'given' || careGroupOf(unit.careSetting) !== 'inpatient') return [];
  return receiverFields(state, {
    municipalityHint: 'Lämna tomt om det är kommunen du ringde.',
    ...(ofCase === undefined && { hint: 'Bara för en ny patient.' }),
  });
}

/** What is told to one receiver after the other is news each time, unless somebody says that it is the same. */
function sameFields(
  state: FormState,
  { direction, unit }: HandoverFormKnown,
  isSame = false,
): readonly Field[] {
  if (direction !== 'given' || careGroupOf(unit.careSetting) !== 'inpatient') return [];
  return [
    {
      kind: 'toggle',
      id: 'isSameAsBefore',
      label: 'Samma besked',
      title: 'Det är samma besked som redan lämnats till någon annan',
      value: filledOr(state, 'isSameAsBefore', `${isSame}`) === 'true',
      ...faultOf(state, 'isSameAsBefore'),
    },
  ];
}

/** What was told with the call is shown too, though the care setting is not asked for it: it would be lost. */
function partsToCorrect(careSetting: CareSetting, facts: StayFacts): readonly StayPart[] {
  const usual = stayParts(careSetting);
  const others = stayPartNames.filter((part) => facts[part] !== undefined && !usual.includes(part));
  return [...usual, ...others];
}
