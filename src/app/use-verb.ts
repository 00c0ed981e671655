import { createHash } from 'node:crypto';
import type { Answer } from '../cards/answer.ts';
import { identityRefusedAnswer } from '../cards/identity-refused.ts';
import { patientInForm } from '../cards/patient-warning.ts';
import { plainAnswer } from '../cards/plain-answer.ts';
import { isCoordinator } from '../domain/access.ts';
import type { World } from '../domain/decision.ts';
import { emptyDirectory } from '../domain/evolve-directory.ts';
import { findPatientIdentities, maskPatientIdentities } from '../domain/patient-identity.ts';
import type { Person } from '../domain/person.ts';
import { describesPatient } from '../intent/described-patient.ts';
import type { BotParts } from './bot.ts';
import type { CodeGuesses } from './code-guesses.ts';
import type { Drafts } from './drafts.ts';
import { formValues, textsIn, valueOf } from './form-values.ts';
import type { FilledText, FormValues } from './form-values.ts';
import { admit, hasRecordedReading, runVerb } from './run-verb.ts';
import type { Ran } from './run-verb.ts';
import type { Setting } from './setting.ts';
import { unitAt } from './situation-of.ts';
import type { Asked, Faults, Verb, VerbReply } from './verb.ts';
import { verbs } from './verbs.ts';
import type { VerbName } from './verbs.ts';
import type { Whereabouts } from './whereabouts.ts';

/** A verb, what came with it, and whether its form is asked for rather than sent. */
export type Use = {
  readonly verb: VerbName;
  readonly data: unknown;
  readonly isFetch: boolean;
  /** The words that led to it tell who a patient is. */
  readonly isWarned?: boolean;
};

/** What the verbs are given: `BotParts`, and what is remembered between two of them. */
export type UseParts = BotParts & { readonly drafts: Drafts; readonly guesses: CodeGuesses };

/**
 * Carries out a verb for whoever it is. Every value is searched for a patient's identity first: a form that holds
 * one comes back without it, and nothing of it is kept.
 */
export async function useVerb(use: Use, setting: Setting, parts: UseParts): Promise<Used> {
  const { person } = setting.whereabouts;
  if (person === undefined) return { outcome: 'refused', reply: answer(nobody), who: 'anyone' };
  const asked = askedOf(use, { ...setting, person }, parts);
  const verb = verbFor(use.verb, asked, setting);
  const done = warnedBefore(await ran(verb, { use, asked, setting }, parts), asked);
  return { ...done, who: verb.who, ...unshownIn(done, verb, asked) };
}

/** Nothing that was typed is lost: it waits for the form to be opened again. */
function unshownIn(done: Ran, { form }: Verb, asked: Asked): Pick<Used, 'unshown'> {
  if (form === undefined || !isLost(done, asked)) return {};
  const { formId = '', opens: _opens, ...typed } = asked.values;
  // Refused, it is another wish; not saved, it may be saved all the same.
  const kept = done.outcome === 'unsaved' ? { ...typed, formId } : typed;
  return { unshown: Object.fromEntries(Object.entries(kept).map(masked)) };
}

/** A form that was sent; and words that were read before there was a unit to log for. */
function isLost({ isDone, outcome, reply }: Ran, { isFetch, isWhole }: Asked): boolean {
  if (reply.kind === 'form' || isDone === true) return false;
  if (outcome === 'unsaved') return isWhole;
  return outcome === 'refused' && (isWhole || (isFetch && reply.answer.actions !== undefined));
}

/** What came of it, and of what kind it was: what only members may do is shown to nobody else. */
export type Used = Ran & {
  readonly who: Verb['who'];
  /** What was sent in a form that could not be shown again, free of identity. */
  readonly unshown?: FormValues;
};

type Using = { readonly use: Use; readonly asked: Asked; readonly setting: Setting };

async function ran(verb: Verb, { use, asked, setting }: Using, parts: UseParts): Promise<Ran> {
  // A list comes as one value: its parts may make up what none of them is.
  const hasOne = [use.data, asked.values].some((sent) => textsIn(sent).some(hasIdentity));
  const isToRun = !hasOne && setting.world !== undefined;
  if (isToRun && !isToWarn(asked)) return runVerb(verb, asked, parts);
  const shown = await formFor(verb, asked, parts);
  if (isToRun) return warningIn(shown, asked) ?? runVerb(verb, asked, parts);
  return hasOne ? identityIn(shown, { verb, asked }) : booksClosed(shown, asked);
}

/** Among coordinators, one of them gets all units where others get their own. */
function verbFor(name: VerbName, { isCoordinator: mayCoordinate, values }: Asked, { known }: Setting): Verb {
  const verb: Verb = verbs[name];
  const isAmong = mayCoordinate && known.situation?.isAmongCoordinators === true;
  const isForAll = isAmong && valueOf(values, 'unit') === '';
  return isForAll ? (verb.forCoordinators ?? verb) : verb;
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

/** Shows the form again, where there is one and this person may see it. */
type ShowForm = (changes: Pick<Asked, 'values'>, faults: Faults) => VerbReply | undefined;

/** Asked once: membership too is only for whoever may see the form. */
async function formFor(verb: Verb, asked: Asked, parts: UseParts): Promise<ShowForm> {
  const admitted = await admit(verb, asked, parts);
  const mayBeShown =
    admitted.kind === 'admitted' && (await hasRecordedReading(verb, admitted.asked, parts.books));
  return (changes, faults) => {
    if (admitted.kind === 'refused' || !mayBeShown) return undefined;
    const reply = verb.form?.({ ...admitted.asked, ...changes }, faults);
    return reply?.kind === 'form' ? reply : undefined;
  };
}

type Hit = { readonly verb: Verb; readonly asked: Asked };

/** The form without the identity, for who may see it; where there is no form to show, how to take it away. */
function identityIn(show: ShowForm, { verb, asked }: Hit): Ran {
  const values = Object.fromEntries(Object.entries(asked.values).map(masked));
  const hit = verb.inputs.filter((field) => values[field] !== asked.values[field]);
  const errors = Object.fromEntries(hit.map((field) => [field, 'Här stod ett personnummer.']));
  const reply = show({ values }, { problems: [withIdentity], errors });
  return { outcome: 'refused', reply: reply ?? answer(identityRefusedAnswer) };
}

/** What is written in one's own words. */
const writtenFields = ['counterpart', 'reason', 'note', 'message'];

/** Once: whoever sends the form again means what stands there. */
function isToWarn({ isWhole, isFetch, values }: Asked): boolean {
  if (!isWhole || isFetch || valueOf(values, 'warned') !== '') return false;
  return writtenFields.some((field) => describesPatient(valueOf(values, field)));
}

/** The form with a warning before it is saved; undefined where there is none to show. */
function warningIn(show: ShowForm, asked: Asked): Ran | undefined {
  const reply = show(asked, { problems: [patientInForm] });
  return reply === undefined ? undefined : { outcome: 'faulty', reply: withWarned(reply) };
}

/** A form that comes back for another reason knows that it was warned of. */
function warnedBefore(done: Ran, { values }: Asked): Ran {
  return valueOf(values, 'warned') === '' ? done : { ...done, reply: withWarned(done.reply) };
}

function withWarned(reply: VerbReply): VerbReply {
  if (reply.kind !== 'form') return reply;
  const { submit } = reply.form;
  return {
    kind: 'form',
    form: { ...reply.form, submit: { ...submit, data: { ...submit.data, warned: 'true' } } },
  };
}

const cannotReach =
  'Jag kommer inte åt det som är sparat, så inget har ändrats. Försök igen om en stund. Ring dem det gäller, och anteckna på papper så länge.';

/** What was typed comes back where the form needs nothing of what is saved. */
function booksClosed(show: ShowForm, asked: Asked): Ran {
  const reply = show(asked, { problems: [cannotReach] });
  return { outcome: 'unsaved', reply: reply ?? answer(plainAnswer('Det går inte just nu', [cannotReach])) };
}

const nobody = plainAnswer('Det går inte härifrån', [
  'Teams talar inte om vem du är, och då får jag inte ändra något. Skriv till mig från ditt eget konto.',
]);
const answer = (said: Answer): VerbReply => ({ kind: 'answer', answer: said });

const unknownWorld: World = { directory: emptyDirectory, outages: new Map(), configuredCoordinators: [] };

type Known = Setting & { readonly person: Person };

/**
 * What was read from words stands in the form that its draft opens: the same form however often it is opened, so that
 * nothing is saved twice.
 */
function withDraft({ draft = '', ...values }: FormValues, { id }: Person, drafts: Drafts): FormValues {
  const found = drafts.find(id, draft);
  return found === undefined ? values : { formId: draft, ...found, ...values };
}

function askedOf({ verb, data, isFetch }: Use, known: Known, { now, newId, drafts }: UseParts): Asked {
  const { whereabouts, person, asker, organisations, world = unknownWorld } = known;
  const filled = withDraft(formValues(data), person, drafts);
  const values = wholeForm(filled, verbs[verb].inputs);
  const at = now().getTime();
  const id = valueOf(values, 'formId') || onceKey(whereabouts) || newId();
  return {
    verb,
    values,
    isWhole: filled['whole'] !== undefined,
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
  const { formId: _formId, version: _version, verb: _verb, warned: _warned, ...filled } = values;
  const inOrder = Object.entries(filled).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([verb, inOrder]))
    .digest('hex');
}
