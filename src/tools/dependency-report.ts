import { swedishDateOf } from '../domain/swedish-time.ts';
import { vulnerableAmong } from './advisory-list.ts';
import type { AdvisoryList } from './advisory-list.ts';
import { licenceCounts, licenceFaults } from './licence-faults.ts';
import type { DependencyTree } from './production-packages.ts';

/** What was found, for the operator, and what is wrong or is not known. */
export type DependencyReport = { readonly said: readonly string[]; readonly faults: readonly string[] };

const dayMs = 24 * 3_600_000;
/** A list is renewed at least so often. */
const freshDays = 30;

/**
 * Licences and known vulnerabilities of what runs in production. What could not be checked is a fault, too: nothing is
 * said to be in order that nobody looked at.
 */
export function dependencyReport(
  tree: DependencyTree,
  known: AdvisoryList | { readonly why: string },
  now: number,
): DependencyReport {
  const { production } = tree;
  const licences = licenceFaults(production);
  const unchecked = whyUnchecked(tree, known);
  const vulnerable = 'why' in known ? [] : vulnerableAmong(production, known.advisories);
  return {
    said: [
      `Licenser: ${licenceCounts(production)}.`,
      ...(licences.length === 0 ? ['Alla är tillåtna.'] : []),
      ...(unchecked === undefined && vulnerable.length === 0 ? [`Inga kända sårbarheter.`] : []),
      ...('why' in known ? [] : [`Listan är från ${swedishDateOf(known.at)}.`]),
    ],
    faults: [
      ...licences,
      ...vulnerable,
      ...(unchecked === undefined ? [] : [`Sårbarheter är INTE kontrollerade: ${unchecked}`]),
      ...('why' in known || now - known.at <= freshDays * dayMs
        ? []
        : [
            `Listan är ${Math.floor((now - known.at) / dayMs)} dagar gammal; hämta en som är högst ${freshDays}.`,
          ]),
    ],
  };
}

function whyUnchecked(
  { count }: DependencyTree,
  known: AdvisoryList | { readonly why: string },
): string | undefined {
  if ('why' in known) {
    return `${known.why}. Kör kommandot där npm-registret nås, eller ange en sparad lista med --advisories.`;
  }
  if (known.treeCount === undefined || known.treeCount === count) return undefined;
  return `rapporten är gjord på ett träd med ${known.treeCount} paket, och det här har ${count}. Gör en ny.`;
}
