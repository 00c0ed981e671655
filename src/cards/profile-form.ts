import type { Profile, Unit } from '../domain/directory.ts';
import { careSettings, organisations } from '../domain/ids.ts';
import type { Organisation } from '../domain/ids.ts';
import { careSettingNames } from '../text/care-setting-names.ts';
import { organisationNames } from '../text/names.ts';
import type { FormCard, Option } from './form.ts';
import { faultOf, filledOr, formCard, nothingChosen } from './form-state.ts';
import type { FormState } from './form-state.ts';
import { own } from './line.ts';

/** What is known of where somebody works, and what there is to choose from. */
export type ProfileKnown = {
  readonly profile: Profile;
  /** The organisations that use the tenant; empty: any. */
  readonly organisations: readonly Organisation[];
  /** The connected units of those. */
  readonly units: readonly Unit[];
};

/** Where somebody works, so that "vem ringer jag" is answered for them. */
export function profileForm(state: FormState, known: ProfileKnown): FormCard {
  const { profile, units } = known;
  const possible = known.organisations.length === 0 ? organisations : known.organisations;
  const [only] = possible.length === 1 ? possible : [];
  return formCard(state, {
    title: 'Var arbetar du?',
    lines: [own('Då svarar jag med det som gäller just er. Du kan ändra det när du vill.')],
    fields: [
      {
        kind: 'choice',
        id: 'careSetting',
        label: 'Vårdform',
        options: [
          ...careSettings.map((value) => ({ value, title: careSettingNames[value] })),
          { value: nothingChosen, title: 'Vet inte, eller flera' },
        ],
        value: filledOr(state, 'careSetting', profile.careSetting),
        ...faultOf(state, 'careSetting'),
      },
      {
        kind: 'choice',
        id: 'organisation',
        label: 'Organisation',
        options: possible.map((value) => ({ value, title: organisationNames[value] })),
        value: filledOr(state, 'organisation', profile.organisation ?? only),
        ...faultOf(state, 'organisation'),
      },
      ...(units.length === 0
        ? []
        : [
            {
              kind: 'choice' as const,
              id: 'unit',
              label: 'Enhet',
              hint: 'Du måste vara med i enhetens team.',
              options: unitOptions(units),
              value: filledOr(state, 'unit', profile.unit),
              ...faultOf(state, 'unit'),
            },
          ]),
    ],
    submit: { title: 'Spara', verb: 'profile.choose' },
  });
}

function unitOptions(units: readonly Unit[]): readonly Option[] {
  return [
    ...units
      .map(({ id, name, organisation }) => ({
        value: id,
        title: `${name}, ${organisationNames[organisation]}`,
      }))
      .toSorted((one, other) => one.title.localeCompare(other.title, 'sv')),
    { value: nothingChosen, title: 'Ingen av dem' },
  ];
}
