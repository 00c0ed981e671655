import { caseFactNames } from '../domain/reregistration.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { KnownFacts } from '../domain/reregistration-conditions.ts';

const phrases: Readonly<Record<keyof CaseFacts, readonly [holds: string, fails: string]>> = {
  admitted: ['skrevs in under avbrottet', 'inte skrevs in under avbrottet'],
  discharged: ['skrevs ut under avbrottet', 'inte skrevs ut under avbrottet'],
  wentHome: ['har gått hem', 'inte har gått hem'],
  readyForDischarge: ['blev utskrivningsklar under avbrottet', 'inte blev utskrivningsklar under avbrottet'],
  sipDateAgreed: ['har ett SIP-datum som bestämdes i telefon', 'inte har något SIP-datum bestämt i telefon'],
};

type Literal = readonly [fact: keyof CaseFacts, value: boolean];

function literalsOf(when: KnownFacts): readonly Literal[] {
  return caseFactNames.flatMap((fact): readonly Literal[] => {
    const value = when[fact];
    return value === undefined ? [] : [[fact, value]];
  });
}

function phraseOf([fact, value]: Literal): string {
  return phrases[fact][value ? 0 : 1];
}

/**
 * The alternatives under which something holds: "om patienten har gått hem eller blev utskrivningsklar under
 * avbrottet". Empty where it always holds. "P, or not P and Q" is said as "P or Q".
 */
export function conditionText(alternatives: readonly KnownFacts[]): string {
  if (alternatives.some((when) => literalsOf(when).length === 0)) return '';
  const alone = alternatives
    .map(literalsOf)
    .filter((literals) => literals.length === 1)
    .flat();
  const isRuledOut = ([fact, value]: Literal): boolean =>
    alone.some(([other, otherValue]) => other === fact && otherValue !== value);
  const said = alternatives.map((when) =>
    literalsOf(when)
      .filter((literal) => literalsOf(when).length === 1 || !isRuledOut(literal))
      .map(phraseOf)
      .join(' och '),
  );
  return `om patienten ${said.join(' eller ')}`;
}

const stays: readonly (readonly [admitted: boolean, discharged: boolean, text: string])[] = [
  [true, true, 'skrevs både in och ut under avbrottet'],
  [true, false, 'skrevs in men inte ut under avbrottet'],
  [false, true, 'skrevs ut men inte in under avbrottet'],
  [false, false, 'varken skrevs in eller ut under avbrottet'],
];

/** A case whose stay is known, in words: "skrevs ut men inte in under avbrottet och har gått hem". */
export function caseText({ admitted, discharged, ...others }: KnownFacts): string {
  const stay = stays.find(([one, other]) => one === admitted && other === discharged);
  return [...(stay === undefined ? [] : [stay[2]]), ...literalsOf(others).map(phraseOf)].join(' och ');
}
