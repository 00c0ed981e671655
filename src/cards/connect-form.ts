import type { Unit } from '../domain/directory.ts';
import { careSettings, organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import { careSettingNames } from '../text/care-setting-names.ts';
import { organisationNames } from '../text/names.ts';
import type { Field, FormCard, Option } from './form.ts';
import { faultOf, filledOr, formCard, nothingChosen } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';

/** What is known of the channel that is to be connected, and of who does it. */
export type ConnectKnown = {
  readonly channel: string;
  /** The organisations that use the tenant; empty: any. */
  readonly organisations: readonly Organisation[];
  /** Only a coordinator may make it the coordination channel. */
  readonly isCoordinator: boolean;
  /** What the channel is connected as already. */
  readonly unit?: Unit;
};

/** Connects a channel as a unit, or changes what it is connected as. */
export function connectForm(state: FormState, known: ConnectKnown): FormCard {
  const { unit, isCoordinator } = known;
  return formCard(state, {
    title: unit === undefined ? 'Anslut kanalen' : 'Ändra enhetens uppgifter',
    lines: [
      own('Kanalen får besked när Lifecare SP går ner och när det är igång igen.'),
      own('Alla i teamet kan läsa det som skrivs i kanalen, och enhetens logg.'),
      own('Ett prov skickas när du sparar.'),
    ],
    fields: [
      nameField(state, known),
      careSettingField(state, unit),
      organisationField(state, known),
      directNumberField(state, unit),
      ...(isCoordinator ? [coordinationField(state, unit)] : []),
    ],
    submit: { title: unit === undefined ? 'Anslut' : 'Spara', verb: 'unit.connect' },
  });
}

function nameField(state: FormState, { channel, unit }: ConnectKnown): Field {
  return {
    kind: 'text',
    id: 'name',
    label: 'Enhetens namn',
    hint: 'Som andra känner igen den, till exempel Avdelning 12 Sundsvall.',
    maxLength: 80,
    value: filledOr(state, 'name', unit?.name ?? channel),
    isRequired: true,
    ...faultOf(state, 'name'),
  };
}

const careSettingOptions: readonly Option[] = [
  ...careSettings.map((value) => ({ value, title: careSettingNames[value] })),
  { value: nothingChosen, title: 'Bara meddelanden' },
];

/** Not chosen for anybody: a wrong one would answer a ward as a municipality. */
function careSettingField(state: FormState, unit: Unit | undefined): Field {
  return {
    kind: 'choice',
    id: 'careSetting',
    label: 'Vårdform',
    hint: 'Avgör vem ni ska ringa och vad ni ska registrera i efterhand.',
    options: careSettingOptions,
    value: filledOr(state, 'careSetting', unit === undefined ? '' : (unit.careSetting ?? nothingChosen)),
    isRequired: true,
    ...faultOf(state, 'careSetting'),
  };
}

function organisationField(state: FormState, { organisations: own, unit }: ConnectKnown): Field {
  const possible = own.length === 0 ? organisations : own;
  const [only] = possible.length === 1 ? possible : [];
  return {
    kind: 'choice',
    id: 'organisation',
    label: 'Organisation',
    options: possible.map((value) => ({ value, title: organisationNames[value] })),
    value: filledOr(state, 'organisation', unit?.organisation ?? only),
    isRequired: true,
    ...faultOf(state, 'organisation'),
  };
}

function directNumberField(state: FormState, unit: Unit | undefined): Field {
  return {
    kind: 'text',
    id: 'directNumber',
    label: 'Direktnummer till enheten',
    hint: 'Med riktnummer. Till enheten, inte till en person. Får lämnas tomt.',
    maxLength: 40,
    value: filledOr(state, 'directNumber', unit?.directNumber),
    ...faultOf(state, 'directNumber'),
  };
}

function coordinationField(state: FormState, unit: Unit | undefined): Field {
  return {
    kind: 'toggle',
    id: 'isCoordination',
    label: 'Samordningskanal',
    title: 'Kanalen är samordnarnas: den får anmälningar och påminnelser',
    value: filledOr(state, 'isCoordination', unit?.isCoordination === true ? 'true' : 'false') === 'true',
    ...faultOf(state, 'isCoordination'),
  };
}
