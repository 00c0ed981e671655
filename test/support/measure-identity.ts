import * as fc from 'fast-check';
import { findPatientIdentities } from '../../src/domain/patient-identity.ts';
import { harmlessKinds, harmlessTexts } from './harmless-texts.ts';
import { harmlessNotes } from './harmless-notes.ts';
import {
  announcedParts,
  partsOf,
  publishedNumbers,
  reserveForms,
  writtenOddly,
  writtenPlainly,
} from './identity-texts.ts';
import type { Parts } from './identity-texts.ts';
import { seededRandom } from './misbehave.ts';

/** How many texts of a kind were tried, and how many of them were found, or stopped. */
export type Measured = {
  readonly name: string;
  readonly tried: number;
  readonly found: number;
  /** A few that were not found, or that were stopped. */
  readonly examples: readonly string[];
};

/** What the detector makes of the corpus. */
export type IdentityFigures = {
  /** By how it is written; named as Skatteverket's 811218-9876 is written so. */
  readonly forms: readonly Measured[];
  /** The same forms with one space too many or too few. */
  readonly typos: readonly Measured[];
  /** Odd groups of numbers that begin with a zero, as those born 2000–2009 have: they look like phone numbers. */
  readonly phoneLike: Measured;
  /** By what they are about: texts with numbers that are nobody's. */
  readonly harmless: readonly Measured[];
};

/** Around a number, as in what people write to each other. */
const sentences: readonly ((identity: string) => string)[] = [
  (identity) => identity,
  (identity) => `Patienten ${identity} skrivs ut i dag.`,
  (identity) => `ringde Ånge 0690-25 01 00 kl 09.10 om ${identity}, bekräftat`,
  (identity) => `vem ringer jag om ${identity}?`,
  (identity) => `avd 24: ${identity}; ring 060-16 31 00`,
  (identity) => `(${identity})`,
  (identity) => `Hej\n${identity}\nmvh avd 24`,
  (identity) => `K7M-3F är ${identity} i journalen`,
  (identity) => `inskriven 2026-11-24 22.30, ${identity}, från Timrå`,
  (identity) => `**${identity}** ska till Ånge 2026-11-27`,
];

const all = [...writtenPlainly, ...writtenOddly, ...announcedParts, ...reserveForms];
const whole = [...writtenPlainly, ...writtenOddly];
const odd: ReadonlySet<unknown> = new Set(writtenOddly);
const reserve: ReadonlySet<unknown> = new Set(reserveForms);

/** Written as a phone number is, it is taken for one: design.md has the phone number come first. */
const isPhoneLike = (digits: string, write: unknown): boolean => digits[2] === '0' && odd.has(write);

/** A reserve number has the day of a calendar. */
const isReserve = (digits: string, write: unknown): boolean =>
  !reserve.has(write) || Number(digits.slice(6, 8)) <= 31;

type Write = (parts: Parts, gap: string) => string;

/** Tries every form of every published number in every sentence, and so many harmless texts of each kind. */
export function measureIdentity(options: {
  readonly perKind: number;
  readonly seed: number;
}): IdentityFigures {
  const random = seededRandom(options.seed);
  return {
    forms: all.map((write) => measured(nameOf(write), textsOf(write, [(text) => text]))),
    typos: whole.map((write) =>
      measured(
        nameOf(write),
        textsOf(write, [(text) => withTypo(text, random), (text) => withTypo(text, random)]),
      ),
    ),
    phoneLike: measured(
      'odd groups, born 2000–2009',
      writtenOddly.flatMap((write) => textsOf(write, [(text) => text], isPhoneLike)),
    ),
    harmless: [
      ...Object.entries(harmlessKinds).map(([name, kind]) => stopped(name, sampled(kind, options))),
      stopped('any of these in a sentence, or two', sampled(harmlessTexts, options)),
      stopped('written by hand', harmlessNotes),
    ],
  };
}

/** As a table can show it. */
const nameOf = (write: Write): string => namesOf.get(write) ?? write(partsOf('198112189876'), '-');
const namesOf: ReadonlyMap<Write, string> = new Map(
  all.flatMap((write): [Write, string][] => {
    const plain = write(partsOf('198112189876'), '-');
    if (plain.includes('\n')) return [[write, plain.replace('\n', ' and on the next line ')]];
    if (/\p{Cf}/u.test(plain))
      return [[write, `${plain.replaceAll(/\p{Cf}/gu, '')}, with signs that are not seen`]];
    return write(partsOf('200001052380'), '-').includes('O') ? [[write, `${plain} with O for 0`]] : [];
  }),
);

const isUsual = (digits: string, write: unknown): boolean =>
  !isPhoneLike(digits, write) && isReserve(digits, write);

function textsOf(
  write: Write,
  changes: readonly ((text: string) => string)[],
  isOf = isUsual,
): readonly string[] {
  return publishedNumbers
    .filter((digits) => isOf(digits, write))
    .flatMap((digits) =>
      sentences.flatMap((say) => changes.map((change) => say(change(write(partsOf(digits), '-'))))),
    );
}

/** One space too many between its digits, or one of its spaces doubled or gone. */
function withTypo(text: string, random: () => number): string {
  const [first, last] = [text.search(/\p{Nd}/u), text.search(/\p{Nd}\P{Nd}*$/u)];
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index).filter((at) => at > first);
  const space = spaces[Math.floor(random() * spaces.length)];
  if (space !== undefined && random() < 0.5) {
    return text.slice(0, space) + (random() < 0.5 ? '  ' : '') + text.slice(space + 1);
  }
  const at = first + 1 + Math.floor(random() * (last - first));
  return `${text.slice(0, at)} ${text.slice(at)}`;
}

const sampled = (
  kind: fc.Arbitrary<string>,
  { perKind, seed }: { readonly perKind: number; readonly seed: number },
) => fc.sample(kind, { numRuns: perKind, seed });

function measured(name: string, texts: readonly string[]): Measured {
  const missed = texts.filter((text) => findPatientIdentities(text).length === 0);
  return { name, tried: texts.length, found: texts.length - missed.length, examples: missed.slice(0, 3) };
}

function stopped(name: string, texts: readonly string[]): Measured {
  const hit = texts.filter((text) => findPatientIdentities(text).length > 0);
  return { name, tried: texts.length, found: hit.length, examples: hit.slice(0, 3) };
}
