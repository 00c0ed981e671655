import { plainAnswer } from '../cards/plain-answer.ts';
import { isCoordinator } from '../domain/access.ts';
import type { Decision, World } from '../domain/decision.ts';
import type { Refusal } from '../domain/refusal.ts';
import { unreachable } from '../domain/unreachable.ts';
import { StoreFault } from '../storage/store.ts';
import type { Books } from './books.ts';
import { codeAsked } from './code-asked.ts';
import { valueOf } from './form-values.ts';
import { readingDecision } from './log-read.ts';
import { memberOf } from './member.ts';
import { refusalReply, refusalSentence } from './refusal-reply.ts';
import type { Asked, Faults, Outer, Verb, VerbReply } from './verb.ts';

/** What came of it, for metrics and logs. */
type VerbOutcome = 'form' | 'shown' | 'saved' | 'repeated' | 'refused' | 'faulty' | 'unsaved';
export type Ran = {
  readonly outcome: VerbOutcome;
  readonly reply: VerbReply;
  /** It was done already: sent anew, it would be done twice. */
  readonly isDone?: true;
};

/**
 * Does what a button or form asks for, or shows the form for it. Nothing typed is lost: whatever stands in the
 * way is said in the form, with what was filled in.
 */
export async function runVerb(
  verb: Verb,
  first: Asked,
  { books, changed, ...outer }: Outer & { readonly books: Books; readonly changed: () => void },
): Promise<Ran> {
  const admitted = await admit(verb, first, outer);
  if (admitted.kind === 'refused') return { outcome: 'refused', reply: admitted.reply };
  const { asked } = admitted;
  if (verb.form !== undefined && !isFilledIn(verb, asked)) {
    return opened(verb.form, { verb, asked }, books);
  }
  const read = await verb.read(asked, outer);
  if (read.kind === 'answered') return { outcome: 'shown', reply: read.reply };
  if (read.kind === 'faulty') return await reshown({ verb, asked }, read.faults, books);
  try {
    const decide = (world: World) => mayStill(verb, asked, world) ?? read.decide(world);
    const { decision, world } = await books.change(decide);
    return await answerTo(decision, { verb, asked, world }, books);
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    const problems = [verb.isShown === true ? notShown : notSaved];
    return { ...refilled(verb, asked, { problems }), outcome: 'unsaved' };
  } finally {
    changed();
  }
}

/** The form; where it shows what others wrote, once it is recorded who read it. */
async function opened(
  form: NonNullable<Verb['form']>,
  { verb, asked }: { readonly verb: Verb; readonly asked: Asked },
  books: Books,
): Promise<Ran> {
  return (await hasRecordedReading(verb, asked, books))
    ? { outcome: 'form', reply: form(asked, {}) }
    : unsaved(notShown);
}

/** Records what is about to be read of others' work. False where it could not be. */
export async function hasRecordedReading(verb: Verb, asked: Asked, books: Books): Promise<boolean> {
  const { member } = asked;
  const readings = verb.reading?.(asked) ?? [];
  if (member === undefined) return true;
  const decisions = readings
    .map((reading) => (world: World) => readingDecision({ ...asked, member }, reading, world))
    .filter((decide) => decide(asked.world).kind !== 'repeated');
  try {
    await Promise.all(decisions.map((decide) => books.change(decide)));
    return true;
  } catch (error) {
    if (!(error instanceof StoreFault)) throw error;
    return false;
  }
}

function unread({ member, ...asked }: Asked): Asked {
  return { ...asked, ...(member !== undefined && { member: { ...member, mayRead: false } }) };
}

type Admitted =
  | { readonly kind: 'admitted'; readonly asked: Asked }
  | { readonly kind: 'refused'; readonly reply: VerbReply };

/** Whether it is somebody who may use the verb at all; a member is told for which unit, and about which case. */
export async function admit({ who }: Verb, asked: Asked, outer: Outer): Promise<Admitted> {
  if (who === 'anyone' || (who === 'coordinator' && asked.isCoordinator)) return { kind: 'admitted', asked };
  if (who === 'coordinator') {
    return { kind: 'refused', reply: refusalReply([{ kind: 'not-coordinator' }], asked, asked.world) };
  }
  const known = await memberOf(asked, outer);
  if (known.kind === 'refused') return { kind: 'refused', reply: { kind: 'answer', answer: known.answer } };
  const { member } = known;
  const ofCode = codeAsked(asked, member, outer.guesses);
  return { kind: 'admitted', asked: { ...asked, member, ofCode } };
}

const notSaved =
  'Det gick inte att spara just nu. Försök igen. Går det inte, ring dem det gäller och anteckna på papper.';

const notShown = 'Det går inte att visa just nu. Försök igen om en stund. Ring dem det gäller så länge.';

function unsaved(why: string): Ran {
  return {
    outcome: 'unsaved',
    reply: { kind: 'answer', answer: plainAnswer('Det går inte just nu', [why]) },
  };
}

function isFilledIn({ inputs }: Verb, { values, isFetch }: Asked): boolean {
  if (isFetch) return false;
  return inputs.length === 0 || inputs.some((input) => Object.hasOwn(values, input));
}

function mayStill({ who }: Verb, { person }: Asked, world: World): Decision | undefined {
  if (who !== 'coordinator' || isCoordinator(world, person.id)) return undefined;
  return { kind: 'refused', refusals: [{ kind: 'not-coordinator' }] };
}

type After = { readonly verb: Verb; readonly asked: Asked; readonly world: World };

async function answerTo(decision: Decision, { verb, asked, world }: After, books: Books): Promise<Ran> {
  switch (decision.kind) {
    case 'decided':
    case 'repeated': {
      // What is saved is said whatever comes of it; what others wrote is shown where that can be recorded.
      const isRecorded = await hasRecordedReading(verb, { ...asked, world }, books);
      const answer = verb.done(isRecorded ? asked : unread(asked), world, decision.outage);
      const outcome = decision.kind === 'decided' ? 'saved' : 'repeated';
      return { outcome, reply: { kind: 'answer', answer } };
    }
    case 'refused':
      return refusedIn(decision.refusals, { verb, asked, world }, books);
    default:
      return unreachable(decision);
  }
}

/** What can be mended in the form is said there; what cannot is an answer of its own. */
async function refusedIn(
  refusals: readonly Refusal[],
  { verb, asked, world }: After,
  books: Books,
): Promise<Ran> {
  const errors: Record<string, string> = {};
  const problems: string[] = [];
  for (const refusal of refusals) {
    const text = refusalSentence(refusal, asked, world);
    const field = fieldOf(refusal, asked);
    if (field !== undefined && verb.inputs.includes(field)) errors[field] = text;
    else if (mendable.has(refusal.kind)) problems.push(text);
    else return refused(refusals, asked, world);
  }
  const isStale = refusals.some(({ kind }) => stale.has(kind));
  return reshown({ verb, asked: { ...asked, world } }, { errors, problems, isStale }, books);
}

/** What is wrong with the code that was filled in is said there. */
function fieldOf(refusal: Refusal, { isWhole, values }: Asked): string | undefined {
  if (refusal.kind === 'field') return refusal.field;
  const isOfCode = refusal.kind === 'no-handover-on-code' || refusal.kind === 'log-closed';
  return isOfCode && isWhole && valueOf(values, 'code') !== '' ? 'code' : undefined;
}

/** Somebody, or the clock, was first: the form is shown with how things stand now. */
const stale: ReadonlySet<string> = new Set([
  'changed-meanwhile',
  'begun-meanwhile',
  'entry-changed',
  'receivers-changed',
]);
const mendable: ReadonlySet<string> = new Set(['field', 'which-outage', ...stale]);

/** The form with what is wrong; what others wrote in it is shown again where that can be recorded. */
async function reshown(
  { verb, asked }: { readonly verb: Verb; readonly asked: Asked },
  faults: Faults,
  books: Books,
): Promise<Ran> {
  if (await hasRecordedReading(verb, asked, books)) return refilled(verb, asked, faults);
  return unsaved(notSaved);
}

function refilled(verb: Verb, asked: Asked, faults: Faults): Ran {
  if (verb.form !== undefined) return { outcome: 'faulty', reply: verb.form(asked, faults) };
  const lines = [...(faults.problems ?? []), ...Object.values(faults.errors ?? {})];
  return { outcome: 'faulty', reply: { kind: 'answer', answer: plainAnswer('Det gick inte', lines) } };
}

function refused(refusals: readonly Refusal[], asked: Asked, world: World): Ran {
  const isDone = refusals.some(({ kind }) => kind === 'form-used' || kind === 'task-marked');
  return {
    outcome: 'refused',
    reply: refusalReply(refusals, asked, world),
    ...(isDone && { isDone }),
  };
}
