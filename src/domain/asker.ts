import type { CareGroup } from './care-group.ts';
import { careGroupOf } from './care-group.ts';
import type { CareSetting, Organisation } from './ids.ts';

/** What is known of the person who asks; everything may be unknown, and an answer still holds. */
export type Asker = {
  readonly careSetting?: CareSetting;
  readonly organisation?: Organisation;
  /** Asked where the bot can do more than answer; absent in the terminal. */
  readonly isInTeams?: true;
};

/** The asker's part of the routine, from the care setting or, for a municipality, from the organisation. */
export function askersGroup(asker: Asker): CareGroup | undefined {
  if (asker.careSetting !== undefined) return careGroupOf(asker.careSetting);
  if (asker.organisation !== undefined && asker.organisation !== 'region') return 'municipality';
  return undefined;
}

/** Region care is the region's, municipal care a municipality's: anything else is a slip of the hand. */
export function isPossibleAsker({ careSetting, organisation }: Asker): boolean {
  if (careSetting === undefined || organisation === undefined) return true;
  return (careSetting === 'municipality') === (organisation !== 'region');
}
