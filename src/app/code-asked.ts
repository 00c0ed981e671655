import { caseFor } from '../domain/case-access.ts';
import type { FoundCase } from '../domain/case-access.ts';
import { isLogged } from '../domain/handover-log.ts';
import { readCaseCode } from '../domain/case-code.ts';
import type { CodeGuesses } from './code-guesses.ts';
import { valueOf } from './form-values.ts';
import { logUnit } from './member.ts';
import type { Member } from './member.ts';
import type { Asked } from './verb.ts';

/** The code that somebody gave with a button or a form. */
export type CodeAsked =
  | { readonly kind: 'none' }
  /** It cannot be a code. */
  | { readonly kind: 'faulty'; readonly text: string }
  /** There is none, or it is nothing to the unit: which of them is not told. */
  | { readonly kind: 'unknown'; readonly code: string }
  | ({ readonly kind: 'case'; readonly code: string } & FoundCase);

const notACode = 'Det är ingen kod. En kod ser ut så här: K7M-3F. Kontrollera den, eller lämna tomt.';
const mistyped = 'Koden stämmer inte: ett tecken är fel. Läs den igen på blanketten, ett tecken i taget.';

/** Reads the code, and finds the case where it is something to the unit. A miss is counted. */
export function codeAsked(
  { person, values, world }: Pick<Asked, 'person' | 'values' | 'world'>,
  member: Member,
  guesses: CodeGuesses,
): CodeAsked {
  const typed = valueOf(values, 'code') || valueOf(values, 'case');
  if (typed === '') return { kind: 'none' };
  const read = readCaseCode(typed);
  if (read.kind === 'not-a-code') return { kind: 'faulty', text: notACode };
  if (read.kind === 'mistyped') return { kind: 'faulty', text: mistyped };
  const known = caseFor(world, read.code, logUnit(member));
  const isBlocked = guesses.isBlocked(person.id);
  // The unit's own codes are no guesses: nobody is kept from them.
  if (known !== undefined && (!isBlocked || isOwnCase(known, member))) {
    return { kind: 'case', code: read.code, ...known };
  }
  if (isBlocked) return { kind: 'faulty', text: tooManyGuesses };
  guesses.missed(person.id);
  return { kind: 'unknown', code: read.code };
}

function isOwnCase({ found, outage }: FoundCase, { unit }: Member): boolean {
  return found.owner === unit.id || isLogged(outage.log, unit.id, found.code);
}

const tooManyGuesses =
  'Flera koder har varit fel. Vänta tio minuter och läs koden igen på blanketten, eller fråga den som ringde.';
