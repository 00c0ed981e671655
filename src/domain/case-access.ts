import type { World } from './decision.ts';
import { callOf, entriesOn, isLogged, isSameParty } from './handover-log.ts';
import type { Case, Entry, HandoverLog } from './handover-log.ts';
import type { UnitKind } from './handover-event.ts';
import type { HandoverItem } from './ids.ts';
import type { Outage } from './outage.ts';
import { sideOf } from './receipts.ts';

/** A case, and the outage that it is in: it may be closed by now. */
export type FoundCase = { readonly outage: Outage; readonly found: Case };

type Reader = UnitKind & { readonly id: string };

/**
 * The case of a code, for a unit that has to do with it: its own, one that something in its log stands on, or one whose
 * owner has logged a call to it. Whether there is such a code at all is nobody else's business: undefined for both.
 */
export function caseFor(world: World, code: string, unit: Reader): FoundCase | undefined {
  const known = caseOf(world, code);
  if (known === undefined) return undefined;
  const { found, outage } = known;
  const isInvolved =
    found.owner === unit.id ||
    isLogged(outage.log, unit.id, code) ||
    callsTo(outage.log, found, unit).length > 0;
  return isInvolved ? known : undefined;
}

/** The case of a code, whoever asks. Codes are unique among the outages that are not put away. */
export function caseOf({ outages }: World, code: string): FoundCase | undefined {
  for (const outage of outages.values()) {
    const found = outage.log.cases.get(code);
    if (found !== undefined) return { outage, found };
  }
  return undefined;
}

/** What the owner of a case has logged as handed over to a unit's side, nobody's answer included. */
export function callsTo(log: HandoverLog, { code, owner }: Case, unit: UnitKind): readonly Entry[] {
  return entriesOn(log, owner, code).filter((entry) => {
    const call = callOf(entry);
    return call.direction === 'given' && isSameParty(call, sideOf(unit));
  });
}

/** The items that somebody at a unit's side has been told, each with the latest call that told it. */
export function handedTo(log: HandoverLog, found: Case, unit: UnitKind): ReadonlyMap<HandoverItem, Entry> {
  const heard = callsTo(log, found, unit).filter((entry) => callOf(entry).outcome !== 'no-answer');
  const inTurn = heard.toSorted((one, other) => callOf(one).calledAt - callOf(other).calledAt);
  return new Map(inTurn.flatMap((entry) => callOf(entry).items.map((item) => [item, entry] as const)));
}
