import { createHash } from 'node:crypto';
import type { Answer } from '../cards/answer.ts';
import { identityRefusedAnswer } from '../cards/identity-refused.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { isCoordinator } from '../domain/access.ts';
import type { World } from '../domain/decision.ts';
import { findPatientIdentities, maskPatientIdentities } from '../domain/patient-identity.ts';
import type { Person } from '../domain/person.ts';
import type { BotParts } from './bot.ts';
import { formValues, textsIn, valueOf } from './form-values.ts';
import type { FilledText, FormValues } from './form-values.ts';
import { runVerb } from './run-verb.ts';
import type { Ran } from './run-verb.ts';
import type { Setting } from './setting.ts';
import { unitAt } from './situation-of.ts';
import type { Asked, VerbReply } from './verb.ts';
import { verbs } from './verbs.ts';
import type { VerbName } from './verbs.ts';

/** A verb, what came with it, and whether its form is asked for rather than sent. */
export type Use = { readonly verb: VerbName; readonly data: unknown; readonly isFetch: boolean };

/**
 * Carries out a verb for whoever it is. Every value is searched for a patient's identity first: a form that holds
 * one comes back without it, and nothing of it is kept.
 */
export async function useVerb(use: Use, setting: Setting, parts: BotParts): Promise<Ran> {
  const verb = verbs[use.verb];
  const { world } = setting;
  const { person } = setting.whereabouts;
  if (world === undefined) return { outcome: 'unsaved', reply: answer(booksClosed) };
  if (person === undefined) return { outcome: 'refused', reply: answer(nobody) };
  const known = { ...setting, world, person };
  if (textsIn(use.data).some(hasIdentity)) {
    const asked = askedOf(use, known, parts);
    const values = Object.fromEntries(Object.entries(asked.values).map(masked));
    const faults = { problems: [withIdentity] };
    const reply = verb.form?.({ ...asked, values }, faults) ?? answer(identityRefusedAnswer);
    return { outcome: 'refused', reply };
  }
  const ran = await runVerb(verb, askedOf(use, known, parts), parts);
  if (ran.outcome === 'saved') parts.changed();
  return ran;
}

/** A phone field may hold what elsewhere would be taken for an identity. */
const fieldKind = (field: string) => (field === 'directNumber' ? 'phone' : 'text');
const hasIdentity = ({ field, text }: FilledText): boolean =>
  findPatientIdentities(text, { field: fieldKind(field) }).length > 0;
const masked = ([field, text]: [string, string]): [string, string] => [
  field,
  maskPatientIdentities(text, { field: fieldKind(field) }),
];

const withIdentity =
  'Det ser ut som ett personnummer i formuläret. Jag har tagit bort det och inte sparat något. Skicka igen utan patientuppgifter.';
const booksClosed = plainAnswer('Det går inte just nu', [
  'Jag kommer inte åt det som är sparat, så inget har ändrats. Frågor om rutinen och numren svarar jag på som vanligt.',
  'Försök igen om en stund. Ring dem det gäller, och anteckna på papper så länge.',
]);
const nobody = plainAnswer('Det går inte härifrån', [
  'Teams talar inte om vem du är, och då får jag inte ändra något. Skriv till mig från ditt eget konto.',
]);
const answer = (said: Answer): VerbReply => ({ kind: 'answer', answer: said });

type Known = Setting & { readonly world: World; readonly person: Person };

function askedOf({ verb, data, isFetch }: Use, known: Known, { now, newId }: BotParts): Asked {
  const { whereabouts, person, world } = known;
  const values = formValues(data);
  const at = now().getTime();
  const id = valueOf(values, 'formId') || (whereabouts.activityId ?? newId());
  return {
    verb,
    values,
    isFetch,
    person,
    whereabouts,
    asker: known.asker,
    knowledge: known.known,
    world,
    isCoordinator: isCoordinator(world, person.id),
    unit: unitAt(whereabouts, world),
    now: at,
    act: { by: person, at, form: { id, digest: digestOf(verb, values) } },
    newId,
  };
}

/** Tells a repeat from another wish under the same id. */
function digestOf(verb: string, values: FormValues): string {
  const { formId: _formId, version: _version, verb: _verb, ...filled } = values;
  const inOrder = Object.entries(filled).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([verb, inOrder]))
    .digest('hex');
}
