import { caseFactNames } from '../domain/reregistration.ts';
import type { CaseFacts } from '../domain/reregistration.ts';
import type { KnownFacts } from '../domain/reregistration-conditions.ts';

type Literal = readonly [fact: keyof CaseFacts, value: boolean];

const phrases: Readonly<Record<keyof CaseFacts, readonly [holds: string, fails: string]>> = {
  admitted: ['skrevs in under avbrottet', 'inte skrevs in under avbrottet'],
  discharged: ['skrevs ut under avbrottet', 'inte skrevs ut under avbrottet'],
  wentHome: ['har gått hem', 'inte har gått hem'],
  readyForDischarge: ['blev utskrivningsklar under avbrottet', 'inte blev utskrivningsklar under avbrottet'],
  sipDateAgreed: ['fick ett SIP-datum bestämt i telefon', 'inte fick något SIP-datum bestämt i telefon'],
};

const stays: readonly (readonly [admitted: boolean, discharged: boolean, phrase: string])[] = [
  [true, true, 'skrevs både in och ut under avbrottet'],
  [true, false, 'skrevs in men inte ut under avbrottet'],
  [false, true, 'skrevs ut men inte in under avbrottet'],
  [false, false, 'varken skrevs in eller ut under avbrottet'],
];

function literalsOf(when: KnownFacts): readonly Literal[] {
  return caseFactNames.flatMap((fact): readonly Literal[] => {
    const value = when[fact];
    return value === undefined ? [] : [[fact, value]];
  });
}

/** What is known of a case, after "patienten": "skrevs ut men inte in under avbrottet och har gått hem". */
export function caseText(when: KnownFacts): string {
  const { admitted, discharged, ...others } = when;
  const stay = stays.find(([one, other]) => one === admitted && other === discharged);
  const literals = stay === undefined ? literalsOf(when) : literalsOf(others);
  return [
    ...(stay === undefined ? [] : [stay[2]]),
    ...literals.map(([fact, value]) => phrases[fact][value ? 0 : 1]),
  ].join(' och ');
}

/**
 * The alternatives under which something holds: "om patienten har gått hem eller blev utskrivningsklar under
 * avbrottet". Empty where it always holds. "P, or not P and Q" is said as "P or Q".
 */
export function conditionText(alternatives: readonly KnownFacts[]): string {
  if (alternatives.some((when) => literalsOf(when).length === 0)) return '';
  const said = simplified(alternatives).map(caseText);
  return `om patienten ${said.join(said.some((one) => one.includes(' och ')) ? ', eller ' : ' eller ')}`;
}

/** Drops from each alternative what another makes needless, until nothing changes. */
function simplified(alternatives: readonly KnownFacts[]): readonly KnownFacts[] {
  const shorter = alternatives.map((when) => withoutNeedless(when, alternatives));
  const isSame = shorter.every((when, index) => when === alternatives[index]);
  return isSame ? alternatives : simplified(shorter);
}

/** "Not P and Q" loses "not P" where another alternative is P and nothing that is not in Q. */
function withoutNeedless(when: KnownFacts, alternatives: readonly KnownFacts[]): KnownFacts {
  const needless = literalsOf(when).find(([fact, value]) =>
    alternatives.some(
      (other) =>
        other[fact] === !value && literalsOf(other).every(([one, its]) => one === fact || when[one] === its),
    ),
  );
  if (needless === undefined) return when;
  const { [needless[0]]: _, ...rest } = when;
  return rest;
}
