import type { World } from '../domain/decision.ts';
import type { Outage, OutageState } from '../domain/outage.ts';

/** The verbs that are done to an outage that is there, and where it may stand. */
const statesFor = {
  'outage.update': ['ongoing', 'restored', 'planned'],
  'outage.restored': ['ongoing'],
  'outage.resume': ['restored'],
  'outage.end': ['restored', 'ongoing'],
  'outage.dismiss': ['reported'],
  'outage.cancel': ['planned'],
  'outage.close': ['ended'],
} as const satisfies Readonly<Record<string, readonly OutageState[]>>;
export type VerbOnOutage = keyof typeof statesFor;

/** Which outage is meant. `several`: nobody said which, and each could be. */
export type Target =
  | { readonly kind: 'one'; readonly outage: Outage }
  | { readonly kind: 'several'; readonly outages: readonly Outage[] }
  | { readonly kind: 'none' };

/**
 * The outage that is named; where none is, the one that the verb can be done to, a real one before a drill, one
 * that runs before one to come. Where there is none, one that is past it: so that it is told who did it.
 */
export function targetOf(verb: VerbOnOutage, named: string, { outages }: World): Target {
  if (named !== '') {
    const outage = outages.get(named);
    return outage === undefined ? { kind: 'none' } : { kind: 'one', outage };
  }
  const all = [...outages.values()].toSorted((one, other) => touchedAt(other) - touchedAt(one));
  const fitting = statesFor[verb].flatMap((state) => all.filter((outage) => outage.state === state));
  const preferred = [
    fitting.filter(({ kind, state }) => kind !== 'drill' && state !== 'planned'),
    fitting.filter(({ kind }) => kind === 'drill'),
    fitting,
  ].find(({ length }) => length > 0);
  if (preferred === undefined)
    return all[0] === undefined ? { kind: 'none' } : { kind: 'one', outage: all[0] };
  const [first, ...others] = preferred;
  if (first === undefined || others.length > 0) return { kind: 'several', outages: preferred };
  return { kind: 'one', outage: first };
}

/** When somebody last did something to it. */
function touchedAt({ deeds, startedAt }: Outage): number {
  return Math.max(
    ...Object.values(deeds).map(({ at }) => at),
    ...(Object.keys(deeds).length === 0 ? [startedAt] : []),
  );
}
