import { plainAnswer } from '../cards/plain-answer.ts';
import { profileForm } from '../cards/profile-form.ts';
import { decideDirectory } from '../domain/decide-directory.ts';
import type { Profile, Unit } from '../domain/directory.ts';
import { careSettings, organisations } from '../domain/ids.ts';
import { careSettingNames } from '../text/care-setting-names.ts';
import { organisationNames } from '../text/names.ts';
import { formState } from './form-state.ts';
import { choiceOf } from './form-values.ts';
import type { FormValues } from './form-values.ts';
import { isOfTenant, otherTenant } from './tenant-organisation.ts';
import { standingIn } from './membership.ts';
import type { Asked, Outer, Read, Verb } from './verb.ts';

/** Anyone, in their own chat: where they work, so that answers are theirs. The unit only where Teams agrees. */
const chooseProfile: Verb = {
  who: 'anyone',
  inputs: ['careSetting', 'organisation', 'unit'],
  form(asked, faults) {
    if (asked.whereabouts.place.kind !== 'personal') return { kind: 'answer', answer: onlyInChat };
    const known = {
      profile: profileOf(asked),
      organisations: asked.organisations,
      units: unitsOfTenant(asked),
    };
    return { kind: 'form', form: profileForm(formState(asked, faults), known) };
  },
  async read(asked, outer) {
    if (asked.whereabouts.place.kind !== 'personal') {
      return { kind: 'answered', reply: { kind: 'answer', answer: onlyInChat } };
    }
    return profileWish(asked, outer);
  },
  done: (asked, { directory }) => {
    const { careSetting, organisation, unit } = directory.people.get(asked.person.id)?.profile ?? {};
    const named = [
      careSetting === undefined ? undefined : careSettingNames[careSetting],
      organisation === undefined ? undefined : organisationNames[organisation],
      unit === undefined ? undefined : directory.units.get(unit)?.name,
    ].filter((one) => one !== undefined);
    return plainAnswer('Sparat: så svarar jag dig', [
      named.length === 0 ? 'Jag svarar med det som gäller alla.' : `Du arbetar här: ${named.join(', ')}.`,
      'Ändra när du vill: skriv ”byt enhet”.',
    ]);
  },
};

const onlyInChat = plainAnswer('Det görs i din egen chatt', [
  'Öppna din egen chatt med Avbrottsboten och skriv ”byt enhet”. Här i kanalen gäller enhetens uppgifter.',
]);

/** What was chosen before; until then what the tenant tells. */
function profileOf({ world, person, asker }: Asked): Profile {
  const { organisation } = asker;
  return {
    ...(organisation !== undefined && { organisation }),
    ...world.directory.people.get(person.id)?.profile,
  };
}

function unitsOfTenant({ world: { directory }, whereabouts: { tenant } }: Asked): readonly Unit[] {
  return [...directory.units.values()].filter(
    ({ state, team }) => state === 'connected' && directory.teams.get(team)?.tenant === tenant,
  );
}

async function profileWish(asked: Asked, outer: Outer): Promise<Read> {
  const { values, world, act } = asked;
  const named = choiceOf(values, 'unit');
  const unit = world.directory.units.get(named);
  const error = named === '' ? undefined : await unitError(unit, asked, outer);
  if (error !== undefined) return { kind: 'faulty', faults: { errors: { unit: error } } };
  const profile = profileIn(values, unit);
  if (profile.organisation !== undefined && !isOfTenant(profile.organisation, asked)) {
    return { kind: 'faulty', faults: { errors: { organisation: otherTenant } } };
  }
  const command = { kind: 'choose-profile', act, ...profile } as const;
  return { kind: 'wish', decide: (current) => decideDirectory(command, current) };
}

/** What is left open is the unit's. */
function profileIn(values: FormValues, unit: Unit | undefined): Profile {
  const [setting, place] = [choiceOf(values, 'careSetting'), choiceOf(values, 'organisation')];
  const careSetting = careSettings.find((one) => one === setting) ?? unit?.careSetting;
  const organisation = organisations.find((one) => one === place) ?? unit?.organisation;
  return {
    ...(careSetting !== undefined && { careSetting }),
    ...(organisation !== undefined && { organisation }),
    ...(unit !== undefined && { unit: unit.id }),
  };
}

/** Why somebody cannot say that a unit is theirs. */
async function unitError(
  unit: Unit | undefined,
  { world, whereabouts }: Asked,
  outer: Outer,
): Promise<string | undefined> {
  const team = world.directory.teams.get(unit?.team ?? '');
  if (unit === undefined || team === undefined) return 'Den enheten finns inte längre. Välj en annan.';
  const standing = await standingIn({ team, channel: unit.channel.id }, whereabouts, outer);
  if (standing === 'member') return undefined;
  return standing === 'unknown'
    ? 'Teams svarar inte just nu på om du är med i enhetens team. Försök igen om en stund, eller välj ingen enhet.'
    : 'Teams säger att du inte är med i enhetens team. Be någon där lägga till dig, eller välj ingen enhet.';
}

/** The verb of one's own profile: contract.md §5. */
export const profileVerbs = { 'profile.choose': chooseProfile } as const;
