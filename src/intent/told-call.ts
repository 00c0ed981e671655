import type { HandoverItem, HandoverOutcome, HandoverParty, Municipality } from '../domain/ids.ts';
import type { Found } from './entities/found.ts';
import { findItems } from './entities/items.ts';
import { fold } from './normalise.ts';
import { toldClauses } from './told-clauses.ts';
import type { Clause } from './told-clauses.ts';
import { toldCounterpart } from './told-counterpart.ts';
import { toldDischarge } from './told-discharge.ts';
import { toldDirection } from './told-direction.ts';
import type { Direction } from './told-direction.ts';
import { toldOutcome } from './told-outcome.ts';
import { sketchOf } from './told-sketch.ts';
import type { Sketch } from './told-sketch.ts';
import { tellingsOf } from './told-tellings.ts';
import type { VerbKind } from './told-verbs.ts';
import { toldWhen } from './told-when.ts';
import type { ToldWhen } from './told-when.ts';

/** What a text tells of a call that was made; absent where it does not say, or not clearly. */
export type ToldCall = {
  /** Who handed over: the speaker's side, or the other one. */
  readonly direction?: Direction;
  /** The other side. */
  readonly party?: HandoverParty;
  readonly municipality?: Municipality;
  /** As typed. */
  readonly counterpart?: string;
  readonly items: readonly HandoverItem[];
  readonly outcome?: HandoverOutcome;
  readonly code?: string;
  readonly when?: ToldWhen;
  /** When the patient was, or is to be, discharged. */
  readonly dischargedAt?: number;
};

/**
 * Reads what a text tells of a call, for a form that a person looks through. Nothing is guessed: what was asked,
 * planned, negated or said in two ways is left out. `now` is when it is told.
 */
export function toldCall(text: string, now: number): ToldCall {
  const whole = sketchOf(text);
  const clauses = toldClauses(whole.sketch);
  const kept = { ...whole, text: keptOf(whole.text, clauses), sketch: keptOf(whole.sketch, clauses) };
  const direction = toldDirection(kept.sketch, clauses);
  const outcome = outcomeOf(kept.sketch, clauses, direction);
  const counterpart = outcome === 'no-answer' ? undefined : counterpartOf(kept, clauses, direction);
  const code = onlyOne(stillThere(kept.codes, kept, 'C'));
  const when = toldWhen(kept, now);
  const dischargedAt = toldDischarge(kept, now);
  return {
    ...(direction !== undefined && { direction }),
    ...otherSide(kept),
    ...(counterpart !== undefined && { counterpart }),
    items: itemsOf(kept),
    ...(outcome !== undefined && { outcome }),
    ...(code !== undefined && { code }),
    ...(when !== undefined && { when }),
    ...(dischargedAt !== undefined && { dischargedAt }),
  };
}

/** The text of the clauses, at their places; what was between them is blotted out. */
function keptOf(text: string, clauses: readonly Clause[]): string {
  let kept = '';
  for (const { start, end } of clauses) kept += ';'.repeat(start - kept.length) + text.slice(start, end);
  return kept + ';'.repeat(text.length - kept.length);
}

function stillThere<T>(found: readonly Found<T>[], { sketch }: Sketch, letter: string): readonly Found<T>[] {
  return found.filter(({ start }) => sketch[start] === letter);
}

/** The value found, or undefined where there is none or several different ones. */
function onlyOne<T>(found: readonly Found<T>[]): T | undefined {
  const [only, ...others] = new Set(found.map(({ value }) => value));
  return others.length > 0 ? undefined : only;
}

const partyOf: Readonly<Record<string, HandoverParty>> = {
  M: 'municipality',
  K: 'municipality',
  A: 'inpatient-ward',
  H: 'primary-care',
  P: 'psychiatric-outpatient',
};

function otherSide(kept: Sketch): { readonly party?: HandoverParty; readonly municipality?: Municipality } {
  const named = new Set(Array.from(kept.sketch).flatMap((letter) => partyOf[letter] ?? []));
  const [party, ...others] = named;
  if (party === undefined || others.length > 0) return {};
  const municipality = onlyOne(stillThere(kept.municipalities, kept, 'M'));
  return { party, ...(municipality !== undefined && { municipality }) };
}

/** "Ringde fast vårdkontakt": whom one rang is not what one said. */
const contactCalled =
  /(?<=(?<!\p{L})(?:ringde|ringt|ringa|till|med|m|nadde|natt|tag pa|tag i|informerat|informerade|kontaktat|kontaktade|fran|av) )(?:fast\p{Ll}? vardkontakt\p{Ll}{0,3}|fvk)(?!\p{L})|(?<!\p{L})(?:fast\p{Ll}? vardkontakt\p{Ll}{0,3}|fvk)(?= (?:pa \p{Ll}{2,20} )?(?:ringde|svarade|har|informera|kontakta|upprepade|tog|fick))/gu;

function itemsOf({ text }: Sketch): readonly HandoverItem[] {
  return findItems(fold(text).replaceAll(contactCalled, ';'));
}

const handsOver: ReadonlySet<VerbKind> = new Set(['gave', 'was-given']);

/** That nobody answered when they rang, is no outcome of a call. */
function outcomeOf(
  sketch: string,
  clauses: readonly Clause[],
  direction: Direction | undefined,
): HandoverOutcome | undefined {
  const hasGiven = clauses.some(({ verbs }) => verbs.some(({ kind }) => handsOver.has(kind)));
  const outcome = toldOutcome(sketch, hasGiven && direction !== 'received');
  return outcome === 'no-answer' && direction === 'received' ? undefined : outcome;
}

function counterpartOf(
  { sketch, text }: Sketch,
  clauses: readonly Clause[],
  direction: Direction | undefined,
): string | undefined {
  const talkedByThem = tellingsOf(sketch, clauses)
    .filter(({ subject, verb }) => subject === 'they' && verb.kind === 'talked')
    .map(({ start }) => start);
  return toldCounterpart({ text, sketch, direction, talkedByThem });
}
