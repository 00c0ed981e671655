import type { CaseFacts } from '../../src/domain/reregistration.ts';

const both = [true, false] as const;

/** All 32 combinations of the five facts. */
export const everyCase: readonly CaseFacts[] = both.flatMap((admitted) =>
  both.flatMap((discharged) =>
    both.flatMap((wentHome) =>
      both.flatMap((readyForDischarge) =>
        both.map((sipDateAgreed) => ({ admitted, discharged, wentHome, readyForDischarge, sipDateAgreed })),
      ),
    ),
  ),
);
