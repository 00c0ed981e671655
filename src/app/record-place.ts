import type { HandoverFormKnown } from '../cards/handover-form.ts';
import { lastEndedAt } from '../domain/current-outage.ts';
import type { World } from '../domain/decision.ts';
import { isOpen, logTarget } from '../domain/log-target.ts';
import type { CodeAsked } from './code-asked.ts';

type Place = Pick<HandoverFormKnown, 'outages' | 'isDrill' | 'lastEndedAt' | 'opensReport'>;

/** Where a call would be logged: what the form says of it, or asks. */
export function recordPlace(
  world: World,
  ofCode: CodeAsked,
  { calledAt, named, now }: { readonly calledAt: number; readonly named: string; readonly now: number },
): Place {
  if (ofCode.kind === 'case') return { isDrill: ofCode.outage.kind === 'drill', opensReport: false };
  const target = logTarget(world, { calledAt, named: named === '' ? undefined : named }, now);
  if (target.kind === 'one') return { isDrill: target.outage.kind === 'drill', opensReport: false };
  if (target.kind === 'ambiguous') {
    const outages = target.outages.map(({ id, kind }) => ({ id, isDrill: kind === 'drill' }));
    return { outages, isDrill: false, opensReport: false };
  }
  const open = [...world.outages.values()].filter(isOpen);
  const endedAt = lastEndedAt({ ...world, outages: new Map(open.map((one) => [one.id, one])) });
  return endedAt === undefined
    ? { isDrill: false, opensReport: true }
    : { isDrill: false, opensReport: true, lastEndedAt: endedAt };
}
