import type { UnitFields } from '../domain/directory-event.ts';
import type { Unit } from '../domain/directory.ts';
import { careSettings, organisations } from '../domain/ids.ts';
import type { CareSetting, Organisation } from '../domain/ids.ts';
import { parsePhoneNumber } from '../domain/phone-number.ts';
import { choiceOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';

/** What a channel is to be connected as, or what is wrong with it, by field. */
export type FilledUnit =
  | { readonly kind: 'read'; readonly fields: UnitFields }
  | { readonly kind: 'faulty'; readonly errors: Readonly<Record<string, string>> };

/** Reads the fields of a unit. What is not in the form at all stays as it was; a new unit is called as its channel. */
export function filledUnit(values: FormValues, channel: string, unit: Unit | undefined): FilledUnit {
  const known = knownFields(channel, unit);
  const filled = (field: keyof UnitFields): string =>
    Object.hasOwn(values, field) ? choiceOf(values, field) : known[field];
  const read = {
    careSetting: careSettingIn(filled('careSetting')),
    organisation: organisationIn(filled('organisation')),
    directNumber: numberIn(filled('directNumber')),
  };
  const faults = Object.entries(read).flatMap(([field, { fault }]) =>
    fault === undefined ? [] : [[field, fault]],
  );
  const { value: organisation } = read.organisation;
  if (faults.length > 0 || organisation === undefined) {
    return { kind: 'faulty', errors: Object.fromEntries(faults) };
  }
  const isCoordination = filled('isCoordination') === 'true';
  const fields = { name: filled('name'), organisation, isCoordination };
  return { kind: 'read', fields: { ...fields, ...read.careSetting.value, ...read.directNumber.value } };
}

/** What stands in each field where it is not in the form. */
function knownFields(channel: string, unit: Unit | undefined): Readonly<Record<keyof UnitFields, string>> {
  const { name = channel, careSetting = '', organisation = '', directNumber = '' } = unit ?? {};
  return {
    name,
    careSetting,
    organisation,
    directNumber,
    isCoordination: `${unit?.isCoordination ?? false}`,
  };
}

/** What a field holds, or what is wrong with it. */
type FieldRead<Value> = { readonly value?: Value; readonly fault?: string };

/** Empty: the channel wants notices only. */
function careSettingIn(filled: string): FieldRead<{ readonly careSetting: CareSetting }> {
  const careSetting = careSettings.find((one) => one === filled);
  if (careSetting !== undefined) return { value: { careSetting } };
  return filled === '' ? {} : { fault: 'Välj vårdform i listan.' };
}

function organisationIn(filled: string): FieldRead<Organisation> {
  const value = organisations.find((one) => one === filled);
  return value === undefined ? { fault: 'Välj organisation i listan.' } : { value };
}

/** Kept as it was written. */
function numberIn(filled: string): FieldRead<{ readonly directNumber: string }> {
  if (filled === '') return {};
  return parsePhoneNumber(filled).kind === 'phone-number'
    ? { value: { directNumber: filled } }
    : {
        fault: 'Det numret går inte att ringa. Skriv det med riktnummer och alla siffror, eller lämna tomt.',
      };
}
