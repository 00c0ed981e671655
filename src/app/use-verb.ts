import { createHash } from 'node:crypto';
import type { Answer } from '../cards/answer.ts';
import { identityRefusedAnswer } from '../cards/identity-refused.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { isCoordinator } from '../domain/access.ts';
import type { World } from '../domain/decision.ts';
import { emptyDirectory } from '../domain/evolve-directory.ts';
import { findPatientIdentities, maskPatientIdentities } from '../domain/patient-identity.ts';
import type { Person } from '../domain/person.ts';
import type { BotParts } from './bot.ts';
import { formValues, textsIn, valueOf } from './form-values.ts';
import type { FilledText, FormValues } from './form-values.ts';
import { mayUse, runVerb } from './run-verb.ts';
import type { Ran } from './run-verb.ts';
import type { Setting } from './setting.ts';
import { unitAt } from './situation-of.ts';
import type { Asked, Faults, Verb, VerbReply } from './verb.ts';
import { verbs } from './verbs.ts';
import type { VerbName } from './verbs.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A verb, what came with it, and whether its form is asked for rather than sent. */
export type Use = { readonly verb: VerbName; readonly data: unknown; readonly isFetch: boolean };

/**
 * Carries out a verb for whoever it is. Every value is searched for a patient's identity first: a form that holds
 * one comes back without it, and nothing of it is kept.
 */
export async function useVerb(use: Use, setting: Setting, parts: BotParts): Promise<Ran> {
  const { person } = setting.whereabouts;
  if (person === undefined) return { outcome: 'refused', reply: answer(nobody) };
  const verb: Verb = verbs[use.verb];
  const asked = askedOf(use, { ...setting, person }, parts);
  if (textsIn(use.data).some(hasIdentity)) return identityIn(verb, asked);
  if (setting.world === undefined) return booksClosed(verb, asked);
  return runVerb(verb, asked, parts);
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

/** The form without the identity, for who may see it; where there is no form to show, how to take it away. */
function identityIn(verb: Verb, asked: Asked): Ran {
  const values = Object.fromEntries(Object.entries(asked.values).map(masked));
  const hit = verb.inputs.filter((field) => values[field] !== asked.values[field]);
  const errors = Object.fromEntries(hit.map((field) => [field, 'Här stod ett personnummer.']));
  const reply = formAgain(verb, { ...asked, values }, { problems: [withIdentity], errors });
  return { outcome: 'refused', reply: reply ?? answer(identityRefusedAnswer) };
}

const cannotReach =
  'Jag kommer inte åt det som är sparat, så inget har ändrats. Försök igen om en stund. Ring dem det gäller, och anteckna på papper så länge.';

/** What was typed comes back where the form needs nothing of what is saved. */
function booksClosed(verb: Verb, asked: Asked): Ran {
  const reply = formAgain(verb, asked, { problems: [cannotReach] });
  return { outcome: 'unsaved', reply: reply ?? answer(plainAnswer('Det går inte just nu', [cannotReach])) };
}

/** Undefined where there is no form, or not for this person. */
function formAgain(verb: Verb, asked: Asked, faults: Faults): VerbReply | undefined {
  const reply = mayUse(verb, asked) ? verb.form?.(asked, faults) : undefined;
  return reply?.kind === 'form' ? reply : undefined;
}

const nobody = plainAnswer('Det går inte härifrån', [
  'Teams talar inte om vem du är, och då får jag inte ändra något. Skriv till mig från ditt eget konto.',
]);
const answer = (said: Answer): VerbReply => ({ kind: 'answer', answer: said });

const unknownWorld: World = { directory: emptyDirectory, outages: new Map(), configuredCoordinators: [] };

type Known = Setting & { readonly person: Person };

function askedOf({ verb, data, isFetch }: Use, known: Known, { now, newId }: BotParts): Asked {
  const { whereabouts, person, asker, organisations, world = unknownWorld } = known;
  const values = wholeForm(formValues(data), verbs[verb].inputs);
  const at = now().getTime();
  const id = valueOf(values, 'formId') || onceKey(whereabouts) || newId();
  return {
    verb,
    values,
    isFetch,
    person,
    whereabouts,
    asker,
    organisations,
    knowledge: known.known,
    world,
    isCoordinator: isCoordinator(world, person.id),
    unit: unitAt(whereabouts, world),
    now: at,
    act: { by: person, at, form: { id, digest: digestOf(verb, values) } },
    newId,
  };
}

/** Clients leave out what is empty. A form of ours says that it is all there, so what is missing was emptied. */
function wholeForm(values: FormValues, inputs: readonly string[]): FormValues {
  const { whole, ...filled } = values;
  if (whole === undefined) return values;
  return { ...Object.fromEntries(inputs.map((input) => [input, ''])), ...filled };
}

/** An activity's id is one of its conversation. */
function onceKey({ activityId, place }: Whereabouts): string | undefined {
  return activityId === undefined ? undefined : `${place.conversation}/${activityId}`;
}

/** Tells a repeat from another wish under the same id. */
function digestOf(verb: string, values: FormValues): string {
  const { formId: _formId, version: _version, verb: _verb, ...filled } = values;
  const inOrder = Object.entries(filled).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([verb, inOrder]))
    .digest('hex');
}
