import type { ProductionPackage } from './production-packages.ts';

/** Licences that ask for no more than that they are named, and go with MIT. */
const allowed: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'Unlicense',
]);

/** They say their licence elsewhere than in package.json, and it was read there: each in this version alone. */
const readElsewhere: ReadonlyMap<string, string> = new Map([
  // Readme.md: "License: MIT".
  ['escape-regexp-component@1.0.2', 'MIT'],
  // LICENSE is the text of MIT.
  ['jspath@0.4.0', 'MIT'],
]);

/** A line for each package whose licence is none of those that are allowed. */
export function licenceFaults(packages: readonly ProductionPackage[]): readonly string[] {
  return packages.flatMap((one) => {
    const licence = licenceIn(one);
    if (licence !== undefined && isAllowed(licence)) return [];
    const { name, version } = one;
    return [`${name} ${version}: ${licence === undefined ? 'säger ingen licens' : `licensen är ${licence}`}`];
  });
}

/** How many packages have each licence, the most common first. */
export function licenceCounts(packages: readonly ProductionPackage[]): string {
  const counts = Map.groupBy(packages, (one) => licenceIn(one) ?? 'ingen');
  return [...counts]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([licence, having]) => `${licence} ${having.length}`)
    .join(', ');
}

const licenceIn = ({ licence, name, version }: ProductionPackage): string | undefined =>
  licence ?? readElsewhere.get(`${name}@${version}`);

/** An SPDX expression: one side of every OR, all of every AND; of brackets within brackets nothing is known. */
function isAllowed(expression: string): boolean {
  const plain = /^\(([^()]*)\)$/.exec(expression.trim())?.[1] ?? expression;
  return plain
    .split(/ OR /i)
    .some((side) => side.split(/ AND /i).every((licence) => allowed.has(licence.trim())));
}
