import type { Directory } from './directory.ts';
import { isLogEvent } from './handover-event.ts';
import type { Organisation } from './ids.ts';
import type { OutageEvent } from './outage-event.ts';

/**
 * Tells whose an event of an outage is, where it is a unit's: asked of the events of one outage, in their order. A unit
 * may have been another organisation's before: what it says that it was when it logged counts, until it says otherwise.
 */
export function createWhose({
  units,
}: Pick<Directory, 'units'>): (event: OutageEvent) => Organisation | undefined {
  const said = new Map<string, Organisation>();
  const ofUnit = (unit: string): Organisation | undefined => said.get(unit) ?? units.get(unit)?.organisation;
  return (event) => {
    if (event.kind === 'outageReported') return event.unit === undefined ? undefined : ofUnit(event.unit);
    if (!isLogEvent(event)) return undefined;
    if ('as' in event) said.set(event.unit, event.as.organisation);
    return ofUnit(event.unit);
  };
}
