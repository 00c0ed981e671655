import type { FoundCase } from './case-access.ts';
import type { Decision, World } from './decision.ts';
import type { HandoverEvent } from './handover-event.ts';
import { isOpen } from './log-target.ts';
import { writeOn } from './outage-write.ts';
import type { NoticesOf } from './outage-write.ts';
import type { Refusal } from './refusal.ts';

/** What is said of a code that is unknown or nothing to a unit, alike; of one in a closed outage, that it is. */
export function codeRefusal(known: FoundCase | undefined): readonly Refusal[] {
  return [{ kind: known === undefined ? 'no-handover-on-code' : 'log-closed' }];
}

/** Whether something may be logged on a case. */
export function mayLog(known: FoundCase | undefined): known is FoundCase {
  return known !== undefined && isOpen(known.outage);
}

type Said = { readonly events: readonly HandoverEvent[]; readonly notices: NoticesOf };

/** What is logged in an outage that there is, as one record. */
export function decidedOn(
  { outage }: Pick<FoundCase, 'outage'>,
  world: World,
  { events, notices }: Said,
): Decision {
  return { kind: 'decided', writes: [writeOn([outage, world], events, notices)], outage: outage.id };
}
